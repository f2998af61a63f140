"""A project as a dictionary of files, a browser, and templates that are compiled once."""

import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from hypothesis import settings
from lacking import refuse_on_windows, skipping
from programs import chromium
from projects import SMALL, Files, Write, WriteSmall, Written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


refuse_on_windows()


def pytest_configure() -> None:
    """Let tests interrupt what they start, even where a shell began this run in the background, deaf to interrupts.

    And let no example fail for its time.
    """
    settings.register_profile("unhurried", deadline=None)
    settings.load_profile("unhurried")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before those are chosen that have the mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what draws its examples: in the sweeps it draws more of them."""
    for item in items:
        if isinstance(item, pytest.Function) and getattr(item.obj, "is_hypothesis_test", False):
            item.add_marker(pytest.mark.sampled)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Iterator[None]:
    """Skip a test whose fixtures need what the system lacks."""
    with skipping():
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """Skip a test that needs what the system lacks."""
    with skipping():
        yield


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Write files below a folder of their own; the project in it, whose target is its ``build``."""

    def write(files: Mapping[str, str | bytes]) -> Written:
        written = Written(str(tmp_path), str(tmp_path / "build"))
        written.write(files)
        return written

    return write


@pytest.fixture
def small(tmp_path: Path) -> WriteSmall:
    """Write the small project with other files in place of its own or beside them; nothing leaves one out."""

    def write(files: Files) -> Written:
        written = Written(str(tmp_path), str(tmp_path / "build"))
        both = {**SMALL, **files}
        written.write({name: content for name, content in both.items() if content is not None})
        return written

    return write


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium with a fresh profile, asking nothing of anybody by itself."""
    from playwright.sync_api import sync_playwright  # few tests need it, and not every system has it

    program = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, headless=True, args=QUIETLY)
        yield running
        running.close()


@pytest.fixture
def chromium_page(browser: "Browser") -> "Iterator[Page]":
    """An empty page of the browser."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Templates are compiled once for all tests: what Jinja makes of a text depends on nothing else."""
    really: Callable[..., Any] = jinja2.Environment.compile
    known: dict[tuple[object, ...], CodeType] = {}

    def remembered(self: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None) -> Any:
        key = source, name, filename, self.autoescape, tuple(sorted(self.filters)), tuple(sorted(self.globals))
        if key not in known:
            known[key] = really(self, source, name, filename)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", remembered)
        yield
