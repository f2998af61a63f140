"""Agencies made side by side in forked processes, which share what was read and compiled before."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
_task: list[Callable[[str], Any]] = []


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
    with ProcessPoolExecutor(max_workers=min(jobs, len(names)), mp_context=context) as executor:
        for result in executor.map(_call, names, chunksize=max(1, min(4, len(names) // (jobs * 4)))):
            results.append(result)
            if tell is not None:
                tell(len(results), len(names))
    return results


def _call(name: str) -> Any:
    return _task[0](name)
