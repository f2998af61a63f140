"""Dates and periods as Thai officers write them, in either era."""

import datetime

from tables import every_row

from generator.oit.period import Period
from generator.reading import dates

LAST_OF_APRIL = datetime.date(2021, 4, 30)
DAYS = [
    "2564-04-30", "2564-4-30", "2021-04-30", "๒๕๖๔-๐๔-๓๐", "30/4/2564", "30/04/2021", "๓๐/๔/๒๕๖๔", "30 เม.ย. 2564",
    "30 เมษายน 2564", "๓๐ เมษายน ๒๕๖๔", "30 เมษายน พ.ศ. 2564", "30 เมษายน พ.ศ.2564", "30 เม.ย.2564", " 2564-04-30 ",
]  # fmt: skip


@every_row("text", DAYS)
def test_a_day_is_read_in_every_spelling(text: str) -> None:
    assert dates.day(text) == LAST_OF_APRIL
    assert dates.month(text) is None
    assert dates.plain_period(text) == Period(LAST_OF_APRIL, LAST_OF_APRIL)


MONTHS = ["2565-10", "๒๕๖๕-๑๐", "2022-10", "ตุลาคม 2565", "ตุลาคม ๒๕๖๕", "ต.ค. 2565", "ต.ค.2565", "ตุลาคม พ.ศ. 2565"]


@every_row("text", MONTHS)
def test_a_month_is_read_in_every_spelling(text: str) -> None:
    assert dates.month(text) == datetime.date(2022, 10, 1)
    assert dates.day(text) is None
    assert dates.plain_period(text) == Period(datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))


@every_row("number", range(1, 13))
def test_every_month_has_its_long_and_its_short_name(number: int) -> None:
    names = dates.MONTHS[number - 1]
    assert len(names) == 2
    for name in names:
        assert dates.month(f"{name} 2566") == datetime.date(2023, number, 1)
        assert dates.day(f"9 {name} 2566") == datetime.date(2023, number, 9)


@every_row("text", ["", "2564", "2564-13-01", "2564-00-10", "2564-04-31", "2566-02-29", "0-0-0", "64-04-30", "30/4/64",
     "30-04-2564",
     "2564/04/30", "2564-04-30T00:00", "30 เมษ 2564", "30 เมษายน", "เมษายน", "๓๐ เมษายน ๖๔", "1899-01-01",
     "2200-01-01",
     "2399-01-01", "3000-01-01", "32 มกราคม 2564", "0 มกราคม 2564", "30 April 2021", "วันที่ 30 เมษายน 2564",
     "2564-04-३०",
     "30 เมษายน 2564 x", "now"])  # fmt: skip
def test_no_day_is_guessed(text: str) -> None:
    assert dates.day(text) is None


@every_row("text", ["", "2565", "2565-13", "2565-0", "10/2565", "2565-10-", "เดือนตุลาคม", "มกรา 2565", "2200-10"])
def test_no_month_is_guessed(text: str) -> None:
    assert dates.month(text) is None


@every_row(("text", "year"), [("2564", 2564), ("๒๕๖๔", 2564), (" 2564 ", 2564), ("2400", 2400), ("2999", 2999)])
def test_a_year_is_of_the_buddhist_era(text: str, year: int) -> None:
    assert dates.buddhist_year(text) == year


@every_row("text", ["", "2021", "64", "2399", "3000", "02564", "2564.0", "2,564", "พ.ศ. 2564", "२५६४", "25 64"])
def test_no_year_is_guessed(text: str) -> None:
    assert dates.buddhist_year(text) is None


def test_both_eras_are_told_apart_by_their_numbers() -> None:
    assert [dates.common_year(number) for number in (1899, 1900, 2199, 2200, 2399, 2400, 2999, 3000)] == [
        None, 1900, 2199, None, None, 1857, 2456, None,
    ]  # fmt: skip


PERIODS = [
    ("2564", ("2020-10-01", "2021-09-30")),
    ("๒๕๖๔", ("2020-10-01", "2021-09-30")),
    ("2563-10-01..2564-03-31", ("2020-10-01", "2021-03-31")),
    ("2563-10..2564-03", ("2020-10-01", "2021-03-31")),
    ("ต.ค. 2563..มี.ค. 2564", ("2020-10-01", "2021-03-31")),
    ("1 ตุลาคม 2563 .. 31 มีนาคม 2564", ("2020-10-01", "2021-03-31")),
    ("2567-02", ("2024-02-01", "2024-02-29")),
    ("2564-12..2564-12", ("2021-12-01", "2021-12-31")),
    ("2564-05-05..2564-05-05", ("2021-05-05", "2021-05-05")),
]


@every_row(("text", "bounds"), PERIODS)
def test_a_period_runs_from_its_first_day_to_its_last(text: str, bounds: tuple[str, str]) -> None:
    start, until = (datetime.date.fromisoformat(bound) for bound in bounds)
    assert dates.plain_period(text) == Period(start, until)


@every_row(
    "text",
    [
        "",
        "..",
        "2564..",
        "..2564",
        "2564..2565",
        "2564-03-31..2563-10-01",
        "2021",
        "2564-10..",
        "2564-10-01...2564-10-02",
    ],
)
def test_no_period_is_guessed(text: str) -> None:
    assert dates.plain_period(text) is None
