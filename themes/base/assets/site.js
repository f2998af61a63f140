// A small comfort; every page is complete without it.
(function () {
  "use strict";
  // Where the index scrolls by itself, begin at the row of this page.
  var index = document.getElementById("compliance-index");
  var row = index && index.querySelector("[aria-current]");
  if (row && index.scrollHeight > index.clientHeight + 1) {
    index.scrollTop += row.getBoundingClientRect().top - index.getBoundingClientRect().top - index.clientHeight / 3;
  }
})();
