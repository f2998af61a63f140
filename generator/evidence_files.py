"""The evidence documents of an agency: which are published, at which address, and the bytes of one."""

from collections.abc import Iterator, Mapping, Set

from generator.diagnostics import Report, Span
from generator.oit.agency_year import AgencyYear
from generator.reading.snapshot import Asset, read_asset
from generator.rendering.addresses import AgencyPlace
from generator.writing.bundle import FileRef


def published_evidence(
    content: AgencyYear, used: Set[str], place: AgencyPlace, folder: str, assets: Mapping[str, Asset], report: Report
) -> Iterator[tuple[str, FileRef]]:
    """The evidence files that pages refer to; the others stay unpublished, with a warning."""
    published: dict[str, str] = {}
    for path in content.files:
        asset = assets[f"{content.year}/{path}"]
        if path in used:
            address = place.evidence(content.year, path)
            if address in published:
                report.error("OIT106", Span(f"{folder}/{content.year}/{path}"), name=path, other=published[address])
            published[address] = path
            yield address, FileRef(asset.path, asset.size, asset.digest)
        elif path.startswith("files/"):
            report.warning("OIT313", Span(f"{folder}/{content.year}/{path}"))


def document_bytes(assets: Mapping[str, Asset], year: int, path: str) -> bytes | None:
    """The bytes of a document below a year's folder; nothing when it is not what it was when it was read."""
    return read_asset(assets[f"{year}/{path}"])
