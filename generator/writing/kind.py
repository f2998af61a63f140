"""Kinds of file system entries, without following links."""

import os
import stat
import sys
from enum import Enum


class EntryKind(Enum):
    """Kinds of entries, in the words that messages know them by."""

    FILE = "a file"
    FOLDER = "a folder"
    LINK = "a link"
    SPECIAL = "a special file"
    """A pipe, a socket or a device."""


def kind_of(entry: "os.DirEntry[str]") -> EntryKind:
    """The kind of an entry of a listing."""
    if entry.is_symlink() or _is_junction(entry):
        return EntryKind.LINK
    if entry.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.FILE if entry.is_file(follow_symlinks=False) else EntryKind.SPECIAL


def kind_seen(seen: os.stat_result) -> EntryKind:
    """The kind of what ``Disk.stat`` saw."""
    if stat.S_ISLNK(seen.st_mode) or _leads_away(seen):
        return EntryKind.LINK
    if stat.S_ISDIR(seen.st_mode):
        return EntryKind.FOLDER
    return EntryKind.FILE if stat.S_ISREG(seen.st_mode) else EntryKind.SPECIAL


if sys.platform == "win32":  # where a junction is a folder for everything but its tag

    def _is_junction(entry: "os.DirEntry[str]") -> bool:
        return _leads_away(entry.stat(follow_symlinks=False))

    def _leads_away(seen: os.stat_result) -> bool:
        return seen.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT

else:

    def _is_junction(entry: "os.DirEntry[str]") -> bool:
        return False

    def _leads_away(seen: os.stat_result) -> bool:
        return False
