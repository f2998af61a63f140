"""Staging: what differs from the published unit is written beside the target, where no reader looks."""

from typing import NamedTuple

from generator.address import unpublishable
from generator.paths import path_of, prefix
from generator.writing.bundle import Bundle, FileRef
from generator.writing.difference import UnitDifference, compare, recorded, walked
from generator.writing.disk import Disk
from generator.writing.fault import PublishError, Reason
from generator.writing.record import JSON, UnitRecord, fingerprint, save
from generator.writing.state import MARK, MARKER, State
from generator.writing.tree import make_all


class Staged(NamedTuple):
    """A unit that is ready to be published; small, and may be sent from one process to another."""

    unit: str
    files: int
    """How many files the unit has."""
    difference: UnitDifference
    record: UnitRecord | None
    """What to note about the unit once it is published; nothing if that is noted already."""


def stage(disk: Disk, state: State, unit: str, bundle: Bundle, data: JSON, standing: UnitRecord | None) -> Staged:
    """Write into ``next`` what differs from the published unit; ``standing`` is its record, if that holds."""
    if not unit:
        bundle = {**bundle, MARKER: MARK}
    if standing is not None:
        there = recorded(standing.addresses, standing.digests)
    else:
        # what else is at the top of the target is for the commit to judge, which knows all units
        tops = {unit} if unit else {address.partition("/")[0] for address in bundle}
        there = walked(disk, state.target, tops)
    difference = compare(disk, state.target, bundle, there)
    _write(disk, state, bundle, difference.written)
    record = _record(bundle, data)
    if standing is not None and not difference.entries:
        record = record._replace(fingerprint=standing.fingerprint)
    return Staged(unit, len(bundle), difference, record)


def stage_fresh(disk: Disk, state: State, unit: str, bundle: Bundle, data: JSON) -> Staged:
    """Write a whole unit into ``next``, and note it at once: while nothing is published, a note does no harm."""
    if not unit:
        bundle = {**bundle, MARKER: MARK}
    _write(disk, state, bundle, bundle)
    record = _record(bundle, data)
    if not unit:  # its folder is the whole site, which is not complete yet
        return Staged(unit, len(bundle), UnitDifference(record.addresses, ("",), 0), record)
    seen = fingerprint(disk, state.next, unit, record.addresses)
    save(disk, state.record(unit), record._replace(fingerprint=seen))
    return Staged(unit, len(bundle), UnitDifference((), ("",), 0), None)


def check(unit: str, bundle: Bundle) -> None:
    """Raise ``ValueError`` for addresses that cannot be published, or not by this unit, or not together."""
    inside = prefix(unit)
    if "/" in unit:
        raise ValueError(f"not a unit: {unit!r}")
    for address in (*unpublishable((unit,) if unit else ()), *unpublishable(bundle)):
        raise ValueError(f"not an address, or a file and a folder: {address!r}")
    for address in bundle:
        if not address.startswith(inside):
            raise ValueError(f"{address!r} does not belong to {unit!r}")


def _record(bundle: Bundle, data: JSON) -> UnitRecord:
    digests = {address: content.digest for address, content in bundle.items() if isinstance(content, FileRef)}
    return UnitRecord(data, tuple(bundle), "", digests)


def _write(disk: Disk, state: State, bundle: Bundle, addresses: "tuple[str, ...] | Bundle") -> None:
    made: set[str] = set()
    root = state.next
    for address in addresses:
        folder = address.rpartition("/")[0]
        if folder not in made:
            make_all(disk, root, folder, made)
        content = bundle[address]
        if isinstance(content, bytes):
            disk.write(path_of(root, address), content)
        elif disk.copy(content.path, path_of(root, address)) != content.digest:
            raise PublishError(Reason.CHANGED, content.path)
