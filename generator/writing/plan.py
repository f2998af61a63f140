"""The plan of a commit: the smallest part of the site that holds all changes, and what that part consists of."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from generator.address import parents
from generator.paths import prefix
from generator.writing.record import UnitRecord
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
    foreign: tuple[str, ...]
    """Names at the top of the target that are no part of the new site."""
    dirty: frozenset[str]
    """Folders in which an entry comes, goes or changes."""


def plan(
    staged: Sequence[Staged], units: Collection[str], record_of: Callable[[str], UnitRecord], tops: Collection[str]
) -> Plan | None:
    """The plan for staged units among all units; nothing if the published site is already what it should be.

    ``units``: all of the new site whose record is known, which are all but those of a site that is new as a whole.
    ``tops``: the names at the top of the target.
    """
    changes = {one.unit: one.difference for one in staged if one.difference.entries}
    entries = {entry for difference in changes.values() for entry in difference.entries}
    ours = {*units, *(address.partition("/")[0] for address in record_of("").addresses)}
    foreign = tuple(top for top in tops if top not in ours)
    entries.update(foreign)
    if not entries:
        return None
    part = _common(entries)
    inside = prefix(part)
    stays: dict[str, list[str]] = {}
    for unit in units:
        if part and unit and unit != part.partition("/")[0]:
            continue
        addresses = [one for one in record_of(unit).addresses if one == part or one.startswith(inside)]
        if addresses and unit in changes:
            written = frozenset(changes[unit].written)
            stays[unit] = [address for address in addresses if address not in written]
        elif addresses:
            stays[unit] = addresses
    return Plan(
        part,
        present=not part or bool(stays),
        units=stays,
        changed=frozenset(changes),
        made={unit: parents(difference.written) for unit, difference in changes.items()},
        foreign=foreign,
        dirty=frozenset(entry.rpartition("/")[0] for entry in entries),
    )


def _common(entries: Collection[str]) -> str:
    """The deepest name that all entries are at or below."""
    paths = [entry.split("/") for entry in entries]
    least, most = min(paths), max(paths)
    length = 0
    while length < min(len(least), len(most)) and least[length] == most[length]:
        length += 1
    return "/".join(least[:length])
