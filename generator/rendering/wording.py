"""How dates, periods, sizes and sums are written for a reader, in the language of a page.

The words of the interface come from the theme; how a day or a period is said does not.
"""

import datetime
from collections.abc import Mapping, Sequence
from fractions import Fraction

from generator.language import LANGUAGES, Language
from generator.oit.period import Period, PeriodRule, fiscal_year
from generator.oit.rounding import short_points

_MONTHS: dict[Language, tuple[str, ...]] = {
    "th": (
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_YEAR: dict[Language, str] = {"th": "{year}", "en": "B.E. {year}"}
"""How the year of a day is written: Buddhist era in both, so that a day agrees with the fiscal years around it."""
_FISCAL_YEAR: dict[Language, str] = {"th": "ปีงบประมาณ พ.ศ. {year}", "en": "Fiscal year B.E. {year}"}
_OFFSET = 543
_RULES: dict[PeriodRule, tuple[str, str]] = {
    PeriodRule.CURRENT: ("เป็นข้อมูลปัจจุบัน ไม่กำหนดปี", "Current data, of no particular year"),
    PeriodRule.FY_CURRENT: ("ปีงบประมาณ พ.ศ. {year}", "Fiscal year B.E. {year}"),
    PeriodRule.H1_CURRENT: ("รอบ 6 เดือนแรกของปีงบประมาณ พ.ศ. {year}", "The first 6 months of fiscal year B.E. {year}"),
    PeriodRule.Q2_CURRENT: (
        "แผนทั้งปีงบประมาณ พ.ศ. {year} และความก้าวหน้าถึงสิ้นไตรมาสที่ 2",
        "The plan of fiscal year B.E. {year} and its progress to the end of the second quarter",
    ),
    PeriodRule.FY_PREVIOUS: ("ปีงบประมาณ พ.ศ. {previous}", "Fiscal year B.E. {previous}"),
    PeriodRule.MONTHLY_CURRENT: (
        "รายเดือนในปีงบประมาณ พ.ศ. {year} อย่างน้อย 6 เดือนแรก",
        "Month by month in fiscal year B.E. {year}, at least the first 6 months",
    ),
    PeriodRule.MULTI_YEAR: (
        "แผนที่มีผลใช้บังคับครอบคลุมปีงบประมาณ พ.ศ. {year}",
        "A plan in force that covers fiscal year B.E. {year}",
    ),
    PeriodRule.FY_CURRENT_AND_PREVIOUS: (
        "ปีงบประมาณ พ.ศ. {previous} และ พ.ศ. {year}",
        "Fiscal years B.E. {previous} and {year}",
    ),
    PeriodRule.UNCERTAIN: (
        "ยังไม่มีแหล่งยืนยันช่วงเวลาที่ต้องครอบคลุม",
        "No source yet confirms the period that must be covered",
    ),
}


class Wording:
    """Words, dates and periods in one language; ``strings`` are the words of the theme in it."""

    __slots__ = ("_strings", "language")

    def __init__(self, language: Language, strings: Mapping[str, str]) -> None:
        self.language = language
        self._strings = strings

    def say(self, key: str, **values: object) -> str:
        """Words of the theme, filled in; a theme's words name the same values as those of the base theme."""
        return self._strings[key] % values if values else self._strings[key]

    def date(self, day: datetime.date | None) -> str:
        """A day in words, Buddhist era: ``30 เมษายน 2564``; nothing for no day."""
        return "" if day is None else f"{day.day} {self._month(day)}"

    def month(self, day: datetime.date | None) -> str:
        """A month in words: ``ตุลาคม 2565``. A day that is not the first of its month keeps its day."""
        if day is None:
            return ""
        return self.date(day) if day.day != 1 else self._month(day)

    def period(self, period: Period | None) -> str:
        """A stretch of time in words; a whole fiscal year by its name."""
        if period is None:
            return ""
        year = period.until.year + _OFFSET
        if period == fiscal_year(year):
            return _FISCAL_YEAR[self.language].format(year=year)
        if period.start == period.until:
            return self.date(period.start)
        return f"{self.date(period.start)} – {self.date(period.until)}"

    def asked(self, rule: PeriodRule, year: int) -> str:
        """What an item asks its evidence to cover, in words."""
        return asked_period(rule, year, self.language)

    def _month(self, day: datetime.date) -> str:
        return f"{_MONTHS[self.language][day.month - 1]} {_YEAR[self.language].format(year=day.year + _OFFSET)}"


def asked_period(rule: PeriodRule, year: int, language: Language = "th") -> str:
    """What an item asks its evidence to cover, in words."""
    return _RULES[rule][LANGUAGES.index(language)].format(year=year, previous=year - 1)


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
