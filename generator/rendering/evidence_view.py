"""The evidence behind an item, as its page shows it."""

from typing import NamedTuple

from generator.oit.assessment import EvidenceCheck
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.evidence_format import format_name
from generator.oit.link_visit import OPENS
from generator.rendering.markdown import Body
from generator.rendering.wording import file_size
from generator.rendering.year_context import YearContext


class EvidenceView(NamedTuple):
    """One piece of evidence. ``href`` is ready for the page; ``fit``: fits, outside, unknown or not-asked.

    ``sha256`` and ``octets``, its exact size in bytes, are of a published file, and empty where no sums are taken.
    ``opened`` is the day on which a link was found to open, where that was recorded.
    """

    kind: str
    title: str
    href: str
    format: str
    size: str
    date: str
    covers: str
    fit: str
    shows: str
    language: str
    note: str
    sha256: str
    octets: str
    opened: str


def evidence_view(check: EvidenceCheck, body: Body, year: YearContext, root: str) -> EvidenceView:
    """One piece of evidence; ``body`` is the text of its item, ``root`` leads from its page to the top of the site."""
    evidence = check.evidence
    kind = evidence.kind
    href = size = sha256 = octets = ""
    if kind is EvidenceKind.FILE:
        href = root + year.place.evidence(year.content.year, evidence.target)
        file = year.content.files.get(evidence.target)
        if file is not None:
            size, sha256 = file_size(file.size), file.sha256
            octets = f"{file.size:,}" if sha256 else ""
    elif kind is EvidenceKind.LINK:
        href = evidence.target
    elif kind is EvidenceKind.SECTION:
        href = "#" + body.headings.get(evidence.target, "")
    return EvidenceView(
        kind=kind.value,
        title=evidence.title,
        href=href,
        format=format_name(evidence.target) if kind in (EvidenceKind.FILE, EvidenceKind.LINK) else "",
        size=size,
        date=year.wording.date(evidence.date),
        covers=year.wording.period(evidence.covers),
        fit=check.fit.value,
        shows=", ".join([str(number) for number in evidence.shows]),
        language=evidence.language,
        note=evidence.note,
        sha256=sha256,
        octets=octets,
        opened=_opened(evidence, year),
    )


def _opened(evidence: Evidence, year: YearContext) -> str:
    """The day on which a link was found to open, where the last visit found it so."""
    visit = year.content.visits.get(evidence.target) if evidence.kind is EvidenceKind.LINK else None
    return year.wording.date(visit.day) if visit is not None and visit.verdict == OPENS else ""
