"""``python -m benchmarks.builds``: the same invented portal built by this generator and by others, as ratios."""

import os
import shutil
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import tools
from benchmarks.cases import CASES, Contestant, Results, measure
from benchmarks.table import print_size
from benchmarks.timing import BuildFailed

if TYPE_CHECKING:
    from benchmarks.sides import Side


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when pages were not as they should be."""
    options = _options(arguments)
    work = Path(options.work or tempfile.mkdtemp(prefix="builds-")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    sound = True
    try:
        for agencies in options.agencies:
            sound = _size(options, work, agencies) and sound
    finally:
        if not options.keep:
            shutil.rmtree(work / "away", ignore_errors=True)
            for site in work.glob("*-agencies-*"):
                shutil.rmtree(site, ignore_errors=True)
            if not options.work:
                shutil.rmtree(work, ignore_errors=True)
    return 0 if sound else 1
