"""Agencies made side by side in forked processes, which share what was read and compiled before."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
_task: list[Callable[[str], Any]] = []
given_up = threading.Event()
"""In a worker: whether nobody wants its results any more."""


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
    with (
        os.fdopen(ours, "rb"),
        os.fdopen(theirs, "wb") as alive,
        ProcessPoolExecutor(min(jobs, len(names)), context, _begin, (ours, theirs)) as executor,
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


def _begin(ours: int, theirs: int) -> None:
    """Make a worker give up with its parent, however that ends, and leave the keyboard to the parent.

    A worker that stayed behind would hold the lock of the target, which it has inherited. The writing
    end of the pipe is open in the parent alone, so reading from it returns when the parent closes it,
    or is no more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.close(theirs)
    threading.Thread(target=_give_up_with, args=(os.getppid(), ours), daemon=True).start()


def _give_up_with(parent: int, ours: int) -> None:
    os.read(ours, 1)
    given_up.set()
    while os.getppid() == parent:  # it waits for what is under way, and then lets its workers go
        time.sleep(0.05)
    os._exit(1)


def _call(name: str) -> Any:
    return None if given_up.is_set() else _task[0](name)
