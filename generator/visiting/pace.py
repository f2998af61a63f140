"""Politeness: one request at a time to a host, and a pause between two."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 1.0
"""Seconds between the end of a request and the next to the same host."""

LONGEST_WAIT = 60.0
"""The longest that a host may make this program wait, in seconds."""


class Pace:
    """Turns at hosts. Several threads may ask for them."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a turn at a host, and hold it."""
        with self._locks[host]:
            time.sleep(max(0.0, self._free.get(host, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._free[host] = max(self._free.get(host, 0.0), time.monotonic() + self._pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long, as it asked."""
        self._free[host] = time.monotonic() + min(seconds, LONGEST_WAIT)
