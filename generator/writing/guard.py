"""Which folders a site may replace; checked before anything is touched."""

import errno
import os
from collections.abc import Iterable, Sequence

from generator.paths import path_of
from generator.writing.disk import Disk
from generator.writing.fault import PublishError, Reason
from generator.writing.kind import EntryKind, kind_seen
from generator.writing.state import MARK, MARKER, State
from generator.writing.tree import make_path

_MOUNTS = "/proc/self/mountinfo"  # of Linux, see proc(5)
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_REPOSITORIES = (".git", ".hg", ".svn")


def refuse_unsafe(disk: Disk, state: State, protected: Sequence[str], sources: Sequence[str]) -> None:
    """Raise unless the target may be replaced, as far as its name tells."""
    target = state.target
    if not os.path.basename(target):
        raise PublishError(Reason.UNSAFE, target, "the root of a file system")
    seen = _look(disk, target)
    if seen is None:
        # what does not exist yet can still be named through its parent
        target = path_of(os.path.realpath(os.path.dirname(target)), os.path.basename(target))
    elif kind_seen(seen) is EntryKind.LINK:
        raise PublishError(Reason.UNSAFE, target, "a link")
    elif kind_seen(seen) is not EntryKind.FOLDER:
        raise PublishError(Reason.FOREIGN, target, "not a folder")
    for path in protected:
        place = os.path.realpath(path)
        while True:
            if place == target or (seen is not None and _same(disk, place, seen)):
                raise PublishError(Reason.UNSAFE, state.target, path)
            above = os.path.dirname(place)
            if above == place:
                break
            place = above
    source = lies_in(os.path.realpath(target), sources)
    if source is not None:
        raise PublishError(Reason.UNSAFE, state.target, folder=source)


def lies_in(path: str, folders: Iterable[str]) -> str | None:
    """The folder among some that a real path is or lies in, however they are spelled; nothing if it is in none."""
    known = {_identity(folder): folder for folder in folders}
    while True:
        found = known.get(_identity(path))
        above = os.path.dirname(path)
        if found is not None or above == path:
            return found
        path = above


def refuse_mount(disk: Disk, state: State, *, suspected: bool = False) -> None:
    """Raise for a target that is a mount point, which cannot change places with another folder.

    Asking for all mounts takes time, so it is done where there is reason to: when the target seems to be on another
    file system, when nothing was published there yet, or when a swap failed.
    """
    seen = _look(disk, state.target)
    if seen is None:
        return
    is_other = disk.stat(os.path.dirname(state.target)).st_dev != seen.st_dev
    if not (is_other or suspected or _look(disk, state.folder) is None):
        return
    try:
        mounts = {line.split()[4] for line in disk.read(_MOUNTS).splitlines()}
    except OSError:
        is_mount = is_other
    else:
        place = os.fsencode(os.path.realpath(state.target)).replace(b"\\", b"\\134")
        for character in b" \t\n":
            place = place.replace(bytes([character]), b"\\%03o" % character)
        is_mount = place in mounts
    if is_mount:
        raise PublishError(Reason.MOUNT, state.target, folder=path_of(state.target, "site"))


def make_beside(disk: Disk, state: State) -> None:
    """Make the state folder, unless it is there; where that is not allowed, the target is not to be replaced either."""
    try:
        make_path(disk, state.folder)
    except OSError as error:
        if error.errno not in _REFUSED or _look(disk, state.target) is None or _look(disk, state.folder) is not None:
            raise
        above = os.path.dirname(state.target)
        raise PublishError(Reason.BESIDE, state.target, above, folder=path_of(state.target, "site")) from None


def refuse_foreign(disk: Disk, state: State) -> None:
    """Raise, before anything is made beside it, when the target holds files that are not ours.

    Where the state folder is there already, only the holder of the lock can tell: somebody may be publishing.
    """
    if _look(disk, state.folder) is None:
        is_fresh(disk, state.target)


def is_fresh(disk: Disk, target: str) -> bool:
    """Whether nothing is published yet; raises when the target holds files that are not ours."""
    if _marked(disk, target):
        for name in _REPOSITORIES:  # somebody works here, and would lose it with the folder
            if _look(disk, path_of(target, name)) is not None:
                raise PublishError(Reason.FOREIGN, path_of(target, name))
        return False
    try:
        entries = disk.list(target)
    except FileNotFoundError:
        return True
    if _marked(disk, target):
        return False  # it was published just now, by somebody who was faster
    if entries:
        raise PublishError(Reason.FOREIGN, target, entries[0].name)
    return True


def _marked(disk: Disk, target: str) -> bool:
    try:
        return disk.read(path_of(target, MARKER), len(MARK) + 1) == MARK
    except OSError:
        return False


def _look(disk: Disk, path: str) -> os.stat_result | None:
    try:
        return disk.stat(path)
    except FileNotFoundError:
        return None


def _same(disk: Disk, path: str, seen: os.stat_result) -> bool:
    there = _look(disk, path)
    return there is not None and os.path.samestat(there, seen)


def _identity(folder: str) -> tuple[int, int] | str:
    """What two paths of one folder have in common; one that is there may be spelled in several ways."""
    try:
        seen = os.stat(folder)
    except OSError:
        return os.path.normcase(os.path.realpath(folder))
    return seen.st_dev, seen.st_ino
