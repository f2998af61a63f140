"""The folder beside a target where publishing keeps its own things, on the same file system as the target."""

import os

from generator.paths import path_of

MARKER = ".prongsai"
"""The file in a target that proves that the folder is ours to replace."""

MARK = b"This folder is made by Prongsai; whatever is in it is replaced at the next build.\n"
"""Its content, the same for every site."""

_SITE = "_"  # no unit begins with an underscore


class State:
    """The names in ``<parent>/.<name>.prongsai``."""

    __slots__ = ("displaced", "folder", "former", "journal", "lock", "next", "records", "target", "trash")

    def __init__(self, target: str) -> None:
        """``target``: the absolute path of the folder that is published."""
        parent, name = os.path.split(target)
        self.target = target
        self.folder = path_of(parent, f".{name}.prongsai")
        self.lock = path_of(self.folder, "lock")
        self.next = path_of(self.folder, "next")
        """What is being staged."""
        self.former = path_of(self.folder, "former")
        """What earlier publications displaced."""
        self.displaced = path_of(self.folder, "displaced")
        """Where the old part waits between two renames, when folders cannot be exchanged."""
        self.journal = path_of(self.folder, "journal")
        """Which part is between the two renames."""
        self.records = path_of(self.folder, "records")
        self.trash = path_of(self.folder, "trash")

    def record(self, unit: str) -> str:
        """The file that holds a unit's record."""
        return path_of(self.records, f"{unit or _SITE}.json")
