"""A Markdown file is its front matter, between two lines ``---``, and its body."""

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.reading.line_faults import ODD

_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_MEANT = re.compile(rf"[\s{ODD}]*(?:[-.‐‑‒–—―−]{{2,}}|[–—―])[\s{ODD}]*")
"""A line that is meant for a fence and is none: too few or too many hyphens, a dash made of them, a blank before."""
_FIELD = re.compile(r"\s*(?:- +)*([\w\u0e00-\u0e7f-]+)\s*:(?:\s.*)?")


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


def report_early_fence(parts: FrontMatter, names: Collection[str], path: str, report: Report) -> bool:
    """Report the fence that closes the fields while more of them follow; whether it does.

    They follow where the body begins with a field of one of the ``names``, and with fields alone as far as another
    fence, or with two of them at least.
    """
    first = _name_of(parts.body.lstrip().partition("\n")[0])
    if first not in names:
        return False
    fence = _FENCE.search(parts.body)
    above = [line for line in parts.body[: fence.start() if fence else 0].split("\n") if line.strip()]
    block = parts.body.strip("\n").partition("\n\n")[0].split("\n")
    is_closed = bool(above) and all(_name_of(line) or line.startswith((" ", "- ")) for line in above)
    if not is_closed and sum(_name_of(line) in names for line in block) < 2:
        return False
    report.error("OIT140", Span(path, parts.body_line - 1, 1, 4), field=first)
    return True


def _name_of(line: str) -> str:
    """The name of the field that a line begins with; nothing where it begins with none."""
    match = _FIELD.fullmatch(line)
    return match[1] if match else ""


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
