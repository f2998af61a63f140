"""No page asks another host for anything, and none needs a script."""

import pytest
from playwright.sync_api import Browser

from .site import Site

pytestmark = pytest.mark.browser

GONE = "net::ERR_ABORTED"
"""What becomes of a request for the icon when the next page is opened before it is answered."""


def _requests(browser: Browser, addresses: list[str]) -> tuple[set[str], list[str]]:
    """All that is asked for while the pages are opened, and what of it was not answered well."""
    asked: set[str] = set()
    failed: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.on("request", lambda request: asked.add(request.url))
        tab.on("requestfailed", lambda request: failed.append(request.url) if request.failure != GONE else None)
        tab.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        tab.on("pageerror", lambda error: failed.append(f"{tab.url}: {error}"))
        tab.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
        for address in addresses:
            tab.goto(address)
            tab.evaluate("document.fonts.ready.then(() => true)")
    return asked, failed


def _outside(asked: set[str], base: str) -> list[str]:
    return sorted(url for url in asked if not url.startswith((base, "data:")))


def test_every_page_of_the_portal_asks_its_own_host_only(browser: Browser, shipped: Site, shipped_address: str) -> None:
    asked, failed = _requests(browser, [shipped_address + address for address in shipped.pages])
    assert _outside(asked, shipped_address) == []
    assert failed == []
    assert f"{shipped_address}assets/style.css" in asked


def test_pages_full_of_links_to_other_hosts_ask_none_of_them(
    browser: Browser, example: Site, example_address: str
) -> None:
    kinds = {page.kind: address for address, page in example.pages.items()}
    asked, failed = _requests(
        browser, [example_address + address for address in (*kinds.values(), "2566/o01/index.html")]
    )
    assert _outside(asked, example_address) == []
    assert failed == []


def test_opened_from_a_disk_a_page_asks_for_files_of_the_site_only(browser: Browser, shipped: Site) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    base = f"{shipped.root.as_uri()}/"
    asked, failed = _requests(browser, [base + address for address in kinds.values()])
    assert _outside(asked, base) == []
    assert failed == []
    assert f"{base}assets/style.css" in asked


def test_at_the_top_of_a_host_nothing_changes(browser: Browser, shipped: Site, at_the_top: str) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    asked, failed = _requests(browser, [at_the_top + address for address in kinds.values()])
    assert _outside(asked, at_the_top) == []
    assert failed == []
    assert f"{at_the_top}assets/style.css" in asked


def test_a_reader_walks_from_the_first_page_to_an_item_and_back(browser: Browser, shipped_address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(shipped_address)
        tab.get_by_role("link", name="2564").first.click()
        tab.wait_for_url(f"{shipped_address}kut-chik/2564/index.html")
        tab.locator("#compliance-index [data-item=O12]").click()
        tab.wait_for_url(f"{shipped_address}kut-chik/2564/o12/index.html")
        assert tab.locator("#compliance-index [aria-current=page]").inner_text().startswith("O12")
        tab.locator(".brand").click()
        tab.wait_for_url(f"{shipped_address}index.html")


def test_a_page_says_the_same_with_and_without_scripts(browser: Browser, each_kind: list[str]) -> None:
    said: dict[bool, list[str]] = {}
    for scripts in (True, False):
        with browser.new_context(java_script_enabled=scripts) as context:
            tab = context.new_page()
            said[scripts] = []
            for address in each_kind:
                if address.endswith("search/index.html"):
                    continue  # what it offers instead is tested with the search
                tab.goto(address)
                if scripts:  # a button that copies says nothing, and what it copies can be selected without it
                    tab.evaluate("document.querySelectorAll('.copier').forEach(button => button.remove())")
                said[scripts].append(tab.locator("body").inner_text())
    assert said[False] == said[True]
    assert all(said[False])
