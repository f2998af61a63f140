"""Create and remove folder trees."""

import os

from generator.paths import path_of
from generator.writing.disk import Disk
from generator.writing.kind import EntryKind, kind_of


def make_all(disk: Disk, root: str, folder: str, made: set[str]) -> None:
    """Make a folder and those above it, except the ones in ``made``, which grows."""
    missing = []
    while folder and folder not in made:
        missing.append(folder)
        folder = folder.rpartition("/")[0]
    for folder in reversed(missing):
        disk.make(path_of(root, folder))
        made.add(folder)


def make_path(disk: Disk, path: str) -> None:
    """Make a folder, and the missing ones above it, unless it is there."""
    try:
        disk.make(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        make_path(disk, os.path.dirname(path))
        disk.make(path)


def discard(disk: Disk, path: str, trash: str) -> None:
    """Put something out of the way, to be removed later; nothing happens if it is not there."""
    make_path(disk, trash)
    taken = {entry.name for entry in disk.list(trash)}
    number = 0
    while str(number) in taken:
        number += 1
    try:
        disk.move(path, path_of(trash, str(number)))
    except FileNotFoundError:
        return


def remove_all(disk: Disk, folder: str) -> None:
    """Remove a folder with everything in it; nothing happens if it is not there."""
    try:
        waiting = [(folder, disk.list(folder))]
    except FileNotFoundError:
        return
    emptied = []
    while waiting:
        place, entries = waiting.pop()
        emptied.append(place)
        for entry in entries:
            if kind_of(entry) is EntryKind.FOLDER:
                waiting.append((entry.path, disk.list(entry.path)))
            else:
                disk.remove(entry.path, False)
    for place in reversed(emptied):
        disk.remove(place, True)
