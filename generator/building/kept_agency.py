"""What a later build needs to know about an agency it does not render again."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.building.agency_plan import MadeAgency, Outline, ShardNote
from generator.building.kept_site import packed, unpacked
from generator.diagnostics import Diagnostic
from generator.exports.agency_files import Shared
from generator.exports.manifest import Listed
from generator.rendering.views import AgencyRow, BarriersView, StateCount, YearLink
from generator.writing.record import JSON, UnitRecord


class KeptAgency(NamedTuple):
    """An agency as it was made. ``digest`` is of all it was made of, ``read`` of its own files.

    ``checksums`` are the SHA-256 of its evidence by digest; ``manifest`` is its own one, where it has one.
    """

    digest: str
    read: bytes
    diagnostics: tuple[Diagnostic, ...]
    outline: Outline
    pages: int
    shared: Shared
    shards: tuple[ShardNote, ...]
    checksums: Mapping[str, str]
    manifest: Listed | None


def kept(made: MadeAgency, digest: str, read: bytes, diagnostics: tuple[Diagnostic, ...]) -> KeptAgency:
    """What is kept of an agency all of whose files were made."""
    plan, listing = made.plan, made.listing
    manifest = listing.manifests[0] if listing is not None and listing.manifests else None
    shared, pages = plan.shared(), len(plan.pages)
    return KeptAgency(
        digest, read, diagnostics, plan.outline, pages, shared, made.shards, plan.checksums, manifest
    )  # fmt: skip


def encoded(agency: KeptAgency) -> JSON:
    """What is kept as plain data, to be recorded beside what was published."""
    row = agency.outline.row
    return {
        "digest": agency.digest,
        "read": agency.read.hex(),
        "diagnostics": packed(agency.diagnostics),
        "row": row._asdict()
        | {
            "years": [year._asdict() for year in row.years],
            "states": [state._asdict() for state in row.states],
            "barriers": row.barriers._asdict(),
        },
        "years": agency.outline.years,
        "dated": agency.outline.is_dated,
        "pages": agency.pages,
        "shared": agency.shared,
        "shards": agency.shards,
        "checksums": agency.checksums,
        "manifest": agency.manifest,
    }


def decoded(record: UnitRecord | None) -> KeptAgency | None:
    """The agency that a record keeps, or nothing when the record is not of that form."""
    note: Any = record.data if record is not None else None
    try:
        outline = Outline(_row(note["row"]), tuple(map(int, note["years"])), bool(note["dated"]))
        return KeptAgency(
            digest=str(note["digest"]),
            read=bytes.fromhex(note["read"]),
            diagnostics=unpacked(note["diagnostics"]),
            outline=outline,
            pages=int(note["pages"]),
            shared=dict(note["shared"]),
            shards=tuple((str(address), str(year), str(pairs)) for address, year, pairs in note["shards"]),
            checksums=_texts(note["checksums"]),
            manifest=None if note["manifest"] is None else Listed(*note["manifest"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def checksums_in(record: UnitRecord | None) -> Mapping[str, str]:
    """The checksums that a record of an agency, or of the site, keeps by digest; none when it keeps none."""
    note: Any = record.data if record is not None else None
    try:
        return _texts(note["checksums"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def _texts(data: Any) -> dict[str, str]:
    return {str(key): str(text) for key, text in data.items()}


def _row(data: Any) -> AgencyRow:
    fields = dict(data)
    fields["years"] = tuple(YearLink(**year) for year in fields["years"])
    fields["states"] = tuple(StateCount(**state) for state in fields["states"])
    barriers = dict(fields["barriers"])
    barriers["formats"] = tuple((name, count) for name, count in barriers["formats"])
    fields["barriers"] = BarriersView(**barriers)
    return AgencyRow(**fields)
