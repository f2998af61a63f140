"""``python -m benchmarks.live``: how long a saved change takes to be served, by this preview and those of others."""

import signal
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from benchmarks import options as shared
from benchmarks.contest import contestants
from benchmarks.live_table import lines
from benchmarks.sides import OURS, OURS_WITH_BASE_THEME, Side
from benchmarks.timing import BuildError
from benchmarks.waits import Plan, measure

_OURS = {OURS.name, OURS_WITH_BASE_THEME.name}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when this generator's own preview failed."""
    options = _options(arguments)
    # ended from outside, it ends the servers too
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        with shared.run_folder(options, "live") as folder:
            scratch = folder / "scratch"
            scratch.mkdir()
            sides = _ready(options, folder, scratch)
            plan = Plan(options.repeat, options.changes, options.seconds, options.limit)
            sound = [_size(plan, folder / str(agencies), scratch, sides, agencies) for agencies in options.agencies]
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0 if all(sound) else 1


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = shared.parser("live", __doc__, repeat=3)
    parser.add_argument("--changes", type=int, default=4, help="changes of each kind in a round (4)")
    parser.add_argument("--limit", type=float, default=40, help="seconds that a page is waited for (40)")
    return parser.parse_args(arguments)


def _ready(options: Namespace, folder: Path, scratch: Path) -> list[tuple[Side, tuple[str, ...]]]:
    """The sides whose server starts: compiled modules and the disk are warm then."""
    found = shared.sides(options)
    plan = Plan(1, 0, options.seconds, options.limit)
    outcome = measure(contestants(found, folder / "warm", 1, live=True), plan, scratch)
    for name, reason in outcome.failed.items():
        print(f"{name}: left out: {reason}")
    if _OURS & outcome.failed.keys():
        raise BuildError("the preview did not start")
    return [(side, tool) for side, tool in found if side.name not in outcome.failed]


def _size(
    plan: Plan, folder: Path, scratch: Path, sides: Sequence[tuple[Side, tuple[str, ...]]], agencies: int
) -> bool:
    """Measure one size and print it; whether this generator's own preview did its part."""
    for side, _ in sides:
        if agencies > side.most:
            print(f"{side.name}: left out at {agencies} agencies")
    outcome = measure(contestants(sides, folder, agencies, live=True), plan, scratch)
    print("\n".join((*lines(agencies, outcome), "")), flush=True)
    return not _OURS & outcome.failed.keys()


if __name__ == "__main__":
    sys.exit(main())
