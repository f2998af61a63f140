"""One folder of a project, opened part by part from the root and never through a link.

Where files can be opened relative to a folder that is open already, a folder that is swapped for a
link while it is being read changes nothing: what was opened stays what it was.
"""

import errno
import os
from types import TracebackType

from generator.paths import path_of

_RELATIVE = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_FILE = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Folder:
    """An open folder; a context manager. Opening one raises ``OSError`` when it is missing, unreadable or a link."""

    __slots__ = ("_descriptor", "_path")

    def __init__(self, root: str, path: str = "") -> None:
        """``path`` is the folder's path below ``root``; the root itself may be reached in any way."""
        self._path = root
        self._descriptor = os.open(root, _FOLDER) if _RELATIVE else None
        self._descend(path)

    def below(self, path: str) -> "Folder":
        """A folder below this one; an empty path opens this one once more."""
        opened = Folder.__new__(Folder)
        opened._path = self._path
        opened._descriptor = os.dup(self._descriptor) if self._descriptor is not None else None
        opened._descend(path)
        return opened

    def _descend(self, path: str) -> None:
        for part in path.split("/") if path else ():
            self._path = path_of(self._path, part)
            if self._descriptor is None:
                if os.path.islink(self._path):
                    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), self._path)
                continue
            above = self._descriptor
            try:
                self._descriptor = os.open(part, _FOLDER | _NO_LINK, dir_fd=above)
            finally:
                os.close(above)

    def entries(self) -> "list[os.DirEntry[str]]":
        """What is in the folder, in no order."""
        with os.scandir(self._path if self._descriptor is None else self._descriptor) as entries:
            return list(entries)

    def open(self, name: str) -> int:
        """The descriptor of a file in the folder, to be closed by the caller; a pipe does not block."""
        if self._descriptor is None:
            path = path_of(self._path, name)
            if os.path.islink(path):
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
            return os.open(path, _FILE)
        return os.open(name, _FILE, dir_fd=self._descriptor)

    def __enter__(self) -> "Folder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
