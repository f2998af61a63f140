"""The items of an office, with the documents of each."""

from collections.abc import Iterator

from generator.oit.assessment import ItemAssessment
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.office_duties import OfficeDuties
from generator.oit.rounding import points, short_points
from generator.oit.todo import missing
from generator.rendering.addresses import root_of
from generator.rendering.views import Crumb, DocumentView, OfficeItem
from generator.rendering.year_context import YearContext


def office_item(item: ItemAssessment, duties: OfficeDuties, year: YearContext, address: str) -> OfficeItem:
    """One item of an office, or of none; ``address`` is the page that lists it."""
    disclosure = item.disclosure
    offices = disclosure.offices if disclosure is not None else ()
    others = [name for name in offices if year.offices.slug_of(name) != duties.slug]
    return OfficeItem(
        number=item.item.number,
        title=item.item.title,
        address=year.place.item(year.content.year, item.item),
        state=item.state.value,
        progress=disclosure.progress.value if disclosure is not None else "not-stated",
        official="" if item.official is None else short_points(item.official),
        worth=points(item.worth),
        missing=missing(item),
        documents=tuple(_documents(item, year, root_of(address))),
        shared=year.offices.links(others) or tuple(Crumb(name, "") for name in others),
        note=disclosure.note if disclosure is not None else "",
    )


def _documents(item: ItemAssessment, year: YearContext, root: str) -> Iterator[DocumentView]:
    """The evidence of an item, and the documents that it only names."""
    disclosure = item.disclosure
    if disclosure is None:
        return
    for evidence in disclosure.evidence:
        yield DocumentView(evidence.kind.value, evidence.title, _href(evidence, item, year, root))
    for name in disclosure.documents:
        yield DocumentView("named", name, "")


def _href(evidence: Evidence, item: ItemAssessment, year: YearContext, root: str) -> str:
    if evidence.kind is EvidenceKind.FILE:
        return root + year.place.evidence(year.content.year, evidence.target)
    if evidence.kind is EvidenceKind.LINK:
        return evidence.target
    return root + year.place.item(year.content.year, item.item) if evidence.kind is EvidenceKind.SECTION else ""
