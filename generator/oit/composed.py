"""Normalization of text whose characters can be encoded in several ways."""

import re
import unicodedata

_SARA_AM = tuple((f"\u0e4d{tone}\u0e32", f"{tone}\u0e33") for tone in ("", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b"))
"""Sara am typed as two characters, with a tone mark between them or none, and as one."""

_UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
"""Zero-width characters without effect on their surroundings."""

_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_BREAK = re.compile(r"(?<=\S) {2}[ \t]*\n(?=[ \t]*\S)")
"""A line that ends in two blanks breaks there, unless its paragraph ends as well."""


def normal(text: str) -> str:
    """The text in composed form (NFC) with sara am as one character. Never NFKC, which splits sara am."""
    if text.isascii():
        return text
    if "\u0e4d" in text:
        for split, whole in _SARA_AM:
            text = text.replace(split, whole)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def seen(text: str) -> str:
    """The text as a reader sees it: texts that differ only invisibly have the same form.

    Invisible characters go, a no-break space is a space, two SARA E are SARA AE, and blanks at the end of a line stay
    only where they break it in Markdown.
    """
    text = normal(_UNSEEN.sub("", text.replace("\u00a0", " "))).replace("\u0e40\u0e40", "\u0e41")
    return _TRAILING.sub("", _BREAK.sub("\x00\n", text)).replace("\x00", "  ").strip()
