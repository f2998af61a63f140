"""Normalization of text whose characters can be encoded in several ways."""

import unicodedata

_SARA_AM = tuple((f"\u0e4d{tone}\u0e32", f"{tone}\u0e33") for tone in ("", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b"))
"""Sara am typed as two characters, with a tone mark between them or none, and as one."""


def normal(text: str) -> str:
    """The text in composed form (NFC) with sara am as one character. Never NFKC, which splits sara am."""
    if text.isascii():
        return text
    if "\u0e4d" in text:
        for split, whole in _SARA_AM:
            text = text.replace(split, whole)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
