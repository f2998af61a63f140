"""Every report on paper, sheet by sheet: nothing is cut at an edge, and no heading stands alone at the foot."""

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page as Tab
from sampling import whole_or

from .conftest import longest_of_each_kind
from .site import Site

pytestmark = [pytest.mark.browser, pytest.mark.sampled]

REPORTS = ("results", "analysis", "measures", "progress")
DOTS_PER_MM = 6
FOOT_MM = 20
"""The margin below the text, in which the number of the sheet stands (``@page`` of the theme)."""
DARK = 110
Print = Callable[[str], Any]
"""From the address of a report to its sheets, a ``PdfDocument``."""

WHOLE = """() => [...document.querySelectorAll("tr, .measure, .finding, .observation, dd, h2, h3, h4, caption")]
  .filter(one => one.offsetHeight && getComputedStyle(one).breakInside !== "avoid")
  .map(one => one.outerHTML.slice(0, 200))"""
WIDE = """() => [...document.querySelectorAll("main *")]
  .filter(one => one.offsetHeight && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="session")
def reports(shipped: Site) -> list[str]:
    """The addresses of the reports of all agencies; in a sample the longest of each kind."""
    found = [page for page in shipped.pages.values() if page.kind in REPORTS]
    return whole_or(longest_of_each_kind(found), sorted(page.address for page in found))


@pytest.fixture
def on_paper(shipped: Site, chromium_page: Tab) -> Callable[[str], Tab]:
    """Opens a report as it is laid out on a sheet of A4."""

    def opened(address: str) -> Tab:
        chromium_page.set_viewport_size({"width": 673, "height": 979})
        chromium_page.emulate_media(media="print")
        chromium_page.goto((shipped.root / address).as_uri())
        return chromium_page

    return opened


@pytest.fixture(scope="session")
def kept() -> dict[str, Any]:
    """What was printed already."""
    return {}


@pytest.fixture
def printed(on_paper: Callable[[str], Tab], kept: dict[str, Any]) -> Print:
    """Prints a report."""

    def made(address: str) -> Any:
        if address not in kept:
            sheets = on_paper(address).pdf(prefer_css_page_size=True, outline=True, tagged=True)
            kept[address] = pypdfium2.PdfDocument(sheets)
        return kept[address]

    return made


def test_there_are_reports_of_every_kind(reports: list[str]) -> None:
    assert {address.split("/")[-2] for address in reports} == set(REPORTS)


def test_nothing_is_cut_at_the_foot_of_a_sheet(reports: list[str], printed: Print) -> None:
    cut = [
        f"{address}, sheet {number}"
        for address in reports
        for number, sheet in enumerate(printed(address), 1)
        if _has_ink(sheet, from_foot=FOOT_MM - 0.2, to_foot=FOOT_MM + 0.4)
    ]
    assert cut == []


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(reports: list[str], printed: Print) -> None:
    alone = []
    seen = 0
    for address in reports:
        pdf = printed(address)
        for bookmark in pdf.get_toc():
            target = bookmark.get_dest()
            _, view = target.get_view()
            sheet = pdf[target.get_index()]
            below = _lines_below(sheet, view[1])
            seen += 1
            if len(below) < 2:
                alone.append(f"{address}, sheet {target.get_index() + 1}: {bookmark.get_title()}")
    assert alone == []
    assert seen > whole_or(20, 100)


def test_rows_and_cards_are_kept_whole(reports: list[str], on_paper: Callable[[str], Tab]) -> None:
    assert {address: cut for address in reports if (cut := on_paper(address).evaluate(WHOLE))} == {}


def test_nothing_is_wider_than_the_sheet(reports: list[str], on_paper: Callable[[str], Tab]) -> None:
    assert {address: wide for address in reports if (wide := on_paper(address).evaluate(WIDE))} == {}


def test_sheets_are_numbered_but_for_the_cover(reports: list[str], printed: Print) -> None:
    for address in reports:
        pdf = printed(address)
        assert not _has_ink(pdf[0], from_foot=5, to_foot=FOOT_MM - 1), address
        assert all(_has_ink(pdf[sheet], from_foot=5, to_foot=FOOT_MM - 1) for sheet in range(1, len(pdf))), address


def _has_ink(sheet: Any, *, from_foot: float, to_foot: float) -> bool:
    """Whether anything dark stands between two heights above the foot of a sheet, in millimetres.

    A line across, or at the side, is the border of a card and not a letter.
    """
    bitmap = sheet.render(scale=DOTS_PER_MM * 25.4 / 72, grayscale=True)
    rows, width, stride = bytes(bitmap.buffer), bitmap.width, bitmap.stride
    side = 18 * DOTS_PER_MM
    for row in range(int(bitmap.height - to_foot * DOTS_PER_MM), int(bitmap.height - from_foot * DOTS_PER_MM)):
        line = rows[row * stride + side : row * stride + width - side]
        dark = sum(dot < DARK for dot in line)
        if 0 < dark < len(line) // 2:
            return True
    return False


def _lines_below(sheet: Any, top: float) -> list[int]:
    """The heights of the lines of text below a height on a sheet, without the sheet's own number."""
    text = sheet.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    foot = FOOT_MM * 72 / 25.4
    return sorted({round(box[1] / 8) for box in boxes if foot < box[1] and box[3] < top + 2})
