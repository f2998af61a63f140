"""Puts new files in place: all of them or none, and never over a file that is there.

What is written is first complete in a hidden folder beside its place and then moved there, so nobody ever sees a part
of it. A failure leaves nothing behind; what a killed process leaves, the next one takes away.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import BinaryIO, Protocol

from generator.paths import path_of
from generator.writing.scratch import is_held, leavings, scratch
from generator.writing.whole_file import new_file, refuse_unsuitable, replace_file

_PURPOSE = ".prongsai-new"
_FILES = "files"
_MOVED = "moved"
"""What is being moved into a folder that was empty: an inode and a name on each line."""
_LAST = "content"
"""The entry that makes a folder a project: it is moved last, so that a project is never a part of one."""


class CopySource(Protocol):
    """A file to copy from."""

    @property
    def path(self) -> str:
        """Its absolute path."""


def tidy(folder: str) -> None:
    """Take away what a killed process has left in a folder and beside it, as far as that is possible."""
    for place in (folder, os.path.dirname(folder)):
        with suppress(OSError):
            for left in leavings(place, _PURPOSE):
                if not is_held(left):
                    _take_back(place, left)


def is_free(folder: str, counts_for_nothing: Callable[[str], bool]) -> bool:
    """Whether a folder is not there, or holds nothing but what, by its name, counts for nothing."""
    if not os.path.isdir(folder):
        return not os.path.lexists(folder)
    return all(counts_for_nothing(name) and not name.startswith(_PURPOSE) for name in os.listdir(folder))


def place_folder(
    folder: str, files: Mapping[str, bytes | CopySource], counts_for_nothing: Callable[[str], bool] = lambda _: False
) -> None:
    """Make a folder with these files, by their path in it. It must be free.

    Raises OSError when it cannot be written, FileExistsError when something is there.
    """
    if not is_free(folder, counts_for_nothing):
        raise FileExistsError(17, os.strerror(17), folder)
    if os.path.isdir(folder):
        _fill(folder, files)
        return
    parent = os.path.dirname(folder)
    os.makedirs(parent, exist_ok=True)
    with scratch(parent, _PURPOSE) as beside:
        _write_all(path_of(beside, _FILES), files)
        if os.path.lexists(folder):
            raise FileExistsError(17, os.strerror(17), folder)
        os.rename(path_of(beside, _FILES), folder)


def replace_files(root: str, files: Mapping[str, bytes]) -> None:
    """Write generated files below a folder, each in the place of its former self."""
    for path, data in files.items():
        full = path_of(root, path)
        _make_folders(root, os.path.dirname(path))
        refuse_unsuitable(full)
        if not _same(full, data):
            replace_file(full, partial(_write, data))


def place_file(root: str, path: str, data: bytes) -> None:
    """Write one new file below a folder, complete from the first moment that it is there.

    Raises OSError when it cannot be written, FileExistsError when something is there.
    """
    _make_folders(root, os.path.dirname(path))
    new_file(path_of(root, path), data)


def _fill(folder: str, files: Mapping[str, bytes | CopySource]) -> None:
    """Fill a free folder, which stays itself: somebody may stand in it."""
    with scratch(folder, _PURPOSE) as beside:
        own = path_of(beside, _FILES)
        _write_all(own, files)
        names = sorted(os.listdir(own), key=lambda name: (name == _LAST, name))
        moved = [f"{os.lstat(path_of(own, name)).st_ino} {name}" for name in names]
        _write_new(path_of(beside, _MOVED), "\n".join(moved).encode("utf-8"))
        try:
            for name in names:
                place = path_of(folder, name)
                if os.path.lexists(place):
                    raise FileExistsError(17, os.strerror(17), place)
                os.rename(path_of(own, name), place)
        except BaseException:
            _take_back(folder, beside)
            raise


def _take_back(folder: str, beside: str) -> None:
    """Remove what a beginning that did not come to its end has moved into a folder, and what it was moved from.

    One that had moved everything had come to its end. An entry is known by its inode, which is the same after a move:
    a folder of this kind that came from elsewhere, or somebody else's entry of that name, costs nobody a file.
    """
    own = path_of(beside, _FILES)
    moved = _noted(path_of(beside, _MOVED)) if os.path.isdir(own) and os.listdir(own) else set()
    for name in os.listdir(folder) if moved else ():
        place = path_of(folder, name)
        if f"{os.lstat(place).st_ino} {name}" in moved:
            shutil.rmtree(place) if os.path.isdir(place) else os.unlink(place)
    shutil.rmtree(beside, ignore_errors=True)


def _noted(path: str) -> set[str]:
    try:
        with open(path, encoding="utf-8") as file:
            return set(file.read().split("\n"))
    except (OSError, UnicodeDecodeError):
        return set()


def _write_all(folder: str, files: Mapping[str, bytes | CopySource]) -> None:
    os.mkdir(folder)
    for path, content in files.items():
        full = path_of(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        if isinstance(content, bytes):
            _write_new(full, content)
        else:
            shutil.copyfile(content.path, full, follow_symlinks=False)


def _make_folders(root: str, folder: str) -> None:
    """Make the folders on the way to a file; none of them may be a link that leads elsewhere."""
    here = root
    for name in folder.split("/"):
        here = path_of(here, name)
        if os.path.islink(here):
            raise NotADirectoryError(20, "a link, not a folder", here)
        if not os.path.isdir(here):
            os.mkdir(here)


def _same(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(data) + 1) == data
    except OSError:
        return False


def _write(data: bytes, file: BinaryIO) -> None:
    file.write(data)


def _write_new(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
