// Brings a change into an open page without losing its place.
(function () {
  "use strict";
  var version = null;

  function take(state) {
    if (version !== null && state.version !== version) refresh();
    version = state.version;
    prongsaiPanel.show(state);
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

  var source = new EventSource("/_prongsai/events");
  source.onmessage = function (event) { take(JSON.parse(event.data)); };
})();
