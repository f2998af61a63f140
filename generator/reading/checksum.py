"""SHA-256 of evidence files, which readers can recompute on any computer."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from generator.diagnostics import Report, Span
from generator.digest import blake2b
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.paths import address_of
from generator.reading.folder import Folder
from generator.reading.snapshot import Asset

_CHUNK = 1 << 20
NO_CHECKSUMS: Mapping[str, str] = MappingProxyType({})


class Checksums:
    """SHA-256 by the digest that the snapshot took of a file, so that no content is read twice for it.

    ``known`` are those of an earlier time. They are keyed by content, so nothing depends on when they were made.
    """

    __slots__ = ("_known", "_root", "used")

    def __init__(self, root: str, known: Mapping[str, str]) -> None:
        self._root = root
        self._known = known
        self.used: dict[str, str] = {}
        """Those that were asked for."""

    def of(self, asset: Asset, report: Report) -> str:
        """The SHA-256 of a file, in hex; nothing after a diagnostic, when it is not what the snapshot has seen."""
        known = self.used.get(asset.digest) or self._known.get(asset.digest)
        if known is None:
            path = address_of(asset.path, self._root)
            try:
                known = _read(self._root, path, asset)
            except FileNotFoundError:
                known = ""
            except OSError as error:
                report.obstacle("OIT101", Span(path), reason=error.strerror)
                return ""
            if not known:
                report.error("OIT805", Span(path))
                return ""
        self.used[asset.digest] = known
        return known


def with_checksums(
    content: AgencyYear, assets: Mapping[str, Asset], checksums: Checksums, report: Report
) -> AgencyYear:
    """An agency-year with the SHA-256 of the files that its items name as evidence.

    ``assets`` are the files of the agency by their path in its folder.
    """
    named = {e.target for d in content.disclosures.values() for e in d.evidence if e.kind is EvidenceKind.FILE}
    files = {
        path: content.files[path]._replace(sha256=checksums.of(assets[content.files[path].source], report))
        for path in sorted(named & content.files.keys())
    }
    return content._replace(files={**content.files, **files}) if files else content


def _read(root: str, path: str, asset: Asset) -> str:
    from hashlib import sha256  # loads all of OpenSSL

    folder, _, name = path.rpartition("/")
    digest, checksum, left = blake2b(), sha256(), asset.size
    with Folder(root, folder) as opened:
        descriptor = opened.open(name)
    try:
        while left >= 0 and (piece := os.read(descriptor, _CHUNK)):
            digest.update(piece)
            checksum.update(piece)
            left -= len(piece)
    finally:
        os.close(descriptor)
    return checksum.hexdigest() if digest.hexdigest() == asset.digest else ""
