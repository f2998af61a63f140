"""Putting a staged part in the place of the published one, and setting right what was interrupted."""

import json

from generator.paths import path_of
from generator.writing.disk import CrashPoint, Disk
from generator.writing.kind import EntryKind, kind_seen
from generator.writing.record import JSON
from generator.writing.state import MARKER, State
from generator.writing.tree import make_all

_JOURNAL = 8192  # bytes; longer is no path


def swap(disk: Disk, state: State, part: str, *, staged: bool) -> str | None:
    """Let the part (an address; "" is the whole site) of ``next`` and of the target change places.

    ``staged``: whether the part exists in ``next``; if not, it vanishes from the target. Either side may be missing,
    and one rename is enough then. Where folders cannot be exchanged, two renames are made, and a journal tells the
    next publication which part to put back if this process ends between them. Gives the path of what was displaced.
    """
    new, old = path_of(state.next, part), path_of(state.target, part)
    if not staged:
        folder = part.rpartition("/")[0]
        make_all(
            disk, state.next, folder, {above for above in _above(part) if _exists(disk, path_of(state.next, above))}
        )
        disk.move(old, new)
        displaced = new
    elif not _exists(disk, old):
        disk.move(new, old)
        displaced = None
    elif disk.exchange(new, old):
        displaced = new
    else:
        _rename_both(disk, state, part)
        displaced = state.displaced
    disk.reached(CrashPoint.SWAPPED)
    return displaced


def settle(disk: Disk, state: State, part: str, displaced: str) -> None:
    """After a swap: the displaced part is in ``next``, whichever way it was done."""
    if displaced == state.displaced:
        disk.move(displaced, path_of(state.next, part))
        disk.remove(state.journal, False)


def recover(disk: Disk, state: State) -> None:
    """Put back what a swap by two renames left out of its place."""
    if not _exists(disk, state.journal):
        return
    part = journaled(disk, state)
    if part is None and _exists(disk, path_of(state.displaced, MARKER)):
        part = ""  # what the journal said is lost, but this is a whole site
    if part is not None and _exists(disk, state.displaced) and _is_free(disk, state, part):
        disk.move(state.displaced, path_of(state.target, part))
    disk.remove(state.journal, False)


def journaled(disk: Disk, state: State) -> str | None:
    """The part that is between two renames as the journal has it, if there is a journal and it is whole."""
    try:
        note: JSON = json.loads(disk.read(state.journal, _JOURNAL))
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    part = note.get("part") if isinstance(note, dict) else None
    return part if isinstance(part, str) else None


def _rename_both(disk: Disk, state: State, part: str) -> None:
    new, old = path_of(state.next, part), path_of(state.target, part)
    disk.overwrite(state.journal, json.dumps({"part": part}).encode("ascii"))
    disk.sync(state.journal)
    disk.sync(state.folder)
    disk.reached(CrashPoint.JOURNALED)
    try:
        disk.move(old, state.displaced)
        disk.reached(CrashPoint.HALFWAY)
        disk.move(new, old)
    except BaseException:
        recover(disk, state)
        raise


def _is_free(disk: Disk, state: State, part: str) -> bool:
    """Whether nothing stands at the place of a part, and real folders lead there."""
    above = [path_of(state.target, folder) for folder in ("", *_above(part))] if part else []
    return all(_is_folder(disk, path) for path in above) and not _exists(disk, path_of(state.target, part))


def _is_folder(disk: Disk, path: str) -> bool:
    try:
        return kind_seen(disk.stat(path)) is EntryKind.FOLDER
    except (FileNotFoundError, NotADirectoryError):
        return False


def _exists(disk: Disk, path: str) -> bool:
    try:
        disk.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _above(address: str) -> list[str]:
    """The folders that hold an address, the innermost first."""
    found = []
    while address := address.rpartition("/")[0]:
        found.append(address)
    return found
