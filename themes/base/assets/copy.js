// What is to be copied is selected when it is reached, and a button copies it; without this it is done by hand.
(function () {
  "use strict";
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
})();
