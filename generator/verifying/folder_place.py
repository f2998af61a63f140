"""A published site in a folder: regular files only, never through a link."""

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from generator.paths import address_in
from generator.reading.folder import Folder
from generator.verifying.place import Difference, UnreadableError
from generator.writing.state import MARK, MARKER

_CHUNK = 1 << 20


class FolderPlace:
    """A folder. ``allowed`` are paths of files and folders in it that may be there beside the site."""

    readers = 1
    most_files = sys.maxsize

    def __init__(self, root: str, allowed: Collection[str] = ()) -> None:
        self._root = root
        self._allowed = frozenset(path.strip("/") for path in allowed)

    @contextmanager
    def open(self, path: str) -> Iterator[Iterator[bytes]]:
        """A file in pieces."""
        folder, _, name = path.rpartition("/")
        try:
            with Folder(self._root, folder) as opened:
                descriptor = opened.open(name)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise UnreadableError(error.strerror or str(error)) from error
        try:
            yield _pieces(descriptor)
        finally:
            os.close(descriptor)

    def leave(self) -> None:
        """Nothing is held between two files."""

    def others(self, known: Collection[str]) -> list[Difference]:
        """Every other file, and whatever is neither file nor folder."""
        found: list[Difference] = []
        pending = [""]
        while pending:
            below = pending.pop()
            try:
                with Folder(self._root, below) as folder:
                    entries = folder.entries()
            except OSError as error:
                found.append(Difference(below, "unreadable", error.strerror or str(error)))
                continue
            for entry in entries:
                path = address_in(below, entry.name)
                if path in self._allowed:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(path)
                elif path not in known and not self._is_mark(path):
                    found.append(Difference(path, "added"))
        return found

    def _is_mark(self, path: str) -> bool:
        """Whether this is the file by which the generator knows its own folder; it belongs to no site."""
        if path != MARKER:
            return False
        try:
            with self.open(path) as pieces:
                return b"".join(pieces) == MARK
        except (OSError, UnreadableError):
            return False


def _pieces(descriptor: int) -> Iterator[bytes]:
    try:
        while piece := os.read(descriptor, _CHUNK):
            yield piece
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
