// What is wrong, over the pages it concerns and out of the way on all others. Everything is set as text.
var prongsaiPanel = (function () {
  "use strict";
  var STYLE = [
    ":host { all: initial; }",
    "* { box-sizing: border-box; }",
    ".all { --paper: #fff; --ink: #1b2430; --soft: #55606d; --line: #dde2e8; --code: #f5f6f8; --red: #b3261e;",
    "  --mark: #fbd9d5; --link: #0b57a4; color: var(--ink); font-size: 16px; line-height: 1.65;",
    "  -webkit-text-size-adjust: 100%; }",
    ".back { position: fixed; inset: 0; z-index: 2147483646; display: grid; align-items: start; justify-items: center;",
    "  padding: 6vh 1rem 1rem; background: rgba(14, 20, 30, .55); overflow: hidden; }",
    ".sheet { width: 100%; max-width: 46rem; max-height: 86vh; display: flex; flex-direction: column; overflow: hidden;",
    "  background: var(--paper); border-radius: 12px; box-shadow: 0 18px 60px rgba(0, 0, 0, .35); }",
    "header { display: flex; gap: .8rem; align-items: flex-start; padding: 1.1rem 1.25rem 1rem;",
    "  border-top: 5px solid var(--red); border-bottom: 1px solid var(--line); }",
    "header div { flex: 1; min-width: 0; }",
    "h2 { margin: 0; font-size: 1.2rem; line-height: 1.45; font-weight: 700; text-wrap: balance; }",
    "h3 { margin: 0; padding: .9rem 1.25rem 0; font-size: .95rem; color: var(--soft); font-weight: 700; }",
    "header p { margin: .15rem 0 0; color: var(--soft); font-size: .95rem; }",
    ".sign { flex: none; width: 1.75rem; height: 1.75rem; border-radius: 50%; background: var(--red);",
    "  color: var(--paper); font-weight: 700; line-height: 1.75rem; text-align: center; }",
    "button { font: inherit; color: inherit; cursor: pointer; }",
    ".close { flex: none; min-width: 44px; min-height: 40px; padding: .1rem .9rem; border: 1px solid var(--line);",
    "  border-radius: 8px; background: none; }",
    ".close:hover { background: var(--code); }",
    ".list { overflow: auto; overscroll-behavior: contain; padding-bottom: .6rem; }",
    "section { padding: 1rem 1.25rem .9rem; }",
    "section + section { border-top: 1px solid var(--line); }",
    ".place { display: flex; flex-wrap: wrap; gap: 0 .8rem; color: var(--soft); font-size: .9rem;",
    "  overflow-wrap: anywhere; }",
    ".message { margin: .1rem 0 .5rem; font-weight: 700; overflow-wrap: anywhere; }",
    ".excerpt { display: flex; margin: 0 0 .5rem; border-radius: 8px; background: var(--code); overflow: hidden; }",
    ".number { flex: none; padding: .45rem .7rem; color: var(--soft); border-right: 1px solid var(--line);",
    "  font-variant-numeric: tabular-nums; }",
    ".line { min-width: 0; padding: .45rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }",
    "mark { padding: .1em .05em; border-radius: 3px; background: var(--mark); color: inherit;",
    "  text-decoration: underline wavy var(--red) 1.5px; text-underline-offset: .3em; }",
    "mark:empty { padding: .1em .22em; }",
    ".hint { margin: 0 0 .15rem; overflow-wrap: anywhere; }",
    ".links { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: .45rem 0 0; }",
    "a { color: var(--link); padding: .15rem 0; text-underline-offset: .2em; }",
    ":focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }",
    ".corner { position: fixed; z-index: 2147483645; right: 1rem; bottom: 1rem; left: 1rem; display: flex;",
    "  flex-wrap: wrap; gap: .6rem; justify-content: flex-end; align-items: flex-end; pointer-events: none; }",
    ".corner > * { pointer-events: auto; box-shadow: 0 4px 18px rgba(0, 0, 0, .28); }",
    ".badge { min-height: 44px; padding: .35rem 1.1rem .35rem .5rem; border: 0; border-radius: 2rem; display: flex;",
    "  align-items: center; gap: .6rem; background: var(--paper); color: var(--ink);",
    "  outline: 1px solid var(--line); }",
    ".badge .sign { width: 1.6rem; height: 1.6rem; line-height: 1.6rem; font-size: .9rem; }",
    ".notice { display: flex; gap: .8rem; align-items: flex-start; max-width: 34rem; padding: .7rem .8rem .7rem 1.1rem;",
    "  border-radius: 10px; background: var(--paper); font-size: .92rem; outline: 1px solid var(--line); }",
    "@media (prefers-color-scheme: dark) { .all { --paper: #1c232c; --ink: #e9edf2; --soft: #a9b4c0; --line: #3a4552;",
    "  --code: #131920; --red: #ff8a80; --mark: #5a2320; --link: #8ec5ff; } .back { background: rgba(0, 0, 0, .6); }",
    "  .sign { color: #2a0906; } }",
    "@media (max-width: 40rem) { .back { padding: 0; align-items: end; } .sheet { max-height: 82vh; max-height: 82dvh;",
    "  border-radius: 14px 14px 0 0; } header, section { padding-inline: 1rem; } h3 { padding-inline: 1rem; } }",
    "@media (prefers-reduced-motion: no-preference) { .sheet { animation: come .16s ease-out; }",
    "  @keyframes come { from { opacity: 0; transform: translateY(-.6rem); } } }",
    "@media print { .all { display: none; } }"
  ].join("\n");
  var root = null, state = null, shown = "", isOpen = false, closed = "", unwanted = "";

  function show(next) {
    state = next;
    var own = here().map(function (problem) { return JSON.stringify(problem); }).join("");
    if (!own) closed = "";
    else if (own !== closed) { isOpen = true; closed = ""; }
    if (!state.problems.length) isOpen = false;
    draw();
    point();
  }

  // The errors of this page; those of all others are no reason to cover it.
  function here() {
    var address = location.pathname.slice(1).replace(/index\.html$/, "");
    return state.problems.filter(function (problem) {
      return problem.pages.some(function (start) { return address.indexOf(start.replace(/index\.html$/, "")) === 0; });
    });
  }

  function close() {
    isOpen = false;
    closed = here().map(function (problem) { return JSON.stringify(problem); }).join("");
    draw();
  }

  function draw() {
    var now = JSON.stringify([state.problems, state.notice, isOpen, unwanted, location.pathname]);
    if (now === shown && root && root.host.isConnected) return;
    shown = now;
    if (!root) {
      root = make("div").attachShadow({ mode: "open" });
      root.host.id = "prongsai-preview";
      var sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    }
    if (!root.host.isConnected) document.documentElement.appendChild(root.host);
    var all = make("div", "all");
    all.style.fontFamily = getComputedStyle(document.body).fontFamily;
    if (isOpen) all.appendChild(panel());
    else all.appendChild(corner());
    var focused = root.activeElement;
    root.replaceChildren(all);
    if (isOpen || focused) {
      var first = root.querySelector("button");
      if (first) first.focus({ preventScroll: true });
    }
  }

  function panel() {
    var own = here(), others = state.problems.filter(function (problem) { return own.indexOf(problem) < 0; });
    var words = state.words;
    var back = make("div", "back"), sheet = make("div", "sheet"), head = make("header"), text = make("div");
    back.id = "prongsai-problems";
    sheet.setAttribute("role", "alertdialog");
    sheet.setAttribute("aria-labelledby", "title");
    back.addEventListener("click", function (event) { if (event.target === back) close(); });
    var title = make("h2", "", own.length ? words.title : words.elsewhere);
    title.id = "title";
    text.append(title, make("p", "", own.length ? words.note : words.others));
    var button = make("button", "close", words.close);
    button.type = "button";
    button.addEventListener("click", close);
    head.append(sign(), text, button);
    var list = make("div", "list");
    own.forEach(function (problem) { list.appendChild(part(problem, false)); });
    if (own.length && others.length) list.appendChild(make("h3", "", words.more));
    others.forEach(function (problem) { list.appendChild(part(problem, true)); });
    sheet.append(head, list);
    back.appendChild(sheet);
    return back;
  }

  function part(problem, isElsewhere) {
    var made = make("section"), links = make("p", "links");
    made.setAttribute("data-code", problem.code);
    var place = make("div", "place");
    place.append(make("span", "", problem.place), make("span", "", problem.code));
    made.append(place, make("p", "message", problem.message));
    if (problem.excerpt) {
      var excerpt = make("div", "excerpt"), line = make("div", "line"), parts = problem.excerpt.parts;
      line.append(parts[0], make("mark", "", parts[1]), parts[2]);
      excerpt.append(make("div", "number", String(problem.excerpt.line)), line);
      made.appendChild(excerpt);
    }
    problem.hints.forEach(function (hint) { made.appendChild(make("p", "hint", hint)); });
    links.appendChild(link(problem.open, state.words.open));
    if (isElsewhere) links.appendChild(link("/" + problem.pages[0], state.words.page));
    made.appendChild(links);
    return made;
  }

  function corner() {
    var made = make("div", "corner");
    if (state.notice && state.notice !== unwanted) {
      var notice = make("div", "notice"), button = make("button", "close", state.words.close);
      notice.setAttribute("role", "status");
      button.type = "button";
      button.addEventListener("click", function () { unwanted = state.notice; draw(); });
      notice.append(make("div", "", state.notice), button);
      made.appendChild(notice);
    }
    if (state.problems.length) {
      var badge = make("button", "badge");
      badge.id = "prongsai-badge";
      badge.type = "button";
      badge.append(sign(), state.words.count);
      badge.addEventListener("click", function () { isOpen = true; draw(); });
      made.appendChild(badge);
    }
    return made;
  }

  // A mark beside every link of the index to a page whose file has an error.
  function point() {
    document.querySelectorAll(".prongsai-mark").forEach(function (mark) { mark.remove(); });
    var pages = state.problems.map(function (problem) { return problem.pages; }).flat();
    pages = pages.filter(function (page) { return /\/[^/]+\/$/.test(page); });
    document.querySelectorAll("a[data-item], [data-item] a[href]").forEach(function (one) {
      if (one.origin !== location.origin) return;
      var address = one.pathname.slice(1).replace(/index\.html$/, "");
      if (pages.indexOf(address) < 0 || one.querySelector(".prongsai-mark")) return;
      var mark = make("span", "prongsai-mark", state.words.mark);
      Object.assign(mark.style, {
        display: "inline-block", marginInlineStart: ".5em", padding: "0 .6em", borderRadius: "1em",
        background: "#b3261e", color: "#fff", fontSize: ".9em", fontWeight: "700", lineHeight: "1.6"
      });
      (one.querySelector("small") || one).appendChild(mark);
    });
  }

  function make(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  function sign() {
    var made = make("span", "sign", "!");
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function link(address, text) {
    var made = make("a", "", text);
    made.href = address;
    return made;
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isOpen) close();
  });
  document.addEventListener("prongsai:changed", function () { if (state) show(state); });
  return { show: show };
})();
