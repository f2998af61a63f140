"""Draft answers for the assessment system: for each item yes or no, a URL, and an explanation."""

from collections.abc import Sequence

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment, ItemState
from generator.oit.disclosure import EvidenceKind
from generator.rendering.addresses import HOME, AgencyAddresses
from generator.rendering.views import AnswerRow, Crumb

ANSWERS = {
    ItemState.COMPLETE: "yes",
    ItemState.REPORTED: "yes",
    ItemState.INCOMPLETE: "check",
    ItemState.IN_PROGRESS: "check",
    ItemState.NOT_STARTED: "no",
    ItemState.NOT_STATED: "unknown",
}
"""What follows for the answer from the state of an item; an officer looks first where not all is there."""
_LINE = 60
"""About how many characters of Thai stand on a line of the sheet."""


def answer_rows(
    content: AgencyYear, assessment: Assessment, place: AgencyAddresses, way: Sequence[Crumb], site_address: str
) -> tuple[AnswerRow, ...]:
    """A row for each item in order. ``way`` leads from the front page of this site to the agency-year."""
    return tuple(_row(item, content, place, way, site_address) for item in assessment.items)


def _row(
    assessed: ItemAssessment, content: AgencyYear, place: AgencyAddresses, way: Sequence[Crumb], site_address: str
) -> AnswerRow:
    item = assessed.item
    address = place.item(content.year, item)
    answer = ANSWERS[assessed.state]
    given = answer in ("yes", "check")
    text = _text(assessed, content, place, way, site_address) if given else ""
    return AnswerRow(
        number=item.number,
        title=item.title,
        address=address,
        state=assessed.state.value,
        answer=answer,
        url=f"{site_address}/{address}" if site_address and given else "",
        text=text,
        lines=sum(1 + (len(line) - 1) // _LINE if line else 1 for line in text.split("\n")),
    )


def _text(
    assessed: ItemAssessment, content: AgencyYear, place: AgencyAddresses, way: Sequence[Crumb], site_address: str
) -> str:
    """The path from home, then the content: only what the agency has written."""
    disclosure = assessed.disclosure
    path = disclosure.path if disclosure is not None else ()
    through = ("หน้าแรก" if crumb.address == HOME else crumb.title for crumb in way)
    steps = path or (*through, f"{assessed.item.number} {assessed.item.title}")
    lines = ["เส้นทาง: " + " > ".join(steps)]
    for number, check in enumerate(assessed.evidence, 1):
        one = check.evidence
        if one.kind is EvidenceKind.FILE:
            where = place.evidence(content.year, one.target)
            where = f"{site_address}/{where}" if site_address else ""
        else:
            where = one.target if one.kind is EvidenceKind.LINK else ""
        lines.append(f"หลักฐาน {number}: {one.title} {where}".rstrip())
    if disclosure is not None and disclosure.documents and not assessed.evidence:
        lines += [f"เอกสารที่ระบุ: {name}" for name in disclosure.documents]
    if disclosure is not None and disclosure.note.strip():
        lines.append("หมายเหตุ: " + " ".join(disclosure.note.split()))
    return "\n".join(lines)
