"""Which folders may be replaced by a site: nothing is touched before this has been asked."""

import os
from collections.abc import Sequence

from generator.paths import path_of
from generator.writing.disk import Disk
from generator.writing.fault import PublishError, Reason
from generator.writing.kind import Kind, kind_seen
from generator.writing.state import MARK, MARKER, State

_REPOSITORIES = (".git", ".hg", ".svn")


def refuse_unsafe(disk: Disk, state: State, protected: Sequence[str]) -> None:
    """Raise unless the target may be replaced, as far as its name tells."""
    target = state.target
    if not os.path.basename(target):
        raise PublishError(Reason.UNSAFE, target, "the root of a file system")
    seen = _look(disk, target)
    if seen is None:
        # what does not exist yet can still be named through its parent
        target = path_of(os.path.realpath(os.path.dirname(target)), os.path.basename(target))
    elif kind_seen(seen) is Kind.LINK:
        raise PublishError(Reason.UNSAFE, target, "a link")
    elif kind_seen(seen) is not Kind.FOLDER:
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
