// Asks the search page as a reader does, by typing, and takes the time; times are milliseconds.
(() => {
  const later = window.setTimeout;
  const look = window.probe = { began: 0, long: [] };
  // the pause of the page while a reader types is the wait for this timer; what follows is its work
  window.setTimeout = (work, pause) => later(() => { look.began ||= performance.now(); work(); }, pause);
  new PerformanceObserver((list) => look.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });

  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  const parts = () => ({
    input: document.getElementById("q"),
    status: document.getElementById("search-status"),
    section: document.getElementById("search-results"),
    list: document.querySelector(".hits"),
    looking: document.getElementById("search").dataset.looking.split("%")[0],
  });
  const until = (happened) => new Promise((done) => {
    const { status, section, list } = parts();
    const watch = new MutationObserver(() => {
      if (happened()) { watch.disconnect(); done(performance.now()); }
    });
    watch.observe(section, { attributes: true });
    [status, list].forEach((one) => watch.observe(one, { childList: true }));
  });
  const type = (words, chosen) => {
    const { input } = parts();
    for (const name of ["agency", "year", "state", "office"]) {
      const select = input.form.elements[name];
      const value = (chosen || {})[name] || "";
      if (!Array.from(select.options).some((one) => one.value === value)) { select.append(new Option(value, value)); }
      select.value = value;
    }
    input.value = words;
    look.began = 0;
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return start;
  };

  // One query on a page that has all it needs: the pause, the work until the results stand, and until they are seen.
  look.ask = async (words, chosen) => {
    const { status, section, list, looking } = parts();
    const start = type(words, chosen);
    const there = await until(() => !status.textContent.startsWith(looking));
    const began = look.began || start;
    const seen = await painted();
    const shown = section.hidden ? 0 : list.children.length;
    return { pause: began - start, work: there - began, seen: seen - began, shown };
  };
  // A query that is not timed: until all that may hold the words was looked into.
  look.load = (words) => {
    const { status, looking } = parts();
    type(words);
    return until(() => status.textContent && !status.textContent.startsWith(looking));
  };
  // The first query of a page: until the first results, until all was looked into, and the longest task.
  look.first = async (words) => {
    const { status, section, list, looking } = parts();
    look.long.length = 0;
    const start = type(words);
    const some = until(() => !section.hidden && list.children.length).then(painted);
    const all = until(() => status.textContent && !status.textContent.startsWith(looking)).then(painted);
    const [first, complete] = await Promise.all([some, all]);
    await new Promise((done) => later(done, 100));
    return { first: first - start, complete: complete - start, longest: Math.max(0, ...look.long), told: status.textContent };
  };
})();
