"""Accepted spellings as regular expressions, for JSON Schema.

They are made from the patterns and words of the readers themselves. What a pattern cannot know (that
31 April is no day, that a period ends after it begins) is left to the readers: a pattern may accept
more than they do, never less.
"""

import re
from collections.abc import Iterable, Mapping

from generator.oit.reference import ReferenceKind
from generator.reading.dates import MONTHS
from generator.reading.reference_kind import REFERENCE_WORDS, TOTAL_WORDS
from generator.reading.spelling import ITEM, QUESTION, thai_digits

_PIECE = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|[0-9]|.", re.DOTALL)
_RANGE = re.compile(r"([0-9])-([0-9])")
_OF_AN_ITEM = "[1-9][0-9]{0,2}"
_YEAR = "(?:19|20|21|2[4-9])[0-9]{2}"
_MONTH = "(?:0?[1-9]|1[0-2])"
_DAY = "(?:0?[1-9]|[12][0-9]|3[01])"
_NAMED = "(?:" + "|".join(name.replace(".", r"\.") for names in MONTHS for name in names) + ")"

Numbers = Mapping[ReferenceKind, Iterable[str]]
"""The numbers of a catalogue, by kind; a kind that is not there has any number."""


def whole(pattern: str) -> str:
    """A pattern that a whole text must match, blanks around it aside."""
    return rf"^\s*(?:{pattern})\s*$"


def spelled(pattern: str) -> str:
    """A pattern in which every digit may be a Thai one."""
    return _PIECE.sub(lambda piece: _with_thai(piece[0]), pattern)


def _with_thai(piece: str) -> str:
    if piece[0] in "\\{":
        return piece
    if piece[0] == "[":
        return _RANGE.sub(lambda found: found[0] + thai_digits(found[0]), piece)
    return f"[{piece}{thai_digits(piece)}]" if piece in "0123456789" else piece


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(word.replace(".", r"\.") for word in words) + ")"


DAY = spelled(rf"{_YEAR}-{_MONTH}-{_DAY}|{_DAY}/{_MONTH}/{_YEAR}|{_DAY}\s+{_NAMED}\s*(?:พ\.ศ\.\s*)?{_YEAR}")
MONTH = spelled(rf"{_YEAR}-{_MONTH}|{_NAMED}\s*(?:พ\.ศ\.\s*)?{_YEAR}")
FISCAL_YEAR = spelled("2[4-9][0-9]{2}")
_BOUND = rf"(?:{DAY}|{MONTH})"
PERIOD = r".*[0-9๐-๙].*|(?:เป็น)?(?:ข้อมูล)?ปัจจุบัน.*|ยังไม่มีแหล่งยืนยัน.*"
WEB_ADDRESS = (
    r"https?://(?![^/?#]*@)"
    r'(?:\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\]|[^\s"<>\\^`{|}\[\]/?#:]*\.[^\s"<>\\^`{|}\[\]/?#:]*)'
    r"(?::(?:0*[1-9][0-9]{0,4})?)?"
    r'(?:[/?#][^\s"<>\\^`{|}\u200b-\u200d\u2060\ufeff\u00ad]*)?'
)


def whole_number(least: int, most: int) -> str:
    """Whole numbers in Arabic digits, six at the most."""
    numbers = _one_of(str(number) for number in range(least, most + 1)) if most < 1000 else "[0-9]+"
    return rf"(?=[0-9]{{1,6}}\s*$)0*{numbers}"


def item(numbers: Iterable[str] | None) -> str:
    """Numbers of items (``O12``) in every spelling; of these items only, or of any."""
    if numbers is None:
        return spelled(ITEM.pattern)
    return spelled(ITEM.pattern.replace(_OF_AN_ITEM, _one_of(number[1:] for number in numbers)))


def question(numbers: Iterable[str] | None) -> str:
    """Numbers of questions, ``i20``."""
    if numbers is None:
        return spelled(QUESTION.pattern)
    letters = [(number[0], number[1:]) for number in numbers]
    return "|".join(
        spelled(rf"[{letter}{letter.upper()}]\s*{_one_of(number for own, number in letters if own == letter)}")
        for letter in sorted({letter for letter, _ in letters})
    )


def reference(numbers: Numbers) -> str:
    """What a row may be about."""
    known = {kind: tuple(found) for kind, found in numbers.items()}
    ways = [_one_of(TOTAL_WORDS), rf"(?=[Oo0๐]|ข้อ)(?:{item(known.get(ReferenceKind.ITEM))})"]
    ways.append(question(known.get(ReferenceKind.QUESTION)))
    for words, kind, pattern in REFERENCE_WORDS:
        number = _one_of(known[kind]) if kind in known else f"(?:{pattern.pattern})"
        ways += [rf"{word.strip()}\s+{spelled(number)}" for word in words]
    return "|".join(ways)
