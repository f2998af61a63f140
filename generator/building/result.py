"""How a build or a check ended, and the diagnostics of it as they are kept beside what was published."""

import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.diagnostics import Diagnostic, Report, Span

if TYPE_CHECKING:
    from generator.oit.todo import YearTodo


class Outcome(NamedTuple):
    """What a build did. ``made`` counts the agencies rendered anew; ``written`` the files that are new or changed."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    agencies: int
    made: int
    written: int
    seconds: float
    blocked: bool
    """Whether the target could not be read, locked or written, whatever the content is like."""
    strict: bool = False
    """Whether a warning is as good as an error."""
    todo: "tuple[YearTodo, ...]" = ()
    """What to do first in the agencies that were made, where that was asked for."""

    @property
    def failed(self) -> bool:
        """Whether an error, or a warning where it counts as one, kept this from being published."""
        return refused(self.diagnostics, strict=self.strict)

    def count(self, severity: str) -> int:
        """How many diagnostics are of a severity."""
        return sum(d.severity == severity for d in self.diagnostics)


def packed(report: Report) -> list[Any]:
    """Diagnostics as plain data, to be kept beside what was published."""
    return [[d.code, d.severity, list(d.span), [list(pair) for pair in d.params]] for d in report.sorted()]


def unpacked(note: Mapping[str, Any]) -> list[Diagnostic]:
    """The diagnostics that a note keeps."""
    return [
        Diagnostic(code, severity, Span(*span), tuple((name, text) for name, text in params))
        for code, severity, span, params in note["diagnostics"]
    ]


def refused(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether diagnostics keep a site from being published."""
    return any(d.severity == "error" or (strict and d.severity == "warning") for d in diagnostics)


def outcome_of(report: Report, started: float, *, blocked: bool = False, **counts: int) -> Outcome:
    """The outcome of a build that began at ``started``, by the clock for measuring."""
    return Outcome(
        diagnostics=tuple(report.sorted()),
        pages=counts.get("pages", 0),
        agencies=counts.get("agencies", 0),
        made=counts.get("made", 0),
        written=counts.get("written", 0),
        seconds=time.perf_counter() - started,
        blocked=blocked,
    )
