"""What is kept of a published site: by it a build finds that nothing has changed, before anything is parsed."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.building.result import packed, unpacked
from generator.diagnostics import Diagnostic, Report
from generator.digest import blake2b
from generator.writing.record import UnitRecord

_DIGEST_BYTES = 20


class SiteNote(NamedTuple):
    """A site as it was published. ``agencies`` are those it was made of, in order."""

    digest: str
    agencies: tuple[str, ...]
    is_portal: bool
    pages: int
    diagnostics: tuple[Diagnostic, ...]


def site_note(record: UnitRecord) -> SiteNote | None:
    """What a record of the site keeps, or nothing when it is not of this form."""
    note: Any = record.data
    try:
        digest, agencies, is_portal, pages = note["digest"], note["agencies"], note["portal"], note["pages"]
        diagnostics = tuple(unpacked(note))
    except (KeyError, TypeError, ValueError):
        return None
    if not (isinstance(agencies, list) and all(isinstance(slug, str) for slug in agencies)):
        return None
    if not (isinstance(digest, str) and isinstance(is_portal, bool) and isinstance(pages, int)):
        return None
    return SiteNote(digest, tuple(agencies), is_portal, pages, diagnostics)


def reading_digest(digest: bytes, report: Report) -> bytes:
    """The digest of what was read together with what the reading told.

    A file that is told of and passed over is part of no other digest.
    """
    if not report.diagnostics:
        return digest
    told = repr(packed(report)).encode("utf-8", "backslashreplace")
    return blake2b(digest + told, digest_size=_DIGEST_BYTES).digest()


def site_digest(shared: bytes, agencies: Iterable[tuple[str, bytes]]) -> str:
    """The digest of all that a site is made of: what its agencies share, and each agency by slug and digest."""
    whole = blake2b(shared, digest_size=_DIGEST_BYTES)
    for slug, digest in agencies:
        whole.update(slug.encode() + b"\0" + digest)
    return whole.hexdigest()
