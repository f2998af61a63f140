"""What a build did, and whether what it met keeps it from being published."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.diagnostics import Diagnostic


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

    @property
    def failed(self) -> bool:
        """Whether an error, or a warning where it counts as one, kept this from being published."""
        return refused(self.diagnostics, strict=self.strict)

    def count(self, severity: str) -> int:
        """How many diagnostics are of a severity."""
        return sum(d.severity == severity for d in self.diagnostics)


def refused(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether a diagnostic is an error, or a warning where that counts as one."""
    return any(d.severity == "error" or (strict and d.severity == "warning") for d in diagnostics)
