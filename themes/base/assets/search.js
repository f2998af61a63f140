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
  const AT_ONCE = 12; // shelves loaded side by side
  const LOADS = 240; // shelves loaded before a reader is asked

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

  // What must be taken together so that folding the parts is folding the whole.
  const MARKS = "[\\p{M}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]";
  const UNIT = new RegExp(`\\u0e40${MARKS}*\\u0e40${MARKS}*|.${MARKS}*\\u0e4d${MARKS}*\\u0e32${MARKS}*`
    + `|.(?:${MARKS}*\\u0e33)?${MARKS}*`, "gsu");

  // The shelves, newest year of an agency first, with the pairs of each.
  let shelves = [];
  function open() {
    let bits = new Uint8Array(index.places / 8);
    shelves = index.shelves.map(([address, agency, year, changed], place) => {
      const step = atob(changed);
      bits = bits.map((one, at) => one ^ step.charCodeAt(at));
      const [slug, name] = index.agencies[agency];
      return { address, agency, slug, name, year, bits, place, pages: null, failed: false };
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
    const folded = spelled(data.lines.join("\n")).replace(/ /g, "").split("\n");
    shelf.pages = data.pages.map(([where, kind, number, title, state, offices, steps]) => {
      let line = 0;
      const lines = steps.map((step) => (line += step));
      const text = lines.map((one) => folded[one]).join("");
      const bits = new Uint8Array(index.places / 8);
      let before = 0;
      for (const one of text) {
        const point = one.codePointAt(0);
        const place = (before * 131 + point) % index.places;
        bits[place >> 3] |= 1 << (place & 7);
        before = point;
      }
      const name = kind === "item" ? `${number} ${title}`
        : kind === "agency" ? shelf.name : title || root.dataset["kind" + kind[0].toUpperCase() + kind.slice(1)];
      return {
        shelf, kind, number, state, offices, lines, data, folded, name, text, bits, address: where,
        head: fold(name),
      };
    });
  };
  function load(shelf) {
    return new Promise((done) => {
      const script = document.createElement("script");
      waiting.set(shelf.address, shelf);
      script.onload = script.onerror = () => {
        waiting.delete(shelf.address);
        shelf.failed = shelf.pages === null;
        script.remove();
        done();
      };
      script.src = root.dataset.root + shelf.address;
      document.head.append(script);
    });
  }

  // What is asked for: a number of an item in any spelling, or words that all must be there.
  function asked() {
    const words = input.value.split(SPACE).map(fold).filter(Boolean);
    const phrase = words.join("");
    const item = /^(?:ข้อ(?:ที่)?)?[oｏ0]?-?0*([1-9][0-9]{0,2})$/.exec(phrase);
    const chosen = {};
    narrow.forEach((one) => { chosen[one.name] = one.value; });
    const named = item && new RegExp(`o${item[1]}(?![0-9])`);
    return { phrase, words: item ? [phrase] : words, item: item ? "O" + item[1] : "", named, chosen };
  }
  function mayHold(shelf, query) {
    const { agency, year } = query.chosen;
    if ((agency && shelf.slug !== agency) || (year && shelf.year !== year)) { return false; }
    if (query.item && shelf.year) { return true; }
    return holds(shelf.bits, query.places);
  }
  function rank(page, query) {
    if (query.item && page.number === query.item) { return 0; }
    // an overview names every item and the site's own pages every year: they come last among equals
    const late = page.kind === "dashboard" || page.kind === "site" ? 0.5 : 0;
    if (page.head.includes(query.phrase)) { return 1 + late; }
    if (query.words.length > 1 && query.words.every((word) => page.head.includes(word))) { return 2 + late; }
    if (query.named && holds(page.bits, query.namedPlaces) && query.named.test(page.text)) { return 3 + late; }
    if (!holds(page.bits, query.places)) { return -1; }
    if (page.text.includes(query.phrase)) { return 3 + late; }
    return query.words.length > 1 && query.words.every((word) => page.text.includes(word)) ? 4 + late : -1;
  }
  function findIn(shelf, query, found) {
    for (const page of shelf.pages || []) {
      if (query.chosen.state && page.state !== query.chosen.state) { continue; }
      const place = rank(page, query);
      if (place >= 0) { found.push({ page, place, order: shelf.order }); }
    }
  }

  // One run after another; a newer one ends those before it.
  let run = 0;
  let shown = PAGE;
  async function search(allowed) {
    const mine = ++run;
    const query = asked();
    remember(query);
    const idle = !input.value.trim();
    browse.hidden = !idle;
    if (idle || (query.phrase.length < 2 && !query.item)) {
      section.hidden = true;
      status.textContent = idle ? "" : say("short", {});
      return;
    }
    query.places = query.words.flatMap(pairsOf);
    query.namedPlaces = pairsOf(query.item.toLowerCase());
    const candidates = shelves.filter((shelf) => mayHold(shelf, query));
    candidates.forEach((shelf, at) => { shelf.order = at; });
    const found = [];
    const missing = [];
    candidates.forEach((shelf) => (shelf.pages ? findIn(shelf, query, found) : missing.push(shelf)));
    for (let at = 0; at < Math.min(missing.length, allowed); at += AT_ONCE) {
      const some = missing.slice(at, Math.min(at + AT_ONCE, allowed));
      status.textContent = say("looking", {
        done: candidates.length - missing.length + at, all: candidates.length, count: found.length,
      });
      await Promise.all(some.map(load));
      if (mine !== run) { return; }
      some.forEach((shelf) => findIn(shelf, query, found));
      if (at === 0 && missing.length > AT_ONCE) { show(query, found, 0, mine); }
    }
    const left = Math.max(0, missing.length - allowed);
    show(query, found, left, mine);
    const failed = candidates.filter((shelf) => shelf.failed).length;
    const told = found.narrowed;
    status.textContent = [
      told === 1 ? say("foundOne", {}) : told || left ? say("found", { count: told }) : say("none", {}),
      failed ? say("failed", { count: failed }) : "",
    ].join(" ").trim();
  }

  // Results: item, year, agency, state, and the words where they stand.
  function show(query, found, left, mine) {
    offer(found, query);
    const fits = query.chosen.office
      ? found.filter(({ page }) => page.offices.includes(query.chosen.office)) : found.slice();
    fits.sort((one, other) => one.place - other.place || one.order - other.order);
    found.narrowed = fits.length;
    section.hidden = !fits.length && !left;
    list.replaceChildren(...fits.slice(0, shown).map(({ page }) => entry(page, query)));
    const more = Math.min(PAGE, fits.length - shown);
    button.hidden = more <= 0 && !left;
    button.textContent = more > 0 ? say("more", { count: more }) : say("further", { count: Math.min(left, LOADS) });
    button.onclick = () => {
      if (mine !== run) { return; }
      const last = list.lastElementChild;
      if (more > 0) { shown += PAGE; show(query, found, left, mine); } else { search(LOADS); }
      const next = more > 0 && list.children[shown - PAGE];
      if (next || last) { (next || last).querySelector("a").focus(); }
    };
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
    const link = part("a", "", ...marked(units([digits(page.name)]), needles));
    link.href = root.dataset.root + page.address;
    const facts = part("p", "meta");
    if (page.shelf.name && narrow[0].name === "agency") { facts.append(part("span", "", page.shelf.name)); }
    if (page.shelf.year && !page.kind.startsWith("agency")) {
      facts.append(part("span", "", `${root.dataset.year} ${digits(page.shelf.year)}`));
    }
    if (page.state) {
      const option = form.elements.state.querySelector(`[value="${page.state}"]`);
      facts.append(part("span", `st s-${page.state}`, option.textContent));
    }
    return part("li", "", part("h3", "", link), facts, part("p", "excerpt", ...excerpt(page, needles)));
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
      texts.push(page.data.lines[page.lines[line]]);
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
  const known = new Map();
  function units(texts) {
    const all = [];
    const said = (text) => /[\p{L}\p{N}]/u.test(text);
    texts.forEach((text, at) => {
      if (at) { all.push([said(text) && said(texts[at - 1]) ? " · " : " ", ""]); }
      for (const [unit] of text.matchAll(UNIT)) {
        if (!known.has(unit)) { known.set(unit, fold(unit)); }
        all.push([unit, known.get(unit)]);
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
      let inside = hit.subarray(at, at + folded.length).includes(1);
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
  function offer(found, query) {
    const years = shelves.filter((shelf) => !query.chosen.agency || shelf.slug === query.chosen.agency)
      .map((shelf) => shelf.year).filter(Boolean);
    choose(form.elements.year, [...new Set(years)].sort().reverse(), digits);
    const offices = new Set(found.flatMap(({ page }) => page.offices));
    choose(form.elements.office, [...offices].sort(byName), (one) => one);
  }
  function remember(query) {
    const kept = new URLSearchParams();
    if (input.value.trim()) { kept.set("q", input.value.trim()); }
    Object.keys(query.chosen).forEach((name) => query.chosen[name] && kept.set(name, query.chosen[name]));
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
  offer([], asked());
  const anew = () => { shown = PAGE; search(LOADS); };
  let pause = 0;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(anew, 120); });
  narrow.forEach((one) => one.addEventListener("change", anew));
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); anew(); });
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
