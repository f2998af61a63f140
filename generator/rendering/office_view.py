"""The offices of an agency-year: their pages and duties."""

import datetime
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment, count_states
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.office_duties import OfficeDuties, by_office, has_offices, nobodys
from generator.oit.rounding import points, short_points
from generator.oit.todo import missing
from generator.rendering.addresses import AgencyAddresses, OfficeSlugs, root_of
from generator.rendering.finding_view import finding_view
from generator.rendering.measures_view import measure_states, measure_view
from generator.rendering.views import (
    Crumb,
    DocumentView,
    OfficeItem,
    OfficeRow,
    OfficeSub,
    OfficesView,
    OfficeView,
    StateCount,
)
from generator.rendering.wording import Wording

PAGES = ("offices", "office")
"""The kinds of page that offices have: the overview, and one for each."""


class OfficeFrame:
    """What the pages of an agency-year show of its offices; nothing is worked out before a page asks for it.

    ``made`` are the kinds of page that are made, ``today`` is the day by which measures are judged.
    """

    def __init__(
        self,
        content: AgencyYear,
        assessment: Assessment,
        place: AgencyAddresses,
        wording: Wording,
        made: Set[str],
        today: datetime.date | None,
    ) -> None:
        self._content = content
        self._assessment = assessment
        self._place = place
        self._wording = wording
        self._today = today
        pages = tuple(kind for kind in PAGES if kind in made)
        self.pages = pages if pages and has_offices(content) else ()
        """The kinds of office pages that this year has."""

    @cached_property
    def slug_of(self) -> OfficeSlugs:
        """The slug of an office by its name."""
        return OfficeSlugs(self._content.agency.offices)

    @cached_property
    def duties(self) -> tuple[OfficeDuties, ...]:
        """The duties of each office."""
        return by_office(self._content, self._assessment, self.slug_of)

    @cached_property
    def nobodys(self) -> OfficeDuties:
        """Items without a responsible office."""
        return nobodys(self._assessment)

    @property
    def overview(self) -> str:
        """The address of the overview; empty when there is none."""
        return self._place.offices(self._content.year) if "offices" in self.pages else ""

    def address(self, slug: str) -> str:
        """The address of an office; empty when offices have no pages."""
        return self._place.office(self._content.year, slug) if "office" in self.pages else ""

    def links(self, names: Sequence[str]) -> tuple[Crumb, ...]:
        """Offices as content names them, with their pages; nothing when they have none."""
        if "office" not in self.pages:
            return ()
        return tuple([Crumb(name, self.address(self.slug_of(name))) for name in names])

    def rows(self) -> tuple[OfficeRow, ...]:
        """Every office with its totals; nothing when offices have no pages."""
        return tuple([self._row(one) for one in self.duties]) if self.pages else ()

    def offices_view(self) -> OfficesView:
        """The overview."""
        root, unstated = root_of(self._place.offices(self._content.year)), self.nobodys
        shared = sum(len(item.disclosure.offices) > 1 for item in self._assessment.items if item.disclosure is not None)
        return OfficesView(
            offices=self.rows(),
            unstated=self._row(unstated) if unstated.items else None,
            unstated_items=tuple(self._item(item, unstated, root) for item in unstated.items),
            shared=shared,
        )

    def office_view(self, duties: OfficeDuties) -> OfficeView:
        """The page of one office."""
        content, place = self._content, self._place
        root = root_of(place.office(content.year, duties.slug))
        owing = {item.item.number for item in duties.owing}
        return OfficeView(
            name=duties.name,
            row=self._row(duties),
            owing=tuple(self._item(item, duties, root) for item in duties.owing),
            settled=tuple(self._item(item, duties, root) for item in duties.items if item.item.number not in owing),
            sub_indicators=tuple(self._sub_indicators(duties)),
            measures=tuple(
                measure_view(measure, content, place, self._wording, self._today) for measure in duties.measures
            ),
            today=self._wording.date(self._today),
            findings=tuple(finding_view(finding, content, place, self._wording) for finding in duties.findings),
        )

    def _row(self, duties: OfficeDuties) -> OfficeRow:
        return OfficeRow(
            name=duties.name,
            address=self.address(duties.slug) if duties.slug else "",
            items=len(duties.items),
            states=tuple(StateCount(s.value, count) for s, count in count_states(duties.items).items() if count),
            open=len(duties.owing),
            owed=points(duties.owed),
            measures=len(duties.measures),
            measure_states=measure_states(duties.measures, self._today),
            findings=len(duties.findings),
        )

    def _sub_indicators(self, duties: OfficeDuties) -> Iterator[OfficeSub]:
        for indicator in self._content.catalogue.indicators:
            for sub in indicator.sub_indicators:
                own = duties.within(sub.number)
                if own.items:
                    yield OfficeSub(sub.number, sub.title, len(own.items), len(own.owing), points(own.owed))

    def _item(self, item: ItemAssessment, duties: OfficeDuties, root: str) -> OfficeItem:
        disclosure = item.disclosure
        offices = disclosure.offices if disclosure is not None else ()
        others = [name for name in offices if self.slug_of(name) != duties.slug]
        return OfficeItem(
            number=item.item.number,
            title=item.item.title,
            address=self._place.item(self._content.year, item.item),
            state=item.state.value,
            progress=disclosure.progress.value if disclosure is not None else "not-stated",
            official="" if item.official is None else short_points(item.official),
            worth=points(item.worth),
            missing=missing(item),
            documents=tuple(self._documents(item, root)),
            shared=self.links(others) or tuple(Crumb(name, "") for name in others),
            note=disclosure.note if disclosure is not None else "",
        )

    def _documents(self, item: ItemAssessment, root: str) -> Iterator[DocumentView]:
        """The evidence of an item, and the documents that it only names."""
        disclosure = item.disclosure
        if disclosure is None:
            return
        for evidence in disclosure.evidence:
            yield DocumentView(evidence.kind.value, evidence.title, self._href(evidence, item, root))
        for name in disclosure.documents:
            yield DocumentView("named", name, "")

    def _href(self, evidence: Evidence, item: ItemAssessment, root: str) -> str:
        if evidence.kind is EvidenceKind.FILE:
            return root + self._place.evidence(self._content.year, evidence.target)
        if evidence.kind is EvidenceKind.LINK:
            return evidence.target
        return root + self._place.item(self._content.year, item.item) if evidence.kind is EvidenceKind.SECTION else ""
