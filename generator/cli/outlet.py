"""Output streams that may be closed, full, or without a reader.

A failing stream loses text but does not stop the work; the exit code reports the loss.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, TextIO, cast


class Outlet(io.TextIOBase):
    """A stream to write to that raises no ``OSError``."""

    def __init__(self, stream: TextIO | None) -> None:
        self.lost: OSError | None = None
        """Why something could not be written, if so."""
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """How text becomes bytes."""
        return self._stream.encoding if self._stream is not None else "utf-8"

    def write(self, text: str, /) -> int:
        """Write text; on an error, lose it."""
        if self._stream is None:
            self._lose(OSError(9, os.strerror(9)))
        elif self.lost is None:
            try:
                self._stream.write(text)
            except OSError as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        """Flush; on an error, lose the text."""
        if self._stream is not None and self.lost is None:
            try:
                self._stream.flush()
            except OSError as error:
                self._lose(error)

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        """The descriptor of the stream; raises ``OSError`` when there is none."""
        if self._stream is None:
            raise OSError(9, os.strerror(9))
        return self._stream.fileno()

    def _lose(self, error: OSError) -> None:
        self.lost = self.lost or error
        if self._stream is not None:
            with open(os.devnull, "wb") as nowhere:
                os.dup2(nowhere.fileno(), self._stream.fileno())  # or Python complains again when it closes the stream


class Outlets(NamedTuple):
    """Standard output and standard error of a command."""

    output: Outlet
    errors: Outlet

    @property
    def lost(self) -> OSError | None:
        """Why output was lost, or nothing."""
        return self.output.lost or self.errors.lost

    def flush(self) -> None:
        """Flush both streams."""
        self.output.flush()
        self.errors.flush()


@contextmanager
def outlets() -> Iterator[Outlets]:
    """Context manager that replaces the standard streams with outlets."""
    before = sys.stdout, sys.stderr
    both = Outlets(Outlet(before[0]), Outlet(before[1]))
    sys.stdout, sys.stderr = cast("TextIO", both.output), cast("TextIO", both.errors)
    try:
        yield both
    finally:
        both.flush()
        sys.stdout, sys.stderr = before


def open_standard_streams() -> None:
    """Open closed standard streams on the null device; otherwise the next opened file takes their descriptor."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
