"""Former generations: what earlier publications displaced.

The latest is left alone, because a reader may still be in it. Older ones that held the whole site are kept to be
taken apart: a unit that looks exactly as recorded moves into the next generation in one step, where linking its files
anew would cost a folder and a link for each page, and removing the old ones as much again. There are never more than
two of those: whoever publishes a whole site takes one apart, if there is one, and leaves one.

A generation has its inode in its name. One that came with a copy of the project has another, and gives nothing.
"""

from typing import NamedTuple

from generator.paths import path_of
from generator.writing.disk import Disk
from generator.writing.state import State
from generator.writing.tree import discard, make_path

_WHOLE = ".site"


class Generation(NamedTuple):
    """One displaced site or part of a site; numbers grow with time."""

    number: int
    inode: int
    """As its name says; 0 when the name says nothing."""
    whole: bool
    path: str


def is_generation(name: str) -> bool:
    """Whether an entry of the folder of generations may be one."""
    return _generation(name, "") is not None


def strangers(disk: Disk, state: State) -> list[str]:
    """The paths of generations that were displaced elsewhere."""
    return [one.path for one in _generations(disk, state) if not _is_here(disk, one)]


def spent(disk: Disk, state: State) -> list[str]:
    """The paths of generations of no use: displaced elsewhere, or parts that a killed publication did not discard."""
    parts = [one.path for one in _generations(disk, state)[:-1] if not one.whole]
    return list(dict.fromkeys([*parts, *strangers(disk, state)]))


def donor(disk: Disk, state: State) -> str | None:
    """The oldest whole generation that no reader of the last publication can be in."""
    return next((one.path for one in _generations(disk, state)[:-1] if one.whole), None)


def retire(disk: Disk, state: State, *, whole: bool, useful: bool) -> None:
    """Keep what ``next`` holds after an exchange as the latest generation, and discard what is of no more use.

    ``useful``: whether enough of the site is as before for whole generations to be worth keeping.
    """
    earlier = _generations(disk, state)
    make_path(disk, state.former)
    number, inode = earlier[-1].number + 1 if earlier else 1, disk.stat(state.next).st_ino
    disk.move(state.next, path_of(state.former, f"{number}.{inode}{_WHOLE if whole else ''}"))
    for one in earlier:
        if not (one.whole and useful):
            discard(disk, one.path, state.trash)


def _generations(disk: Disk, state: State) -> list[Generation]:
    try:
        names = [entry.name for entry in disk.list(state.former)]
    except FileNotFoundError:
        return []
    found = (_generation(name, path_of(state.former, name)) for name in names)
    return sorted(one for one in found if one is not None)


def _is_here(disk: Disk, one: Generation) -> bool:
    try:
        return disk.stat(one.path).st_ino == one.inode
    except FileNotFoundError:
        return False


def _generation(name: str, path: str) -> Generation | None:
    number, dot, inode = name.removesuffix(_WHOLE).partition(".")
    if not all(part.isascii() and part.isdecimal() for part in ((number, inode) if dot else (number,))):
        return None
    return Generation(int(number), int(inode or 0), name.endswith(_WHOLE), path)
