"""Pages fit the screen they are shown on, and the paper they are printed on."""

import pytest
from playwright.sync_api import Browser
from sampling import whole_or

pytestmark = [pytest.mark.browser, pytest.mark.sampled]

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return []; }
  return Array.from(document.querySelectorAll("body *"))
    .filter(one => one.getBoundingClientRect().right > width + 1)
    .map(one => one.tagName + "." + one.getAttribute("class")).slice(0, 5);
}"""


ON_PAPER = """() => {
  const all = means => Array.from(document.querySelectorAll(means));
  const seen = one => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
  };
  return {
    navigation: all("nav:not(#compliance-index), .skip").filter(seen).map(one => one.outerHTML.slice(0, 80)),
    titles: all("h1, .frontpage-title").filter(seen).length,
    index: all("#compliance-index").length,
    summary: all("#score-summary").map(seen),
    rows: all("#compliance-index [data-item]").map(seen),
  };
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
            found = tab.evaluate(ON_PAPER)
            assert found["navigation"] == [], address
            assert found["titles"] >= 1, f"{address}: a title"
            if found["index"]:
                assert found["summary"] == [True], address
                assert len(found["rows"]) > 30, address
                assert all(found["rows"]), address
                seen += 1
            tab.emulate_media(media="screen")
    assert seen > whole_or(10, 20)
