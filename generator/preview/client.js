// Brings a change into an open page without losing its place, and shows what is wrong over the last good page.
(function () {
  "use strict";
  var version = null;
  var panel = null;

  function take(state) {
    if (version !== null && state.version !== version) refresh();
    version = state.version;
    show(state.problems, state.words);
  }

  function refresh() {
    fetch(location.href, { cache: "no-store" })
      .then(function (response) { return response.text(); })
      .then(function (text) {
        var next = new DOMParser().parseFromString(text, "text/html");
        document.title = next.title;
        document.documentElement.lang = next.documentElement.lang;
        var open = Array.prototype.map.call(document.querySelectorAll("details"), function (d) { return d.open; });
        var body = document.importNode(next.body, true);
        Array.prototype.forEach.call(body.querySelectorAll("script"), function (s) { s.remove(); });
        var across = window.scrollX, down = window.scrollY;
        document.body.replaceWith(body);
        Array.prototype.forEach.call(document.querySelectorAll("details"), function (d, i) {
          if (open[i] !== undefined) d.open = open[i];
        });
        Array.prototype.forEach.call(document.querySelectorAll('link[rel="stylesheet"]'), function (link) {
          var fresh = link.cloneNode();
          fresh.href = link.href.split("?")[0] + "?v=" + version;
          fresh.addEventListener("load", function () { link.remove(); });
          link.after(fresh);
        });
        window.scrollTo(across, down);
        document.dispatchEvent(new CustomEvent("prongsai:changed", { detail: version }));
      })
      .catch(function () { location.reload(); });
  }

  function element(name, text, style) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    for (var key in style || {}) made.style[key] = style[key];
    return made;
  }

  function show(problems, words) {
    if (panel) { panel.remove(); panel = null; }
    if (!problems.length) return;
    panel = element("div", "", {
      position: "fixed", inset: "0", zIndex: "2147483647", overflow: "auto", padding: "4vh 4vw",
      background: "rgba(12, 18, 28, .62)", color: "#fff", fontSize: "15px", lineHeight: "1.7"
    });
    panel.id = "prongsai-problems";
    panel.setAttribute("role", "alertdialog");
    panel.setAttribute("aria-label", words.title);
    var sheet = element("div", "", {
      maxWidth: "62rem", margin: "0 auto", background: "#fff", color: "#1b2430", borderRadius: "6px",
      borderTop: "6px solid #b3261e", padding: "1.2rem 1.5rem", boxShadow: "0 12px 40px rgba(0,0,0,.35)"
    });
    var close = element("button", words.close, {
      float: "right", font: "inherit", padding: ".2rem .9rem", border: "1px solid #6b7684", borderRadius: "4px",
      background: "#fff", color: "#1b2430", cursor: "pointer"
    });
    close.type = "button";
    close.addEventListener("click", function () { panel.remove(); panel = null; });
    sheet.appendChild(close);
    sheet.appendChild(element("p", words.title, { fontWeight: "700", fontSize: "1.15rem", margin: "0 0 .2rem" }));
    sheet.appendChild(element("p", words.note, { margin: "0 0 1rem", color: "#4a5563" }));
    problems.forEach(function (problem) {
      var part = element("section", "", { borderTop: "1px solid #d5dbe2", padding: ".7rem 0" });
      part.setAttribute("data-code", problem.code);
      part.appendChild(element("pre", problem.text, {
        margin: "0 0 .3rem", whiteSpace: "pre-wrap", fontFamily: "ui-monospace, monospace", fontSize: "14px"
      }));
      var link = element("a", words.open + " " + problem.place, { color: "#0b57a4" });
      link.href = problem.open;
      part.appendChild(link);
      sheet.appendChild(part);
    });
    panel.appendChild(sheet);
    document.documentElement.appendChild(panel);
    close.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && panel) { panel.remove(); panel = null; }
  });

  var source = new EventSource("/_prongsai/events");
  source.onmessage = function (event) { take(JSON.parse(event.data)); };
})();
