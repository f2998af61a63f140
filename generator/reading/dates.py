"""Dates as Thai officers write them: Buddhist or Common Era, digits or Thai month names.

A year from 2400 on is Buddhist era (BE = CE + 543), one from 1900 to 2199 is Common Era; nothing
else is a year, so no date is ever guessed.
"""

import datetime
import re

from generator.oit.period import Period, fiscal_year
from generator.reading.spelling import arabic_digits

MONTHS = (
    ("มกราคม", "ม.ค."), ("กุมภาพันธ์", "ก.พ."), ("มีนาคม", "มี.ค."), ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."), ("มิถุนายน", "มิ.ย."), ("กรกฎาคม", "ก.ค."), ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."), ("ตุลาคม", "ต.ค."), ("พฤศจิกายน", "พ.ย."), ("ธันวาคม", "ธ.ค."),
)  # fmt: skip
_MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NAMED = re.compile(r"(?:([0-9]{1,2})\s+)?(\S+?)\s*(?:พ\.ศ\.\s*)?([0-9]{4})")


def buddhist_year(text: str) -> int | None:
    """A year of the Buddhist era from four digits, Thai ones allowed; a year of the Common Era is not one."""
    digits = arabic_digits(text.strip())
    return int(digits) if re.fullmatch(r"2[4-9][0-9]{2}", digits) else None


def common_year(number: int) -> int | None:
    """The year in the Common Era, from either era; nothing when the number can be neither."""
    if 2400 <= number <= 2999:
        return number - 543
    return number if 1900 <= number <= 2199 else None


def year_in_name(name: str) -> int | None:
    """The year of the Buddhist era that a name is about, in any digits and of either era; nothing unless it is one."""
    found = set(re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", arabic_digits(name)))
    year = common_year(int(found.pop())) if len(found) == 1 else None
    return year + 543 if year is not None else None


def day(text: str) -> datetime.date | None:
    """A single day, or nothing when the text names none (an impossible day included)."""
    parts = _parts(text)
    if parts is None or parts[2] is None:
        return None
    try:
        return datetime.date(parts[0], parts[1], parts[2])
    except ValueError:
        return None


def month(text: str) -> datetime.date | None:
    """The first day of a month written without a day (``2565-10``, ``ตุลาคม ๒๕๖๕``), or nothing."""
    parts = _parts(text)
    if parts is None or parts[2] is not None or not 1 <= parts[1] <= 12:
        return None
    return datetime.date(parts[0], parts[1], 1)


def plain_period(text: str) -> Period | None:
    """A fiscal year (``2564``), a day, a month, or two of these joined by ``..``; ``periods`` reads whatever else."""
    year = buddhist_year(text)
    if year is not None:
        return fiscal_year(year)
    first, joined, last = text.partition("..")
    start = day_or_month(first)
    end = day_or_month(last) if joined else start
    if start is None or end is None or end.until < start.start:
        return None
    return Period(start.start, end.until)


def day_or_month(text: str) -> Period | None:
    """A day, or all days of a month that is written without one; nothing when it is neither."""
    found = day(text)
    if found is not None:
        return Period(found, found)
    first = month(text)
    if first is None:
        return None
    following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return Period(first, following - datetime.timedelta(days=1))


def _parts(text: str) -> tuple[int, int, int | None] | None:
    text = arabic_digits(text.strip())
    if match := _ISO.fullmatch(text):
        number, moon, of_month = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    elif match := _SLASHED.fullmatch(text):
        number, moon, of_month = int(match[3]), int(match[2]), int(match[1])
    elif (match := _NAMED.fullmatch(text)) and match[2] in _MONTH_NUMBER:
        number, moon, of_month = int(match[3]), _MONTH_NUMBER[match[2]], int(match[1]) if match[1] else None
    else:
        return None
    year = common_year(number)
    return None if year is None else (year, moon, of_month)
