"""A Markdown file is its front matter, between two lines ``---``, and its body."""

import re
from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.reading.line_faults import ODD

_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_MEANT = re.compile(rf"[\s{ODD}]*(?:[-.‐‑‒–—―−]{{2,}}|[–—―])[\s{ODD}]*")
"""A line that is meant for a fence and is none: too few or too many hyphens, a dash made of them, a blank before."""


class FrontMatter(NamedTuple):
    """The two parts of a file. ``body_line`` is the line of the file on which the body begins, from 1."""

    fields: str
    body: str
    body_line: int


def split(text: str, path: str, report: Report) -> FrontMatter | None:
    """The parts of a Markdown file, or nothing after a diagnostic.

    The fence is ``---`` alone on the first line; the next line that is ``---`` alone closes it, so a
    ``---`` inside the body is a thematic break. Trailing blanks after a fence are allowed.
    """
    first, newline, rest = text.partition("\n")
    if first.rstrip() != "---" or not newline:
        _report_beginning(text, path, report)
        return None
    fence = _FENCE.search(rest)
    if fence is None:
        if not report_meant_fence(rest, path, report, first_line=2):
            report.error("OIT121", Span(path, 1, 1, 4))
        return None
    fields = rest[: fence.start()]
    return FrontMatter(fields, rest[fence.end() + 1 :], fields.count("\n") + 3)


def report_meant_fence(text: str, path: str, report: Report, *, first_line: int) -> bool:
    """Report the first line that was meant for a fence and is none; whether there is one."""
    for number, line in enumerate(text.split("\n"), first_line):
        if _MEANT.fullmatch(line) and line.rstrip() != "---":
            report.error("OIT139", Span(path, number, 1, len(line) + 1), written=line.rstrip(), suggestion="---")
            return True
    return False


def _report_beginning(text: str, path: str, report: Report) -> None:
    """Report how a file begins that does not begin with a fence."""
    body = text.lstrip("\n")
    blank = len(text) - len(body)
    first = body.partition("\n")[0]
    if _MEANT.fullmatch(first) and first.rstrip() != "---":
        report_meant_fence(first, path, report, first_line=blank + 1)
        return
    before = blank if first.rstrip() == "---" else None
    report.error("OIT120", Span(path, 1, 1, (len(first) if not blank else 0) + 1), blank=before)
