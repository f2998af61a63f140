"""The side of the child process that asks: every document is read within its time, or not at all."""

import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Protocol

from generator.examining.extract import MOST_TEXT, Extract, from_json
from generator.examining.kinds import READERS, ending

SECONDS = 8.0
"""The time for one document. With the beginning of the next child it stays below ten seconds."""

_BEGINNING = 60.0
"""The time in which a child loads its parsers; a slow disk takes long, and no document is to blame."""

_LONGEST = MOST_TEXT * 12 + 4096
"""The longest answer in bytes: a character outside of the first plane is written as twelve."""

COMMAND = (sys.executable, "-P", "-c", "from generator.examining.child import main; main()")


class Reads(Protocol):
    """Gets the extract of a document."""

    def read(self, path: str, data: bytes, /) -> Extract:
        """The extract of a document of a kind that can be looked into."""


class Reader:
    """Reads documents in a child process, which is begun again after a document that it did not get over."""

    def __init__(self, seconds: float = SECONDS, command: tuple[str, ...] = COMMAND) -> None:
        self._seconds = seconds
        self._command = command
        self._child: _Child | None = None

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def read(self, path: str, data: bytes, /) -> Extract:
        """The extract of a document; ``path`` tells its kind."""
        if self._child is None:
            self._child = _Child(self._command)
            if self._child.line(_BEGINNING) != b"ready\n":
                self._end()
                return Extract(fault="crash")
        answer = self._child.ask(READERS[ending(path)], data, self._seconds)
        found = from_json(answer) if answer else None
        if found is not None:
            return found
        self._end()
        return Extract(fault="time" if answer is None else "crash")

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """One child process, and the thread that waits for what it says."""

    def __init__(self, command: tuple[str, ...]) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._waiting = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._waiting.start()

    def line(self, seconds: float) -> bytes | None:
        """The next line that the child says: nothing when it says none in time, empty when it has ended."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            return None

    def ask(self, name: str, data: bytes, seconds: float) -> bytes | None:
        """The answer to a request, as a line."""
        try:
            self._requests.write(f"{name} {len(data)}\n".encode("ascii"))
            self._requests.write(data)
            self._requests.flush()
        except OSError:
            return b""
        return self.line(seconds)

    def end(self) -> None:
        """End the child, whatever it is doing."""
        self._process.kill()
        with suppress(OSError):  # what was not sent is of no use any more
            self._requests.close()
        self._process.wait()
        self._waiting.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self, answers: BinaryIO) -> None:
        while line := answers.readline(_LONGEST):
            self._lines.put(line)
        self._lines.put(b"")
