"""The figures of ``method.md`` are those that the generator works out from the shipped content."""

import re

import pytest

from .conftest import Rendered
from .documents import document

_BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINES = [line for block in _BLOCK.findall(document("method.md").text) for line in block.split("\n") if line]


@pytest.mark.parametrize("line", LINES)
def test_a_worked_line_is_made_by_the_generator(line: str, texts: set[str]) -> None:
    assert line in texts


def test_the_totals_are_those_of_the_reports(rendered: list[Rendered]) -> None:
    totals = {
        one.context["agency"].slug: one.context["results"].total
        for one in rendered
        if one.template == "results.html" and one.context["results"] is not None
    }
    page = document("method.md").text

    assert (totals["kok-tum"].reported, totals["kok-tum"].recomputed) == ("85.29", "85.29")
    assert (totals["phok-noi"].reported, totals["phok-noi"].recomputed) == ("93.95", "93.94")
    assert [figure for figure in ("85.29", "93.95", "93.94") if figure not in page] == []


def test_the_score_has_the_three_patterns_of_which_one_fits(rendered: list[Rendered]) -> None:
    page = document("method.md").text
    results = next(
        one.context["results"]
        for one in rendered
        if one.template == "results.html" and one.context["agency"].slug == "kok-tum"
    )
    group = next(group for group in results.patterns if group.score == "73.79")
    zeros = [row.number for row in results.items if row.official == "0"]

    assert [pattern.met in page for pattern in group.patterns] == [True, True, True]
    assert (group.count, group.fitting) == (3, 1)
    assert group.patterns[0].unnamed == "9.2 (1), 9.5 (1)"
    assert ", ".join(zeros) in page


def test_meeting_an_item_brings_the_total_that_is_told(rendered: list[Rendered]) -> None:
    todo = next(
        one.context["todo"]
        for one in rendered
        if one.template == "dashboard.html" and one.context["agency"].slug == "kok-tum"
    )
    row = next(row for row in todo if row.number == "O12")

    assert (row.now, row.then) == ("85.29", "85.79")
    assert "85.79" in document("method.md").text


def test_what_rounding_and_other_printed_values_allow_is_as_told(texts: set[str]) -> None:
    page = document("method.md", "th").text
    told = next(text for text in texts if "93.9328" in text)
    tried = next(text for text in texts if "ลองเลือกค่าที่พิมพ์ไว้ต่างกันทั้ง" in text)

    assert "93.9328 ถึง 93.9428" in told
    assert "93.9328 ถึง 93.9428" in page
    assert "ทั้ง 16 แบบ" in tried
    assert "ทั้ง 16 แบบ" in page
