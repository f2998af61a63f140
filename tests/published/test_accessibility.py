"""What axe finds on the pages: nothing, for any reader, screen or colour scheme."""

from itertools import product
from typing import Literal, get_args

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ViewportSize
from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
WIDTHS = (360, 1280)
SCREEN: ViewportSize = {"width": 360, "height": 800}
MODES: list[tuple[Scheme, int]] = list(product(get_args(Scheme), WIDTHS))
FEW = ("portal", "dashboard", "item", "item in English", "results", "search")
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def _violations(tab: Tab) -> list[str]:
    found = Axe().run(tab, options=OPTIONS)
    return [
        f"{tab.url} {violation['id']}: {violation['help']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"][:3]
    ]


def _visit(browser: Browser, addresses: list[str], modes: list[tuple[Scheme, int]]) -> list[str]:
    wrong: list[str] = []
    with browser.new_context() as context:
        tab = context.new_page()
        for address in addresses:
            tab.goto(address)
            for scheme, width in modes:
                tab.emulate_media(color_scheme=scheme)
                tab.set_viewport_size({"width": width, "height": 800})
                wrong += [f"{scheme} {width}: {violation}" for violation in _violations(tab)]
    return wrong


@pytest.mark.sweep
def test_no_kind_of_page_has_a_violation_in_forced_colours(browser: Browser, one_of_each_kind: list[str]) -> None:
    """But for contrast: the colours are the reader's own there, and axe takes those of the page."""
    wrong: list[str] = []
    with browser.new_context(forced_colors="active", viewport=SCREEN) as context:
        tab = context.new_page()
        for address in one_of_each_kind:
            tab.goto(address)
            wrong += [one for one in _violations(tab) if " color-contrast: " not in one]
    assert wrong == []


@pytest.mark.sweep
def test_no_kind_of_page_has_a_violation_in_any_mode(browser: Browser, one_of_each_kind: list[str]) -> None:
    assert len(one_of_each_kind) > 30
    assert _visit(browser, one_of_each_kind, MODES) == []


@pytest.mark.sweep
@pytest.mark.parametrize("mode", MODES)
def test_no_page_at_all_has_a_violation(
    browser: Browser, every_page: list[str], each_kind: list[str], one_of_each_kind: list[str], mode: tuple[Scheme, int]
) -> None:
    """Every page once, the four modes in turn; those seen above are not seen again."""
    others = [address for address in dict.fromkeys((*each_kind, *every_page)) if address not in one_of_each_kind]
    assert len(others) > 140
    assert _visit(browser, others[MODES.index(mode) :: len(MODES)], [mode]) == []


def test_a_few_pages_have_no_violation_in_two_modes(browser: Browser, longest: list[tuple[str, str]]) -> None:
    """The sweeps look at every kind of page in every mode."""
    addresses = [address for kind, address in longest if kind in FEW]
    assert len(addresses) == len(FEW)
    assert _visit(browser, addresses, [("light", 1280), ("dark", 360)]) == []


def test_axe_finds_a_violation_where_there_is_one(browser: Browser) -> None:
    """So that its silence above means something."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.set_content("<!doctype html><html lang=th><title>ก</title><main><h1>ก</h1><img src='data:,'></main>")
        assert any("image-alt" in violation for violation in _violations(tab))
