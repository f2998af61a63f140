"""Every page of an agency-year carries the compliance index and the score summary."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

import generator

from .site import KINDS, Page, Site

INDEX = "compliance-index"
SUMMARY = "score-summary"


@cache
def _catalogue(year: str) -> list[str]:
    """The item numbers of a year's catalogue in its order, read without the generator."""
    path = Path(generator.__file__).parent / "catalogues" / f"oit-{year}.yaml"
    catalogue = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [
        item["no"]
        for instrument in catalogue["instruments"]
        for indicator in instrument["indicators"]
        for part in indicator.get("sub_indicators", ())
        for item in part["items"]
    ]


@pytest.fixture
def carriers(pages: list[Page]) -> list[Page]:
    """The pages of which the promise holds: those of a year, and an agency's own, which show its latest year."""
    return [page for page in pages if page.of_a_year or page.kind in {"agency", "trend"}]


def _rows(page: Page) -> list[dict[str, str]]:
    """The attributes of the rows of the page's index."""
    return [element.attributes for element in page.elements if "data-item" in element.attributes]


def _year_shown(page: Page) -> str:
    """The folder of the year whose index stands on the page: the one its first row leads to."""
    return page.target(_rows(page)[0]["href"])[0].rpartition("/o")[0]


def _data_of(page: Page) -> str:
    """The data of that year, which pages in every language share."""
    return "/".join(part for part in _year_shown(page).split("/") if part != "en") + "/data.json"


def test_the_shipped_content_is_four_municipalities_with_a_page_for_every_item(shipped: Site) -> None:
    items = Counter(page.year_folder for page in shipped.pages.values() if page.kind == "item")
    assert items == {"che-bilang/2567": 35, "kok-tum/2565": 43, "kut-chik/2564": 43, "phok-noi/2565": 43}


def test_each_kind_of_page_is_among_them(pages: list[Page]) -> None:
    assert {page.kind for page in pages} == KINDS


def test_these_pages_have_one_index_and_one_summary_and_other_pages_none(
    pages: list[Page], carriers: list[Page]
) -> None:
    wrong = [
        page.address
        for page in pages
        if (page.ids[INDEX], page.ids[SUMMARY]) != ((1, 1) if page in carriers else (0, 0))
    ]
    assert wrong == []


def test_every_page_below_a_year_is_a_page_of_that_year(pages: list[Page]) -> None:
    """So that no page escapes the promise by calling itself something else."""
    below = [page for page in pages if page.year_folder]
    assert [page.address for page in below if not (page.of_a_year or page.kind == "method")] == []


def test_the_index_lists_every_item_of_the_catalogue_in_order(carriers: list[Page]) -> None:
    assert carriers
    for page in carriers:
        catalogue = _catalogue(_year_shown(page).rpartition("/")[2])
        assert [row["data-item"] for row in _rows(page)] == catalogue, page.address


def test_a_page_of_a_year_shows_the_index_of_that_year(carriers: list[Page]) -> None:
    other = [page.address for page in carriers if page.of_a_year and _year_shown(page) != page.year_folder]
    assert other == []


def test_a_row_of_the_index_leads_to_the_page_of_its_item(carriers: list[Page]) -> None:
    for page in carriers:
        for row in _rows(page):
            number = int(row["data-item"].removeprefix("O"))
            assert page.target(row["href"])[0] == f"{_year_shown(page)}/o{number:02}/index.html"


def test_the_page_of_an_item_marks_its_own_row_and_no_other(carriers: list[Page]) -> None:
    for page in carriers:
        marked = [page.target(row["href"])[0] for row in _rows(page) if row.get("aria-current") == "page"]
        assert marked == ([page.address] if page.kind == "item" else []), page.address


@pytest.mark.parametrize("name", ["shipped", "example"])
def test_states_and_scores_are_the_same_on_every_page_and_in_the_data(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    checked = 0
    for page in site.pages.values():
        if not _rows(page):
            continue
        data = json.loads(site.files[_data_of(page)])
        assert {row["data-item"]: row["data-state"] for row in _rows(page)} == {
            item["item"]: item["state"] for item in data["items"]
        }, page.address
        summary = page.text.partition(f'id="{SUMMARY}"')[2].partition("</section>")[0]
        for key in ("complete", "reported"):
            scores = data["scores"][key]
            for score in (scores["instrument"], *scores["sub_indicators"].values()) if scores else ():
                arabic = name == "shipped" or page.address.startswith("en/")
                shown = score if arabic else score.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
                assert shown in summary, (page.address, key, score)
        checked += 1
    assert checked
