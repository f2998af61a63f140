"""Whether the text of a document can be relied on: of garbled text nothing is said that rests on its words."""

import re

from generator.examining.old_fonts import OLD_FONTS

_GARBLED = re.compile("[\0\ufffd\ue000-\uf8ff]")
"""No characters: of a font without names for its glyphs."""

_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_ORPHANS = re.compile(r"(?:^|[^\s\u0e01-\u0e3a\u0e40-\u0e4e])\s*[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""A mark above or below that no Thai letter carries."""

_THAI = re.compile("[\u0e01-\u0e5b]")
_MISTAKEN = re.compile("[\xa1-\xfb]")
"""What Thai letters of TIS-620 look like when they are taken for Latin ones."""

_PERCENT = 2
"""How many characters in a hundred may be none."""


def is_reliable(text: str) -> bool:
    """Whether the words of a text are to be believed; an empty text is not."""
    plain = text.translate(OLD_FONTS)
    letters = sum(not character.isspace() for character in plain)
    if not letters:
        return False
    garbled = len(_GARBLED.findall(plain))
    orphans, marks = len(_ORPHANS.findall(plain)), len(_MARKS.findall(plain))
    thai, mistaken = len(_THAI.findall(plain)), len(_MISTAKEN.findall(plain))
    return (
        garbled * 100 <= letters * _PERCENT
        and orphans * 100 <= max(marks, 1) * 10
        and (mistaken * 10 <= letters or mistaken <= thai)
    )
