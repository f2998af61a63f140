// Follows the preview for all tabs of a browser. Browsers hold at most six connections to a server: with a stream
// for each tab, the seventh tab would never load.
"use strict";
var channel = new BroadcastChannel("prongsai");
var latest = null;

function follow() {
  var source = new EventSource("/_prongsai/events");
  source.onmessage = function (event) {
    latest = event.data;
    channel.postMessage(latest);
  };
  source.onerror = function () {
    // a stream that breaks off is opened again by the browser; one that is refused is not
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  };
}

self.onconnect = function (event) {
  if (latest !== null) event.ports[0].postMessage(latest);
};
follow();
