"""A look at the state folder before anything in it is used.

The folder travels with a project that is copied, packed or cloned, so it is trusted no more than content is. What
publishing does not put there itself, and whatever may lead elsewhere, is refused; nothing is followed or changed.
"""

from collections.abc import Callable, Collection

from generator.address import is_address
from generator.writing.disk import Disk
from generator.writing.fault import PublishError, Reason
from generator.writing.former import is_generation, strangers
from generator.writing.kind import EntryKind, kind_of, kind_seen
from generator.writing.record import is_record
from generator.writing.state import State
from generator.writing.swap import journaled

_FILE, _FOLDER, _EITHER = (EntryKind.FILE,), (EntryKind.FOLDER,), (EntryKind.FILE, EntryKind.FOLDER)
_KINDS: dict[str, Collection[EntryKind]] = {
    "displaced": _EITHER,
    "former": _FOLDER,
    "journal": _FILE,
    "lock": _FILE,
    "records": _FOLDER,
    "trash": _FOLDER,
}
_IN_PLACE = ("journal", "lock")  # written where they stand, and so under any other name of theirs
_PASSING = ("displaced", "trash")
_LEFT_BEHIND = frozenset({".ds_store", "@eadir", "desktop.ini", "thumbs.db"})  # by file managers and network drives


def refuse_strange(disk: Disk, state: State) -> None:
    """Raise for the first entry of the state folder that publishing does not put there.

    Entries that vanish meanwhile are those of another publication, which holds the lock.
    """
    try:
        kind = kind_seen(disk.stat(state.folder))
    except FileNotFoundError:
        return
    if kind is not EntryKind.FOLDER:
        raise _strange(state, state.folder, kind.value)
    passing = []
    for name, path, kind in _entries(
        disk, state, state.folder, lambda name: _FOLDER if state.is_staging(name) else _KINDS.get(name, ())
    ):
        if name in _IN_PLACE and _has_other_names(disk, path):
            raise _strange(state, path, "other names")
        if name == "journal" and (part := journaled(disk, state)) and not is_address(part):
            raise _strange(state, path, "no address")
        if kind is EntryKind.FOLDER and (name in _PASSING or state.is_staging(name)):
            passing.append(path)
    _entries(disk, state, state.records, lambda name: _FILE if is_record(name) else ())
    _entries(disk, state, state.former, lambda name: _FOLDER if is_generation(name) else ())
    _entries(disk, state, state.trash, lambda name: _EITHER if name.isdecimal() else ())
    passing += strangers(disk, state)
    while passing:  # what is left of a killed publication, or of another machine's
        inside = _entries(disk, state, passing.pop(), lambda name: _EITHER)
        passing += (path for _, path, kind in inside if kind is EntryKind.FOLDER)


def _entries(
    disk: Disk, state: State, folder: str, allowed: Callable[[str], Collection[EntryKind]]
) -> list[tuple[str, str, EntryKind]]:
    """The entries of a folder by name, path and kind; raises for one that is not of an allowed kind."""
    try:
        entries = disk.list(folder)
    except FileNotFoundError:
        return []
    found = []
    for entry in entries:
        kind, kinds = kind_of(entry), allowed(entry.name)
        if not kinds and kind in _EITHER:
            if entry.name.lower() in _LEFT_BEHIND:
                continue
            raise _strange(state, entry.path, "unknown")
        if kind not in kinds:
            raise _strange(state, entry.path, kind.value)
        found.append((entry.name, entry.path, kind))
    return found


def _has_other_names(disk: Disk, path: str) -> bool:
    try:
        return disk.stat(path).st_nlink > 1
    except FileNotFoundError:
        return False


def _strange(state: State, path: str, what: str) -> PublishError:
    return PublishError(Reason.STRANGE, path, what, folder=state.folder)
