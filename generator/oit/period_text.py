"""Periods, days and months as a message names them, in Thai and of the Buddhist era."""

import datetime
from collections.abc import Iterable

from generator.oit.period import Period

_OFFSET = 543
_NAMES = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


def years_of(covers: Period) -> set[int]:
    """The years of the Buddhist era, fiscal and of the calendar, that a period touches."""
    fiscal = covers.until.year + (covers.until.month >= 10)
    return set(range(covers.start.year + _OFFSET, fiscal + _OFFSET + 1))


def stretch(period: Period) -> str:
    """A period for a message: a fiscal year by its number, else its days."""
    first, last = period.start, period.until
    if (first.month, first.day, last.month, last.day) == (10, 1, 9, 30):
        years = range(first.year + 1 + _OFFSET, last.year + 1 + _OFFSET)
        return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return day_text(first) if first == last else f"{day_text(first)} – {day_text(last)}"


def day_text(day: datetime.date) -> str:
    """A day with the short name of its month."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year + _OFFSET}"


def length(period: Period) -> int:
    """How many months a period touches."""
    return (period.until.year - period.start.year) * 12 + period.until.month - period.start.month + 1


def months_of(missing: Iterable[Period]) -> str:
    """Every month that is missing, in whole or in part."""
    found: list[str] = []
    for gap in missing:
        for number in range(length(gap)):
            month = gap.start.month - 1 + number
            found.append(f"{_NAMES[month % 12]} {gap.start.year + month // 12 + _OFFSET}")
    return ", ".join(dict.fromkeys(found))
