"""Periods as Thai officers write them: years, quarters, rounds of months, and stretches from one to another.

A fiscal year needs no word beside it; a year of two digits needs one, or a month. A year of the Common Era
alone is never taken for a fiscal year, nor is a year guessed where none is written.
"""

import calendar
import datetime
import re

from generator.oit.period import Period, fiscal_year
from generator.reading.dates import MONTHS, buddhist_year, common_year
from generator.reading.spelling import INVISIBLE, arabic_digits

_LONGEST = 200
_CENTURY = 2500
_EARLIEST = 40
"""Two digits from here on are a year of the Buddhist era (2540–2599); fewer could be of the Common Era."""
_DASHES = re.compile("\\s*[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]\\s*")
_ERA = re.compile(r"พ\s*\.?\s*ศ\s*\.?(?=[\s0-9])|b\.\s?e\.(?=[\s0-9])")
_FROM = re.compile(r"^(?:ตั้งแต่|ระหว่าง|ช่วง|from)\s*(?=.*(?:-|ถึง|และ|to))")
_QUOTES = re.compile("[\"'“”‘’]")
_JOINT = re.compile(r"\s*(?:\.{2,3}|…|-|~|จนถึง|ถึง|และ|to\b|and\b)\s*")
_BRACKETED = re.compile(r"(.*?)\s*\(([^()]*)\)")
_LABEL = (
    r"(?:(?:ของ|ประจำ|ระหว่าง|ช่วง|สำหรับ|of)\s*)*"
    r"(?:(?:ปี)?งบประมาณ|(?:ปี)?งบ|ปี|fiscal years?|fy)\s*(?:ที่)?\s*"
)
_YEAR_FIRST = re.compile(rf"((?:{_LABEL})?[0-9]{{4}})\s+([^0-9(\s].*)")
_WRITTEN_YEAR = re.compile("[0-9]{4}")
_FISCAL = re.compile(rf"(?:{_LABEL})?([0-9]{{4}})|{_LABEL}([0-9]{{2}})")
_IN_YEAR = rf"\s*(?:/|ของ|ใน|of)?\s*(?:{_LABEL})?([0-9]{{4}}|[0-9]{{2}})"
_QUARTERS = re.compile(
    r"(?:รายงาน|รอบ)?\s*(?:ไตรมาส|quarters?|q)\s*(?:ที่)?\s*([1-4])(?:\s*(?:-|\.\.|,|ถึง|และ|to)\s*(?:ไตรมาส|q)?\s*(?:ที่)?\s*([1-4]))?"
    + _IN_YEAR
)
_COUNTS = {"3": 3, "สาม": 3, "6": 6, "หก": 6, "9": 9, "เก้า": 9, "12": 12, "สิบสอง": 12}
_ROUND = re.compile(
    r"(?:รอบ|ช่วง|รายงาน|the)?\s*(?:รอบ|first)?\s*(12|[369]|สิบสอง|สาม|หก|เก้า)\s*(?:เดือน|months)\s*(แรก|หลัง)?" + _IN_YEAR
)
_HALF = re.compile(r"(?:รอบ)?\s*ครึ่งปี\s*(แรก|หลัง)" + _IN_YEAR)
_PRINTED = (
    (re.compile(rf"(?:รายเดือนใน)({_LABEL}[0-9]{{4}}) อย่างน้อย 6 เดือนแรก"), "รอบ 6 เดือนแรก "),
    (re.compile(r"month by month in (fiscal year\s+[0-9]{4}), at least the first 6 months"), "the first 6 months of "),
    (re.compile(r"แผนทั้ง(ปีงบประมาณ\s+[0-9]{4}) และความก้าวหน้าถึงสิ้นไตรมาสที่ 2"), ""),
    (re.compile(r"the plan of (fiscal year\s+[0-9]{4}) and its progress to the end of the second quarter"), ""),
    (re.compile(r"แผนที่มีผลใช้บังคับครอบคลุม(ปีงบประมาณ\s+[0-9]{4})"), ""),
    (re.compile(r"a plan in force that covers (fiscal year\s+[0-9]{4})"), ""),
)
"""What pages and new files print as the period of an item, and how its year is read."""
_NO_PERIOD = re.compile(
    r"(?:เป็น)?(?:ข้อมูล)?ปัจจุบัน(?: ไม่กำหนดปี)?|current(?: data, of no particular year)?"
    r"|ยังไม่มีแหล่งยืนยันช่วงเวลาที่ต้องครอบคลุม|no source yet confirms the period that must be covered"
)
_ENGLISH = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS = {
    **{name.replace(".", ""): number for number, names in enumerate(MONTHS, 1) for name in names},
    **_ENGLISH,
    **{name[:3]: number for name, number in _ENGLISH.items()},
}
_NAMED = re.compile(
    r"(?:วันที่\s*)?(?:([0-9]{1,2})\s*)?(?:(?:ประจำ)?เดือน\s*)?"
    r"([ก-๎a-z][ก-๎a-z.\s]*?)\s*(?:ปี\s*)?([0-9]{4}|[0-9]{2})?"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DAY = re.compile(r"(?:วันที่\s*)?([0-9]{1,2})")

_Point = tuple[int | None, int, int | None]
"""Year of the Common Era where it is written, month, and day where it is written."""


def is_none(text: str) -> bool:
    """Whether a text says that no period is asked for: what pages and new files print for such items."""
    return _NO_PERIOD.fullmatch(_plain(text)) is not None


def period(text: str) -> Period | None:
    """The period a text names, or nothing where it names none, or where a year would have to be guessed."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    for printed, before in _PRINTED:
        if match := printed.fullmatch(plain):
            plain = before + match[1]
    if match := _BRACKETED.fullmatch(plain):
        outer, inner = _period(match[1]), _period(match[2].strip())
        return inner if outer == inner or not _WRITTEN_YEAR.search(match[1]) else None
    return _period(plain)


def _plain(text: str) -> str:
    text = _DASHES.sub("-", INVISIBLE.sub("", arabic_digits(text)).replace("\xa0", " ").lower())
    return _FROM.sub("", " ".join(_ERA.sub(" ", _QUOTES.sub("", text)).split()))


def _period(text: str) -> Period | None:
    found = _years(text) or _months(text)
    if found is not None:
        return found
    for joint in _JOINT.finditer(text):
        first, last = text[: joint.start()], text[joint.end() :]
        found = _of_years(first, last) or _of_points(first, last)
        if found is not None:
            return found
    match = _YEAR_FIRST.fullmatch(text)
    return _years(f"{match[2]} {match[1]}") if match is not None else None


def _years(text: str) -> Period | None:
    """A fiscal year or a part of one."""
    if match := _FISCAL.fullmatch(text):
        year = _buddhist(match[1] or match[2])
        return None if year is None else fiscal_year(year)
    if match := _QUARTERS.fullmatch(text):
        first, last = int(match[1]), int(match[2] or match[1])
        return _part(match[3], 3 * (first - 1), 3 * last)
    if match := _ROUND.fullmatch(text):
        count = _COUNTS[match[1]]
        return _part(match[3], 12 - count if match[2] == "หลัง" else 0, 12 if match[2] == "หลัง" else count)
    if match := _HALF.fullmatch(text):
        return _part(match[2], 6 if match[1] == "หลัง" else 0, 12 if match[1] == "หลัง" else 6)
    return None


def _part(written: str, first: int, after: int) -> Period | None:
    """Months of a fiscal year, counted from its October: from ``first``, up to but not including ``after``."""
    year = _buddhist(written)
    if year is None or after <= first:
        return None
    start, until = fiscal_year(year)
    return Period(_later(start, first), _later(start, after) - datetime.timedelta(days=1) if after < 12 else until)


def _later(day: datetime.date, months: int) -> datetime.date:
    total = day.month - 1 + months
    return datetime.date(day.year + total // 12, total % 12 + 1, 1)


def _buddhist(written: str) -> int | None:
    """A year of the Buddhist era from four digits, or from two that can be no other."""
    if len(written) == 2:
        return _CENTURY + int(written) if int(written) >= _EARLIEST else None
    return buddhist_year(written)


def _of_years(first: str, last: str) -> Period | None:
    """From one fiscal year to another, or from a part of one to a part of one; the second may have two digits."""
    start = _years(first)
    until = _years(last) or (_years(f"ปี {last}") if re.fullmatch("[0-9]{2}", last) else None)
    if start is None or until is None or until.until < start.start:
        return None
    return Period(start.start, until.until)


def _of_points(first: str, last: str) -> Period | None:
    """From one day or month to another; what the first leaves out is that of the second, where that is no guess."""
    until = _point(last)
    if until is None or until[0] is None:
        return None
    start = _point(first)
    if start is None and until[2] is not None and (match := _DAY.fullmatch(first)):
        start = (None, until[1], int(match[1]))
    if start is None:
        return None
    if start[0] is None:
        start = (until[0], *start[1:])
    begins, ends = _days(start), _days(until)
    if begins is None or ends is None or ends.until < begins.start:
        return None
    return Period(begins.start, ends.until)


def _months(text: str) -> Period | None:
    """A single day or month."""
    point = _point(text)
    return None if point is None or point[0] is None else _days(point)


def _point(text: str) -> _Point | None:
    if match := _ISO.fullmatch(text):
        written, month, day = match[1], int(match[2]), match[3]
    elif match := _SLASHED.fullmatch(text):
        written, month, day = match[3], int(match[2]), match[1]
    elif (match := _NAMED.fullmatch(text)) and (name := re.sub(r"[.\s]", "", match[2])) in _MONTHS:
        written, month, day = match[3], _MONTHS[name], match[1]
    else:
        return None
    of_month = int(day) if day else None
    if not written:
        return None, month, of_month
    if len(written) == 4:
        year = common_year(int(written))
    else:
        buddhist = _buddhist(written)
        year = None if buddhist is None else common_year(buddhist)
    return None if year is None else (year, month, of_month)


def _days(point: _Point) -> Period | None:
    year, month, day = point
    if year is None or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return Period(datetime.date(year, month, day or 1), datetime.date(year, month, day or last))
