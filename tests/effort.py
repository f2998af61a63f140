"""How much work a piece of code does, without a clock: the calls it makes, and an end to what never ends."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

HANGS_AFTER = 30
"""Seconds of processor time after which something is taken to hang; what it guards takes a hundredth of that."""

BLOCKS_AFTER = 300
"""Seconds of any time after which something is taken to wait for ever."""


class HangsError(BaseException):
    """Something goes on for ever; no ``except Exception`` in the code under test may hide it."""


@contextmanager
def ends() -> Iterator[None]:
    """Fail what would go on for ever, so that the other tests still run."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise HangsError

    if not hasattr(signal, "setitimer"):  # nothing ends it where there is no such clock
        yield
        return
    guards = (
        (signal.SIGVTALRM, signal.ITIMER_VIRTUAL, HANGS_AFTER),
        (signal.SIGALRM, signal.ITIMER_REAL, BLOCKS_AFTER),
    )
    before = [signal.signal(number, stop) for number, _, _ in guards]
    for _, timer, seconds in guards:
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for (number, timer, _), handler in zip(guards, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python or of C, are called."""
    count = 0

    def tell(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
