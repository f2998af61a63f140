"""Every page of an agency-year carries the compliance index and the score summary."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import generator

from .site import Page, Site

INDEX = "compliance-index"
SUMMARY = "score-summary"


def _numbers(node: Any) -> Iterator[str]:
    """The item numbers of a catalogue in its order, read without the generator."""
    if isinstance(node, dict):
        if "elements" in node:
            yield node["no"]
        for value in node.values():
            yield from _numbers(value)
    elif isinstance(node, list):
        for one in node:
            yield from _numbers(one)


def _catalogue(year: str) -> list[str]:
    path = Path(generator.__file__).parent / "catalogues" / f"oit-{year}.yaml"
    return list(_numbers(yaml.safe_load(path.read_text(encoding="utf-8"))["instruments"]))


@pytest.fixture
def year_pages(pages: list[Page]) -> list[Page]:
    return [page for page in pages if page.of_a_year]


def test_the_shipped_content_is_four_municipalities_in_188_pages(shipped: Site) -> None:
    assert len(shipped.pages) == 188
    assert {page.split("/")[0] for page in shipped.pages if page.count("/") == 3} == {
        "che-bilang",
        "kok-tum",
        "kut-chik",
        "phok-noi",
    }


def test_each_kind_of_page_is_among_them(pages: list[Page]) -> None:
    assert {page.kind for page in pages} == {
        "portal", "agency", "dashboard", "item", "results", "analysis", "measures", "progress", "methods", "method",
        "lost",
    }  # fmt: skip


def test_a_page_of_a_year_has_one_index_and_one_summary_and_other_pages_none(pages: list[Page]) -> None:
    wrong = [
        page.address for page in pages if (page.ids[INDEX], page.ids[SUMMARY]) != ((1, 1) if page.of_a_year else (0, 0))
    ]
    assert wrong == []


def test_every_page_below_a_year_is_a_page_of_that_year(pages: list[Page]) -> None:
    """So that no page escapes the promise by calling itself something else."""
    below = [page for page in pages if page.year_folder]
    assert [page.address for page in below if not (page.of_a_year or page.kind == "method")] == []


def test_the_index_lists_every_item_of_the_catalogue_in_order(year_pages: list[Page]) -> None:
    assert year_pages
    for page in year_pages:
        rows = [element.attributes["data-item"] for element in page.elements if "data-item" in element.attributes]
        assert rows == _catalogue(page.year_folder.rpartition("/")[2]), page.address


def test_a_row_of_the_index_leads_to_the_page_of_its_item(year_pages: list[Page]) -> None:
    for page in year_pages:
        rows = [element.attributes for element in page.elements if "data-item" in element.attributes]
        for row in rows:
            number = int(row["data-item"].removeprefix("O"))
            assert page.target(row["href"])[0] == f"{page.year_folder}/o{number:02}/index.html"


def test_the_page_of_an_item_marks_its_own_row_and_no_other(year_pages: list[Page]) -> None:
    for page in year_pages:
        marked = [
            page.target(element.attributes["href"])[0]
            for element in page.elements
            if "data-item" in element.attributes and element.attributes.get("aria-current") == "page"
        ]
        assert marked == ([page.address] if page.kind == "item" else []), page.address


@pytest.mark.parametrize("name", ["shipped", "example"])
def test_states_and_scores_are_the_same_on_every_page_and_in_the_data(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    checked = 0
    for page in site.pages.values():
        if not page.of_a_year:
            continue
        data = json.loads(site.files[f"{page.year_folder}/data.json"])
        states = {
            element.attributes["data-item"]: element.attributes["data-state"]
            for element in page.elements
            if "data-item" in element.attributes
        }
        assert states == {item["item"]: item["state"] for item in data["items"]}, page.address
        summary = page.text.partition(f'id="{SUMMARY}"')[2].partition("</section>")[0]
        for key in ("verified", "claimed"):
            scores = data["scores"][key]
            for score in (scores["instrument"], *scores["sub_indicators"].values()) if scores else ():
                shown = score if name == "shipped" else score.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
                assert shown in summary, (page.address, key, score)
        checked += 1
    assert checked
