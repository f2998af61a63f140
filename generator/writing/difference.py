"""The difference between a new unit and the published one, in folder entries."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generator.address import parents
from generator.paths import address_in, path_of
from generator.writing.bundle import Bundle, FileRef
from generator.writing.disk import Disk
from generator.writing.kind import EntryKind, kind_of


class Standing(NamedTuple):
    """What stands in the target at the place of a unit."""

    files: Collection[str]
    """Addresses of plain files."""
    folders: Collection[str]
    odd: Collection[str]
    """Entries that no publication makes: links, pipes, and the like."""
    digests: Mapping[str, str]
    """Digests of files that are known without reading them."""


class UnitDifference(NamedTuple):
    """What must be written, and which entries of which folders come, go or change."""

    written: tuple[str, ...]
    """Addresses whose file is new or has other content."""
    entries: tuple[str, ...]
    """The topmost names that appear, vanish or change: a whole new folder counts once."""
    removed: int
    """How many files vanish."""
    odd: tuple[str, ...] = ()
    """Entries among those that no publication makes."""


def recorded(addresses: Collection[str], digests: Mapping[str, str]) -> Standing:
    """What stands where a record still holds: exactly its files."""
    return Standing(addresses, parents(addresses), (), digests)


def walked(disk: Disk, target: str, tops: Iterable[str]) -> Standing:
    """What is found below the given entries of the target, whoever put it there."""
    files: list[str] = []
    folders: set[str] = set()
    odd: list[str] = []
    present = {entry.name: entry for entry in disk.list(target)}
    waiting = [(top, present[top]) for top in tops if top in present]
    while waiting:
        address, entry = waiting.pop()
        kind = kind_of(entry)
        if kind is EntryKind.FOLDER:
            folders.add(address)
            waiting += ((address_in(address, inner.name), inner) for inner in disk.list(path_of(target, address)))
        elif kind is EntryKind.FILE:
            files.append(address)
        else:
            odd.append(address)
    return Standing(files, folders, odd, {})


def compare(disk: Disk, target: str, bundle: Bundle, standing: Standing) -> UnitDifference:
    """Compare content with content; the times of files decide nothing."""
    there = frozenset(standing.files)
    folders = parents(bundle)
    written: list[str] = []
    entries: set[str] = set()
    for address, content in bundle.items():
        if address in there:
            if not _holds(disk, path_of(target, address), content, standing.digests.get(address)):
                written.append(address)
                entries.add(address)
        else:
            written.append(address)
            entries.add(_topmost(address, standing.folders))
    gone = there.difference(bundle)
    entries.update(_topmost(address, folders) for address in gone)
    entries.update(_topmost(address, folders) for address in standing.odd)
    entries.update(_topmost(folder, folders) for folder in standing.folders if folder not in folders)
    return UnitDifference(tuple(written), tuple(sorted(entries)), len(gone), tuple(standing.odd))


def _topmost(address: str, folders: Collection[str]) -> str:
    """The outermost name on the way to an address that is not among the folders of the other side."""
    while True:
        folder = address.rpartition("/")[0]
        if not folder or folder in folders:
            return address
        address = folder


def _holds(disk: Disk, path: str, content: bytes | FileRef, digest: str | None) -> bool:
    if isinstance(content, bytes):
        return disk.read(path, len(content) + 1) == content
    if digest is None and disk.stat(path).st_size == content.size:
        digest = disk.digest(path)
    return digest == content.digest
