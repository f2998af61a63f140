"""The source line of a diagnostic, with a mark under the exact place, for a terminal.

Content decides what is shown here, so whatever could move the cursor, change colours or reorder the
text is written out as ``<U+001B>``. Widths are in cells: a Thai vowel or tone mark above or below
takes none, an ideograph takes two.
"""

import os
import unicodedata
from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.reading.snapshot import read_file

_LIMIT = 4 * 1024 * 1024
_TAB = 4
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Excerpt(NamedTuple):
    """One line of a source file as shown, and the place of the mark below it: cells before it and its own cells."""

    number: int
    text: str
    before: int
    marked: int


def visible(text: str) -> str:
    """The text with control and invisible characters written out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes that has been made visible."""
    return len(text) if text.isascii() else sum(_width(character) for character in text)


class Sources:
    """Lines of source files, read again when a diagnostic is printed."""

    __slots__ = ("_files", "_root")

    def __init__(self, root: str) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def excerpt(self, span: Span, room: int) -> Excerpt | None:
        """The line of a span, cut to ``room`` cells around the mark; nothing when there is no such line."""
        lines = self._lines(span.path) if span.line > 0 else []
        if span.line > len(lines):
            return None
        return excerpt(lines[span.line - 1], span, room) if lines else None

    def _lines(self, path: str) -> list[str]:
        if path not in self._files:
            self._files[path] = _read(self._root, path)
        return self._files[path]


def excerpt(line: str, span: Span, room: int) -> Excerpt:
    """A line cut to ``room`` cells with the mark of a span; the mark is one cell wide at the least."""
    shown: list[str] = []
    starts = [0]
    for character in line:
        piece = " " * (_TAB - starts[-1] % _TAB) if character == "\t" else _shown(character)
        shown.append(piece)
        starts.append(starts[-1] + cells(piece))
    first = min(max(span.column - 1, 0), len(line))
    last = min(max(span.end - 1, first), len(line))
    left, right = 0, len(line)
    if starts[-1] > room:
        while left < first and starts[first] - starts[left] > room // 3:
            left += 1
        while right > left + 1 and starts[right] - starts[left] > room:
            right -= 1
    before = starts[first] - starts[left] + (1 if left else 0)
    marked = max(1, starts[max(min(last, right), first)] - starts[first])
    text = ("…" if left else "") + "".join(shown[left:right]) + ("…" if right < len(line) else "")
    return Excerpt(span.line, text.rstrip(), before, marked)


def _read(root: str, path: str) -> list[str]:
    """The lines of a file of the project, or of one shipped with the generator under the same path."""
    if os.path.isabs(path) or ".." in path.split("/"):
        return []
    for place in (root, _PACKAGE, os.path.dirname(_PACKAGE)):
        data = read_file(place, path, Report(), limit=_LIMIT)
        if data is not None:
            text = data.decode("utf-8", "replace").removeprefix("\ufeff")
            return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return []


def _shown(character: str) -> str:
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) in _UNSEEN else character


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
