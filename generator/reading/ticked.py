"""Boxes ticked in a comment of an item file, while the field below the comment is left empty."""

import re
from itertools import pairwise

from generator.diagnostics import Report, Span

_TICKED = re.compile(r"\s*#.*?(\[\s*[xX✓✔/]\s*\]|[☑✅✓✔☒])")
_LISTS = ("elements", "evidence", "path", "documents")
_EMPTY = re.compile(r"\s*(?:-\s*)?([A-Za-z_]+|[0-9]+)\s*:\s*(?:#.*)?")


def report_ticked(text: str, path: str, report: Report) -> None:
    """Warn once of the fields of a file that are empty below a comment in which something is ticked."""
    lines = text.split("\n")
    found: list[tuple[str, Span]] = []
    for number, (line, below) in enumerate(pairwise(lines), 1):
        ticked, empty = _TICKED.match(line), _EMPTY.fullmatch(below.rstrip("\r"))
        if ticked is not None and empty is not None and empty[1] not in _LISTS:
            found.append((empty[1], Span(path, number, ticked.start(1) + 1, ticked.end(1) + 1)))
        if number > 1 and line.rstrip() == "---":
            break
    if found:
        report.warning("OIT538", found[0][1], fields=", ".join(field for field, _ in found))
