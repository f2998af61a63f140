"""YAML comments that were meant as part of a value: ``title: โครงการ #1`` is read as ``โครงการ``."""

import re
from collections.abc import Sequence

from generator.diagnostics import Report, Span

MEANT = re.compile(r"(?<=[ \t])#(?=[0-9A-Za-z\u0e01-\u0e5b])[^\n]*")
"""A comment without a blank after its ``#``, which an officer who means a comment leaves."""

_GAP = re.compile(r"\s*:?\s*")

Spans = Sequence[tuple[int, int]]


def report_meant(text: str, scalars: Spans, path: str, first_line: int, report: Report) -> None:
    """Report comments that cut off the end of a value. ``scalars`` are where the values begin and end in the text."""
    for match in MEANT.finditer(text):
        beginning = text.rfind("\n", 0, match.start()) + 1
        if not text[beginning : match.start()].strip() or any(start <= match.start() < end for start, end in scalars):
            continue
        written = match[0].rstrip()
        line = text.count("\n", 0, beginning) + first_line
        column = match.start() - beginning + 1
        span = Span(path, line, column, column + len(written))
        before = _before(text, scalars, beginning, match.start())
        report.warning(
            "OIT519", span, written=written, suggestion=None if before is None else _quoted(before + written)
        )


def _before(text: str, scalars: Spans, beginning: int, end: int) -> str | None:
    """The part of the value that stands before its comment; nothing is known of a list or fields in brackets."""
    if text[beginning:end].strip() == "-":
        return ""
    for start, stop in scalars:
        if beginning <= start < stop <= end and _GAP.fullmatch(gap := text[stop:end]):
            return "" if ":" in gap else text[start:stop].strip("\"'") + gap
    return None


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
