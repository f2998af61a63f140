"""What an officer is told to write for a date that cannot be read, or whose year is a slip."""

import pytest
from tables import every_row

from generator.diagnostics import Report
from generator.reading.disclosure_file import read_disclosure
from generator.reading.measures_file import read_measures
from generator.reading.near_dates import near_day, near_fiscal_year, near_listed_year, near_period, with_near_year

YEAR = 2568
DAYS = [
    *[(text, "30 ต.ค. 2568") for text in
      ("30/10/68", "30-10-68", "30-10-2568", "30.10.2568", "2568/10/30", "10/30/2568", "25-10-30", "๓๐/๑๐/๖๘",
       "30 ตค 68", "30 ตุลา 2568", "30 ตุลาคม 68", "30 ตลาคม 2568", "30 ต.ค.68", "30 Oct 2025", "October 30, 2025",
       "วันที่ 30 ตุลาคม พ.ศ. ๒๕๖๘ เวลา 10.00 น.", "2568-10-30T10:00", "30/10/2568 10:30", "วันพฤหัสบดีที่ 30 ตุลาคม 2568",
       "30 ตุลาคม 3111", "30 ต.ค. 1482", "30 ต.ค. 2205", "“30 ตุลาคม 2568”")],
    ("31 ก.พ. 2568", "28 ก.พ. 2568"),
    ("30 กพ. 2567", "29 ก.พ. 2567"),
    ("2568-02-31", "28 ก.พ. 2568"),
    ("31/4/2568", "30 เม.ย. 2568"),
    ("30 พฤษจิกายน 2568", "30 พ.ย. 2568"),
    *[(text, "") for text in ("", "เมื่อวาน", "ตุลาคม", "2568", "2568-04", "2568/2569", "30 ตุลาคม", "30 xyz 2568",
                              "1 2 3 4", "99/99/9999", "2568-10-30-31")],
]  # fmt: skip
PERIODS = [
    *[(text, "2567-10-01..2568-03-31") for text in
      ("ต.ค. 67 - มี.ค. 68", "ต.ค. 67-มี.ค. 68", "ตุลาคม 2567 ถึง มีนาคม 2568", "2567-10-01 - 2568-03-31",
       "1 ต.ค. 2567 – 31 มี.ค. 2568", "2568-03-31..2567-10-01", "ต.ค. - มี.ค. 2568", "1 ตุลาคม 2567 - 31 มีนาคม 2568")],
    *[(text, "2568") for text in ("2025", "68", "ปี 2568", "ปีงบประมาณ พ.ศ. ๒๕๖๘", "3111")],
    ("2566-2570", "2565-10-01..2570-09-30"),
    ("ต.ค. - ธ.ค. 2567", "2567-10-01..2567-12-31"),
    *[(text, "") for text in ("ตลอดปี", "ไตรมาส 2", "", "..", "2568/2569", "ก่อน - หลัง")],
]  # fmt: skip
SLIPS = [
    ("2658-04-30", "2568-04-30"),
    ("2586", "2568"),
    ("30 เม.ย. 2658", "30 เม.ย. 2568"),
    ("๓๐ เม.ย. ๒๖๕๘", "30 เม.ย. 2568"),
    ("2558-01-01", "2568-01-01"),
    ("2567-10-01..2658-09-30", "2567-10-01..2568-09-30"),
    ("2052-04-30", "2025-04-30"),
    ("3111", "2568"),
    ("2490-01-01", ""),
    ("2568-01-01", ""),
]


@every_row(("text", "meant"), DAYS)
def test_a_day_as_it_should_be_written(text: str, meant: str) -> None:
    assert near_day(text, YEAR) == meant


@every_row(("text", "meant"), PERIODS)
def test_a_period_as_it_should_be_written(text: str, meant: str) -> None:
    assert near_period(text, YEAR) == meant


@every_row(("text", "meant"), SLIPS)
def test_the_year_that_was_probably_meant(text: str, meant: str) -> None:
    assert with_near_year(text, YEAR) == meant


