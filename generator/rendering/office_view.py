"""The offices of an agency-year: their pages and duties."""

from collections.abc import Sequence
from functools import cached_property

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, count_states
from generator.oit.office_duties import OfficeDuties, by_office, has_offices, nobodys
from generator.oit.rounding import points
from generator.rendering.addresses import AgencyAddresses, OfficeSlugs
from generator.rendering.measures_view import measure_states
from generator.rendering.render_context import RenderContext
from generator.rendering.views import Crumb, OfficeRow, StateCount


class OfficeFrame:
    """What the pages of an agency-year show of its offices; nothing is worked out before a page asks for it."""

    def __init__(
        self, content: AgencyYear, assessment: Assessment, place: AgencyAddresses, setting: RenderContext
    ) -> None:
        self._content = content
        self._assessment = assessment
        self._place = place
        self._today = setting.today
        self.named = has_offices(content)
        """Whether anything names an office."""
        self._has_pages = self.named and "office" in setting.theme.pages
        self._is_listed = self.named and not {"offices", "office"}.isdisjoint(setting.theme.pages)

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

    def address(self, slug: str) -> str:
        """The address of an office; empty when offices have no pages."""
        return self._place.office(self._content.year, slug) if self._has_pages else ""

    def links(self, names: Sequence[str]) -> tuple[Crumb, ...]:
        """Offices as content names them, with their pages; nothing when they have none."""
        if not self._has_pages:
            return ()
        return tuple([Crumb(name, self.address(self.slug_of(name))) for name in names])

    def rows(self) -> tuple[OfficeRow, ...]:
        """Every office with its totals; nothing when offices have no pages."""
        return tuple([self.row(one) for one in self.duties]) if self._is_listed else ()

    def row(self, duties: OfficeDuties) -> OfficeRow:
        """One office with its totals."""
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
