"""What can be said on the command line of every benchmark, and the sides and the work folder it comes to."""

import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.sides import OURS, OURS_WITH_BASE_THEME, PEERS, Side
from benchmarks.tools import own_command, peer_command


def parser(name: str, description: str | None, *, repeat: int) -> ArgumentParser:
    """The options that the benchmarks share; ``repeat`` is how many rounds there are unless told."""
    made = ArgumentParser(prog=f"python -m benchmarks.{name}", description=description)
    made.add_argument("--agencies", type=int, nargs="+", default=[1, 25, 250], help="sizes (1 25 250)")
    made.add_argument("--repeat", type=int, default=repeat, help=f"rounds ({repeat})")
    made.add_argument("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), help="others to measure (all)")
    made.add_argument("--tool", action="append", default=[], metavar="NAME=PATH", help="where a peer is")
    made.add_argument("--prongsai", metavar="COMMAND", help="how this project is started (this Python -m generator)")
    made.add_argument("--no-base", action="store_true", help="leave out the base theme")
    made.add_argument("--seconds", type=float, default=300, help="no new round of a size begins after this (300)")
    made.add_argument("--work", metavar="DIR", help="where sites are made (a temporary folder)")
    made.add_argument("--keep", action="store_true", help="leave the sites where they are")
    return made


def sides(options: Namespace) -> list[tuple[Side, tuple[str, ...]]]:
    """The sides that are asked for and installed, each with how it is started."""
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
    return found


@contextmanager
def run_folder(options: Namespace, name: str) -> Iterator[Path]:
    """An empty folder for the sites of this run, deleted at its very end unless it is to be kept."""
    work = Path(options.work or tempfile.mkdtemp(prefix=f"{name}-")).resolve()
    folder = work / "run"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        yield folder
    finally:
        # only now: deleting between the measurements would slow them
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
            if not options.work:
                shutil.rmtree(work, ignore_errors=True)
