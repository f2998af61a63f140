"""Event streams for open pages: one per browser, whose worker passes events to every tab."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from typing import Any

from generator.preview.request import Refused

MAX_STREAMS = 64
BEAT_SECONDS = 15.0

State = Callable[[], Mapping[str, Any]]
"""What an open page is told: the version that is served and the problems there are."""


class Events:
    """The open streams. Each is told the ``state`` when it begins and after every call of ``changed``."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._wakers: set[asyncio.Event] = set()

    @property
    def state(self) -> bytes:
        """The state as JSON, without a line break."""
        return json.dumps(self._state(), ensure_ascii=True, separators=(",", ":")).encode("ascii")

    def changed(self) -> None:
        """Tell every stream."""
        for waker in self._wakers:
            waker.set()

    @contextlib.contextmanager
    def slot(self) -> Iterator[asyncio.Event]:
        """A place for one more stream, with what wakes it. Raises ``Refused`` when all are taken."""
        if len(self._wakers) >= MAX_STREAMS:
            raise Refused(503, "too many open pages")
        waker = asyncio.Event()
        self._wakers.add(waker)
        try:
            yield waker
        finally:
            self._wakers.discard(waker)

    async def messages(self, waker: asyncio.Event, reader: asyncio.StreamReader) -> AsyncGenerator[bytes, None]:
        """The messages of one stream, until the other side has closed its end of the connection."""
        gone = asyncio.ensure_future(_end(reader))
        gone.add_done_callback(lambda _: waker.set())
        try:
            while not gone.done():
                waker.clear()
                yield b"data: " + self.state + b"\n\n"
                while not waker.is_set():
                    try:
                        async with asyncio.timeout(BEAT_SECONDS):
                            await waker.wait()
                    except TimeoutError:
                        yield b":\n\n"
        finally:
            gone.cancel()


async def _end(reader: asyncio.StreamReader) -> None:
    """Wait for the end of what a client sends; nothing that it says is of interest."""
    with contextlib.suppress(OSError):
        while await reader.read(1024):
            pass
