"""The search page in Chromium, and how long its answers take there."""

import os
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.search_queries import BETWEEN, COLD, Query

PAGE = "search/index.html"
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_QUIETLY = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_SCRIPT = Path(__file__).with_name("search_tab.js")


class Answer(NamedTuple):
    """One answer of a page that had loaded all it needs, in milliseconds.

    ``pause``: from the typing until the page begins; from there ``work`` until the results stand in the page,
    ``seen`` until the next frame is painted. ``cpu`` is what all of it costs the page in processor time, which
    other programs on the machine do not lengthen.
    """

    query: Query
    words: str
    pause: float
    work: float
    seen: float
    shown: int
    cpu: float


class First(NamedTuple):
    """The first answer of a page that had loaded nothing, in milliseconds from the typing.

    ``longest`` is the longest task of 50 ms or more, 0 when there was none.
    """

    words: str
    first: float
    complete: float
    longest: float
    told: str


@contextmanager
def chromium() -> Iterator[Browser]:
    """The program that PRONGSAI_CHROMIUM names, or the first on the path; without one ``FileNotFoundError``."""
    program = os.environ.get("PRONGSAI_CHROMIUM") or next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise FileNotFoundError("no Chromium on the path, and PRONGSAI_CHROMIUM is not set")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(_QUIETLY))
        yield browser
        browser.close()


def first_answers(browser: Browser, address: str, rounds: int) -> list[First]:
    """Each cold query in a browser that knows nothing; one more round goes before them, for the server's sake."""
    found = []
    for number in range(rounds + 1):
        for words in COLD:
            with _tab(browser, address) as tab:
                told = tab.evaluate("(words) => probe.first(words)", words)
                if number:
                    found.append(First(words, **told))
    return found


def answers(browser: Browser, address: str, asked: Sequence[Query], rounds: int) -> list[Answer]:
    """Every query so many times, in an order that changes, on a page that has loaded all that was ever asked for."""
    found = []
    with _tab(browser, address) as tab:
        clock = tab.context.new_cdp_session(tab)
        clock.send("Performance.enable")
        for query in asked:
            tab.evaluate("(words) => probe.load(words)", query.words)
        for number in range(rounds):
            order = random.Random(number).sample(asked, len(asked))
            for query in order:
                _ask(tab, clock, BETWEEN, BETWEEN.words)
                typed = [query.words[:end] for end in range(2, len(query.words))] if query.letters else []
                found += [_ask(tab, clock, query, words) for words in (*typed, query.words)]
    return found


def _ask(tab: Page, clock: CDPSession, query: Query, words: str) -> Answer:
    before = _processor_time(clock)
    told = tab.evaluate("([words, chosen]) => probe.ask(words, chosen)", [words, dict(query.chosen)])
    return Answer(query, words, **told, cpu=_processor_time(clock) - before)


def _processor_time(clock: CDPSession) -> float:
    """What the thread of the page has used so far, in milliseconds."""
    figures = {one["name"]: one["value"] for one in clock.send("Performance.getMetrics")["metrics"]}
    return float(figures["ThreadTime"]) * 1000


@contextmanager
def _tab(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_init_script(path=_SCRIPT)
        tab = context.new_page()
        tab.set_default_timeout(120_000)
        tab.goto(f"{address}{PAGE}")
        yield tab
