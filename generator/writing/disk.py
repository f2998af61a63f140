"""The file system operations of publishing; nothing else touches the disk."""

import os
import sys
from enum import Enum
from typing import Protocol

from generator.digest import blake2b
from generator.writing.exchange import exchange
from generator.writing.kind import EntryKind, kind_of

_CHUNK = 1 << 20
_CLOSED = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CLOSED
# never through a link, and never waiting for the other end of a pipe
_ITSELF = _CLOSED | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_IN_PLACE = os.O_WRONLY | os.O_CREAT | _ITSELF
_READ = os.O_RDONLY | _ITSELF
# Windows syncs only what could be written
_SYNC = os.O_RDWR | _CLOSED if sys.platform == "win32" else _READ


class CrashPoint(Enum):
    """Moments of a publication, in this order; the target is whole at each but ``HALFWAY``, between two renames."""

    LOCKED = "locked"
    RECOVERED = "recovered"
    CLEARED = "cleared"
    STAGED = "staged"
    COMPLETED = "completed"
    SYNCED = "synced"
    JOURNALED = "journaled"
    HALFWAY = "halfway"
    SWAPPED = "swapped"
    SHELVED = "shelved"
    RECORDED = "recorded"
    FINISHED = "finished"


class Disk(Protocol):
    """Operations on files and folders by absolute path; all raise ``OSError``. Links are never followed."""

    def stat(self, path: str, /) -> os.stat_result:
        """What the name itself is."""

    def list(self, path: str, /) -> "list[os.DirEntry[str]]":
        """The entries of a folder, by name."""

    def read(self, path: str, limit: int = -1, /) -> bytes:
        """The content of a file, or no more than ``limit`` bytes of it."""

    def digest(self, path: str, /) -> str:
        """The blake2b digest of a file, in hex, read in pieces."""

    def make(self, path: str, /) -> None:
        """A new folder in an existing one."""

    def write(self, path: str, content: bytes, /) -> None:
        """A new file; one that is there is an error."""

    def overwrite(self, path: str, content: bytes, /) -> None:
        """A note that may be lost: written where it stands, without regard to who reads it meanwhile."""

    def copy(self, source: str, path: str, /) -> str:
        """A new file with the content of another, in pieces; gives the blake2b digest of what was copied."""

    def link(self, source: str, path: str, /) -> None:
        """Another name for the same file."""

    def date(self, path: str, moment: int, /) -> None:
        """Set the time of last modification, in nanoseconds."""

    def allow(self, path: str, mode: int, /) -> None:
        """Set the permissions."""

    def move(self, source: str, path: str, /) -> None:
        """Rename a file or a folder to a name that is free, in one step."""

    def exchange(self, one: str, other: str, /) -> bool:
        """Let two names change places in one step; False when the file system cannot."""

    def remove(self, path: str, folder: bool, /) -> None:
        """Take away a file or an empty folder."""

    def sync(self, path: str, /) -> None:
        """Wait until a file, or the entries of a folder, are on the medium."""

    def flush(self, folder: str, /) -> None:
        """Wait until everything in a folder is on the medium: files first, then their folders."""

    def reached(self, point: CrashPoint, /) -> None:
        """Told at every named moment; tests end the process here."""


class RealDisk:
    """The operating system's own file system."""

    __slots__ = ()

    stat = staticmethod(os.lstat)
    make = staticmethod(os.mkdir)
    allow = staticmethod(os.chmod)
    move = staticmethod(os.rename)
    exchange = staticmethod(exchange)

    def list(self, path: str, /) -> "list[os.DirEntry[str]]":
        with os.scandir(path) as entries:
            return sorted(entries, key=_name)

    def read(self, path: str, limit: int = -1, /) -> bytes:
        descriptor = os.open(path, _READ)
        try:
            if limit >= 0:
                return os.read(descriptor, limit)
            parts = []
            while part := os.read(descriptor, _CHUNK):
                parts.append(part)
            return b"".join(parts)
        finally:
            os.close(descriptor)

    def digest(self, path: str, /) -> str:
        digest = blake2b()
        descriptor = os.open(path, _READ)
        try:
            while part := os.read(descriptor, _CHUNK):
                digest.update(part)
        finally:
            os.close(descriptor)
        return digest.hexdigest()

    def write(self, path: str, content: bytes, /) -> None:
        descriptor = os.open(path, _NEW, 0o666)
        try:
            _write_all(descriptor, content)
        except OSError as error:
            error.filename = path
            raise
        finally:
            os.close(descriptor)

    def overwrite(self, path: str, content: bytes, /) -> None:
        descriptor = os.open(path, _IN_PLACE, 0o666)
        if os.fstat(descriptor).st_nlink != 1:  # the same file has another name, and may be anybody's
            os.close(descriptor)
            os.unlink(path)
            descriptor = os.open(path, _NEW, 0o666)
        try:
            _write_all(descriptor, content)
            os.ftruncate(descriptor, len(content))
        except OSError as error:
            error.filename = path
            raise
        finally:
            os.close(descriptor)

    def copy(self, source: str, path: str, /) -> str:
        digest = blake2b()
        origin = os.open(source, _READ)
        try:
            descriptor = os.open(path, _NEW, 0o666)
            try:
                while part := os.read(origin, _CHUNK):
                    digest.update(part)
                    _write_all(descriptor, part)
            except OSError as error:
                error.filename = path
                raise
            finally:
                os.close(descriptor)
        finally:
            os.close(origin)
        return digest.hexdigest()

    def link(self, source: str, path: str, /) -> None:
        os.link(source, path)

    def date(self, path: str, moment: int, /) -> None:
        os.utime(path, ns=(moment, moment))

    def remove(self, path: str, folder: bool, /) -> None:
        if folder:
            os.rmdir(path)
        else:
            os.unlink(path)

    def sync(self, path: str, /) -> None:
        try:
            descriptor = os.open(path, _SYNC)
        except PermissionError:
            if sys.platform == "win32" and os.path.isdir(path):
                return  # Windows opens no folders, and writes their entries through
            raise
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def flush(self, folder: str, /) -> None:
        if _sync_file_system(folder):
            return
        for entry in self.list(folder):
            if kind_of(entry) is EntryKind.FOLDER:
                self.flush(entry.path)
            else:
                self.sync(entry.path)
        self.sync(folder)

    def reached(self, point: CrashPoint, /) -> None:
        pass


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _sync_file_system(folder: str) -> bool:
    """Linux: write out the whole file system at once, a hundred times faster than file by file."""
    done = False
    if sys.platform == "linux":
        import ctypes  # here, because most builds change nothing and need not pay for it

        library = ctypes.CDLL(None)
        descriptor = os.open(folder, _READ)
        try:
            done = hasattr(library, "syncfs") and library.syncfs(descriptor) == 0
        finally:
            os.close(descriptor)
    return done


def _write_all(descriptor: int, content: bytes) -> None:
    written = os.write(descriptor, content)
    while written < len(content):
        written += os.write(descriptor, memoryview(content)[written:])
