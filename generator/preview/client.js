// Brings a change into an open page without losing its place.
(function () {
  "use strict";
  var own = "/_prongsai/";
  var version = servedVersion();
  var heard = null;
  var refreshes = 0;

  // The version that this page was served at. Plain HTTP from another machine hides it: then the first one told.
  function servedVersion() {
    var entry = performance.getEntriesByType("navigation")[0];
    var told = (entry && entry.serverTiming || []).filter(function (one) { return one.name === "version"; })[0];
    return told ? told.description : null;
  }

  function take(text) {
    if (text === heard) return;
    heard = text;
    var state = JSON.parse(text);
    if (version !== null && state.version !== version) refresh(state.version);
    version = state.version;
    prongsaiPanel.show(state);
  }

  function refresh(wanted) {
    var turn = ++refreshes;
    fetch(location.href, { cache: "no-store" })
      .then(function (response) { return response.text(); })
      .then(function (text) { if (turn === refreshes) replace(text, wanted); })
      .catch(function () {
        setTimeout(function () { if (turn === refreshes) refresh(wanted); }, 1000);
      });
  }

  function replace(text, wanted) {
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
      fresh.href = link.href.split("?")[0] + "?v=" + wanted;
      fresh.addEventListener("load", function () { link.remove(); });
      link.after(fresh);
    });
    window.scrollTo(across, down);
    document.dispatchEvent(new CustomEvent("prongsai:changed", { detail: wanted }));
  }

  function ask() {
    fetch(own + "state", { cache: "no-store" })
      .then(function (response) { return response.ok ? response.text() : Promise.reject(); })
      .then(take)
      .catch(function () { /* the next time */ });
  }

  function askEvery(seconds) {
    setInterval(function () { if (!document.hidden) ask(); }, seconds * 1000);
  }

  // One worker follows for all tabs. A browser without such workers asks instead, each time by a short request.
  function follow() {
    var hear = function (event) { take(event.data); };
    try {
      new BroadcastChannel("prongsai").onmessage = hear;
      var worker = new SharedWorker(own + "worker.js", "prongsai");
      worker.port.onmessage = hear;
      worker.onerror = function () { askEvery(1); };
      askEvery(15);  // a browser may freeze tabs, and end a worker that takes too much
    } catch (error) {
      askEvery(1);
    }
  }

  document.addEventListener("visibilitychange", function () { if (!document.hidden) ask(); });
  window.addEventListener("pageshow", function (event) { if (event.persisted) ask(); });
  follow();
  ask();
})();
