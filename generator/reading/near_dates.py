"""Suggestions for dates that cannot be read, or whose year is a slip.

Suggestions are only shown to the officer, never used as dates.
"""

import calendar
import datetime
import re
from collections.abc import Iterable
from difflib import get_close_matches

from generator.oit.reach import NEAR
from generator.reading.dates import MONTHS, common_year
from generator.reading.spelling import INVISIBLE, arabic_digits

_OFFSET = 543
_LIKELY = 2
"""So many years from its fiscal year a day most often lies: the years among which a slip is looked for."""
_TO_COME = 20
"""For so many years after the newest list of items a year may be meant of which there is none yet."""
_TODAY = 2570
"""What two digits of a year are read near to in a file that belongs to no fiscal year."""
_ENGLISH = [name.lower() for name in calendar.month_name[1:]]
_NAMES = {
    **{name.replace(".", ""): number for number, names in enumerate(MONTHS, 1) for name in names},
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "sept": 9,
}
_NOISE = re.compile(
    r"(?:T|\b)[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?Z?\s*(?:น\.?)?\s*$|วันที่|เวลา|พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|เดือน"
    r"|(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่|ปีงบประมาณ|ปีงบ|ปี|[\"'“”‘’,]"
)
_WORD = re.compile(r"[A-Za-z]{3,}|[ก-๎][ก-๎.]+")
_NUMBER = re.compile(r"[0-9]+")
_FOUR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_JOINT = re.compile(
    r"\.{2,}|…|\s+[-–—]\s+|\s*(?:ถึง|จนถึง|–|—|\bto\b)\s*|(?<=[0-9]{4})-(?=[0-9]{4})|(?<=[ก-๎.])\s*-\s*|(?<=[0-9])-(?=[ก-๎])"
)

_Parts = tuple[int | None, int | None, int | None]
"""Year of the Common Era, month and day, as far as a text tells them."""


def near_day(text: str, year: int, *, months: bool = False) -> str:
    """A day, or a month where that is enough, as it should be written: ``30 ต.ค. 2568``. ``year`` is a fiscal year."""
    common, month, day = _parts(text, year)
    if common is None or month is None or (day is None and not months):
        return ""
    of_month = f"{min(day, calendar.monthrange(common, month)[1])} " if day is not None else ""
    return f"{of_month}{MONTHS[month - 1][1]} {common + _OFFSET}"


def near_period(text: str, year: int) -> str:
    """A period as it should be written: ``2568`` or ``2567-10-01..2568-03-31``."""
    pieces = [_parts(piece, year) for piece in _JOINT.split(text.strip()) if piece.strip()]
    if len(pieces) == 1 and pieces[0][0] is not None and pieces[0][1] is None:
        return str(pieces[0][0] + _OFFSET)
    if not pieces or len(pieces) > 2 or pieces[-1][0] is None:
        return ""
    first, last = pieces[0], pieces[-1]
    if first[0] is None:  # ``ต.ค. - ธ.ค. 2567``: the year is said once
        first = (last[0], *first[1:])
    start, until = _edge(first, last=False), _edge(last, last=True)
    if start is None or until is None:
        return ""
    if until < start and pieces[0][0] is None:
        start = start.replace(year=start.year - 1, day=min(start.day, 28))
    if until < start:
        start, until = _edge(last, last=False) or start, _edge(first, last=True) or until
    return _iso(start) if start == until else f"{_iso(start)}..{_iso(until)}"


def near_fiscal_year(text: str, year: int) -> str:
    """A fiscal year of the Buddhist era as it should be written."""
    common, month, _ = _parts(text, year)
    return str(common + _OFFSET) if common is not None and month is None else ""


def with_near_year(text: str, year: int) -> str:
    """The text with every year that lies far from a fiscal year replaced by the one that was probably meant.

    Nothing where a year is no likely slip.
    """
    digits = arabic_digits(text)
    meant = _FOUR.sub(lambda match: str(_meant(int(match[0]), year) or match[0]), digits)
    return meant if meant != digits else ""


def near_listed_year(number: int, listed: Iterable[int]) -> str:
    """The year with a list of items that was meant by one without; nothing where the list may still come."""
    years = sorted(listed)
    if not years or years[-1] < number <= years[-1] + _TO_COME:
        return ""
    alike = [year for year in years if _is_slip(str(number), str(year))]
    return str(alike[0]) if len(alike) == 1 else ""


