"""Completing a staged part of the site with what stays as it is."""

import errno
import os
import stat
from collections.abc import Callable, Sequence

from generator.paths import path_of, prefix
from generator.writing.disk import Disk
from generator.writing.plan import Plan
from generator.writing.record import UnitRecord, fingerprint
from generator.writing.state import State
from generator.writing.tree import discard, make_all

_NO_LINK = frozenset(
    # the last is what Windows says of a USB stick, whose file system knows no links
    {errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
)
_MANY = 1000  # files; linking them waits for the system more than for this program, so a second thread pays


class Completion:
    """Adds the kept files to a staged part: the same files under another name, so that they stay what they are.

    Folders keep their permissions, and their time unless an entry changes.
    """

    def __init__(self, disk: Disk, state: State, plan: Plan) -> None:
        self.linked = True
        """False once files had to be copied, because links are not possible here."""
        self._disk = disk
        self._state = state
        self._plan = plan
        self._usual = disk.stat(state.next).st_mode

    def run(self, record_of: Callable[[str], UnitRecord], donor: str | None) -> None:
        """Complete the part; whole units come from ``donor``, a former generation, if they are the same there."""
        plan = self._plan
        units = [unit for unit in plan.units if unit]
        if donor is not None:
            units = [unit for unit in units if not self._take(unit, record_of(unit), donor)]
            discard(self._disk, donor, self._state.trash)
        if sum(len(plan.units[unit]) for unit in units) < _MANY:
            self._complete_all(units)
        else:
            _both(lambda: self._complete_all(units[::2]), lambda: self._complete_all(units[1::2]))
        if "" in plan.units:
            self._complete_all([""])  # last: it has the top folder, and the others make entries there

    def _take(self, unit: str, record: UnitRecord, donor: str) -> bool:
        """Move a unit over from a former generation; False if it is not there as recorded."""
        if not record.fingerprint:
            return False  # it changes now, or nobody knows how it looks
        path = path_of(self._state.next, unit)
        try:
            self._disk.move(path_of(donor, unit), path)
        except FileNotFoundError:
            return False
        if record.fingerprint == fingerprint(self._disk, self._state.next, unit, record.addresses):
            return True
        self._disk.move(path, path_of(donor, unit))
        return False

    def _complete_all(self, units: Sequence[str]) -> None:
        made = self._plan.made
        for unit in units:
            folders = made.setdefault(unit, set())
            for address in self._plan.units[unit]:
                folder = address.rpartition("/")[0]
                if folder not in folders:
                    make_all(self._disk, self._state.next, folder, folders)
                self._keep(address)
            self._dress(unit, folders)

    def _keep(self, address: str) -> None:
        disk = self._disk
        source, path = path_of(self._state.target, address), path_of(self._state.next, address)
        if self.linked:
            try:
                disk.link(source, path)
            except OSError as error:
                if error.errno not in _NO_LINK:
                    raise
                self.linked = False
            else:
                return
        disk.copy(source, path)
        disk.date(path, disk.stat(source).st_mtime_ns)

    def _dress(self, unit: str, folders: set[str]) -> None:
        """Give the staged folders the permissions and times of the published ones."""
        disk, plan = self._disk, self._plan
        inside = prefix(plan.part)
        new: set[str] = set()
        for folder in sorted(folders if unit else {"", *folders}):
            if folder != plan.part and not folder.startswith(inside):
                continue
            seen = None if folder.rpartition("/")[0] in new else _look(disk, path_of(self._state.target, folder))
            if seen is None or not stat.S_ISDIR(seen.st_mode):
                new.add(folder)
                continue
            if seen.st_mode != self._usual:
                disk.allow(path_of(self._state.next, folder), stat.S_IMODE(seen.st_mode))
            if folder not in plan.dirty:
                disk.date(path_of(self._state.next, folder), seen.st_mtime_ns)


def _both(one: Callable[[], None], other: Callable[[], None]) -> None:
    from threading import Thread  # here, because few publications need it

    failures: list[BaseException] = []

    def guarded() -> None:
        try:
            other()
        except BaseException as error:
            failures.append(error)

    thread = Thread(target=guarded)
    thread.start()
    try:
        one()
    finally:
        thread.join()
    if failures:
        raise failures[0]


def _look(disk: Disk, path: str) -> os.stat_result | None:
    try:
        return disk.stat(path)
    except FileNotFoundError:
        return None
