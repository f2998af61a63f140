"""A published site to verify: a folder or a web address."""

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from typing import Literal, NamedTuple, Protocol

What = Literal["changed", "added", "removed", "unreadable"]


class Difference(NamedTuple):
    """One file that is not as its manifest says, by its path in the place; ``reason``: why it could not be read."""

    path: str
    what: What
    reason: str = ""


class UnreadableError(Exception):
    """A file that is there, or may be, and cannot be read; the argument says why, as a key or as the system says it."""


class Place(Protocol):
    """A folder or a web address. Reading raises ``FileNotFoundError`` or ``UnreadableError``."""

    readers: int
    """How many may read at the same time."""

    most_files: int
    """How many files are compared at the most: nobody else may make this command take more memory than that needs."""

    def open(self, path: str, /) -> AbstractContextManager[Iterator[bytes]]:
        """Yield the file in chunks; the caller may stop early."""

    def leave(self) -> None:
        """Release the calling thread's resources."""

    def others(self, known: Collection[str], /) -> list[Difference]:
        """What else is there; empty where that cannot be asked."""
