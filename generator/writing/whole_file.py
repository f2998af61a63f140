"""One file, written whole or not at all.

It is written and brought to the disk in a folder beside its place, then moved there in one step. A full disk, an
error or a killed process leaves the former file as it was.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

from generator.paths import path_of
from generator.writing.disk import RealDisk
from generator.writing.scratch import scratch

PURPOSE = ".prongsai-writing"
"""What the name of the folder begins with."""

Write = Callable[[BinaryIO], object]


class UnsuitableError(OSError):
    """What stands at a path is not to be replaced; ``strerror`` says what it is, one of the constants below."""

    def __init__(self, reason: str, path: str) -> None:
        super().__init__(0, reason, path)


FOLDER = "a folder"
LINK = "a link"
SPECIAL = "a special file"
OTHER = "a file of another kind"


def refuse_unsuitable(path: str, begins: tuple[bytes, ...] = ()) -> None:
    """Raise ``UnsuitableError`` unless a file can be put at a path.

    Where an ordinary file is there it must be empty or begin with one of the texts, if there are any: a slip of
    the pen must not cost a document.
    """
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise UnsuitableError(LINK, path)
    if stat.S_ISDIR(mode):
        raise UnsuitableError(FOLDER, path)
    if not stat.S_ISREG(mode):
        raise UnsuitableError(SPECIAL, path)
    if begins:
        with open(path, "rb") as file:
            start = file.read(max(map(len, begins)))
        if start and not start.startswith(begins):
            raise UnsuitableError(OTHER, path)


def replace_file(path: str, write: Write, begins: tuple[bytes, ...] = ()) -> None:
    """Write a file in the place of a former one; raises ``OSError``, ``UnsuitableError`` among them."""
    refuse_unsuitable(path, begins)
    _put(path, write, os.replace)


def new_file(path: str, data: bytes) -> None:
    """Write a file where none is; raises ``OSError``, ``FileExistsError`` when something is there."""
    if os.path.lexists(path):
        raise FileExistsError(17, os.strerror(17), path)
    _put(path, lambda file: file.write(data), _link)


def _put(path: str, write: Write, place: Callable[[str, str], None]) -> None:
    parent = os.path.dirname(path)
    try:
        with scratch(parent, PURPOSE) as folder:
            beside = path_of(folder, "file")
            with open(beside, "xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            place(beside, path)
    except OSError as error:
        error.filename, error.filename2 = path, None  # what the user knows of
        raise
    with suppress(OSError):  # it is in place; not every file system can be told to wait
        RealDisk().sync(parent)


def _link(beside: str, path: str) -> None:
    """Give a file a name that must be free."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # no second name for a file here
        if os.path.lexists(path):
            raise FileExistsError(17, os.strerror(17), path) from None
        os.rename(beside, path)
