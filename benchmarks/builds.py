"""``python -m benchmarks.builds``: the same invented portal built by this generator and by others, as ratios."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from benchmarks import options as shared
from benchmarks.contest import Contestant, contestants, measure
from benchmarks.sides import OURS_WITH_BASE_THEME, Side
from benchmarks.table import lines
from benchmarks.timing import BuildError, apart, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a build failed or pages were not as they should be."""
    options = _options(arguments)
    try:
        with shared.run_folder(options, "builds") as folder:
            sides = _ready(options, folder)
            for agencies in options.agencies:
                _size(options, folder, sides, agencies)
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = shared.parser("builds", __doc__, repeat=5)
    parser.add_argument("--limit", type=float, default=120, help="seconds that one build may take (120)")
    return parser.parse_args(arguments)


def _ready(options: Namespace, folder: Path) -> list[tuple[Side, tuple[str, ...]]]:
    """The sides that can be run, each after a build that is not timed: compiled modules and the disk are warm then."""
    found = shared.sides(options)
    for contestant in contestants(found, folder / "warm", 1):
        run(contestant.command, contestant.folder, contestant.log, options.limit)
    return found


def _size(options: Namespace, folder: Path, sides: Sequence[tuple[Side, tuple[str, ...]]], agencies: int) -> None:
    for side, _ in sides:
        if agencies > side.most:
            print(f"{side.name}: left out at {agencies} agencies")
    entered = contestants(sides, folder / str(agencies), agencies)
    samples = measure(entered, options.repeat, options.seconds, options.limit, folder / "away")
    print("\n".join(lines(agencies, samples)), flush=True)
    for contestant in entered:
        if contestant.side is not OURS_WITH_BASE_THEME:
            apart(lambda contestant=contestant: _check(contestant, agencies))  # type: ignore[misc]
    print("  pages read back: all carry the same\n", flush=True)


def _check(contestant: Contestant, agencies: int) -> None:
    from benchmarks.same_work import faults

    found = list(faults(contestant.side, contestant.site, agencies, contestant.edits))
    if found:
        print("\n".join(found[:10]), file=sys.stderr)
        raise BuildError(f"{contestant.side.name}: {len(found)} faults")


if __name__ == "__main__":
    sys.exit(main())
