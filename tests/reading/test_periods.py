"""Periods as officers write them, and as the program prints them itself."""

import datetime

import pytest

from generator.oit.period import Period, PeriodRule, first_half, fiscal_year, required_period
from generator.reading.periods import is_none, period
from generator.rendering.wording import Wording, asked_period

FISCAL_2569 = fiscal_year(2569)
HALF_2568 = first_half(2568)
FIVE_YEARS = Period(datetime.date(2022, 10, 1), datetime.date(2027, 9, 30))
SECOND_QUARTER = Period(datetime.date(2026, 1, 1), datetime.date(2026, 3, 31))
SECOND_HALF = Period(datetime.date(2026, 4, 1), datetime.date(2026, 9, 30))
SPELLINGS = [
    *[(text, FISCAL_2569) for text in (
        "2569", "๒๕๖๙", "พ.ศ. 2569", "พ.ศ.๒๕๖๙", "พศ 2569", "ปี 2569", "ปี69", "ปีงบ 69", "งบ 69", "ประจำปี 2569",
        "ปีงบประมาณ พ.ศ. 2569", "ปีงบประมาณ 2569", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "ปีงบประมาณ 69", "FY2569",
        "ตุลาคม 2568 - กันยายน 2569", "ต.ค. 68 – ก.ย. 69", "1 ตุลาคม 2568 ถึงวันที่ 30 กันยายน 2569", "รอบ 12 เดือน 2569",
        "ปีงบประมาณ 2569 (1 ต.ค. 68 - 30 ก.ย. 69)", "ไตรมาส 1-4/2569", " “2569” ", "2569\u200b",
    )],
    *[(text, HALF_2568) for text in (
        "ต.ค. 67 – มี.ค. 68", "ต.ค. 67-มี.ค. 68", "ต.ค.67—มี.ค.68", "ตค 67 ‑ มีค 68", "ต.ค 67 ถึง มี.ค 68", "ต.ค.๖๗–มี.ค.๖๘",
        "ตุลาคม 2567 ถึง มีนาคม 2568", "เดือนตุลาคม 2567 จนถึงเดือนมีนาคม 2568", "ตั้งแต่ ต.ค. 67 ถึง มี.ค. 68",
        "2567-10-01..2568-03-31", "2567-10-01 - 2568-03-31", "2567-10..2568-03", "1/10/2567 - 31/3/2568",
        "1 ต.ค. 2567 – 31 มี.ค. 2568", "1 ตุลาคม พ.ศ. 2567 … 31 มีนาคม พ.ศ. 2568", "2024-10-01..2025-03-31",
        "รอบ 6 เดือน 2568", "รอบ 6 เดือนแรก ปีงบประมาณ พ.ศ. ๒๕๖๘", "รอบหกเดือนแรก 2568", "6 เดือนแรก/2568", "ครึ่งปีแรก 2568",
        "ปีงบประมาณ 2568 รอบ 6 เดือนแรก", "รอบ 6 เดือน (ต.ค. 67 - มี.ค. 68)", "ไตรมาส 1-2/2568",
        "ไตรมาสที่ 1 และ 2 ปีงบประมาณ 2568", "ไตรมาส 1/2568 - ไตรมาส 2/2568", "1 October B.E. 2567 – 31 March B.E. 2568",
    )],
    *[(text, FIVE_YEARS) for text in (
        "2566-2570", "2566 – 2570", "พ.ศ. 2566 – 2570", "พ.ศ.2566-พ.ศ.2570", "2566..2570", "2566 ถึง 2570",
        "(พ.ศ. 2566 - 2570)",
        "ปีงบประมาณ พ.ศ. 2566 ถึง 2570", "๒๕๖๖-๒๕๗๐", "2566-70", "ปี 2566 - 2570", "แผน 5 ปี (พ.ศ. 2566-2570)",
    )],
    *[(text, SECOND_QUARTER) for text in (
        "ไตรมาส 2/2569", "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2569", "ไตรมาส ๒/๒๕๖๙", "ไตรมาส 2 ปี 69", "Q2/2569",
        "ปีงบประมาณ 2569 ไตรมาสที่ 2", "ม.ค. - มี.ค. 2569",
    )],
    *[(text, SECOND_HALF) for text in ("รอบ 6 เดือนหลัง 2569", "ครึ่งปีหลัง ปีงบประมาณ 2569")],
    *[(text, Period(datetime.date(2025, 1, 1), datetime.date(2025, 1, 31))) for text in (
        "มกราคม 2568", "ม.ค. 68", "มค 68", "ประจำเดือนมกราคม 2568", "1 - 31 มกราคม 2568", "2568-01", "Jan 2025",
    )],
    ("2568 และ 2569", Period(datetime.date(2024, 10, 1), datetime.date(2026, 9, 30))),
    ("30 ก.ย. 68", Period(datetime.date(2025, 9, 30), datetime.date(2025, 9, 30))),
]  # fmt: skip
NO_PERIOD = [
    "", "ตลอดปี", "ไตรมาส 2", "ก่อน - หลัง", "2569..", "..2569", "2568/2569", "10/2567",
    "30 ก.พ. 2568", "2569-2568", "ไตรมาส 5/2569",
    "มี.ค. 2568 - ต.ค. 2567", "แผน (2566-2570) ฉบับ 2568", "2568 (2569)", "ปีงบประมาณ พ.ศ. 2568 " + "ก" * 300,
    # which year is meant is for the officer to say
    "68", "2025", "ค.ศ. 2025", "ปีงบประมาณ 2025", "2023-2027", "ม.ค. 25", "ต.ค. - มี.ค. 2568",
]  # fmt: skip


def test_a_period_is_read_in_every_spelling() -> None:
    read = [(text, period(text)) for text, _ in SPELLINGS]
    assert [row for row, known in zip(read, SPELLINGS, strict=True) if row != known] == []


def test_no_period_is_guessed() -> None:
    assert [text for text in NO_PERIOD if period(text) is not None or is_none(text)] == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("rule", PeriodRule)
def test_what_is_printed_as_the_period_of_an_item_can_be_typed(rule: PeriodRule, language: str) -> None:
    printed = asked_period(rule, 2569, "th" if language == "th" else "en")
    required = required_period(rule, 2569)
    read = period(printed)
    if required is None:
        assert is_none(printed)
    else:
        assert read is not None
        assert read.start <= required.start
        assert read.until >= required.until


@pytest.mark.parametrize("known", [FISCAL_2569, HALF_2568, FIVE_YEARS, SECOND_QUARTER])
def test_a_period_shown_on_a_page_reads_back_as_it_was(known: Period) -> None:
    assert period(Wording("th", {}).period(known)) == known
    assert period(Wording("en", {}).period(known)) == known
