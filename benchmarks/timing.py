"""One build as a process: how long it takes, what it costs, and how much memory its largest process holds."""

import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """``wall`` and ``cpu`` in seconds, the processes it waited for included; ``peak`` in MB of the largest of them."""

    wall: float
    cpu: float
    peak: float


class BuildError(Exception):
    """A build ended with an error or took longer than it may; the text says which."""


def run(command: Sequence[str], folder: Path, log: Path, limit: float) -> Sample:
    """Run a build to its end, its output appended to ``log``; ``limit`` in seconds."""
    # what is still to be written for one build must not slow the next
    os.sync()
    with log.open("ab") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        watch = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        watch.daemon = True
        watch.start()
        # wait4 counts the process and every descendant that it waited for
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        watch.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(f"{' '.join(command)}: exit code {process.returncode} after {wall:.1f} s, see {log}")
    return Sample(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """The environment of every build: compiled Python modules are kept, as they are for a user."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def put_away(site: Path, sources: frozenset[str], away: Path) -> None:
    """Move everything but the sources out of a site, so that the next build starts cold.

    It is not deleted: some file systems avoid inodes that were freed a moment ago, which would
    slow the build that follows. Compiled modules of a site's own settings stay.
    """
    place = away / str(time.monotonic_ns())
    place.mkdir(parents=True)
    for entry in list(site.iterdir()):
        if entry.name not in sources and entry.name != "__pycache__":
            entry.rename(place / entry.name)


def apart(work: Callable[[], None]) -> None:
    """Do something in a process of its own.

    The peak of a new process counts from the memory of the one that started it, so the one that
    times builds must stay small: whatever needs memory is done apart.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BuildError as problem:
            print(problem, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if status:
        raise BuildError("a step beside the builds failed, see above")
