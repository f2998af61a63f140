"""Writing text as YAML that is read back unchanged."""

import json
import re

_PLAIN = re.compile(r"[A-Za-zก-๛][^\x00-\x1f\x7f:#\[\]{},&*!|>'\"%@`]*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._/-]+")
_NEEDS_QUOTES = re.compile(r"^$|^[\[\]{}&*!|>'\"%@`#,]|^[-?:](?:\s|$)|:(?:\s|$)|\s#")
_TYPED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some programs take for something else than a text."""


def scalar(text: str) -> str:
    """A text as a value: as it stands where nothing in it has a meaning in YAML, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and text[-1] != " " and text.lower() not in _TYPED
    if plain or _ADDRESS.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def plainest(text: str) -> str:
    """A text as a value, in quotation marks only where this program would read something else without them.

    It is what an officer is told to write: shorter than ``scalar``, which minds other programs too.
    """
    if not _NEEDS_QUOTES.search(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def field(name: str, text: str) -> str:
    """A line with a field and its value; the value is left out when there is none."""
    return f"{name}: {scalar(text)}" if text else f"{name}:"


def words(texts: tuple[str, ...]) -> str:
    """A list in one line, or a single text as it is."""
    return scalar(texts[0]) if len(texts) == 1 else "[" + ", ".join(scalar(text) for text in texts) + "]"
