"""What a later build needs to know about a published site to find that nothing has changed."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, Report, Span
from generator.digest import blake2b
from generator.writing.record import JSON, UnitRecord

SITE_UNIT = ""
"""The unit of a publication that holds whatever belongs to no agency, or all of the site of one agency."""
_DIGEST_BYTES = 20


class KeptSite(NamedTuple):
    """A site as it was published. ``agencies`` are those it was made of, in order.

    ``checksums`` are the SHA-256 of the evidence of the agency that is the whole site, by digest.
    """

    digest: str
    agencies: tuple[str, ...]
    is_portal: bool
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    checksums: Mapping[str, str]


def encoded(site: KeptSite) -> JSON:
    """What is kept as plain data, to be recorded beside what was published."""
    return {
        "digest": site.digest,
        "agencies": site.agencies,
        "portal": site.is_portal,
        "pages": site.pages,
        "diagnostics": packed(site.diagnostics),
        "checksums": site.checksums,
    }


def decoded(record: UnitRecord) -> KeptSite | None:
    """The site that a record keeps, or nothing when the record is not of that form."""
    note: Any = record.data
    try:
        agencies, checksums = note["agencies"], note["checksums"]
        if not (isinstance(agencies, list) and isinstance(note["portal"], bool) and isinstance(checksums, dict)):
            return None
        return KeptSite(
            str(note["digest"]),
            tuple(map(str, agencies)),
            note["portal"],
            int(note["pages"]),
            unpacked(note["diagnostics"]),
            checksums,
        )
    except (KeyError, TypeError, ValueError):
        return None


def packed(diagnostics: Iterable[Diagnostic]) -> JSON:
    """Diagnostics as plain data. No error is ever kept: what has one is not published."""
    return [[d.code, d.severity, list(d.span), [list(pair) for pair in d.params]] for d in diagnostics]


def unpacked(data: Any) -> tuple[Diagnostic, ...]:
    """The diagnostics that ``packed`` wrote. Raises ``TypeError`` or ``ValueError`` for anything else."""
    return tuple(
        Diagnostic(code, severity, Span(*span), tuple((name, text) for name, text in params))
        for code, severity, span, params in data
    )


def reading_digest(digest: bytes, report: Report) -> bytes:
    """The digest of what was read together with what the reading told.

    A file that is told of and passed over is part of no other digest.
    """
    if not report.diagnostics:
        return digest
    told = repr(packed(report.sorted())).encode("utf-8", "backslashreplace")
    return blake2b(digest + told, digest_size=_DIGEST_BYTES).digest()


def site_digest(shared: bytes, agencies: Iterable[tuple[str, bytes]]) -> str:
    """The digest of all that a site is made of: what its agencies share, and each agency by slug and digest."""
    whole = blake2b(shared, digest_size=_DIGEST_BYTES)
    for slug, digest in agencies:
        whole.update(slug.encode() + b"\0" + digest)
    return whole.hexdigest()
