"""Puts new files in place: all of them or none, and never over a file that is there.

What is written is first complete in a folder beside its place and then moved there, so nobody ever
sees a part of it, and a failure leaves nothing behind.
"""

import os
import secrets
import shutil
from collections.abc import Mapping

from generator.paths import path_of
from generator.reading.snapshot import Asset


def place_folder(folder: str, files: Mapping[str, bytes | Asset]) -> None:
    """Make a folder with these files, by their path in it. It must not exist, or be empty.

    Raises OSError when it cannot be written, FileExistsError when something is there.
    """
    if os.path.isdir(folder):
        _fill(folder, files)
        return
    parent = os.path.dirname(folder)
    os.makedirs(parent, exist_ok=True)
    beside = _written(parent, os.path.basename(folder), files)
    try:
        if os.path.lexists(folder):
            raise FileExistsError(f"{folder} exists")
        os.rename(beside, folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def replace_files(root: str, files: Mapping[str, bytes]) -> None:
    """Write generated files below a folder, each in the place of its former self."""
    for path, data in files.items():
        full = path_of(root, path)
        _make_folders(root, os.path.dirname(path))
        if _same(full, data):
            continue
        beside = f"{full}.{secrets.token_hex(4)}"
        try:
            _write(beside, data)
            os.replace(beside, full)
        except BaseException:
            if os.path.lexists(beside):
                os.unlink(beside)
            raise


def place_file(root: str, path: str, data: bytes) -> None:
    """Write one new file below a folder, complete from the first moment that it is there.

    Raises OSError when it cannot be written, FileExistsError when something is there.
    """
    full = path_of(root, path)
    _make_folders(root, os.path.dirname(path))
    beside = path_of(os.path.dirname(full), f".{os.path.basename(full)}.{secrets.token_hex(4)}")
    try:
        _write(beside, data)
        try:
            os.link(beside, full)
        except FileExistsError:
            raise
        except OSError:  # no second name for a file here
            if os.path.lexists(full):
                raise FileExistsError(f"{full} exists") from None
            os.rename(beside, full)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


def _fill(folder: str, files: Mapping[str, bytes | Asset]) -> None:
    """Fill an empty folder, which stays itself: somebody may stand in it."""
    if os.listdir(folder):
        raise FileExistsError(f"{folder} is not empty")
    beside = _written(folder, "new", files)
    moved: list[str] = []
    try:
        for name in sorted(os.listdir(beside)):
            place = path_of(folder, name)
            if os.path.lexists(place):
                raise FileExistsError(f"{place} exists")
            os.rename(path_of(beside, name), place)
            moved.append(place)
        os.rmdir(beside)
    except BaseException:
        for place in moved:
            shutil.rmtree(place) if os.path.isdir(place) else os.unlink(place)
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _written(parent: str, name: str, files: Mapping[str, bytes | Asset]) -> str:
    """A hidden folder with the files, beside the place they are meant for."""
    beside = path_of(parent, f".{name}.{secrets.token_hex(4)}")
    os.mkdir(beside)
    try:
        for path, content in files.items():
            full = path_of(beside, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            if isinstance(content, bytes):
                _write(full, content)
            else:
                shutil.copyfile(content.path, full, follow_symlinks=False)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return beside


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
            return not os.path.islink(path) and file.read(len(data) + 1) == data
    except OSError:
        return False


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)
