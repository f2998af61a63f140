"""No page asks another host for anything, and none needs a script."""

import pytest
from playwright.sync_api import Browser

from .site import Site
from .walk import walk

pytestmark = pytest.mark.browser


@pytest.mark.sampled
def test_every_page_of_the_portal_asks_its_own_host_only(
    browser: Browser, every_page: list[str], shipped_address: str
) -> None:
    walked = walk(browser, every_page)
    assert walked.outside(shipped_address) == []
    assert walked.wrong == []
    assert f"{shipped_address}assets/style.css" in walked.asked


def test_pages_full_of_links_to_other_hosts_ask_none_of_them(
    browser: Browser, example: Site, example_address: str
) -> None:
    kinds = {page.kind: address for address, page in example.pages.items()}
    walked = walk(browser, [example_address + address for address in (*kinds.values(), "2566/o01/index.html")])
    assert walked.outside(example_address) == []
    assert walked.wrong == []


def test_at_the_top_of_a_host_nothing_changes(browser: Browser, shipped: Site, at_the_top: str) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    walked = walk(browser, [at_the_top + address for address in kinds.values()])
    assert walked.outside(at_the_top) == []
    assert walked.wrong == []
    assert f"{at_the_top}assets/style.css" in walked.asked


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


@pytest.mark.sampled
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


@pytest.mark.checkout
def test_a_page_asks_for_no_font_and_no_style_that_is_not_in_its_weight(
    browser: Browser, shipped: Site, shipped_address: str
) -> None:
    """Of each kind of page a new reader opens one: what comes, but for the icon, is what is counted."""
    from benchmarks.page_weight import weigh  # not there where the tests are run on the wheel

    kinds = {page.kind: address for address, page in shipped.pages.items()}
    for address in kinds.values():
        walked = walk(browser, [shipped_address + address])
        files = {url.removeprefix(shipped_address).partition("?")[0] for url in walked.asked}
        came = sum(len(shipped.files[name]) for name in files if name.endswith((".woff2", ".css", ".js", ".html")))
        weight = weigh(shipped.root, address)
        icon = len(shipped.files["assets/icon.svg"])
        assert weight.written - icon >= came > weight.written - icon - weight.fonts, (address, sorted(files))
        assert not [name for name in files if "latin" in name], address
