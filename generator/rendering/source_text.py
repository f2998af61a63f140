"""A Markdown text while it is rendered: locations in it, and the targets of its links."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from generator.diagnostics import Report, Span

Resolver = Callable[[str], str | None]
"""From a relative link as written to one that is right for the page; nothing when there is no such page or file."""

Describer = Callable[[str], str]
"""From a relative link that leads somewhere to what a reader is told of the file there; nothing of a page."""

Nearest = Callable[[str], str]
"""From a relative link that leads nowhere to what was probably meant; nothing when that cannot be told."""

Anchors = Callable[[str], Mapping[str, str]]
"""From a relative link to a page to the ids of the headings of its text, by whatever a link may call them."""

_FAR = 200
NO_ANCHORS: Mapping[str, str] = MappingProxyType({})


class Surroundings(NamedTuple):
    """What is known of the site around a text, beside where its links lead."""

    describe: Describer = lambda _: ""
    nearest: Nearest = lambda _: ""
    anchors: Anchors = lambda _: NO_ANCHORS


NOWHERE = Surroundings()


class MarkdownSource(NamedTuple):
    """A text with its path and the line on which it begins, the report, and what its links lead to or should."""

    path: str
    first_line: int
    lines: list[str]
    report: Report
    resolve: Resolver
    around: Surroundings = NOWHERE

    def span(self, line: int, column: int = 0, length: int = 1) -> Span:
        """A place; ``line`` and ``column`` count from 0, in this text."""
        return Span(self.path, self.first_line + line, column + 1, column + 1 + max(1, length))

    def find(self, written: str, line: int) -> Span:
        """Where something was written, perhaps in percent-encoding: looked for from the line its block begins on."""
        for wanted in (written, unquote(written)):
            for number in range(line, min(line + _FAR, len(self.lines))):
                column = self.lines[number].find(wanted) if wanted else -1
                if column >= 0:
                    return self.span(number, column, len(wanted))
        return self.span(line)
