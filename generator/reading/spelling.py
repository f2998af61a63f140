"""The spellings an officer may use for one and the same thing, mapped to one form at the boundary.

Thai digits, a sara am typed as two characters, and the letter O of an item number typed as a zero
are common in real reports (facts of the domain: text-format traps). Mapping is explicit: Python's
own ``int`` and ``\\d`` accept Thai digits silently and are never used on content.
"""

import re

from generator.project import FILES_FOLDER

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ITEM = re.compile(r"(?:ข้อ\s*)?(?:O|o|0|Ｏ)?\s*-?\s*0*([1-9][0-9]{0,2})")
QUESTION = re.compile(r"([iIeE])\s*([1-9][0-9]?)")
_LONGEST_NUMBER = 30

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Disallowed: control characters except tab and line ends, and noncharacters."""

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]")
"""Characters that make text read in another order than it is stored; never needed in Thai."""

INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
"""Zero-width characters: two names that look alike may differ by one of these."""

NEEDLESS = re.compile("[\u200c\u200d\u2060\u00ad]")
"""Zero-width characters that Thai text never needs; U+200B, a place where a line may break, is used in prose."""

HIDDEN = re.compile(f"{BIDI.pattern}|{NEEDLESS.pattern}")
"""Every character that is told of wherever it stands."""

SUSPECT = re.compile(f"{CONTROL.pattern}|{HIDDEN.pattern}")
"""Whatever calls for a closer look: most texts have none of it, and are looked through once."""


def arabic_digits(text: str) -> str:
    """The text with Thai digits written as Arabic ones: ``๒๕๖๗`` becomes ``2567``."""
    return text.translate(_THAI_DIGITS)


def thai_digits(text: str) -> str:
    """The text with Arabic digits written as Thai ones."""
    return text.translate(_TO_THAI)


def has_thai_digit(text: str) -> bool:
    """Whether a Thai digit occurs in the text."""
    return any("๐" <= character <= "๙" for character in text)


def item_number(text: str) -> str | None:
    """The number of an O-item in its one form, ``O12``, from ``o12``, ``O๑๒``, ``๐๑๒``, ``012`` or ``ข้อ ๑๒``."""
    text = text.strip()
    match = ITEM.fullmatch(arabic_digits(text)) if len(text) <= _LONGEST_NUMBER else None
    return f"O{match[1]}" if match else None


def item_of(name: str) -> str | None:
    """The number of the item that a file is about, ``O12`` of ``o12.md``, ``O๑๒.MD`` or ``ข้อ 12.md``."""
    stem, dot, ending = name.rpartition(".")
    return item_number(stem) if dot and ending.lower() == "md" else None


def in_folder(path: str) -> str:
    """A path below a year's folder, with the folder of documents by its one name, however its capitals are."""
    folder, slash, below = path.partition("/")
    return f"{FILES_FOLDER}/{below}" if slash and folder.casefold() == FILES_FOLDER else path


def question_number(text: str) -> str | None:
    """The number of a question of IIT or EIT in its one form, ``i20`` or ``e3``."""
    match = QUESTION.fullmatch(arabic_digits(text.strip()))
    return f"{match[1].lower()}{match[2]}" if match else None
