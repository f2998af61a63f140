"""``python -m benchmarks.builds``: the same invented portal built by this generator and by others, as ratios."""

import shutil
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contest import Contestant, measure
from benchmarks.sides import OURS, OURS_WITH_BASE_THEME, PEERS, Side
from benchmarks.table import lines
from benchmarks.timing import BuildError, apart, run
from benchmarks.tools import REPOSITORY, own_command, peer_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a build failed or pages were not as they should be."""
    options = _options(arguments)
    work = Path(options.work or tempfile.mkdtemp(prefix="builds-")).resolve()
    run_folder = work / "run"
    try:
        shutil.rmtree(run_folder, ignore_errors=True)
        run_folder.mkdir(parents=True)
        sides = _ready(options, run_folder)
        for agencies in options.agencies:
            _size(options, run_folder, sides, agencies)
    except BuildError as problem:
        print(problem, file=sys.stderr)
        return 1
    finally:
        # only now: deleting between builds would slow them
        if not options.keep:
            shutil.rmtree(run_folder, ignore_errors=True)
            if not options.work:
                shutil.rmtree(work, ignore_errors=True)
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.builds", description=__doc__)
    parser.add_argument("--agencies", type=int, nargs="+", default=[1, 25, 250], help="sizes (1 25 250)")
    parser.add_argument("--repeat", type=int, default=5, help="rounds (5)")
    parser.add_argument("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), help="others to measure (all)")
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=PATH", help="where a peer is")
    parser.add_argument("--prongsai", metavar="COMMAND", help="how this project is started (this Python -m generator)")
    parser.add_argument("--no-base", action="store_true", help="leave out the base theme")
    parser.add_argument("--seconds", type=float, default=300, help="no new round of a size begins after this (300)")
    parser.add_argument("--limit", type=float, default=120, help="seconds that one build may take (120)")
    parser.add_argument("--work", metavar="DIR", help="where sites are built (a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="leave the sites where they are")
    return parser.parse_args(arguments)


def _ready(options: Namespace, folder: Path) -> list[tuple[Side, tuple[str, ...]]]:
    """The sides that can be run, each after a build that is not timed: compiled modules and the disk are warm then."""
    given = dict(pair.split("=", 1) for pair in options.tool)
    own = own_command(options.prongsai)
    found: list[tuple[Side, tuple[str, ...]]] = [(OURS, own)]
    for name in options.peers:
        command = peer_command(name, given)
        if command is None:
            print(f"{name}: not installed, left out")
        else:
            found.append((PEERS[name], command))
    if not options.no_base:
        found.append((OURS_WITH_BASE_THEME, own))
    for contestant in _contestants(found, folder / "warm", 1):
        run(contestant.command, contestant.folder, contestant.log, options.limit)
    return found


def _contestants(sides: Sequence[tuple[Side, tuple[str, ...]]], folder: Path, agencies: int) -> list[Contestant]:
    contestants: list[Contestant] = []
    for side, tool in sides:
        site = folder / side.name.replace(", ", "-").replace(" ", "-")
        site.mkdir(parents=True)
        apart(lambda side=side, site=site: side.write(site, agencies))  # type: ignore[misc]
        command = tuple(
            word for part in side.command for word in (tool if part == "{tool}" else (part.format(site=site),))
        )
        sources = frozenset(entry.name for entry in site.iterdir())
        started_in = REPOSITORY if side in (OURS, OURS_WITH_BASE_THEME) else site
        contestants.append(Contestant(side, command, started_in, site, site.with_suffix(".log"), sources))
    return contestants


def _size(options: Namespace, folder: Path, sides: Sequence[tuple[Side, tuple[str, ...]]], agencies: int) -> None:
    taking_part = [(side, tool) for side, tool in sides if agencies <= side.most]
    for side, _ in sides:
        if agencies > side.most:
            print(f"{side.name}: left out at {agencies} agencies")
    contestants = _contestants(taking_part, folder / str(agencies), agencies)
    samples = measure(contestants, options.repeat, options.seconds, options.limit, folder / "away")
    print("\n".join(lines(agencies, samples)), flush=True)
    for contestant in contestants:
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
