"""Thai words in the text of documents, matched by what survives there.

Of a PDF the marks above and below letters are the first to be lost, doubled or put elsewhere, and blanks stand
wherever letters were set apart. What is left of consonants and spacing vowels is compared, with one letter in
twelve allowed to differ.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.examining.old_fonts import OLD_FONTS

EXACT_BELOW = 6
"""A word of fewer folded letters is matched exactly: with one letter allowed to differ it would be found anywhere."""

_PER_ERROR = 12
_DIGITS = {ord("๐") + value: str(value) for value in range(10)}
_SARA_AM, _SARA_AA = "ำ", "า"
_FOLD = str.maketrans({**OLD_FONTS, **_DIGITS, ord(_SARA_AM): _SARA_AA, ord("ๅ"): _SARA_AA})
_DROPPED = re.compile("[^ก-ฮะาเ-ไa-z0-9]+")


def fold(text: str) -> str:
    """Consonants, spacing vowels, Latin letters and figures alone, each in one form; figures are Arabic."""
    return _DROPPED.sub("", text.translate(_FOLD).lower()).replace("เเ", "แ")


def holds(folded: str, word: str) -> bool:
    """Whether a folded text holds a word, give or take a letter in twelve."""
    wanted = fold(word)
    if not wanted:
        return False
    if wanted in folded:
        return True
    if len(wanted) < EXACT_BELOW:
        return False
    return _nearly(folded, wanted, max(1, len(wanted) // _PER_ERROR))


def _nearly(text: str, word: str, errors: int) -> bool:
    """Whether part of a text differs from a word in so many letters at the most.

    Cut into one piece more than there may be errors, the word leaves one piece whole; only around such pieces
    are the letters compared one by one.
    """
    count = errors + 1
    cuts = [len(word) * number // count for number in range(count + 1)]
    for start, end in pairwise(cuts):
        around = _around(text, word[start:end], start + errors, len(word) - start + errors)
        if any(_within(stretch, word, errors) for stretch in around):
            return True
    return False


def _around(text: str, piece: str, before: int, after: int) -> Iterator[str]:
    """The stretches around every place of a piece, from so many letters before it; those that meet are one.

    So no letter is compared more than once, however often the piece occurs.
    """
    at = text.find(piece)
    while at >= 0:
        first, until = max(0, at - before), at + after
        at = text.find(piece, at + 1)
        while 0 <= at <= until + before:
            until = at + after
            at = text.find(piece, at + 1)
        yield text[first:until]


def _within(window: str, word: str, errors: int) -> bool:
    """Whether a word stands somewhere in a window with so many letters more, fewer or other (Sellers)."""
    row = list(range(len(word) + 1))
    for letter in window:
        before, row[0] = row[0], 0
        for index, wanted in enumerate(word, 1):
            above = row[index]
            row[index] = min(above + 1, row[index - 1] + 1, before + (letter != wanted))
            before = above
        if row[-1] <= errors:
            return True
    return False
