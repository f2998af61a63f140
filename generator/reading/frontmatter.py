"""A Markdown file is its front matter, between two lines ``---``, and its body."""

import re
from typing import NamedTuple

from generator.diagnostics import Report, Span

_FENCE = re.compile(r"^---[^\S\n]*$", re.MULTILINE)


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
        report.error("OIT120", Span(path, 1, 1, len(first) + 1))
        return None
    fence = _FENCE.search(rest)
    if fence is None:
        report.error("OIT121", Span(path, 1, 1, 4))
        return None
    fields = rest[: fence.start()]
    return FrontMatter(fields, rest[fence.end() + 1 :], fields.count("\n") + 3)
