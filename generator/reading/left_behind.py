"""Names of files that systems, editors and synchronizing programs leave behind.

They are ignored in every folder of a project: files, folders and links alike.
The conflict copies of synchronizing programs are recognized by name.
"""

import re
from functools import cache

_SYSTEM = frozenset({
    "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini",  # Windows, in any folder that was looked at
    "$recycle.bin", "recycler", "system volume information",  # Windows, on every drive
    "__macosx", "icon\r", "network trash folder", "temporary items",  # macOS: in archives and on shared drives
    "@eadir", "#recycle", "#snapshot", "@tmp", "@recycle", "@recently-snapshot", "~snapshot",  # network storage
    "lost+found",
})  # fmt: skip
"""Whole names, in small letters."""

_ENDINGS = (
    "~", ".tmp", ".swp", ".swo",  # what a program or an editor keeps while a file is open
    ".crdownload", ".opdownload", ".download", ".part", ".partial", ".filepart",  # still being downloaded
)  # fmt: skip
_OPEN_IN_OFFICE = "~$"
_MARKS = ("conflict", "ขัดแย้ง", "-desktop-", "-laptop-")
"""One of these is in the name of every copy in conflict: most names need no closer look."""

_IN_CONFLICT = (
    r"\s*[(\[][^()\[\]]*(?:"
    r"conflicted copy|sync[ -]conflict|case conflict|conflict(?:ed)? (?:copy|from|[0-9]{4})|สำเนาที่ขัดแย้ง"
    r")[^()\[\]]*[)\]](?:\s*\([0-9]+\))?"
    r"|\s*-?\s*สำเนาที่ขัดแย้งกัน[^.]*"
    r"|[._-]sync-conflict-[0-9]{8}[^.]*"
    r"|_conflict-[0-9]{8}[^.]*"
    r"|_[^_.]+_[a-z]{3}-[0-9]{2}-[0-9]{4}-[0-9]{4}_conflict"
    r"|-(?-i:DESKTOP|LAPTOP)-(?-i:[0-9A-Z]{5,8})(?:-[0-9]+)?(?=\.|$)"
)
"""What Dropbox, Nextcloud, Syncthing, Synology Drive and OneDrive put into the name of a copy in conflict."""


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is passed over; hidden ones are."""
    known = name.lower()
    if known.startswith((".", _OPEN_IN_OFFICE)) or known.endswith(_ENDINGS) or known in _SYSTEM:
        return True
    return known.startswith("#") and known.endswith("#")  # an editor's, while a file is open


def original_of(name: str) -> str:
    """The name of the file that this one is a copy of, by a program that found two versions; nothing if it is none."""
    known = name.lower()
    match = _in_conflict().search(name) if any(mark in known for mark in _MARKS) else None
    if match is None or not (match.start() or match.end() < len(name)):
        return ""
    return name[: match.start()] + name[match.end() :]


@cache
def _in_conflict() -> re.Pattern[str]:
    """Compiled when a name has a mark: that takes longer than all else here, and few names have one."""
    return re.compile(_IN_CONFLICT, re.IGNORECASE)
