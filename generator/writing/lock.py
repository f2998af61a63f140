"""The lock of a target: one publication at a time, released by the system when its holder dies."""

import os
import sys
import time
from typing import NamedTuple

from generator.paths import address_in, path_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_FAR = 1 << 30  # the locked byte on Windows, away from the note, which others may read


_held: "set[Lock]" = set()


class Holder(NamedTuple):
    """Who holds a lock: the process and since when (UTC), or 0 and nothing when that is not certain."""

    pid: int
    since: str


class LockedError(Exception):
    """The lock is held by somebody else."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """An exclusive lock on a file. The file stays when the lock goes; only the system's lock counts, never the file.

    It is held by the process that took it alone: a forked process gives its share back before it does anything else,
    or it would hold the lock for as long as it lives.
    """

    __slots__ = ("_descriptor", "_path")

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor = -1

    def take(self) -> None:
        """Take the lock and note this process in the file, or raise ``LockedError`` at once."""
        descriptor = os.open(self._path, _OPEN, 0o666)
        try:
            if not _acquire(descriptor):
                raise LockedError(_holder(descriptor))
            note = f"{os.getpid()} {time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}\n"
            os.ftruncate(descriptor, 0)
            os.write(descriptor, note.encode("ascii"))
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        _held.add(self)

    def release(self) -> None:
        """Give the lock back, if it is held."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            _held.discard(self)


def _give_back() -> None:
    for lock in list(_held):
        lock.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_give_back)


def _acquire(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _holder(descriptor: int) -> Holder:
    os.lseek(descriptor, 0, os.SEEK_SET)
    number, _, since = os.read(descriptor, 100).decode("ascii", "replace").strip().partition(" ")
    pid = int(number) if number.isdecimal() else 0
    return Holder(pid, since) if pid and _has_open(pid, os.fstat(descriptor)) else Holder(0, "")


def _has_open(pid: int, file: os.stat_result) -> bool:
    """Whether a process may have a file open, as far as the system tells others."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    opened = path_of("/proc", address_in(str(pid), "fd"))
    try:
        return any(os.path.samestat(os.stat(path_of(opened, name)), file) for name in os.listdir(opened))
    except OSError:  # another system, or another user's process
        return True
