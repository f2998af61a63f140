"""Pages are used without a mouse: the way to the content comes first, and the focus is seen."""

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from sampling import whole_or

pytestmark = [pytest.mark.browser, pytest.mark.sampled]

REACHABLE = """() => {
  const means = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  window.reachable = Array.from(document.querySelectorAll(means))
    .filter(one => one.checkVisibility({ contentVisibilityAuto: true }));
  return reachable.length;
}"""
FOCUS = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const above = document.elementFromPoint(
    middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
  return {
    place: reachable.indexOf(one),
    name: one.tagName + " " + (one.getAttribute("href") || one.className),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: above !== null && (one.contains(above) || above.contains(one)),
  };
}"""


def _stops(tab: Tab) -> list[dict[str, object]]:
    """Where the focus stands after each press of the tab key, for as many presses as there are places to go."""
    stops = []
    for _ in range(tab.evaluate(REACHABLE)):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate(FOCUS))
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
    for width in whole_or((360,), (1280, 360)):
        with browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce") as context:
            tab = context.new_page()
            seen: set[str] = set()
            for address in each_kind:
                tab.goto(address)
                kind = tab.evaluate("document.body.className")
                if kind in seen:
                    continue
                seen.add(kind)
                stops = _stops(tab)
                assert [stop["place"] for stop in stops] == list(range(len(stops))), address
                unseen = [stop["name"] for stop in stops if not (stop["ring"] and stop["uncovered"])]
                assert unseen == [], address
            assert len(seen) > 12
