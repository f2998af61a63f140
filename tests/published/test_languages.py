"""Two languages side by side in a browser: a reader changes between them, and a search stays within one."""

import re

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_a_reader_goes_from_an_item_to_its_twin_and_back(browser: Browser, english_address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{english_address}kut-chik/2564/o12/index.html")
        tab.get_by_role("link", name="English", exact=True).click()
        expect(tab).to_have_url(f"{english_address}kut-chik/en/2564/o12/index.html")
        expect(tab.get_by_role("heading", level=1)).to_have_text("O12 Annual performance report")
        tab.get_by_role("link", name="ไทย", exact=True).click()
        expect(tab).to_have_url(f"{english_address}kut-chik/2564/o12/index.html")


def test_from_an_english_page_every_way_but_one_leads_to_english_pages(browser: Browser, english_address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        for page in ("en/index.html", "kut-chik/en/index.html", "kut-chik/en/2564/index.html", "en/method/index.html"):
            tab.goto(english_address + page)
            links = tab.evaluate("Array.from(document.links).map((one) => one.href)")
            pages = [link.removeprefix(english_address) for link in links if re.search(r"index\.html(#.*)?$", link)]
            assert len(pages) > 5
            assert [link for link in pages if "en" not in link.split("/")] == [page.replace("en/", "", 1)], page


def test_a_search_in_english_leads_to_english_pages_and_says_what_is_thai(
    browser: Browser, english_address: str
) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{english_address}en/search/index.html?q=จัดซื้อจัดจ้าง")
        expect(tab.locator("#search-status")).to_have_text(re.compile("pages found"))
        links = tab.locator(".hits a").all()
        assert len(links) > 5
        for link in links:
            assert "/en/" in (link.get_attribute("href") or "")
            has_thai = re.search("[\u0e01-\u0e5b]", link.inner_text()) is not None
            assert (link.get_attribute("lang") == "th") == has_thai
        links[0].click()
        expect(tab.locator("html")).to_have_attribute("lang", "en")
        expect(tab.locator("main")).to_contain_text(re.compile("procure", re.IGNORECASE))


def test_a_title_in_english_is_found(browser: Browser, english_address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{english_address}en/search/index.html?q=Annual performance report")
        first = tab.locator(".hits a").first
        first.click()
        expect(tab.get_by_role("heading", level=1)).to_contain_text("Annual performance report")
