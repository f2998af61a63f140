"""Disks that tell, fail, or end the process."""

import os
from collections.abc import Callable

from generator.writing.disk import CrashPoint, RealDisk


class WatchedDisk(RealDisk):
    """The real disk; ``before`` hears of each operation and its path before it happens, and may raise or exit."""

    def __init__(self, before: Callable[[str, str], None], *, exchanges: bool = True) -> None:
        self._before = before
        self._exchanges = exchanges

    def stat(self, path: str, /) -> os.stat_result:  # type: ignore[override]
        self._before("stat", path)
        return os.lstat(path)

    def list(self, path: str, /) -> "list[os.DirEntry[str]]":
        self._before("list", path)
        return super().list(path)

    def read(self, path: str, limit: int = -1, /) -> bytes:
        self._before("read", path)
        return super().read(path, limit)

    def digest(self, path: str, /) -> str:
        self._before("digest", path)
        return super().digest(path)

    def make(self, path: str, /) -> None:  # type: ignore[override]
        self._before("make", path)
        os.mkdir(path)

    def write(self, path: str, content: bytes, /) -> None:
        self._before("write", path)
        super().write(path, content)

    def overwrite(self, path: str, content: bytes, /) -> None:
        self._before("overwrite", path)
        super().overwrite(path, content)

    def copy(self, source: str, path: str, /) -> str:
        self._before("copy", path)
        return super().copy(source, path)

    def link(self, source: str, path: str, /) -> None:
        self._before("link", path)
        super().link(source, path)

    def date(self, path: str, moment: int, /) -> None:
        self._before("date", path)
        super().date(path, moment)

    def allow(self, path: str, mode: int, /) -> None:  # type: ignore[override]
        self._before("allow", path)
        os.chmod(path, mode)

    def move(self, source: str, path: str, /) -> None:  # type: ignore[override]
        self._before("move", path)
        os.rename(source, path)

    def exchange(self, one: str, other: str, /) -> bool:
        self._before("exchange", other)
        return self._exchanges and RealDisk.exchange(one, other)

    def remove(self, path: str, folder: bool, /) -> None:
        self._before("remove", path)
        super().remove(path, folder)

    def sync(self, path: str, /) -> None:
        self._before("sync", path)  # and no more: tests do not survive a power failure either

    def flush(self, folder: str, /) -> None:
        self._before("flush", folder)


class PointDisk(RealDisk):
    """The real disk; calls ``then`` when a publication comes to a point."""

    def __init__(self, point: CrashPoint, then: Callable[[], None], *, exchanges: bool = True) -> None:
        self._point = point
        self._then = then
        self._exchanges = exchanges

    def exchange(self, one: str, other: str, /) -> bool:
        return self._exchanges and RealDisk.exchange(one, other)

    def reached(self, point: CrashPoint, /) -> None:
        if point is self._point:
            self._then()


class Countdown:
    """Lets a number of operations pass, then calls ``then`` at the next one, once."""

    def __init__(self, passing: int, then: Callable[[], None]) -> None:
        self.left = passing
        self._then = then

    def __call__(self, operation: str, path: str) -> None:
        self.left -= 1
        if self.left == -1:
            self._then()


def in_child(work: Callable[[], None]) -> int:
    """Do some work in a forked process and give its exit code, or minus the signal that ended it."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
