"""Make agencies in parallel in forked processes, which share what was read and compiled before."""

import multiprocessing
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of linux/prctl.h
_GLANCE = 0.1
"""Seconds between two looks of a worker for its parent."""

_task: list[Callable[[str], Any]] = []
given_up = threading.Event()
"""Set in a worker when its results are no longer needed."""


def can_fork() -> bool:
    """Whether this platform forks processes; where it does not, one process does all the work."""
    return "fork" in multiprocessing.get_all_start_methods()


def run_in_parallel(
    task: Callable[[str], T], names: Sequence[str], jobs: int, tell: Callable[[int, int], None] | None
) -> list[T]:
    """The results of a task for each name, in the order of the names."""
    if not can_fork():
        return [task(name) for name in names]
    _task[:] = [task]
    results: list[T] = []
    context = multiprocessing.get_context("fork")
    ours, theirs = os.pipe()
    given = (os.getpid(), _death_signal(), ours, theirs)
    with (
        os.fdopen(ours, "rb"),
        os.fdopen(theirs, "wb") as alive,
        ProcessPoolExecutor(min(jobs, len(names)), context, _begin, given) as executor,
    ):
        try:
            for result in executor.map(_call, names, chunksize=max(1, min(4, len(names) // (jobs * 4)))):
                results.append(result)
                if tell is not None:
                    tell(len(results), len(names))
        except BaseException:
            alive.close()
            raise
    return results


def _death_signal() -> Callable[[], object]:
    """What makes the system itself kill this process when its parent ends, where it can; a worker calls it."""
    if sys.platform != "linux":
        return lambda: None
    import ctypes  # in the parent, once for all workers

    return partial(ctypes.CDLL(None).prctl, _SET_DEATH_SIGNAL, signal.SIGKILL)


def _begin(parent: int, ask_for_death: Callable[[], object], ours: int, theirs: int) -> None:
    """Make a worker end with its parent, however that ends, and leave the keyboard to the parent.

    The parent may be dead before its worker runs a single line, so its number was taken before the fork. The writing
    end of the pipe is open in the parent alone, so reading from it returns when the parent closes it, or is no more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ask_for_death()
    if os.getppid() != parent:
        os._exit(1)
    os.close(theirs)
    threading.Thread(target=_end_with, args=(parent, ours), daemon=True).start()


def _end_with(parent: int, ours: int) -> None:
    while os.getppid() == parent:
        if given_up.is_set():  # the parent waits for what is under way, and then lets its workers go
            time.sleep(_GLANCE)
        elif select.select([ours], [], [], _GLANCE)[0]:
            given_up.set()
    os._exit(1)


def _call(name: str) -> Any:
    return None if given_up.is_set() else _task[0](name)
