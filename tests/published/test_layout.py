"""Pages fit the screen they are shown on, and the paper they are printed on."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return []; }
  return Array.from(document.querySelectorAll("body *"))
    .filter(one => one.getBoundingClientRect().right > width + 1)
    .map(one => one.tagName + "." + one.getAttribute("class")).slice(0, 5);
}"""


def test_no_page_scrolls_sideways(browser: Browser, every_page: list[str], each_kind: list[str]) -> None:
    wide = {}
    with browser.new_context() as context:
        tab = context.new_page()
        for address in {*every_page, *each_kind}:
            tab.goto(address)
            for width in (320, 768, 1920):
                tab.set_viewport_size({"width": width, "height": 800})
                if found := tab.evaluate(OVERFLOW):
                    wide[address, width] = found
    assert wide == {}


def test_text_enlarged_twofold_still_fits(browser: Browser, each_kind: list[str]) -> None:
    """A reader's larger letters on a screen of 1280 points: the page reflows."""
    wide = {}
    with browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2) as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            tab.evaluate("document.documentElement.style.fontSize = '200%'")
            if found := tab.evaluate(OVERFLOW):
                wide[address] = found
    assert wide == {}


def test_on_paper_the_index_and_the_summary_stay_and_the_navigation_goes(
    browser: Browser, each_kind: list[str]
) -> None:
    seen = 0
    with browser.new_context(viewport={"width": 1000, "height": 1400}) as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            tab.emulate_media(media="print")
            shown = [
                one.get_attribute("aria-label")
                for one in tab.locator("nav:not(#compliance-index), .skip").all()
                if one.is_visible()
            ]
            assert shown == [], address
            assert tab.locator(":is(h1, .frontpage-title):visible").count() >= 1, f"{address}: a title"
            if tab.locator("#compliance-index").count():
                assert tab.locator("#score-summary").is_visible()
                rows = tab.locator("#compliance-index [data-item]")
                assert rows.count() > 30
                assert all(row.is_visible() for row in rows.all())
                seen += 1
            tab.emulate_media(media="screen")
    assert seen > 20
