"""What axe finds on the pages: nothing, for any reader, screen or colour scheme."""

from itertools import product
from typing import Literal, get_args

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
WIDTHS = (360, 1280)
MODES: list[tuple[Scheme, int]] = list(product(get_args(Scheme), WIDTHS))
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


def _visit(browser: Browser, addresses: list[str], scheme: Scheme, width: int) -> list[str]:
    wrong: list[str] = []
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        tab = context.new_page()
        for address in addresses:
            tab.goto(address)
            wrong += _violations(tab)
    return wrong


@pytest.mark.parametrize(("scheme", "width"), MODES)
def test_no_kind_of_page_has_a_violation(browser: Browser, each_kind: list[str], scheme: Scheme, width: int) -> None:
    assert _visit(browser, each_kind, scheme, width) == []


@pytest.mark.parametrize("turn", range(len(MODES)))
def test_no_page_at_all_has_a_violation(
    browser: Browser, every_page: list[str], each_kind: list[str], turn: int
) -> None:
    """Every page once, the four modes in turn; those seen above are not seen again."""
    others = [address for address in every_page if address not in each_kind]
    assert len(others) > 150
    assert _visit(browser, others[turn :: len(MODES)], *MODES[turn]) == []


def test_axe_finds_a_violation_where_there_is_one(browser: Browser) -> None:
    """So that its silence above means something."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.set_content("<!doctype html><html lang=th><title>ก</title><main><h1>ก</h1><img src='data:,'></main>")
        assert any("image-alt" in violation for violation in _violations(tab))
