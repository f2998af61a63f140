"""Diagnostics: what is wrong, and where. Every stage can add them to a report.

No stage raises for something a user can cause. A diagnostic holds a permanent code and the
parameters of its message; the words, in Thai and English, are looked up when it is shown.
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "finding"]
"""``error``: nothing is published. ``warning``: published, but look at it. ``finding``: a reported
figure or statement that does not agree with another; nobody is accused, nothing is blocked."""


_FIGURES = re.compile("[0-9]+")


class Span(NamedTuple):
    """A place in a source file. Lines and columns count from 1, in characters; ``end`` is the column after the last."""

    path: str
    line: int = 0
    column: int = 0
    end: int = 0


class Diagnostic(NamedTuple):
    """One problem: a code, its location, and the parameters of its message as (name, text) pairs."""

    code: str
    severity: Severity
    span: Span
    params: tuple[tuple[str, str], ...] = ()
    is_obstacle: bool = False
    """Whether the system stands in the way, which no change of the content mends."""

    def param(self, name: str) -> str:
        """The text of one parameter, or nothing."""
        return dict(self.params).get(name, "")


class Report:
    """Collects diagnostics during a build; the only thing that grows while stages run."""

    __slots__ = ("diagnostics",)

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.diagnostics: list[Diagnostic] = list(diagnostics)

    def error(self, code: str, span: Span, **params: object) -> None:
        """Add something that keeps the site from being published."""
        self.diagnostics.append(Diagnostic(code, "error", span, _texts(params)))

    def obstacle(self, code: str, span: Span, **params: object) -> None:
        """Add an error of the system: something cannot be read, locked or written."""
        self.diagnostics.append(Diagnostic(code, "error", span, _texts(params), is_obstacle=True))

    def warning(self, code: str, span: Span, **params: object) -> None:
        """Add something the officer should look at."""
        self.diagnostics.append(Diagnostic(code, "warning", span, _texts(params)))

    def finding(self, code: str, span: Span, **params: object) -> None:
        """Add a disagreement between reported figures or statements."""
        self.diagnostics.append(Diagnostic(code, "finding", span, _texts(params)))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add diagnostics found elsewhere."""
        self.diagnostics.extend(diagnostics)

    @property
    def failed(self) -> bool:
        """Whether an error was reported."""
        return any(d.severity == "error" for d in self.diagnostics)

    def sorted(self) -> list[Diagnostic]:
        """All diagnostics, each once, by file, line, column and code."""
        return sorted(set(self.diagnostics), key=lambda d: (d.span, d.code, d.params))


def _texts(params: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in params.items() if value is not None and value != "")


def megabytes(size: int) -> str:
    """A size for a message: ``100.0 MB``, below 1 MB ``256.0 KB``. Rounded up: more than a limit is more."""
    unit, name = (1 << 20, "MB") if size >= 1 << 20 else (1 << 10, "KB")
    tenths = -(-size * 10 // unit)
    return f"{tenths // 10:,}.{tenths % 10} {name}"


def closest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like ``word``, or nothing when none is near: what the writer probably meant.

    One with other figures is another thing (another item, another year), however alike the letters are.
    """
    from difflib import get_close_matches  # slow to import, and needed only when something is wrong

    names = list(candidates)
    folded = {name.casefold(): name for name in reversed(names)}
    if word.casefold() in folded:
        return folded[word.casefold()]
    figures = _FIGURES.findall(word)
    near = [name for name in folded if not figures or _FIGURES.findall(name) in (figures, [])]
    matches = get_close_matches(word.casefold(), near, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""
