"""How dates, periods, sizes and sums are written for a reader, in Thai."""

import datetime
from collections.abc import Sequence
from fractions import Fraction

from generator.oit.period import Period, PeriodRule, fiscal_year
from generator.oit.rounding import short_points

_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_OFFSET = 543
_RULES = {
    PeriodRule.CURRENT: "เป็นข้อมูลปัจจุบัน ไม่กำหนดปี",
    PeriodRule.FY_CURRENT: "ปีงบประมาณ พ.ศ. {year}",
    PeriodRule.H1_CURRENT: "รอบ 6 เดือนแรกของปีงบประมาณ พ.ศ. {year}",
    PeriodRule.Q2_CURRENT: "แผนทั้งปีงบประมาณ พ.ศ. {year} และความก้าวหน้าถึงสิ้นไตรมาสที่ 2",
    PeriodRule.FY_PREVIOUS: "ปีงบประมาณ พ.ศ. {previous}",
    PeriodRule.MONTHLY_CURRENT: "รายเดือนในปีงบประมาณ พ.ศ. {year} อย่างน้อย 6 เดือนแรก",
    PeriodRule.MULTI_YEAR: "แผนที่มีผลใช้บังคับครอบคลุมปีงบประมาณ พ.ศ. {year}",
    PeriodRule.FY_CURRENT_AND_PREVIOUS: "ปีงบประมาณ พ.ศ. {previous} และ พ.ศ. {year}",
    PeriodRule.UNCERTAIN: "ยังไม่มีแหล่งยืนยันช่วงเวลาที่ต้องครอบคลุม",
}


def thai_date(day: datetime.date | None) -> str:
    """A day in words, Buddhist era: ``30 เมษายน 2564``; nothing for no day."""
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year + _OFFSET}"


def thai_month(day: datetime.date | None) -> str:
    """A month in words: ``ตุลาคม 2565``. A day that is not the first of its month keeps its day."""
    if day is None:
        return ""
    return thai_date(day) if day.day != 1 else f"{_MONTHS[day.month - 1]} {day.year + _OFFSET}"


def thai_period(period: Period | None) -> str:
    """A stretch of time in words; a whole fiscal year by its name."""
    if period is None:
        return ""
    year = period.until.year + _OFFSET
    if period == fiscal_year(year):
        return f"ปีงบประมาณ พ.ศ. {year}"
    if period.start == period.until:
        return thai_date(period.start)
    return f"{thai_date(period.start)} – {thai_date(period.until)}"


def asked_period(rule: PeriodRule, year: int) -> str:
    """What an item asks its evidence to cover, in words."""
    return _RULES[rule].format(year=year, previous=year - 1)


def file_size(size: int) -> str:
    """A file's size for a reader: ``128 KB``, ``1.4 MB``."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{(size + 512) // 1024} KB"
    tenths = (size * 10 + 512 * 1024) // (1024 * 1024)
    return f"{tenths // 10}.{tenths % 10} MB"


def sum_of(value: Fraction, terms: Sequence[Fraction]) -> str:
    """A mean with its parts: ``73.79 = (100 + 62.50 + 71.43 + 75 + 60) / 5``; alike items are counted."""
    if not terms:
        return ""
    distinct = sorted(set(terms), reverse=True)
    if len(terms) > 5 and len(distinct) <= 2:
        counted = " + ".join(f"{terms.count(term)} × {short_points(term)}" for term in distinct)
        return f"{short_points(value)} = ({counted}) / {len(terms)}"
    return f"{short_points(value)} = ({' + '.join(short_points(term) for term in terms)}) / {len(terms)}"


def joined(names: Sequence[str]) -> str:
    """Names in one line."""
    return " · ".join(names)
