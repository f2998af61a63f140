// The search page. index.js has told in prongsaiSearch which pairs of characters stand in which shelf (the
// texts of one agency-year); only shelves that may hold the words are loaded, and the texts themselves decide.
(function () {
  "use strict";
  const root = document.getElementById("search");
  const index = window.prongsaiSearch;
  if (!root) { return; }
  document.getElementById("search-off").hidden = true;
  const form = root.querySelector("form");
  const input = form.elements.q;
  const narrow = ["agency", "year", "state", "office"].map((name) => form.elements[name]).filter(Boolean);
  const status = document.getElementById("search-status");
  const section = document.getElementById("search-results");
  const list = section.querySelector("ol");
  const button = section.querySelector("button");
  const browse = document.getElementById("search-browse");
  const PAGE = 20; // results shown at a time
  const AT_ONCE = 32; // shelves loaded side by side
  const AHEAD = 12; // shelves loaded while a reader still types
  const LOADS = 240; // shelves loaded before a reader is asked
  const PAUSE = 120; // milliseconds without a key after which something is told or loaded
  const AGAIN = 400; // milliseconds from one list to the next while shelves still come
  const TURN = 24; // milliseconds of work after which the browser gets its turn

  // Words: a text of the page with figures put in, digits as the site writes them.
  const digits = (text) => String(text).replace(/[0-9]/g, (one) => root.dataset.digits[one]);
  const say = (name, figures) => root.dataset[name].replace(/%\((\w+)\)s/g, (all, key) => digits(figures[key]));

  // The form in which texts are compared: the same as fold() in generator/exports/search_text.py.
  const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  function spelled(text) {
    return text.normalize("NFC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").toLowerCase()
      .replace(/[\u0e50-\u0e59]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x0e50 + 48))
      .replace(/\u03c2/g, "\u03c3").replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33").replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33");
  }
  const fold = (text) => spelled(text).replace(SPACE, "");

  // Folded texts are kept in one byte for each Thai character, in the order of TIS-620: browsers look through such
  // texts several times as fast. Whatever else is not ASCII becomes five bytes that nothing else can begin or hold.
  const latin = new TextDecoder("latin1");
  const rest = (one) => String.fromCharCode(127, ...[12, 8, 4, 0].map((by) => 16 + ((one.charCodeAt(0) >> by) & 15)));
  function packed(folded) {
    const text = folded.replace(/[^\n!-~\u0e01-\u0e5b]/g, rest);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) {
      const point = text.charCodeAt(at);
      bytes[at] = point < 128 ? point : point - 0x0e01 + 0xa1;
    }
    return latin.decode(bytes);
  }

  // Lines that were met before, of which shelves share many, are not folded again.
  const known = new Map();
  function learn(lines) {
    const fresh = lines.filter((one) => !known.has(one));
    const folded = packed(spelled(fresh.join("\n")).replace(/ /g, "")).split("\n");
    fresh.forEach((one, at) => known.set(one, folded[at]));
    return lines.map((one) => known.get(one));
  }

  // What must be taken together so that folding the parts is folding the whole.
  const MARKS = "[\\p{M}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]";
  const UNIT = new RegExp(`\\u0e40${MARKS}*\\u0e40${MARKS}*|.${MARKS}*\\u0e4d${MARKS}*\\u0e32${MARKS}*`
    + `|.(?:${MARKS}*\\u0e33)?${MARKS}*`, "gsu");

  // The shelves, newest year of an agency first, with the pairs of each.
  let shelves = [];
  function open() {
    const bits = new Uint8Array(index.places / 8);
    shelves = index.shelves.map(([address, agency, year, changed], place) => {
      const step = atob(changed);
      for (let at = 0; at < bits.length; at++) { bits[at] ^= step.charCodeAt(at); }
      const [slug, name] = index.agencies[agency];
      return { address, agency, slug, name, year, bits: bits.slice(), place, pages: null, loading: null };
    });
    shelves.sort((one, other) => one.agency - other.agency || other.year - one.year || one.place - other.place);
  }
  function pairsOf(word) {
    const points = Array.from(word, (one) => one.codePointAt(0));
    return points.slice(1).map((point, at) => (points[at] * 131 + point) % index.places);
  }
  const holds = (bits, places) => places.every((place) => bits[place >> 3] & (1 << (place & 7)));

  // Loading a shelf: a script that calls prongsaiShelf, since a disk and a strict policy allow no other way.
  const waiting = new Map();
  window.prongsaiShelf = function (address, data) {
    const shelf = waiting.get(address);
    if (!shelf) { return; }
    const folded = learn(data.lines);
    const said = data.pages.map(([, kind, number, title]) => (kind === "item" ? `${number} ${title}`
      : kind === "agency" ? shelf.name : title || root.dataset["kind" + kind[0].toUpperCase() + kind.slice(1)]));
    const heads = learn(said.map((one) => one.replace(SPACE, " ")));
    shelf.pages = data.pages.map(([address, kind, number, , state, offices, steps], at) => {
      let line = 0;
      const lines = steps.map((step) => (line += step));
      return {
        shelf, address, kind, number, state, offices, lines, written: data.lines, folded,
        name: said[at], head: heads[at], text: lines.map((one) => folded[one]).join(""),
      };
    });
  };
  function load(shelf) {
    if (shelf.pages) { return Promise.resolve(); }
    shelf.loading = shelf.loading || new Promise((done) => {
      const script = document.createElement("script");
      waiting.set(shelf.address, shelf);
      script.onload = script.onerror = () => {
        waiting.delete(shelf.address);
        shelf.loading = null; // what failed is tried again by the next search
        script.remove();
        done();
      };
      script.src = root.dataset.root + shelf.address;
      document.head.append(script);
    });
    return shelf.loading;
  }

  // What is asked for: a number of an item in any spelling, or words that all must be there.
  function asked() {
    const words = input.value.split(SPACE).map(fold).filter(Boolean);
    const phrase = words.join("");
    const item = /^(?:ข้อ(?:ที่)?)?[oｏ0]?-?0*([1-9][0-9]{0,2})$/.exec(phrase);
    const chosen = {};
    narrow.forEach((one) => { chosen[one.name] = one.value; });
    return {
      phrase: packed(phrase), words: (item ? [phrase] : words).map(packed), item: item ? "O" + item[1] : "", chosen,
      places: (item ? [phrase] : words).flatMap(pairsOf), short: phrase.length < 2 && !item,
    };
  }
  function mayHold(shelf, query) {
    const { agency, year } = query.chosen;
    if ((agency && shelf.slug !== agency) || (year && shelf.year !== year)) { return false; }
    if (query.item && shelf.year) { return true; }
    return holds(shelf.bits, query.places);
  }
  function named(text, item) { // O1 is not named by O12
    for (let at = text.indexOf(item); at >= 0; at = text.indexOf(item, at + 1)) {
      if (!/[0-9]/.test(text.charAt(at + item.length))) { return true; }
    }
    return false;
  }
  // From 0, the best, to RANKS - 1; -1 is a page that does not fit.
  const RANKS = 10;
  function rank(page, query) {
    if (query.chosen.state && page.state !== query.chosen.state) { return -1; }
    if (query.item && page.number === query.item) { return 0; }
    // an overview names every item and the site's own pages every year: they come last among equals
    const late = page.kind === "dashboard" || page.kind === "site" ? 1 : 0;
    if (page.head.includes(query.phrase)) { return 2 + late; }
    if (query.words.length > 1 && query.words.every((word) => page.head.includes(word))) { return 4 + late; }
    if (query.item && named(page.text, query.item.toLowerCase())) { return 6 + late; }
    if (!query.words.every((word) => page.text.includes(word))) { return -1; }
    return (query.words.length === 1 || page.text.includes(query.phrase) ? 6 : 8) + late;
  }

  // What was found last, by shelf: a query that only grew looks at nothing else.
  let last = null;
  function grew(query) {
    return last && !query.item && !last.query.item && query.chosen.state === last.query.chosen.state
      && last.query.words.every((old) => query.words.some((word) => word.includes(old)));
  }
  function findIn(shelf, query, before, hits) {
    const pages = [];
    const places = []; // beside the pages: objects for each would be much to clear away
    for (const page of (before && before.get(shelf)) || shelf.pages) {
      const place = rank(page, query);
      if (place >= 0) {
        pages.push(page);
        places.push(place);
      }
    }
    hits.set(shelf, { pages, places });
    return pages.length;
  }

  // One run after another; a newer one ends those before it.
  let run = 0;
  let shown = PAGE;
  let spent = 0; // milliseconds that the last answer took
  const turn = () => new Promise((done) => { setTimeout(done); });
  async function search(allowed, quietly) {
    const mine = ++run;
    const began = performance.now();
    const query = asked();
    const idle = !input.value.trim();
    browse.hidden = !idle;
    if (idle || query.short) {
      section.hidden = true;
      tell(idle ? "" : say("short", {}), quietly);
      return;
    }
    const candidates = shelves.filter((shelf) => mayHold(shelf, query));
    const missing = candidates.filter((shelf) => !shelf.pages);
    const before = grew(query) ? last.pages : null;
    const hits = new Map(candidates.map((shelf) => [shelf, { pages: [], places: [] }]));
    last = null;
    let until = began + TURN;
    for (const shelf of candidates.filter((one) => one.pages)) {
      findIn(shelf, query, before, hits);
      if (performance.now() > until) {
        await turn();
        if (mine !== run) { return; }
        until = performance.now() + TURN;
      }
    }
    if (missing.length) { await fetched(missing.slice(0, allowed), candidates, query, hits, mine); }
    if (mine !== run) { return; }
    const left = Math.max(0, missing.length - allowed);
    const told = show(query, hits, left, mine);
    const failed = candidates.filter((shelf) => !shelf.pages).length - left;
    const looked = Array.from(hits).filter(([shelf]) => shelf.pages);
    last = { query, pages: new Map(looked.map(([shelf, { pages }]) => [shelf, pages])) };
    tell([
      told === 1 ? say("foundOne", {}) : told || left ? say("found", { count: told }) : say("none", {}),
      failed ? say("failed", { count: failed }) : "",
    ].join(" ").trim(), quietly);
    spent = missing.length ? spent : performance.now() - began;
  }
  // Load shelves side by side; what is found is shown with the first that has something, and from time to time.
  async function fetched(missing, candidates, query, hits, mine) {
    let next = 0;
    let done = candidates.length - missing.length;
    let count = Array.from(hits.values()).reduce((sum, { pages }) => sum + pages.length, 0);
    let listed = false;
    let told = 0;
    const look = () => {
      status.textContent = say("looking", { done, all: candidates.length, count });
      listed = count > 0;
      if (listed) { show(query, hits, 0, mine); }
      told = performance.now();
    };
    clearTimeout(saying);
    remember();
    look();
    const one = async () => {
      while (next < missing.length && mine === run) {
        const shelf = missing[next++];
        await load(shelf);
        if (mine !== run) { return; }
        done += 1;
        if (shelf.pages) { count += findIn(shelf, query, null, hits); }
        if (done < candidates.length && ((count && !listed) || performance.now() - told > AGAIN)) { look(); }
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, missing.length) }, one));
  }
  // What is said of the results, and the address that leads to them, wait for the end of the typing.
  let saying = 0;
  function tell(text, quietly) {
    clearTimeout(saying);
    const now = () => { status.textContent = text; remember(); };
    if (quietly) { saying = setTimeout(now, PAUSE); } else { now(); }
  }

  // Results: item, year, agency, state, and the words where they stand. Returns how many there are.
  function show(query, hits, left, mine) {
    const ranked = Array.from({ length: RANKS }, () => []);
    const offices = new Set();
    for (const { pages, places } of hits.values()) {
      pages.forEach((page, at) => {
        page.offices.forEach((one) => offices.add(one));
        if (!query.chosen.office || page.offices.includes(query.chosen.office)) { ranked[places[at]].push(page); }
      });
    }
    offer(offices, query);
    const fits = ranked.flat();
    section.hidden = !fits.length && !left;
    fill(fits.slice(0, shown), query);
    const more = Math.min(PAGE, fits.length - shown);
    button.hidden = more <= 0 && !left;
    button.textContent = more > 0 ? say("more", { count: more }) : say("further", { count: Math.min(left, LOADS) });
    button.onclick = () => {
      if (mine !== run) { return; }
      const end = list.lastElementChild;
      if (more > 0) { shown += PAGE; show(query, hits, left, mine); } else { search(LOADS); }
      const next = more > 0 && list.children[shown - PAGE];
      if (next || end) { (next || end).querySelector("a").focus(); }
    };
    return fits.length;
  }
  function fill(pages, query) {
    const held = list.contains(document.activeElement) ? document.activeElement.href : "";
    list.replaceChildren(...pages.map((page) => entry(page, query)));
    const again = held && Array.from(list.querySelectorAll("a")).find((one) => one.href === held);
    if (again) { again.focus(); } // a reader stays where the new list still has the result
  }
  // The texts are those of the Thai pages; a page of another language leads to the twin in its own folder.
  const href = (page) => {
    const own = `${page.shelf.slug}/`;
    const base = page.address.startsWith(own) ? own : "";
    return root.dataset.root + base + root.dataset.folder + page.address.slice(base.length);
  };
  function spoken(made) {
    if (root.dataset.folder && /[\u0e01-\u0e5b]/.test(made.textContent)) { made.lang = "th"; }
    return made;
  }
  function part(name, kind, ...children) {
    const made = document.createElement(name);
    if (kind) { made.className = kind; }
    made.append(...children);
    return made;
  }
  function entry(page, query) {
    const has = page.text.includes(query.phrase) || page.head.includes(query.phrase);
    const needles = has ? [query.phrase] : query.item ? [query.item.toLowerCase()] : query.words;
    const link = spoken(part("a", "", ...marked(units([digits(page.name)]), needles)));
    link.href = href(page);
    const facts = part("p", "meta");
    if (page.shelf.name && narrow[0].name === "agency") { facts.append(spoken(part("span", "", page.shelf.name))); }
    if (page.shelf.year && !page.kind.startsWith("agency")) {
      facts.append(part("span", "", `${root.dataset.year} ${digits(page.shelf.year)}`));
    }
    if (page.state) {
      const option = form.elements.state.querySelector(`[value="${page.state}"]`);
      facts.append(part("span", `st s-${page.state}`, option.textContent));
    }
    return part("li", "", part("h3", "", link), facts, spoken(part("p", "excerpt", ...excerpt(page, needles))));
  }
  function excerpt(page, needles) {
    const head = page.text.indexOf(page.head); // the title is shown already: a hit behind it tells more
    const behind = page.text.indexOf(needles[0], head < 0 ? 0 : head + page.head.length);
    const at = Math.max(0, behind >= 0 ? behind : page.text.indexOf(needles[0]));
    let first = 0;
    let offset = 0;
    while (first < page.lines.length - 1 && offset + page.folded[page.lines[first]].length <= at) {
      offset += page.folded[page.lines[first++]].length;
    }
    for (let back = 0; back < 3 && first > 0 && at - offset < 40; back++) {
      offset -= page.folded[page.lines[--first]].length;
    }
    const texts = [];
    for (let line = first, end = offset; line < page.lines.length && end < at + 200; line++) {
      texts.push(page.written[page.lines[line]]);
      end += page.folded[page.lines[line]].length;
    }
    const all = units(texts);
    let from = 0;
    let passed = offset;
    while (from < all.length && passed < at - 40) { passed += all[from++][1].length; }
    const text = all.findIndex(([, folded], place) => place >= from && !folded);
    if (from > 0 && text >= 0) {
      const skipped = all.slice(from, text).reduce((sum, one) => sum + one[1].length, 0);
      if (passed + skipped <= at) { from = text + 1; passed += skipped; } // begin with a whole text
    }
    let to = from;
    while (to < all.length && passed < at + 180) { passed += all[to++][1].length; }
    const before = first > 0 || from > 0 ? ["… "] : [];
    return [...before, ...marked(all.slice(from, to), needles), ...(to < all.length ? [" …"] : [])];
  }

  // A text in its smallest parts, each with its folded form, and the parts in which a needle lies in <mark>.
  const small = new Map();
  function units(texts) {
    const all = [];
    const said = (text) => /[\p{L}\p{N}]/u.test(text);
    texts.forEach((text, at) => {
      if (at) { all.push([said(text) && said(texts[at - 1]) ? " · " : " ", ""]); }
      for (const unit of text.match(UNIT) || []) {
        if (!small.has(unit)) { small.set(unit, packed(fold(unit))); }
        all.push([unit, small.get(unit)]);
      }
    });
    return all;
  }
  function marked(parts, needles) {
    const text = parts.map((one) => one[1]).join("");
    const hit = new Uint8Array(text.length);
    for (const needle of needles) {
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
        hit.fill(1, at, at + needle.length);
      }
    }
    const out = [];
    let at = 0;
    let last = false;
    parts.forEach(([shownAs, folded], place) => {
      const first = hit.indexOf(1, at);
      let inside = first >= 0 && first < at + folded.length;
      // a space between two parts of one hit belongs to it
      if (!folded) { inside = last && at < text.length && hit[at] === 1 && place + 1 < parts.length; }
      if (out.length && inside === last) { out[out.length - 1].text += shownAs; } else {
        out.push({ text: shownAs, inside });
      }
      last = inside;
      at += folded.length;
    });
    return out.map(({ text: piece, inside }) => (inside ? part("mark", "", piece) : piece));
  }

  const byName = new Intl.Collator("th").compare;

  // The choices: years of the agency chosen, offices of what was found; what is chosen stays.
  function choose(select, values, text) {
    const now = select.value;
    const all = now && !values.includes(now) ? [now, ...values] : values;
    const old = Array.from(select.options).slice(1).map((one) => one.value);
    if (old.join("\n") === all.join("\n")) { return; }
    select.replaceChildren(select.options[0], ...all.map((value) => new Option(text(value), value)));
    select.value = now;
  }
  let sorted = []; // all offices in their order: sorting them takes longer than finding them
  function offer(offices, query) {
    const years = shelves.filter((shelf) => !query.chosen.agency || shelf.slug === query.chosen.agency)
      .map((shelf) => shelf.year).filter(Boolean);
    choose(form.elements.year, [...new Set(years)].sort().reverse(), digits);
    const before = new Set(sorted);
    const fresh = [...offices].filter((one) => !before.has(one));
    if (fresh.length) { sorted = [...sorted, ...fresh].sort(byName); }
    choose(form.elements.office, sorted.filter((one) => offices.has(one)), (one) => one);
  }
  function remember() {
    const kept = new URLSearchParams();
    if (input.value.trim()) { kept.set("q", input.value.trim()); }
    narrow.forEach((one) => one.value && kept.set(one.name, one.value));
    try {
      history.replaceState(null, "", location.pathname + `?${kept}`.replace(/\?$/, ""));
    } catch (refused) {
      // some browsers keep the address of a page from a disk as it is
    }
  }

  if (!index) {
    status.textContent = say("failed", { count: 1 });
    return;
  }
  index.fold = fold; // to be held against the generator's
  open();
  form.querySelector("fieldset").hidden = false;
  const begin = new URLSearchParams(location.search);
  input.value = begin.get("q") || "";
  narrow.forEach((one) => {
    const value = begin.get(one.name) || "";
    if (value && (one.name === "year" || one.name === "office")) { one.append(new Option(value, value)); }
    one.value = value;
    if (one.selectedIndex < 0) { one.value = ""; }
  });
  offer(new Set(), asked());
  let pause = 0;
  const anew = (quietly) => { clearTimeout(pause); shown = PAGE; search(LOADS, quietly); };
  // Few shelves, and of many the first once there are some letters, are loaded before anything is asked of them.
  // Returns whether there are more to load for an answer.
  function ahead() {
    const query = asked();
    const missing = shelves.filter((shelf) => !shelf.pages && mayHold(shelf, query));
    if (missing.length <= AHEAD || query.phrase.length > 2) { missing.slice(0, AHEAD).forEach(load); }
    return missing.length > 0 && !query.short;
  }
  // Where nothing must be loaded there is an answer to each key, as fast as this browser has been before.
  function typed() {
    clearTimeout(pause);
    clearTimeout(saying);
    const wait = ahead();
    pause = setTimeout(() => anew(!wait), wait ? PAUSE : Math.min(PAUSE, spent));
  }
  input.addEventListener("focus", ahead);
  input.addEventListener("input", typed);
  narrow.forEach((one) => one.addEventListener("change", () => anew()));
  form.addEventListener("submit", (event) => { event.preventDefault(); anew(); });
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    if (!step || here < 0 || !stops[here + step]) { return; }
    event.preventDefault();
    stops[here + step].focus();
  });
  anew();
})();
