"""What was published for a unit: the caller's own note, the addresses, and how their files looked on disk.

A record is only a hint: it carries a checksum, and it counts for nothing once the files look different. A damaged
or lost record therefore costs work at the next publication, never correctness.
"""

import errno
import json
import stat
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias, Union

from generator.address import is_address, parents, stay_inside
from generator.digest import blake2b
from generator.paths import path_of, paths_of
from generator.writing.disk import Disk
from generator.writing.state import MARKER, RECORD, SITE

JSON: TypeAlias = Union[bool, int, float, str, "Sequence[JSON]", "Mapping[str, JSON]", None]
"""Lists and dictionaries; a tuple comes back as a list."""

_CHECKSUM_BYTES = 16
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG})
_LARGEST = 1 << 28  # bytes; a site of a million pages has a record half as large


class UnitRecord(NamedTuple):
    """A unit as it was published."""

    data: JSON
    """The caller's own note."""
    addresses: tuple[str, ...]
    """Of all files of the unit."""
    fingerprint: str
    """Of those files and their folders, as ``fingerprint`` saw them; "" while that is not known."""
    digests: dict[str, str]
    """Of the files that were copied from a source file: address -> blake2b, in hex."""


def is_record(name: str) -> bool:
    """Whether a file of this name may hold a record."""
    unit = name.removesuffix(RECORD)
    return unit != name and (unit == SITE or (is_address(unit) and "/" not in unit))


def load(disk: Disk, path: str) -> UnitRecord | None:
    """The record in a file, or nothing if there is none that is whole."""
    try:
        if disk.stat(path).st_size > _LARGEST:
            return None
    except FileNotFoundError:
        return None
    try:
        checksum, _, body = disk.read(path).partition(b"\n")
        if checksum != _checksum(body):
            return None
        data, addresses, seen, digests = json.loads(body)
        if not stay_inside([address for address in addresses if address != MARKER]):
            return None
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    if not (isinstance(addresses, list) and isinstance(seen, str) and isinstance(digests, dict)):
        return None
    return UnitRecord(data, tuple(addresses), seen, digests)


def save(disk: Disk, path: str, record: UnitRecord) -> None:
    """Write a record over the one before."""
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    disk.overwrite(path, _checksum(body) + b"\n" + body)


def fingerprint(disk: Disk, root: str, unit: str, addresses: Iterable[str]) -> str:
    """A digest of how a unit's files and folders look, or "" when one is missing or is reached through a link.

    Covers size, time of modification and inode of each file, and the time of modification of each folder, which changes
    when an entry comes or goes. Looks only at known names: it costs two calls a page and reads nothing.
    """
    look = disk.stat
    marks: list[int] = []
    try:
        for path in paths_of(root, addresses):
            seen = look(path)
            marks += (seen.st_size, seen.st_mtime_ns, seen.st_ino)
        for folder in sorted(_folders(unit, addresses)):
            seen = look(path_of(root, folder))
            if not stat.S_ISDIR(seen.st_mode):
                return ""
            marks.append(seen.st_mtime_ns)
    except OSError as error:
        if error.errno not in _NOT_THERE:
            raise
        return ""
    return _checksum(repr(marks).encode("ascii")).decode("ascii")


def _folders(unit: str, addresses: Iterable[str]) -> set[str]:
    """The folders of a unit: those above its files; the site's own unit has the top ("") too."""
    folders = parents(addresses)
    if not unit:
        folders.add("")
    return folders


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM_BYTES).hexdigest().encode("ascii")
