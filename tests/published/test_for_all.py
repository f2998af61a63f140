"""Pages are for all: on the narrowest screen, in colours of the reader's own, without motion, for any finger."""

import itertools

import pytest
from playwright.sync_api import Browser

from .conftest import PROJECT
from .site import Page

pytestmark = [pytest.mark.browser, pytest.mark.sampled]

BEYOND = """() => Array.from(document.querySelectorAll("body *")).filter(one => {
  const scrolls = one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX);
  return scrolls && !(one.matches(".scroll[aria-label], .scroll[aria-labelledby]") && one.tabIndex === 0
    && one.querySelector("table"));
}).map(one => one.tagName + "." + one.className)"""
SMALL = """() => {
  const seen = Array.from(document.querySelectorAll("a[href], button, input, summary"))
    .filter(one => one.checkVisibility({ contentVisibilityAuto: true }) && !one.matches(".skip"))
    .map(one => ({ one, box: one.getBoundingClientRect() }));
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const nearer = (a, b) => {
    const [x, y] = middle(a), dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  const inText = one => getComputedStyle(one).display === "inline" && Array.from(one.parentElement.childNodes)
    .some(node => node.nodeType === 3 && node.textContent.trim());
  return seen.filter(({ one, box }) => (box.width < 24 || box.height < 24) && !inText(one)
      && seen.some(other => other.one !== one && nearer(box, other.box)))
    .map(({ one, box }) => one.outerHTML.slice(0, 120) + " " + Math.round(box.width) + "x" + Math.round(box.height));
}"""
MOVING = """() => {
  const still = ["0s", ""];
  const moving = Array.from(document.querySelectorAll("*")).filter(one => ["", "::before", "::after"].some(part => {
    const style = getComputedStyle(one, part || null);
    return style.animationName !== "none" || style.transitionDuration.split(", ").some(time => !still.includes(time))
      || (part === "" && style.scrollBehavior === "smooth");
  })).map(one => one.tagName);
  return [...moving, ...document.getAnimations().map(String)];
}"""
STATES = """() => Array.from(document.querySelectorAll(".st")).filter(one => one.checkVisibility()).map(one => {
  const mark = getComputedStyle(one, "::before");
  return [one.textContent.trim(), mark.backgroundImage + " " + mark.borderStyle, mark.borderWidth, mark.color,
    getComputedStyle(document.body).backgroundColor];
})"""
BORDERLESS = """() => Array.from(document.querySelectorAll(
    ".evidence > li, .facts > div, .three > li, .finding, .measure, .button, .tag, .pager a"))
  .filter(one => one.checkVisibility())
  .filter(one => { const style = getComputedStyle(one);
    return style.borderStyle === "none" || style.borderWidth === "0px"
      || style.borderTopColor === getComputedStyle(document.body).backgroundColor; })
  .map(one => one.tagName + "." + one.className)"""


def test_at_320_points_only_a_table_in_its_own_region_scrolls_sideways(browser: Browser, each_kind: list[str]) -> None:
    """320 points are also what is left of 1280 at a zoom of 400 per cent."""
    wrong: dict[str, list[str]] = {}
    with browser.new_context(viewport={"width": 320, "height": 256}) as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            width = tab.evaluate("document.documentElement.scrollWidth")
            found = tab.evaluate(BEYOND) + ([f"page {width}"] if width > 320 else [])
            if found:
                wrong[address] = found
    assert wrong == {}


def test_what_is_pressed_is_large_enough_or_stands_apart(browser: Browser, each_kind: list[str]) -> None:
    small: dict[str, list[str]] = {}
    for width in (320, 1280):
        with browser.new_context(viewport={"width": width, "height": 800}) as context:
            tab = context.new_page()
            for address in each_kind:
                tab.goto(address)
                if found := tab.evaluate(SMALL):
                    small[f"{width} {address}"] = found
    assert small == {}


def test_nothing_moves_for_a_reader_who_asks_for_stillness(browser: Browser, each_kind: list[str]) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            assert tab.evaluate(MOVING) == [], address


def test_in_forced_colours_states_keep_their_words_shapes_and_borders(browser: Browser, each_kind: list[str]) -> None:
    shapes: dict[str, set[str]] = {}
    for scheme in ("light", "dark"):
        with browser.new_context(forced_colors="active") as context:
            tab = context.new_page()
            tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for address in each_kind:
                tab.goto(address)
                for words, shape, width, colour, ground in tab.evaluate(STATES):
                    assert words, address
                    assert width != "0px", (address, words)
                    assert colour != ground, (address, words)
                    shapes.setdefault(words, set()).add(shape)
                assert tab.evaluate(BORDERLESS) == [], address
    assert len({"".join(sorted(found)) for found in shapes.values()}) >= 6, shapes


def test_in_forced_colours_the_focus_and_the_current_place_are_seen(browser: Browser, each_kind: list[str]) -> None:
    with browser.new_context(forced_colors="active") as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            for _ in range(4):
                tab.keyboard.press("Tab")
                ring, ground = tab.evaluate("""() => { const style = getComputedStyle(document.activeElement);
                  return [style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor,
                    getComputedStyle(document.body).backgroundColor]; }""")
                assert ring, address
                assert ring != ground, address
            marks = tab.evaluate("""() => Array.from(document.querySelectorAll("[aria-current]"))
              .filter(one => one.checkVisibility() && !one.closest("footer"))
              .map(one => { const style = getComputedStyle(one);
                return style.outlineStyle !== "none" || style.borderStyle !== "none"; })""")
            assert all(marks), address


def test_the_focus_goes_in_the_order_in_which_the_page_is_read(browser: Browser, each_kind: list[str]) -> None:
    """No tab index above nought: the order is that of the text, and on one column it never goes up."""
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        tab = context.new_page()
        for address in each_kind:
            tab.goto(address)
            tops = tab.evaluate("""() => Array.from(document.querySelectorAll("main a[href], main [tabindex='0']"))
              .filter(one => one.checkVisibility({ contentVisibilityAuto: true }))
              .map(one => Math.round(one.getBoundingClientRect().top))""")
            assert tab.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0, address
            up = [pair for pair in itertools.pairwise(tops) if pair[1] < pair[0] - 40]
            assert up == [], address


def test_every_table_of_the_theme_has_a_caption_and_scopes() -> None:
    tables = 0
    for path in sorted((PROJECT / "themes" / "base" / "templates").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        tables += text.count("<table")
        assert text.count("<table") == text.count("<caption>"), path.name
        assert [
            cell for cell in text.split("<th")[1:] if cell[:3] != "ead" and "scope=" not in cell.split(">")[0]
        ] == []
    assert tables > 10


def test_no_table_has_an_empty_caption_or_heading(pages: list[Page]) -> None:
    tables = 0
    for page in pages:
        for table in page.text.split("<table")[1:]:
            text = table.partition("</table>")[0]
            if "<caption>" in text:
                tables += 1
                assert text.partition("<caption>")[2].partition("</caption>")[0].strip(), page.address
            for cell in text.split("<th")[1:]:
                if cell.startswith("ead"):
                    continue
                assert cell.partition(">")[2].partition("</th>")[0].strip(), page.address
    assert tables > 150
