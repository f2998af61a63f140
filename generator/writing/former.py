"""Former generations: what earlier publications displaced.

The latest is left alone, because a reader may still be in it. Older ones that held the whole site are kept to be
taken apart: a unit that looks exactly as recorded moves into the next generation in one step, where linking its files
anew would cost a folder and a link for each page, and removing the old ones as much again. There are never more than
two of those: whoever publishes a whole site takes one apart, if there is one, and leaves one.
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
    whole: bool
    path: str


def donor(disk: Disk, state: State) -> str | None:
    """The oldest whole generation that no reader of the last publication can be in."""
    return next((one.path for one in _generations(disk, state)[:-1] if one.whole), None)


def shelve(disk: Disk, state: State, *, whole: bool, useful: bool) -> None:
    """Keep what ``next`` holds after an exchange as the latest generation, and discard what is of no more use.

    ``useful``: whether enough of the site is as before for whole generations to be worth keeping.
    """
    earlier = _generations(disk, state)
    make_path(disk, state.former)
    number = earlier[-1].number + 1 if earlier else 1
    disk.move(state.next, path_of(state.former, f"{number}{_WHOLE if whole else ''}"))
    for one in earlier:
        if not (one.whole and useful):
            discard(disk, one.path, state.trash)


def _generations(disk: Disk, state: State) -> list[Generation]:
    try:
        names = [entry.name for entry in disk.list(state.former)]
    except FileNotFoundError:
        return []
    found = []
    for name in names:
        number = name.removesuffix(_WHOLE)
        if number.isdecimal():
            found.append(Generation(int(number), number != name, path_of(state.former, name)))
    return sorted(found)
