"""All pages of one agency: a pure function of its content, the catalogues, the theme and the site's settings."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from generator.diagnostics import Report
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, assess
from generator.rendering.addresses import AgencyPlace
from generator.rendering.agency_view import agency_view, crumbs_to_agency, report_kinds
from generator.rendering.bodies import Bodies, BodyMemo
from generator.rendering.contract import check_page
from generator.rendering.item_view import other_years
from generator.rendering.setting import NO_OFFERS, Offers, Setting, page_view
from generator.rendering.views import OtherYear
from generator.rendering.year_pages import Page, YearPages


class AgencyPages:
    """The pages of one agency, each made when it is asked for."""

    def __init__(
        self,
        setting: Setting,
        agency: Agency,
        years: Sequence[AgencyYear],
        report: Report,
        memo: BodyMemo | None = None,
        offers: Offers = NO_OFFERS,
    ) -> None:
        self._offers = offers
        self._setting = setting
        self._agency = agency
        self._years = years
        self._report = report
        self.place = AgencyPlace(agency.slug, is_portal=setting.site.is_portal)
        self.assessments: Mapping[int, Assessment] = {content.year: assess(content) for content in years}
        self._other_years: dict[int, dict[str, tuple[OtherYear, ...]]] = {}
        self._own = {content.year: content.catalogue for content in years}
        self.years = {content.year: self._year(content, memo) for content in years}

    def plan(self) -> dict[str, Page]:
        """Every page of the agency by its address."""
        pages: dict[str, Page] = {}
        for year in self.years.values():
            pages |= year.plan()
        if "agency" in self._setting.theme.pages:
            pages[self.place.home] = self._home
        return pages

    def _year(self, content: AgencyYear, memo: BodyMemo | None) -> YearPages:
        made = self._setting.theme.pages
        kinds = tuple(kind for kind in report_kinds(content, self.assessments[content.year]) if kind in made)
        pages = frozenset(kind for kind in ("item", *kinds) if kind in made)
        return YearPages(
            self._setting,
            content,
            self.assessments[content.year],
            self.place,
            agency_view(self._agency, self.place, list(self._own), content.year),
            kinds,
            Bodies(content, self.place, self._own, pages, self._report, memo),
            partial(self._others, content),
            self._report,
            self._offers,
        )

    def _others(self, content: AgencyYear) -> dict[str, tuple[OtherYear, ...]]:
        known = self._other_years.get(content.year)
        if known is None:
            known = other_years(content, self.place, self._setting.catalogues, self._states)
            self._other_years[content.year] = known
        return known

    @cached_property
    def _states(self) -> dict[int, dict[str, str]]:
        return {
            year: {item.item.number: item.state.value for item in assessment.items}
            for year, assessment in self.assessments.items()
        }

    def _about(self, link: Callable[[str], str]) -> tuple[dict[str, Any], ...]:
        from generator.rendering.structured import organization

        return (organization(self._agency, self.place, link),)

    def _home(self) -> str | None:
        """The agency's own page, with the index and the summary of its latest year."""
        setting, address = self._setting, self.place.home
        agency = agency_view(self._agency, self.place, list(self._own), None)
        crumbs = crumbs_to_agency(setting.site, agency)[:-1]
        description = f"{agency.name} {agency.place}"
        page = page_view(setting, "agency", agency.name, description, address, crumbs, self._offers.feed, self._about)
        context = {"site": setting.site, "page": page, "agency": agency}
        if not self._years:
            return setting.templates.render(
                "agency.html", {**context, "year": None, "index": None, "summary": None}, self._report
            )
        latest = self.years[self._years[-1].year]
        fragments = latest.fragments(address)
        if fragments is None:
            return None
        shown = {"year": latest.view, "index": fragments.index, "summary": fragments.summary}
        html = setting.templates.render("agency.html", {**context, **shown}, self._report)
        if html is None:
            return None
        path = setting.theme.templates["agency.html"].path
        return html if check_page(html, fragments.index, fragments.summary, path, self._report) else None
