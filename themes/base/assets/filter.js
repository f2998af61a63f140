// A long list of agencies can be narrowed by typing; Thai and Arabic digits are the same. Without this it is all there.
(function () {
  "use strict";
  var section = document.querySelector("[data-filter]");
  var list = section && section.querySelector("ul");
  if (!list || list.children.length < 8) { return; }
  function plain(text) {
    return text.toLowerCase().normalize("NFC").replace(/[๐-๙]/g, function (digit) {
      return String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 48);
    });
  }
  var rows = Array.prototype.map.call(list.children, function (one) {
    return { element: one, text: plain(one.firstElementChild.textContent) };
  });
  var label = document.createElement("label");
  label.className = "filter";
  label.textContent = section.getAttribute("data-filter");
  var input = document.createElement("input");
  input.type = "search";
  label.appendChild(input);
  var status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "quiet";
  list.before(label, status);
  input.addEventListener("input", function () {
    var words = plain(input.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (one) {
      var fits = words.every(function (word) { return one.text.indexOf(word) >= 0; });
      one.element.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    status.textContent = shown ? "" : section.getAttribute("data-filter-none");
  });
})();