def _meant(number: int, year: int) -> int | None:
    """The year near a fiscal year that differs from a number by one slip, in the era it is written in."""
    if common_year(number) is not None and abs((common_year(number) or 0) + _OFFSET - year) <= NEAR.after:
        return number
    near = sorted(range(year - _LIKELY, year + _LIKELY + 1), key=lambda one: abs(one - year))
    for one in near:
        if _is_slip(str(number), str(one)) or abs(number - one) == _OFFSET:
            return one
    common = [one - _OFFSET for one in near]
    return next((one for one in common if _is_slip(str(number), str(one)) or number == one - _OFFSET), None)


def _is_slip(written: str, meant: str) -> bool:
    """Whether two numbers differ in one digit, or by two neighbouring digits changing places."""
    differing = [place for place in range(4) if written[place] != meant[place]] if len(written) == len(meant) else []
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and written[differing[0]] == meant[differing[1]]
        and written[differing[1]] == meant[differing[0]]
    )


def _parts(text: str, year: int) -> _Parts:
    plain = _NOISE.sub(" ", INVISIBLE.sub("", arabic_digits(text.strip())))
    named = _WORD.search(plain)
    month = _month(named[0]) if named is not None else None
    if named is not None and month is None:
        return None, None, None
    numbers = [match[0] for match in _NUMBER.finditer(plain)]
    if month is not None:
        if len(numbers) > 2 or not numbers:
            return None, month, None
        if len(numbers) == 1:  # a month with its year, or with its day where another text gives the year
            is_day = named is not None and plain.find(numbers[0]) < named.start() and len(numbers[0]) <= 2
            return (None, month, _day(numbers[0])) if is_day else (_year(numbers[0], year), month, None)
        first, last = numbers
        return (_year(first, year), month, _day(last)) if len(first) == 4 else (_year(last, year), month, _day(first))
    if len(numbers) == 1:
        return _year(numbers[0], year), None, None
    if len(numbers) == 2:
        first, last = sorted(numbers, key=len, reverse=True)
        return (_year(first, year), _month_number(last), None) if _month_number(last) else (None, None, None)
    if len(numbers) != 3:
        return None, None, None
    if len(numbers[0]) != 4 and not (len(numbers[2]) == 2 and _is_nearer(numbers[0], numbers[2], year)):
        numbers.reverse()
    written, middle, last = numbers
    if _month_number(middle) is None:
        middle, last = last, middle  # the American order
    return (_year(written, year), _month_number(middle), _day(last)) if _month_number(middle) else (None, None, None)


def _month(word: str) -> int | None:
    """The month that a word names, misspelt or cut short."""
    plain = word.replace(".", "").lower()
    if plain in _NAMES:
        return _NAMES[plain]
    begun = {number for name, number in _NAMES.items() if len(plain) >= 4 and name.startswith(plain)}
    if len(begun) == 1:
        return begun.pop()
    close = get_close_matches(plain, _NAMES, n=1)
    return _NAMES[close[0]] if close else None


def _month_number(digits: str) -> int | None:
    return int(digits) if len(digits) <= 2 and 1 <= int(digits) <= 12 else None


def _day(digits: str) -> int | None:
    return int(digits) if len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _year(digits: str, year: int) -> int | None:
    """A year of the Common Era from four digits of either era, from two, or from a slip of them."""
    number = int(digits)
    if len(digits) == 2:
        in_buddhist, in_common = 2500 + number, 2000 + _OFFSET + number
        return min((in_buddhist, in_common), key=lambda one: abs(one - (year or _TODAY))) - _OFFSET
    if len(digits) != 4:
        return None
    common = common_year(number)
    if common is None and year:
        meant = _meant(number, year)
        common = common_year(meant) if meant is not None else None
    return common


def _is_nearer(one: str, other: str, year: int) -> bool:
    """Whether two digits are the likelier year: of ``25-10-30`` the first are, of ``30-10-68`` the last."""
    first, last = _year(one, year), _year(other, year)
    around = (year or _TODAY) - _OFFSET
    return first is not None and last is not None and abs(first - around) < abs(last - around)


def _edge(parts: _Parts, *, last: bool) -> datetime.date | None:
    """The first or the last day of a fiscal year, a month or a day."""
    year, month, day = parts
    if year is None:
        return None
    if month is None:
        return datetime.date(year, 9, 30) if last else datetime.date(year - 1, 10, 1)
    days = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(day or (days if last else 1), days))


def _iso(day: datetime.date) -> str:
    return f"{day.year + _OFFSET}-{day:%m-%d}"
