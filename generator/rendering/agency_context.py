"""What the pages of one agency share, whatever year they are of."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from generator.diagnostics import Report
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, assess
from generator.oit.official import years_with_figures
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.agency_view import agency_view
from generator.rendering.bodies import BodyMemo
from generator.rendering.other_years import other_years
from generator.rendering.render_context import NO_OFFERS, Offers, RenderContext
from generator.rendering.views import AgencyView, OtherYear


class AssessedAgency(NamedTuple):
    """An agency with the years it publishes, the oldest first, and the assessment of each."""

    agency: Agency
    years: tuple[AgencyYear, ...]
    assessments: Mapping[int, Assessment]


def assessed(agency: Agency, years: tuple[AgencyYear, ...]) -> AssessedAgency:
    """An agency with its years assessed."""
    return AssessedAgency(agency, years, {content.year: assess(content) for content in years})


class AgencyContext:
    """An agency with what its pages are made of. Faults of templates and texts go to ``report``."""

    def __init__(
        self,
        setting: RenderContext,
        content: AssessedAgency,
        report: Report,
        offers: Offers = NO_OFFERS,
        memo: BodyMemo | None = None,
    ) -> None:
        self.setting = setting
        self.agency = content.agency
        self.contents = content.years
        self.assessments = content.assessments
        self.report = report
        self.offers = offers
        self.memo = memo
        self.place = AgencyAddresses(
            self.agency.slug, is_portal=setting.site.is_portal, language=setting.wording.language
        )
        self.published = {content.year: content for content in self.contents}
        self.officials = {year: assessment.official for year, assessment in self.assessments.items()}
        self.has_figures = len(years_with_figures(self.contents, self.officials)) > 1
        """Whether there are official figures of two years or more, which can be compared."""
        self.has_trend = "trend" in setting.theme.pages and self.has_figures
        self._other_years: dict[int, dict[str, tuple[OtherYear, ...]]] = {}

    def view(self, year: int | None = None) -> AgencyView:
        """The agency as the pages of a year show it, or those of none."""
        return agency_view(
            self.agency, self.place, list(self.published), year, self.setting.wording, trend=self.has_trend
        )

    def other_years(self, content: AgencyYear) -> Mapping[str, tuple[OtherYear, ...]]:
        """For each item of a year, the items of other years that share a topic, by its number."""
        known = self._other_years.get(content.year)
        if known is None:
            known = other_years(content, self.place, self.setting.catalogues, self._states)
            self._other_years[content.year] = known
        return known

    def about(self, link: Callable[[str], str]) -> tuple[dict[str, Any], ...]:
        """The agency in the words of schema.org, for programs that read a page of it."""
        from generator.rendering.structured import organization

        return (organization(self.agency, self.place, link),)

    @cached_property
    def _states(self) -> dict[int, dict[str, str]]:
        return {
            year: {item.item.number: item.state.value for item in assessment.items}
            for year, assessment in self.assessments.items()
        }
