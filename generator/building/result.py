"""Options and outcome of a build or a check."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.diagnostics import Diagnostic, Report

if TYPE_CHECKING:
    from generator.oit.todo import YearTodo

Tell: TypeAlias = Callable[[int, int], None]
"""Progress callback: (done, total)."""


class BuildOptions(NamedTuple):
    """What is asked for beside the project; a check has no use for ``durable`` and ``archive``."""

    jobs: int = 1
    """Most processes to use."""
    tell: Tell | None = None
    durable: bool = False
    """Whether to wait for the disk before the new site takes the place of the old one."""
    strict: bool = False
    """Whether a warning keeps the site from being published as an error does."""
    today: str = ""
    """The day that measures are judged by, as ISO text, if any."""
    todo: int = 0
    """Most agencies of which what to do first is told, of those that are made anew."""
    archive: str = ""
    """The ZIP to write of what is published then, if any."""


DEFAULTS = BuildOptions()


class Ending(Enum):
    """How a build or check ended; each has its own exit code."""

    DONE = "done"
    FAILED = "failed"
    """What the content says keeps it from being published."""
    BLOCKED = "blocked"
    """The system does: something cannot be read, locked or written."""


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

    @property
    def ending(self) -> Ending:
        """How it ended."""
        if self.blocked or any(diagnostic.is_obstacle for diagnostic in self.diagnostics):
            return Ending.BLOCKED
        return Ending.FAILED if self.failed else Ending.DONE

    def with_more(self, more: Iterable[Diagnostic]) -> "Outcome":
        """The outcome with more that was found."""
        return self._replace(diagnostics=tuple(Report((*self.diagnostics, *more)).sorted()))

    def count(self, severity: str) -> int:
        """How many diagnostics are of a severity."""
        return sum(d.severity == severity for d in self.diagnostics)


def refused(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether diagnostics keep a site from being published."""
    return any(d.severity == "error" or (strict and d.severity == "warning") for d in diagnostics)


def outcome_of(report: Report, *, blocked: bool = False, **counts: int) -> Outcome:
    """The outcome with what was reported; whoever began it says how long it took."""
    return Outcome(
        diagnostics=tuple(report.sorted()),
        pages=counts.get("pages", 0),
        agencies=counts.get("agencies", 0),
        made=counts.get("made", 0),
        written=counts.get("written", 0),
        seconds=0.0,
        blocked=blocked,
    )
