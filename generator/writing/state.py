"""The folder beside a target where publishing keeps its own things, on the same file system as the target."""

import os

from generator.paths import path_of

MARKER = ".prongsai"
"""The file in a target that proves that the folder is ours to replace."""

MARK = b"This folder is made by Prongsai; whatever is in it is replaced at the next build.\n"
"""Its content, the same for every site."""

RECORD = ".json"
_NEXT = "next"
SITE = "_"  # no unit begins with an underscore


class State:
    """The names in ``<parent>/.<name>.prongsai``."""

    __slots__ = ("displaced", "folder", "former", "journal", "lock", "next", "records", "target", "trash")

    def __init__(self, target: str, token: str = "") -> None:
        """``target``: the absolute path of the folder that is published; ``token`` tells publications apart.

        What a process of a killed publication still writes goes where nobody looks any more.
        """
        parent, name = os.path.split(target)
        self.target = target
        self.folder = path_of(parent, f".{name}.prongsai")
        self.lock = path_of(self.folder, "lock")
        self.next = path_of(self.folder, f"{_NEXT}.{token}" if token else _NEXT)
        """What is being staged."""
        self.former = path_of(self.folder, "former")
        """What earlier publications displaced."""
        self.displaced = path_of(self.folder, "displaced")
        """Where the old part waits between two renames, when folders cannot be exchanged."""
        self.journal = path_of(self.folder, "journal")
        """Which part is between the two renames."""
        self.records = path_of(self.folder, "records")
        self.trash = path_of(self.folder, "trash")

    def is_staging(self, name: str) -> bool:
        """Whether an entry is what some publication stages, or has staged when it was killed."""
        return name.partition(".")[0] == _NEXT

    def record(self, unit: str) -> str:
        """The file that holds a unit's record."""
        return path_of(self.records, f"{unit or SITE}{RECORD}")
