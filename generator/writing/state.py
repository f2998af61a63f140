"""The folder beside a target where publishing keeps its own things, on the same file system as the target."""

import os

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
        self.folder = os.path.join(parent, f".{name}.prongsai")
        self.lock = os.path.join(self.folder, "lock")
        self.next = os.path.join(self.folder, "next")
        """What is being staged."""
        self.former = os.path.join(self.folder, "former")
        """What earlier publications displaced."""
        self.displaced = os.path.join(self.folder, "displaced")
        """Where the old part waits between two renames, when folders cannot be exchanged."""
        self.journal = os.path.join(self.folder, "journal")
        """Which part is between the two renames."""
        self.records = os.path.join(self.folder, "records")
        self.trash = os.path.join(self.folder, "trash")

    def record(self, unit: str) -> str:
        """The file that holds a unit's record."""
        return f"{self.records}/{unit or _SITE}.json"


def below(folder: str, address: str) -> str:
    """The path of an address in a folder; the address "" is the folder itself."""
    return f"{folder}/{address}" if address else folder
