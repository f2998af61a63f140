"""The evidence documents of an agency: which are published, at which address, and the bytes of one."""

from collections.abc import Iterator, Mapping, Set

from generator.diagnostics import Report, Span
from generator.oit.agency_year import AgencyYear, EvidenceFile
from generator.paths import address_in
from generator.reading.left_behind import original_of
from generator.reading.snapshot import Asset, read_asset
from generator.rendering.addresses import AgencyAddresses
from generator.writing.bundle import FileRef


def published_evidence(
    content: AgencyYear,
    used: Set[str],
    place: AgencyAddresses,
    folder: str,
    assets: Mapping[str, Asset],
    report: Report,
) -> Iterator[tuple[str, FileRef]]:
    """The evidence files that pages refer to; the others stay unpublished, with a warning."""
    published: dict[str, str] = {}
    for path in used & content.unfinished:
        report.error("OIT130", Span(address_in(folder, str(content.year), path)), file=path)
    for path, file in content.files.items():
        asset, span = assets[file.source], Span(address_in(folder, file.source))
        if path in used:
            address = place.evidence(content.year, path)
            if address in published:
                report.error("OIT106", span, name=path, other=published[address])
            published[address] = path
            yield address, FileRef(asset.path, asset.size, asset.digest)
        elif path.startswith("files/") and not original_of(path):
            report.warning("OIT313", span)


def document_bytes(assets: Mapping[str, Asset], file: EvidenceFile) -> bytes | None:
    """The bytes of a document; nothing when it is not what it was when it was read."""
    return read_asset(assets[file.source])
