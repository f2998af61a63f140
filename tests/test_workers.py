"""Agencies side by side: in order, told one by one, and never left behind by a parent that dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from generator.workers import can_fork, run_in_parallel

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system does not fork processes")
NAMES = [f"a{number}" for number in range(9)]
FOREVER = """
import os
from generator.workers import given_up, run_in_parallel

def task(name):
    os.write(1, b"working\\n")
    given_up.wait()

run_in_parallel(task, [str(number) for number in range(40)], 2, None)
"""


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


@contextmanager
def _working() -> Iterator["subprocess.Popen[bytes]"]:
    """A process whose two workers are at work until their parent gives up."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", FOREVER],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as parent:
        try:
            assert parent.stdout is not None
            for _ in range(2):  # both of them
                assert parent.stdout.readline() == b"working\n"
            yield parent
        finally:  # what a failed test leaves would be waited for without end
            with suppress(ProcessLookupError):
                os.killpg(parent.pid, signal.SIGKILL)
