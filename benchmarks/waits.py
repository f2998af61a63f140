"""The waits that are timed: for the first page of a server, and for a saved change to be served."""

import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.contest import Contestant
from benchmarks.edits import AGENCY, ITEM, OTHER_ITEM, Edits, change_body, change_state
from benchmarks.portal import agencies
from benchmarks.servers import Server, ServerError, running
from benchmarks.sides import Side
from benchmarks.timing import put_away

FIRST, OWN, OTHER = "first page", "own page", "another page"
_PAUSE = (0.5, 1.5)
_LONGEST_REST = 5.0
_IN_VAIN = 2


class _Change(NamedTuple):
    wait: str
    item: str
    """The item whose page must show the change."""
    make: Callable[[Side, Path, Edits], Edits]
    words: Callable[[Edits, Side], str]


_CHANGES = (
    _Change(OWN, ITEM, change_body, lambda edits, _: edits.newest_line),
    _Change(OTHER, OTHER_ITEM, change_state, Edits.newest_row),
)


class Plan(NamedTuple):
    """How much is measured: rounds, changes of each kind in a round, and the seconds of it all and of one wait."""

    rounds: int
    changes: int
    seconds: float
    limit: float


@dataclass(slots=True)
class Outcome:
    """What was measured at one size."""

    waits: dict[tuple[str, str], list[float | None]] = field(default_factory=dict)
    """Seconds by the name of the side and the wait; nothing for a change that was not shown in time."""
    failed: dict[str, str] = field(default_factory=dict)
    """Sides that took no further part, with the reason."""
    loads: list[float] = field(default_factory=list)
    """The load of the machine whenever a server was started."""
    rounds: int = 0


def address(side: Side, item: str) -> str:
    """Where a server has the page of an item of the first agency."""
    _, _, path = side.page.format(agency=AGENCY, item=item).partition("/")
    return f"/{path.removesuffix('index.html')}"


def measure(entered: Sequence[Contestant], plan: Plan, scratch: Path) -> Outcome:
    """Each round starts every server in turn, makes the changes and ends it; one that fails is left out then."""
    outcome = Outcome()
    end = time.monotonic() + plan.seconds
    for number in range(plan.rounds):
        if number and time.monotonic() > end:
            break
        outcome.rounds += 1
        # the order turns round, so that no side always follows the same other one
        for contestant in entered if number % 2 == 0 else reversed(entered):
            name = contestant.side.name
            if name not in outcome.failed:
                try:
                    _round(contestant, plan, scratch, outcome)
                except (ServerError, OSError) as problem:
                    outcome.failed[name] = f"{problem}, see {contestant.log}"
    return outcome


def _round(contestant: Contestant, plan: Plan, scratch: Path, outcome: Outcome) -> None:
    side = contestant.side
    put_away(contestant.site, contestant.sources, scratch / "away")
    outcome.loads.append(os.getloadavg()[0])
    started = time.perf_counter()
    with running(contestant.command, contestant.folder, contestant.log, scratch) as server:
        shown = server.shows(address(side, ITEM), _title(), plan.limit)
        if shown is None:
            raise ServerError(f"no page in {plan.limit:.0f} s")
        outcome.waits.setdefault((side.name, FIRST), []).append(shown - started)
        # the other page is open in a browser too
        server.page(address(side, OTHER_ITEM), plan.limit)
        rest = shown - started
        for _ in range(plan.changes):
            for change in _CHANGES:
                waits = outcome.waits.setdefault((side.name, change.wait), [])
                if len(waits) < _IN_VAIN or any(wait is not None for wait in waits[-_IN_VAIN:]):
                    # as long again as the last one took: a server may still be at work when it shows a page
                    time.sleep(random.uniform(*_PAUSE) + min(rest, _LONGEST_REST))
                    waits.append(_wait(contestant, server, change, plan.limit))
                    rest = waits[-1] or 0.0


def _wait(contestant: Contestant, server: Server, change: _Change, limit: float) -> float | None:
    """Seconds from just before an item is saved until a page that shows the change has been served."""
    side = contestant.side
    place = address(side, change.item)
    before = server.page(place, limit)
    started = time.perf_counter()
    contestant.edits = change.make(side, contestant.site, contestant.edits)
    words = change.words(contestant.edits, side)
    shown = server.shows(place, words, limit)
    # a page that says so already missed the change before, which took back what this one brings
    return None if shown is None or words.encode() in before else shown - started


@cache
def _title() -> str:
    """The title of the item: only the right page has it."""
    return next(item.title for item in next(agencies(1)).items if item.stem == ITEM)
