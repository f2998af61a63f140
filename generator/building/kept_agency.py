"""What is kept of a published agency, as plain data: the site's own pages are made of it without reading it again."""

from collections.abc import Mapping
from typing import Any

from generator.building.agency import MadeAgency
from generator.building.result import unpacked
from generator.rendering.views import AgencyRow, BarriersView, StateCount, YearLink
from generator.writing.record import UnitRecord

_FORM = {"digest": str, "read": str, "row": dict, "years": list, "pages": int, "search": list, "checksums": dict}


def note_of(made: MadeAgency) -> dict[str, Any]:
    """What the site's own pages and files need of an agency."""
    note = {"row": row_to_json(made.row), "years": made.years, "pages": made.pages, "search": made.shards}
    note |= {"checksums": dict(made.checksums), "manifest": made.manifest}
    return {**note, "shared": made.shared} if made.shared else note


def note_in(record: UnitRecord | None) -> dict[str, Any] | None:
    """The note about an agency that a record keeps, or nothing when it is not of that form."""
    note: Any = record.data if record is not None else None
    if not (isinstance(note, dict) and all(isinstance(note.get(name), kind) for name, kind in _FORM.items())):
        return None
    try:
        bytes.fromhex(note["read"])
        row_from_json(note["row"])
        unpacked(note)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return note


def checksums_of(record: UnitRecord | None) -> dict[str, str]:
    """The checksums that were taken for what stands published, by digest, if that is known."""
    note: Any = record.data if record is not None else None
    sums = note.get("checksums") if isinstance(note, dict) else None
    return sums if isinstance(sums, dict) else {}


def row_to_json(row: AgencyRow) -> dict[str, Any]:
    """A portal's row as plain data, to be kept beside what was published."""
    return row._asdict() | {
        "years": [year._asdict() for year in row.years],
        "states": [state._asdict() for state in row.states],
        "barriers": row.barriers._asdict(),
    }


def row_from_json(data: Mapping[str, Any]) -> AgencyRow:
    """The row that ``row_to_json`` wrote."""
    fields = dict(data)
    fields["years"] = tuple(YearLink(**year) for year in fields["years"])
    fields["states"] = tuple(StateCount(**state) for state in fields["states"])
    barriers = dict(fields["barriers"])
    barriers["formats"] = tuple((name, count) for name, count in barriers["formats"])
    fields["barriers"] = BarriersView(**barriers)
    return AgencyRow(**fields)
