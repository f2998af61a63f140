"""The answers of the search as text: median, 95th percentile and most, and the targets beside them."""

import os
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.table import verdict

if TYPE_CHECKING:
    from benchmarks.search_tab import Answer, First

_SLOWEST = 8
_MOST_MS = 50.0
_SIZE = 100
"""The number of agency-years for which the target is set."""


def lines(
    size: int, rounds: int, load: tuple[float, float], cold: "Sequence[First]", warm: "Sequence[Answer]"
) -> Iterator[str]:
    """The tables of one portal in milliseconds, the slowest queries, and the target where one is set for the size."""
    told = f"load: {min(load):.1f}..{max(load):.1f} on {os.cpu_count()} processors"
    yield f"agency-years: {size}, rounds: {rounds}, {told}"
    yield f"  {'median ms, least..most':30} {'first results':>22} {'complete':>22} {'longest task':>13}"
    for words in dict.fromkeys(one.words for one in cold):
        found = [one for one in cold if one.words == words]
        cells = (_spread([one.first for one in found]), _spread([one.complete for one in found]))
        longest = max(one.longest for one in found)
        yield f"  {words:30} {cells[0]:>22} {cells[1]:>22} {f'{longest:.0f}' if longest else 'below 50':>13}"
    heads = ("answers", "pause", "median", "p95", "most", "most seen", "most cpu")
    yield f"  {'ms':30}" + "".join(f" {head:>{max(8, len(head) + 1)}}" for head in heads)
    for kind in (*dict.fromkeys(one.query.kind for one in warm), "all"):
        some = [one for one in warm if kind in (one.query.kind, "all")]
        works = [one.work for one in some]
        yield (
            f"  {kind:30} {len(some):8} {median(one.pause for one in some):8.1f} {median(works):8.1f} "
            f"{percentile(works, 95):8.1f} {max(works):8.1f} {max(one.seen for one in some):10.1f} "
            f"{max(one.cpu for one in some):9.1f}"
        )
    yield "  slowest:"
    slowest = sorted(warm, key=lambda one: -one.work)[:_SLOWEST]
    yield from (f"    {one.work:6.1f} ms, {one.shown:2} shown: {one.query.name} | {one.words}" for one in slowest)
    if size == _SIZE:
        most = max(one.work for one in warm)
        yield verdict(f"every answer within {_MOST_MS:.0f} ms", most, most <= _MOST_MS)


def percentile(values: Sequence[float], part: int) -> float:
    """The least value that so many hundredths of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * part // 100) - 1)]


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.0f}, {min(values):.0f}..{max(values):.0f}"