def test_a_month_is_enough_where_a_field_takes_one() -> None:
    assert near_day("ตุลาคม 68", YEAR, months=True) == "ต.ค. 2568"
    assert near_day("10/2568", YEAR, months=True) == "ต.ค. 2568"
    assert near_day("ตุลาคม 68", YEAR) == ""


def test_a_fiscal_year_as_it_should_be_written() -> None:
    assert [near_fiscal_year(text, YEAR) for text in ("2025", "68", "พ.ศ. 2568", "ปี ๒๕๖๘", "ต.ค. 2568", "ก")] == [
        "2568", "2568", "2568", "2568", "", "",
    ]  # fmt: skip


def warned(front: str, year: int = YEAR) -> list[tuple[str, str, str]]:
    report = Report()
    read_disclosure(f"---\nitem: O12\n{front}\n---\n".encode(), "o12.md", report, year)
    return [(d.severity, d.code, d.param("suggestion")) for d in report.sorted()]


def evidence(field: str) -> str:
    return f"evidence: [{{nil: ไม่มี, {field}}}]"


FAR = [
    ("updated: 2658-04-30", "2568-04-30"),
    ("updated: 2586-04-30", "2568-04-30"),
    ("updated: 2558-04-30", "2568-04-30"),
    ("updated: 30 เม.ย. 2468", "30 เม.ย. 2568"),
    ("updated: 2490-04-30", ""),
    (evidence("date: 2658-04-30"), "2568-04-30"),
    (evidence("date: 2578-04-30"), "2568-04-30"),
    (evidence("date: 2468-04-30"), "2568-04-30"),
    (evidence("covers: 2658"), "2568"),
    (evidence("covers: 2586"), "2568"),
    (evidence("covers: 2567-10-01..2658-09-30"), "2567-10-01..2568-09-30"),
]
TRUE = [
    "updated: 2568-04-30", "updated: 2025-04-30", "updated: 2563-01-01", "updated: 2573-09-30",
    "title: พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
    evidence("date: 2540-09-02"), evidence("date: 2496-02-17"), evidence("date: 2476-04-24"),
    evidence("date: 2568-10-30"),
    evidence("covers: 2566"), evidence("covers: 2565-10-01..2570-09-30"), evidence("covers: 2568-01-01..2575-12-31"),
    evidence("covers: 2561-01-01..2580-12-31"), evidence("covers: 2570-10-01..2575-09-30"),
    evidence("covers: 2550-01-01..2580-01-01"),
]  # fmt: skip


@every_row(("front", "meant"), FAR)
def test_a_day_years_away_from_its_fiscal_year_is_told(front: str, meant: str) -> None:
    assert warned(front) == [("warning", "OIT323", meant)]


@every_row("front", TRUE)
def test_what_may_well_be_true_is_not_told(front: str) -> None:
    assert warned(front) == []


def test_where_there_is_no_fiscal_year_nothing_is_far() -> None:
    assert warned("updated: 2658-04-30", 0) == []


def test_measures_years_away_are_told() -> None:
    report = Report()
    text = (
        "source: {title: ก, issued: 2658-01}\nfor_year: 2658\n"
        "measures:\n  - {title: ข, from: 2667-10-01, until: 2668-09-30}\n"
    )
    read_measures(text.encode(), "measures.yaml", YEAR, report)
    assert [(d.code, d.span.line, d.param("suggestion")) for d in report.sorted()] == [
        ("OIT323", 1, "2568-01"),
        ("OIT323", 2, "2568"),
        ("OIT323", 4, "2567-10-01"),
        ("OIT323", 4, "2568-09-30"),
    ]


@pytest.mark.parametrize(
    ("year", "meant"),
    [(2658, "2568"), (2586, ""), (2468, "2568"), (2668, "2568"), (2570, ""), (2580, ""), (2500, ""), (2556, "")],
)
def test_a_year_without_a_list_of_items_is_told_with_the_one_that_was_meant(year: int, meant: str) -> None:
    assert near_listed_year(year, range(2563, 2570)) == meant
