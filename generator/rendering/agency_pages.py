"""All pages of one agency: a pure function of its content, the catalogues, the theme and the site's settings."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Report
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, assess
from generator.oit.official import years_with_figures
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.agency_view import agency_view, crumbs_to_agency, made_crumbs, report_kinds
from generator.rendering.bodies import Bodies, BodyMemo
from generator.rendering.contract import check_page
from generator.rendering.item_view import other_years
from generator.rendering.portal_row import portal_row
from generator.rendering.render_context import NO_OFFERS, Offers, RenderContext, page_view
from generator.rendering.views import AgencyRow, AgencyView, OtherYear
from generator.rendering.year_pages import Page, YearPages

if TYPE_CHECKING:
    from generator.rendering.trend_view import YearsView
    from generator.rendering.views.years import ComparisonView


class AgencyPages:
    """The pages of one agency, each made when it is asked for."""

    def __init__(
        self,
        setting: RenderContext,
        agency: Agency,
        years: Sequence[AgencyYear],
        report: Report,
        memo: BodyMemo | None = None,
        offers: Offers = NO_OFFERS,
        assessments: Mapping[int, Assessment] | None = None,
        main: "AgencyPages | None" = None,
    ) -> None:
        """``assessments`` spare working them out; ``main`` are the pages of the main language, unless these are."""
        self.offers = offers
        self._setting = setting
        self.agency = agency
        self.contents = years
        self._main = main
        self._report = report
        language = setting.wording.language
        self.place = AgencyAddresses(agency.slug, is_portal=setting.site.is_portal, language=language)
        self.assessments = assessments or {content.year: assess(content) for content in years}
        self._other_years: dict[int, dict[str, tuple[OtherYear, ...]]] = {}
        self._own = {content.year: content for content in years}
        made = setting.theme.pages
        self._officials = {year: assessment.official for year, assessment in self.assessments.items()}
        self._has_trend = "trend" in made and len(years_with_figures(years, self._officials)) > 1
        self.years = {content.year: self._year(content, memo) for content in years}

    def row(self) -> AgencyRow:
        """What the rest of the site shows of the agency."""
        statement = bool(self._setting.site.accessibility)
        return portal_row(
            self.agency, self.contents, self.assessments, self.place, self._setting.wording, statement=statement
        )

    def plan(self) -> dict[str, Page]:
        """Every page of the agency by its address."""
        pages: dict[str, Page] = {}
        for year in self.years.values():
            pages |= year.plan()
        if "agency" in self._setting.theme.pages:
            pages[self.place.home] = self._home
        if self._has_trend:
            pages[self.place.trend] = self._trend_page
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
            self._view(content.year),
            kinds,
            self._bodies(content, pages, memo),
            partial(self._others, content),
            partial(self._compared, content.year),
            self._report,
            self.offers,
            self._main.years[content.year] if self._main is not None else None,
        )

    def _bodies(self, content: AgencyYear, pages: frozenset[str], memo: BodyMemo | None) -> Bodies:
        report = self._report if self._main is None else Report()  # the texts were looked over in the main language
        return Bodies(content, self.place, self._own, pages, report, memo, self._setting.templates.numerals)

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

        return (organization(self.agency, self.place, link),)

    def _view(self, year: int | None) -> AgencyView:
        return agency_view(self.agency, self.place, list(self._own), year, self._setting.wording, trend=self._has_trend)

    @cached_property
    def _years_view(self) -> "YearsView":
        from generator.oit.trend import trend
        from generator.rendering.trend_view import YearsView

        setting = self._setting
        return YearsView(
            trend(self.contents, self._officials, setting.catalogues),
            setting.catalogues,
            self._results_page,
            self.contents,
            setting.place,
            with_crosswalks="crosswalk" in setting.theme.pages,
        )

    def _results_page(self, year: int) -> str:
        return self.place.report(year, "results") if "results" in self.years[year].kinds else ""

    def _compared(self, year: int) -> "ComparisonView | None":
        """The figures of a year beside those of the one before, if any report prints both."""
        if len(years_with_figures(self.contents, self._officials)) < 2:
            return None
        return self._years_view.beside(year, self.place.trend if self._has_trend else "")

    def _home(self) -> str | None:
        """The agency's own page."""
        return self._page("agency", self.agency.name, self.place.home, {})

    def _trend_page(self) -> str | None:
        """The figures of all years side by side."""
        title = f"{self._setting.wording.say('trend_title')} · {self.agency.name}"
        return self._page("trend", title, self.place.trend, {"trend": self._years_view.whole()})

    def _page(self, kind: str, title: str, address: str, own: dict[str, Any]) -> str | None:
        """A page of the agency as a whole, with the index and the summary of its latest year."""
        setting, agency, template = self._setting, self._view(None), f"{kind}.html"
        crumbs = made_crumbs(crumbs_to_agency(setting.site, agency), setting.theme.pages, setting.site, agency)
        description = f"{title} {agency.place}"
        above = tuple(crumb for crumb in crumbs if crumb.address != address)
        page = page_view(
            setting, kind, title, description, address, above, self.offers.feed, self._about, self.place.base
        )
        context = {"site": setting.site, "page": page, "agency": agency, **own}
        if not self.contents:
            return setting.templates.render(
                template, {**context, "year": None, "index": None, "summary": None}, self._report
            )
        latest = self.years[self.contents[-1].year]
        fragments = latest.fragments(address)
        if fragments is None:
            return None
        shown = {"year": latest.view, "index": fragments.index, "summary": fragments.summary}
        html = setting.templates.render(template, {**context, **shown}, self._report)
        if html is None:
            return None
        path = setting.theme.templates[template].path
        return html if check_page(html, fragments.index, fragments.summary, path, self._report) else None
