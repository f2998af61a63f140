// Small comforts; every page is complete without them.
(function () {
  "use strict";
  // Where the index scrolls by itself, begin at the row of this page.
  var index = document.getElementById("compliance-index");
  var row = index && index.querySelector("[aria-current]");
  if (row && index.scrollHeight > index.clientHeight + 1) {
    index.scrollTop += row.getBoundingClientRect().top - index.getBoundingClientRect().top - index.clientHeight / 3;
  }
  // What is to be copied is selected when it is reached, and a button copies it.
  var sheet = document.querySelector("[data-copy]");
  Array.prototype.forEach.call(document.querySelectorAll(".copy"), function (field) {
    field.addEventListener("focus", function () { field.select(); });
    if (!sheet || !navigator.clipboard) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copier";
    button.textContent = sheet.getAttribute("data-copy");
    button.setAttribute("aria-label", button.textContent + " " + field.getAttribute("aria-label"));
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(field.value).then(function () {
        button.textContent = sheet.getAttribute("data-copied");
      });
    });
    field.parentNode.after(button);
  });
  // A long list of agencies can be narrowed by typing; Thai and Arabic digits are the same.
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
