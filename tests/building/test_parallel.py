"""Agencies side by side: in order, told one by one, and never left behind by a parent that dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from generator.building.parallel import can_fork, run_in_parallel

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system does not fork processes")
NAMES = [f"a{number}" for number in range(9)]
FOREVER = """
import os
from generator.building.parallel import given_up, run_in_parallel

def task(name):
    os.write(1, b"working\\n")
    given_up.wait()

run_in_parallel(task, [str(number) for number in range(40)], 2, None)
"""
AT_THE_FORK = """
import os, signal, time
from generator.building.parallel import run_in_parallel

parent, forks = os.getpid(), {forks}

def in_parent():
    global forks
    forks -= 1
    if not forks:
        os.kill(parent, signal.SIGKILL)

def in_child():
    if forks == 1:
        while os.getppid() == parent:
            time.sleep(0.01)

os.register_at_fork(after_in_parent=in_parent, after_in_child=in_child)
run_in_parallel(time.sleep, [600] * 8, 3, None)
"""
"""The parent dies while the last of its workers has not run a line of its own."""

IN_C = """
import itertools, os
from generator.building.parallel import run_in_parallel

def task(name):
    os.write(1, b"working\\n")
    sum(itertools.repeat(1))

run_in_parallel(task, [str(number) for number in range(8)], 2, None)
"""
"""Workers that never come back to the interpreter, so that no thread of theirs runs."""


def test_results_are_in_the_order_of_the_names() -> None:
    assert run_in_parallel(str.upper, NAMES, 3, None) == [name.upper() for name in NAMES]


def test_each_result_is_told() -> None:
    told: list[tuple[int, int]] = []
    run_in_parallel(str.upper, NAMES, 2, lambda done, total: told.append((done, total)))
    assert told == [(number, 9) for number in range(1, 10)]


def test_an_error_in_a_worker_reaches_the_parent() -> None:
    with pytest.raises(ZeroDivisionError):
        run_in_parallel(lambda name: 1 // len(name[2:]), NAMES, 2, None)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(number: signal.Signals) -> None:
    """Otherwise they would hold the lock of the target, and nobody could publish any more."""
    with _working() as parent:
        parent.send_signal(number)
        # the pipe ends when nobody holds it any longer, the workers included
        assert parent.communicate(timeout=30)[0] == b""


def test_the_keyboard_stops_workers_after_what_is_under_way() -> None:
    with _working() as parent:
        os.killpg(parent.pid, signal.SIGINT)
        out, err = parent.communicate(timeout=30)
    assert out == b""
    assert b"KeyboardInterrupt" in err
    assert err.count(b"Traceback") == 1


@pytest.mark.parametrize("forks", [1, 2, 3])
def test_a_worker_whose_parent_dies_before_it_begins_ends(forks: int) -> None:
    with _running(AT_THE_FORK.replace("{forks}", str(forks))) as parent:
        assert parent.communicate(timeout=60)[0] == b""
        assert parent.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only here the system ends such a process")
def test_a_worker_that_is_busy_outside_of_python_ends_with_its_parent() -> None:
    with _working(IN_C) as parent:
        parent.kill()
        assert parent.communicate(timeout=60)[0] == b""


@contextmanager
def _running(code: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process with workers; the end of what it says is the end of all of them."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as parent:
        try:
            yield parent
        finally:  # what a failed test leaves would be waited for without end
            with suppress(ProcessLookupError):
                os.killpg(parent.pid, signal.SIGKILL)


@contextmanager
def _working(code: str = FOREVER) -> Iterator["subprocess.Popen[bytes]"]:
    """A process whose two workers are at work, without end or until their parent gives up."""
    with _running(code) as parent:
        assert parent.stdout is not None
        for _ in range(2):  # both of them
            assert parent.stdout.readline() == b"working\n"
        yield parent
