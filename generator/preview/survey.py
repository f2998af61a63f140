"""A survey of the sources by name, size and time, cheap enough to repeat.

It finds what a watcher missed, or cannot see, as on a network drive. A difference is a hint and no
more: digests decide whether anything has changed.
"""

import os
import stat
from collections.abc import Iterator, Mapping

from generator.paths import path_of
from generator.preview.session import SHARED
from generator.project import CONTENT, NOT_AGENCIES, THEMES, Project

Survey = Mapping[str, int]
"""A mark for each agency's folder by its name, and one for ``SHARED``; another mark means that something stirred."""

Identities = tuple[tuple[int, int] | None, ...]
"""Which folders stand where content and themes are looked for: one that takes another's place is another."""

_MASK = (1 << 64) - 1


def survey(project: Project) -> Survey:
    """Look at every file of a project without opening one. What cannot be looked at is as good as absent."""
    marks = {SHARED: 0}
    content = path_of(project.root, CONTENT)
    for entry in _entries(content):
        is_folder = _is_folder(entry)
        _add(marks, SHARED, entry, is_folder=is_folder)
        if is_folder:
            _below(marks, SHARED if entry.name in NOT_AGENCIES else entry.name, entry.path)
    _below(marks, SHARED, path_of(project.root, THEMES))
    return marks


def differing(old: Survey, new: Survey) -> set[str]:
    """The hints whose marks are not the same in two surveys."""
    return {hint for hint in old.keys() | new.keys() if old.get(hint) != new.get(hint)}


def identities(project: Project) -> Identities:
    """The folders as they stand now; nothing for one that is missing."""
    return tuple(_identity(path_of(project.root, name)) for name in (CONTENT, THEMES))


def _below(marks: dict[str, int], hint: str, folder: str) -> None:
    pending = [folder]
    while pending:
        for entry in _entries(pending.pop()):
            is_folder = _is_folder(entry)
            _add(marks, hint, entry, is_folder=is_folder)
            if is_folder:
                pending.append(entry.path)


def _add(marks: dict[str, int], hint: str, entry: os.DirEntry[str], *, is_folder: bool) -> None:
    """Add an entry to a mark; a sum does not depend on the order in which a folder lists its entries."""
    seen: tuple[object, ...] = (entry.path,)
    if not is_folder:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            return
        seen = (entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode)
    marks[hint] = (marks.get(hint, 0) + hash(seen)) & _MASK


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What stands in a folder but for hidden files, which no build reads."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except OSError:
        return


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _identity(folder: str) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None
