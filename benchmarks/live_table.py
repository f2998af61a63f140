"""The waits as text: medians with the least and the most, and the targets beside them."""

import os
from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.portal import PAGES_PER_AGENCY
from benchmarks.sides import OURS, OURS_WITH_BASE_THEME
from benchmarks.table import verdict
from benchmarks.waits import FIRST, OTHER, OWN, Outcome

_WAITS = (FIRST, OWN, OTHER)
_MOST_MS = 30.0
_SIZES = (1, 25)
"""The numbers of agencies for which the target is set."""


def lines(agencies: int, outcome: Outcome) -> Iterator[str]:
    """The table of one size in milliseconds, the sides that failed, and the targets that are set for the size."""
    load = f"{min(outcome.loads):.1f}..{max(outcome.loads):.1f} on {os.cpu_count()} processors"
    pages = agencies * PAGES_PER_AGENCY
    yield f"{pages:,} pages, agencies: {agencies}, rounds: {outcome.rounds}, load: {load}"
    yield f"  {'median ms, (number) least..most':31}" + "".join(f" {wait:>29}" for wait in _WAITS)
    for name in dict.fromkeys(name for name, _ in outcome.waits):
        yield f"  {name:31}" + "".join(f" {_cell(outcome.waits.get((name, wait), [])):>29}" for wait in _WAITS)
    yield from (f"  {name}: left out: {reason}" for name, reason in outcome.failed.items())
    if agencies in _SIZES:
        for side in (OURS, OURS_WITH_BASE_THEME):
            for wait in (OWN, OTHER):
                if (side.name, wait) in outcome.waits:
                    yield _target(side.name, wait, outcome.waits[side.name, wait])


def _cell(waits: Sequence[float | None]) -> str:
    seen = [wait * 1000 for wait in waits if wait is not None]
    if not seen:
        return "stale" if waits else "-"
    stale = f" {len(waits) - len(seen)} stale" if len(seen) < len(waits) else ""
    return f"{median(seen):.1f} ({len(seen)}) {min(seen):.0f}..{max(seen):.0f}{stale}"


def _target(name: str, wait: str, waits: Sequence[float | None]) -> str:
    """A change that is never shown counts as an endless wait."""
    reached = median(float("inf") if wait is None else wait * 1000 for wait in waits) if waits else float("inf")
    return verdict(f"{name}: {wait}: at most {_MOST_MS:.0f} ms", reached, reached <= _MOST_MS)
