"""Pages are used without a mouse: the way to the content comes first, and the focus is seen."""

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const x = box.left + Math.min(box.width, 20) / 2;
  const y = box.top + Math.min(box.height, 20) / 2;
  const above = document.elementFromPoint(x, y);
  return {
    name: one.tagName + " " + (one.getAttribute("href") || one.className),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: above !== null && (one.contains(above) || above.contains(one)),
    body: one === document.body,
  };
}"""
FOCUSABLE = "a[href], button, input, summary, [tabindex='0']"


def _stops(tab: Tab) -> list[dict[str, object]]:
    """All that the tab key reaches, in its order."""
    stops = []
    for _ in range(400):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUS)
        if stop["body"]:
            break
        stops.append(stop)
    return stops


def test_the_way_to_the_content_comes_first(browser: Browser, each_kind: list[str]) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            skip = tab.locator(".skip")
            assert (skip.bounding_box() or {"y": 0})["y"] < 0, f"{address}: seen before it has the focus"
            tab.keyboard.press("Tab")
            assert tab.evaluate("document.activeElement.className") == "skip", address
            tab.wait_for_function("document.querySelector('.skip').getBoundingClientRect().top >= 0")
            tab.keyboard.press("Enter")
            assert tab.evaluate("document.activeElement.id") == "main", address


def test_the_focus_is_seen_wherever_it_goes(browser: Browser, each_kind: list[str]) -> None:
    for size in ({"width": 1280, "height": 800}, {"width": 360, "height": 640}):
        with browser.new_context(reduced_motion="reduce") as context:
            tab = context.new_page()
            tab.set_viewport_size({"width": size["width"], "height": size["height"]})
            for address in each_kind[:8]:
                tab.goto(address)
                stops = _stops(tab)
                assert len(stops) >= tab.locator(FOCUSABLE).count(), address
                unseen = [stop["name"] for stop in stops if not (stop["ring"] and stop["uncovered"])]
                assert unseen == [], address
