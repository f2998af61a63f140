"""The documents of a year that can be looked into, each with what was got out of it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.examining.extract import MOST_TEXT, Extract
from generator.examining.kept import Kept
from generator.examining.kinds import READERS, ending
from generator.examining.trust import is_reliable
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.reading.snapshot import Asset, read_asset

PLAIN = frozenset(("csv", "txt"))
"""Documents that are text already."""


class Document(NamedTuple):
    """A document as it was read. ``text`` is empty unless its words can be relied on and all of it was read."""

    path: str
    size: int
    extract: Extract
    text: str


def documents(content: AgencyYear, assets: Mapping[str, Asset], kept: Kept) -> Iterator[Document]:
    """The documents that evidence of the year refers to, each once, in the order of the items."""
    used = {
        evidence.target: None
        for disclosure in content.disclosures.values()
        for evidence in disclosure.evidence
        if evidence.kind is EvidenceKind.FILE and evidence.target in content.files
    }
    for path in used:
        kind = ending(path)
        if kind not in READERS and kind not in PLAIN:
            continue
        asset = assets[content.files[path].source]
        data = read_asset(asset)
        if data is None:
            continue  # it is not what it was any more: the next check reads it
        extract = _plain(data) if kind in PLAIN else kept.extract(path, asset.digest, data)
        yield Document(path, asset.size, extract, _reliable(extract))


def _reliable(extract: Extract) -> str:
    reliable = not extract.fault and extract.whole and is_reliable(extract.text)
    return extract.text if reliable else ""


def _plain(data: bytes) -> Extract:
    text = data[: MOST_TEXT * 3].decode("utf-8-sig", "replace")[:MOST_TEXT]
    return Extract(text, 1, int(not text.strip()), len(data) <= len(text.encode()) + 3)
