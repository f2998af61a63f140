"""One quantity printed at several places, sentences against the tables, and measures outside their year."""

import json
from fractions import Fraction
from typing import Any

import pytest
from tables import every_row

from generator.diagnostics import Report
from generator.oit.arithmetic import CountAgainstLine, ScoreAgainstLine
from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.observation import ClaimRefuted, MeasureOutsideYear, PrintedTwice, YearDiffers
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Quantity
from generator.reading.measures_file import read_measures

from .builders import content, indicators, report_of, shipped
from .examined import AGREEING, NINE, found, only, without


def test_a_figure_printed_in_two_ways_is_shown_with_its_places() -> None:
    seen = only(
        PrintedTwice,
        indicators=indicators({"9": "73.79"}),
        printed=[
            {"figure": "indicator 9", "value": "73.79", "where": "ตาราง"},
            {"figure": "indicator 9", "value": "53.77", "where": "หัวข้อ"},
        ],
    )
    assert (seen.figure, seen.values) == (NINE, (Fraction("73.79"), Fraction("53.77")))
    assert [(one.value, one.where) for one in seen.printed] == [("73.79", "ตาราง"), ("53.77", "หัวข้อ")]


def test_it_is_shown_at_the_place_that_departs_from_the_table() -> None:
    report = report_of(
        indicators=indicators({"9": "73.79"}),
        printed=[
            {"figure": "indicator 9", "value": "73.79"},
            {"figure": "indicator 9", "value": "53.77"},
            {"figure": "indicator 9", "value": "73.97"},
        ],
    )
    year = content(shipped(2565), results=report)
    (seen,) = [one for one in cross_examine(year, assess(year).official) if isinstance(one, PrintedTwice)]
    assert seen.span == report.printed[1].span


def test_the_table_counts_as_one_place() -> None:
    seen = only(
        PrintedTwice,
        total={"score": "85.29"},
        printed=[{"figure": "total", "value": "85.30", "where": "ปก"}],
    )
    assert seen.values == (Fraction("85.29"), Fraction("85.30"))


@pytest.mark.parametrize("value", ["85", "85.00", "๘๕.๐๐", "85.00%"])
def test_spellings_of_one_number_are_one_value(value: str) -> None:
    assert without(PrintedTwice, total={"score": "85"}, printed=[{"figure": "total", "value": value, "where": "ปก"}])


def test_a_quantity_named_in_words_is_compared_with_itself() -> None:
    words = "เป้าหมาย: สัดส่วนหน่วยงานที่ผ่านเกณฑ์ (ร้อยละ)"
    seen = only(
        PrintedTwice,
        printed=[{"figure": words, "value": "84", "where": "ก"}, {"figure": words, "value": "80", "where": "ข"}],
    )
    assert (seen.figure, seen.values) == (words, (Fraction(84), Fraction(80)))


def test_a_sentence_that_the_table_refutes_is_quoted() -> None:
    seen = only(
        ClaimRefuted,
        indicators=indicators(AGREEING),
        statements=[
            {
                "text": "ผ่าน 9 ตัวชี้วัด ไม่ผ่าน 0 ตัวชี้วัด",
                "where": "หัวข้อ ๑",
                "claims": [
                    {"figure": "indicators passed", "value": "9"},
                    {"figure": "indicators failed", "value": "0"},
                ],
            }
        ],
    )
    assert seen.text == "ผ่าน 9 ตัวชี้วัด ไม่ผ่าน 0 ตัวชี้วัด"
    assert [(claim.figure, claim.value, found) for claim, found in seen.claims] == [
        (Quantity.PASSED, "9", Fraction(8)),
        (Quantity.FAILED, "0", Fraction(2)),
    ]
    four, five = (Reference(ReferenceKind.INDICATOR, number) for number in "45")
    assert seen.steps == (
        ScoreAgainstLine(four, Fraction("82.66"), Fraction(85)),
        ScoreAgainstLine(five, Fraction("80.55"), Fraction(85)),
        CountAgainstLine(8, 2, Fraction(85)),
    )


@pytest.mark.parametrize(
    ("figure", "value", "follows"),
    [("total", "90", "90.53"), ("indicator 9", "99", "100"), ("total", "90.53", None)],
)
def test_a_figure_in_a_sentence_is_compared_with_the_table(figure: str, value: str, follows: str | None) -> None:
    printed: dict[str, Any] = {
        "total": {"score": "90.53"},
        "indicators": indicators(AGREEING),
        "statements": [{"text": "ถ้อยคำ", "claims": [{"figure": figure, "value": value}]}],
    }
    if follows is None:
        assert without(ClaimRefuted, **printed)
    else:
        (examined,) = only(ClaimRefuted, **printed).claims
        assert (str(examined.claim.figure), examined.found) == (figure, Fraction(follows))


@every_row("figure", ["indicators passed", "indicator 1", "total", "O1", "instrument IIT"])
def test_a_claim_of_what_no_table_gives_is_left_open(figure: str) -> None:
    assert found(statements=[{"text": "ถ้อยคำ", "claims": [{"figure": figure, "value": "9"}]}]) == []


@pytest.mark.parametrize(("value", "refuted"), [("2566", True), ("2565", False), ("๒๕๖๕", False)])
def test_a_sentence_about_another_year_is_found(value: str, refuted: bool) -> None:
    sentence = {"text": "ประจำปี", "claims": [{"figure": "year", "value": value}]}
    seen = [(one.stated, one.year) for one in found(statements=[sentence]) if isinstance(one, YearDiffers)]
    assert seen == ([(value, 2565)] if refuted else [])


def _measures(*rows: dict[str, str], for_year: str = "2566") -> list[MeasureOutsideYear]:
    tree = {
        "source": {"title": "มาตรการ"},
        "for_year": for_year,
        "measures": [{"title": "อบรม", **row} for row in rows],
    }
    report = Report()
    read = read_measures(json.dumps(tree).encode(), "content/ban-taeng/2565/measures.yaml", 2565, report)
    assert report.diagnostics == []
    year = content(shipped(2565))._replace(measures=read)
    return [one for one in cross_examine(year, assess(year).official) if isinstance(one, MeasureOutsideYear)]


@every_row(
    ("start", "until", "outside"),
    [
        ("2565-10-01", "2566-09-30", False),
        ("2565-09-01", "2565-10-01", False),
        ("2566-09-30", "2567-12-31", False),
        ("2566-10-01", "2566-12-31", True),
        ("2565-01-01", "2565-09-30", True),
        ("2566-10-01", "", True),
        ("", "2565-09-30", True),
        ("2566-09-30", "", False),
        ("", "", False),
    ],
)
def test_a_measure_shares_a_day_with_the_year_it_is_for(start: str, until: str, outside: bool) -> None:
    dates = {name: text for name, text in (("from", start), ("until", until)) if text}
    found = _measures({**dates, "period": "ตามที่พิมพ์"})
    assert [one[:3] for one in found] == ([("อบรม", "ตามที่พิมพ์", 2566)] if outside else [])
