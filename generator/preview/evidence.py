"""Evidence files while they are sent: read in chunks by threads, and only the announced bytes.

The event loop only waits. A file that is changed, cut or replaced while it is sent raises ``OSError``, so the
connection ends short of the length it promised.
"""

import asyncio
import errno
import os
import stat
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

from generator.digest import blake2b
from generator.paths import address_of
from generator.reading.folder import Folder
from generator.writing.bundle import FileRef

READERS = 2
"""Threads that read evidence files: few, so that they leave the pages their processor."""
PIECE = 256 * 1024
"""Bytes read, and held in memory, at a time for each file being sent."""

T = TypeVar("T")


class ServedEvidence:
    """The evidence files of the project in ``root`` and the threads that read them."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._readers = ThreadPoolExecutor(READERS, "evidence")

    @asynccontextmanager
    async def opened(self, ref: FileRef) -> AsyncGenerator["OpenFile", None]:
        """The file, open for as long as the context lasts. Raises ``OSError`` when it is not the one ``ref`` names."""
        file = OpenFile(self._readers, self._root, ref)
        try:
            await file.open()
            yield file
        finally:
            file.close()

    def stop(self) -> None:
        """End the threads once they have read what they are reading."""
        self._readers.shutdown(wait=False, cancel_futures=True)


class OpenFile:
    """One evidence file. All its coroutines belong to one task: a thread reads one piece of it at a time."""

    def __init__(self, readers: ThreadPoolExecutor, root: str, ref: FileRef) -> None:
        self._readers = readers
        self._root = root
        self._ref = ref
        self._descriptor = -1
        self._identity: tuple[int, ...] = ()
        self._work: Future[Any] | None = None
        self._hasher = blake2b()
        self._hashed = 0

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self._ref.size

    @property
    def tag(self) -> str:
        """The entity tag: another one whenever the file may hold other bytes, even before the preview notices."""
        return f'"{self._ref.digest[:32]}-{blake2b(repr(self._identity).encode(), digest_size=8).hexdigest()}"'

    async def open(self) -> None:
        """Open the file, never through a link."""
        await self._in_thread(self._open)

    async def pieces(self, first: int, last: int) -> AsyncGenerator[bytes, None]:
        """The bytes from ``first`` to ``last``, both included."""
        while first <= last:
            count = min(PIECE, last - first + 1)
            yield await self._in_thread(partial(self._read, first, count))
            first += count

    def close(self) -> None:
        """Close the file as soon as no thread reads it."""
        if self._work is not None:
            self._work.add_done_callback(self._close)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        future = self._readers.submit(work)
        self._work = future
        return await asyncio.wrap_future(future)

    def _open(self) -> None:
        folder, _, name = address_of(self._ref.path, self._root).rpartition("/")
        with Folder(self._root, folder) as opened:
            self._descriptor = opened.open(name)
        status = os.fstat(self._descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size != self.size:
            raise _changed()
        self._identity = _identity(status)

    def _read(self, start: int, count: int) -> bytes:
        """Bytes of the file as it was opened; a file read from its begin to its end has the digest it was listed by."""
        os.lseek(self._descriptor, start, os.SEEK_SET)
        parts: list[bytes] = []
        left = count
        while left and (part := os.read(self._descriptor, left)):
            parts.append(part)
            left -= len(part)
        if left or _identity(os.fstat(self._descriptor)) != self._identity:
            raise _changed()
        data = b"".join(parts)
        if start == self._hashed:
            self._hasher.update(data)
            self._hashed += count
            if self._hashed == self.size and self._hasher.hexdigest() != self._ref.digest:
                raise _changed()
        return data

    def _close(self, _: object) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _changed() -> OSError:
    return OSError(errno.ESTALE, os.strerror(errno.ESTALE))
