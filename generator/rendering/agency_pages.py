"""All pages of one agency: a pure function of its content, the catalogues, the theme and the site's settings."""

from functools import cached_property
from typing import Any, NamedTuple

from generator.oit.trend import trend
from generator.rendering.agency_context import AgencyContext
from generator.rendering.agency_view import crumbs_to_agency, made_crumbs
from generator.rendering.contract import check_page
from generator.rendering.page_kind import Kind, OnePage, Page, planned
from generator.rendering.portal_row import portal_row
from generator.rendering.render_context import PageHead, page_view
from generator.rendering.trend_view import YearsView
from generator.rendering.views import AgencyRow
from generator.rendering.views.years import ComparisonView
from generator.rendering.year_context import YearContext


class AgencyKinds(NamedTuple):
    """The kinds of page that an agency can have as a whole, and for each of its years."""

    whole: "tuple[Kind[AgencyPages], ...]"
    year: tuple[Kind[YearContext], ...]


class AgencyPages:
    """The pages of one agency, each made when it is asked for.

    ``main`` are those of the main language of the site, where these are of another.
    """

    def __init__(self, context: AgencyContext, kinds: AgencyKinds, main: "AgencyPages | None" = None) -> None:
        self.context = context
        self.kinds = kinds
        self.place = context.place
        self.years: dict[int, YearContext] = {
            content.year: YearContext(
                context, content, kinds.year, self._compared, main.years[content.year] if main is not None else None
            )
            for content in context.contents
        }

    def row(self) -> AgencyRow:
        """What the rest of the site shows of the agency."""
        return portal_row(self.context)

    def plan(self) -> dict[str, Page]:
        """Every page of the agency by its address."""
        pages: dict[str, Page] = {}
        for year in self.years.values():
            pages |= year.plan()
        whole = [kind for kind in self.kinds.whole if kind.kind in self.context.setting.theme.pages]
        return pages | dict(planned(whole, self, self.address))

    def address(self, kind: "OnePage[AgencyPages]") -> str:
        """Where the page of a kind stands, if there is one."""
        return self.place.page(kind.folder)

    @cached_property
    def figures(self) -> YearsView:
        """The official figures of all years."""
        context, setting = self.context, self.context.setting
        return YearsView(
            trend(context.contents, context.officials, setting.catalogues),
            setting.catalogues,
            lambda year: self.years[year].pages["results"],
            context.contents,
            setting.place if "crosswalk" in setting.theme.pages else None,
        )

    def _compared(self, year: int) -> ComparisonView | None:
        """The figures of a year beside those of the one before, if any report prints both."""
        context = self.context
        return self.figures.beside(year, self.place.trend if context.has_trend else "") if context.has_figures else None

    def render(self, kind: str, title: str, address: str, values: dict[str, Any]) -> str | None:
        """A page of the agency as a whole, with the index and the summary of its latest year."""
        context, setting, agency = self.context, self.context.setting, self.context.view()
        crumbs = made_crumbs(crumbs_to_agency(setting.site, agency), setting.theme.pages, setting.site, agency)
        above = tuple(crumb for crumb in crumbs if crumb.address != address)
        head = PageHead(
            kind=kind,
            title=title,
            address=address,
            crumbs=above,
            description=f"{title} {agency.place}",
            feed=context.offers.feed,
            about=context.about,
            base=self.place.base,
        )
        shown = {"site": setting.site, "page": page_view(setting, head), "agency": agency, **values}
        template = f"{kind}.html"
        if not self.years:
            empty = {"year": None, "index": None, "summary": None}
            return setting.templates.render(template, {**shown, **empty}, context.report)
        latest = self.years[context.contents[-1].year]
        fragments = latest.fragments(address)
        if fragments is None:
            return None
        shown |= {"year": latest.view, "index": fragments.index, "summary": fragments.summary}
        html = setting.templates.render(template, shown, context.report)
        if html is None:
            return None
        path = setting.theme.templates[template].path
        return html if check_page(html, fragments.index, fragments.summary, path, context.report) else None
