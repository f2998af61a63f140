"""``python -m benchmarks.search``: how long the search of a portal takes to answer in Chromium."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from benchmarks.gzip_server import serving
from benchmarks.options import run_folder
from benchmarks.search_portal import write_search_portal
from benchmarks.search_queries import queries
from benchmarks.search_table import lines
from benchmarks.tools import own_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a portal was not built or there is no browser."""
    options = _options(arguments)
    try:
        with run_folder(options, "search") as folder:
            for size in [0] if options.site else options.agency_years:
                root = Path(options.site).resolve() if options.site else _built(folder / str(size), size, options)
                _measure(root, size, options)
    except (subprocess.CalledProcessError, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--agency-years", type=int, nargs="+", default=[100], help="sizes (100)")
    parser.add_argument("--repeat", type=int, default=5, help="rounds (5)")
    parser.add_argument("--site", metavar="DIR", help="a published portal (one is built for this)")
    parser.add_argument("--prongsai", metavar="COMMAND", help="how this project is started (this Python -m generator)")
    parser.add_argument("--work", metavar="DIR", help="where portals are made (a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="leave the portals where they are")
    return parser.parse_args(arguments)


def _built(site: Path, size: int, options: Namespace) -> Path:
    write_search_portal(site, size)
    command = (*own_command(options.prongsai), "build", str(site), "--quiet")
    subprocess.run(command, cwd=Path(__file__).resolve().parents[1], check=True)
    return site / "build"


def _measure(root: Path, size: int, options: Namespace) -> None:
    # the browser is asked for only now, so that the other benchmarks run without it
    from benchmarks.search_tab import answers, chromium, first_answers

    shards = len([path for path in root.rglob("search.js") if path.parent.name != "assets"])
    load = os.getloadavg()[0]
    with serving(root) as address, chromium() as browser:
        cold = first_answers(browser, address, options.repeat)
        warm = answers(browser, address, queries(), options.repeat)
    print("\n".join(lines(size or shards, options.repeat, (load, os.getloadavg()[0]), cold, warm)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
