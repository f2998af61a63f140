"""The plan of a commit: the smallest part of the site that holds all changes, and what that part consists of."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.writing.bundle import parents
from generator.writing.record import Record
from generator.writing.staging import Staged


class Plan(NamedTuple):
    """What one exchange will do."""

    part: str
    """The file or folder that holds all changes: an address, or "" for the whole site."""
    present: bool
    """Whether the new site has that part."""
    units: dict[str, list[str]]
    """Each unit that has files in the part, and the addresses of those whose published file stays."""
    changed: frozenset[str]
    """The staged units that differ from what is published."""
    made: dict[str, set[str]]
    """Folders that staging has made, by unit."""
    dirty: frozenset[str]
    """Folders in which an entry comes, goes or changes."""


def plan(staged: Sequence[Staged], records: Mapping[str, Record], tops: Collection[str]) -> Plan | None:
    """The plan for staged units among all units; nothing if the published site is already what it should be.

    ``records``: of every unit of the new site, unless the site is new as a whole. ``tops``: the names at the top of
    the target.
    """
    changes = {one.unit: one.difference for one in staged if one.difference.entries}
    entries = {entry for difference in changes.values() for entry in difference.entries}
    entries.update(_strays(records, tops))
    if not entries:
        return None
    part = _common(entries)
    inside = part + "/" if part else ""
    units: dict[str, list[str]] = {}
    for unit, record in records.items():
        if part and unit and unit != part.partition("/")[0]:
            continue
        addresses = [address for address in record.addresses if address == part or address.startswith(inside)]
        if addresses and unit in changes:
            written = frozenset(changes[unit].written)
            units[unit] = [address for address in addresses if address not in written]
        elif addresses:
            units[unit] = addresses
    return Plan(
        part,
        present=not part or bool(units),
        units=units,
        changed=frozenset(changes),
        made={unit: parents(difference.written) for unit, difference in changes.items()},
        dirty=frozenset(entry.rpartition("/")[0] for entry in entries),
    )


def _strays(records: Mapping[str, Record], tops: Iterable[str]) -> list[str]:
    """Names at the top of the target that belong to no unit of the new site."""
    ours = {unit for unit, record in records.items() if record.addresses}
    ours.update(address.partition("/")[0] for address in records[""].addresses)
    return [top for top in tops if top not in ours]


def _common(entries: Collection[str]) -> str:
    """The deepest name that all entries are at or below."""
    paths = [entry.split("/") for entry in entries]
    least, most = min(paths), max(paths)
    length = 0
    while length < min(len(least), len(most)) and least[length] == most[length]:
        length += 1
    return "/".join(least[:length])
