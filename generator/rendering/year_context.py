"""What the pages of one agency-year share."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.rendering.addresses import HOME
from generator.rendering.agency_context import AgencyContext
from generator.rendering.agency_view import crumbs_to_year, made_crumbs, year_view
from generator.rendering.bodies import Bodies
from generator.rendering.changes_view import History
from generator.rendering.contract import Fragments, check_page
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.office_view import OfficeFrame
from generator.rendering.page_kind import EachPage, Kind, OnePage, Page, planned
from generator.rendering.render_context import PageHead, page_view
from generator.rendering.views import ReportView, TabView
from generator.rendering.views.years import ComparisonView
from generator.rendering.year_fragments import YearFragments


class YearContext:
    """One agency-year with what its pages are made of. Making a page changes nothing but the report.

    ``kinds`` are all kinds of page that a year can have; those that the theme does not make are left out here.
    ``compared`` gives the figures of a year beside those of the one before. ``main`` is the same year in the main
    language of the site, where this is another.
    """

    def __init__(
        self,
        agency: AgencyContext,
        content: AgencyYear,
        kinds: "Sequence[Kind[YearContext]]",
        compared: Callable[[int], ComparisonView | None],
        main: "YearContext | None" = None,
    ) -> None:
        self.agency = agency
        self.setting = setting = agency.setting
        self.content = content
        self.assessment = agency.assessments[content.year]
        self.place = agency.place
        self.offers = agency.offers
        self.report = agency.report
        self.wording = setting.wording
        self.main = main
        self.compared = compared
        self.made = frozenset(setting.theme.pages)
        self.agency_view = agency.view(content.year)
        self.offices = OfficeFrame(self.content, self.assessment, self.place, setting)
        self._kinds = [kind for kind in kinds if kind.kind in self.made]
        self.pages = {
            kind.kind: self.address(kind) if self._has(kind) else "" for kind in kinds if isinstance(kind, OnePage)
        }
        """The address of each page of which there is one, by its kind; empty where there is none."""
        crosswalks = crosswalk_links(setting.catalogues, content.year, content.year, setting.place)
        self.view = year_view(
            content,
            self.pages,
            self._tabs(),
            method=setting.place.method(content.year) if "method" in self.made else "",
            data=self.place.data(content.year) if "data" in setting.exports else "",
            crosswalks=crosswalks if "crosswalk" in self.made else (),
        )
        way = crumbs_to_year(setting.site, self.agency_view, self.view, self.wording)
        self.way = made_crumbs(way, setting.theme.pages, setting.site, self.agency_view)
        """The way from the front page to the front page of the year."""
        self.name = f"{agency.agency.name} {self.wording.say('fiscal_year')} {content.year}"
        self.bodies = self._bodies()
        self._fragments = YearFragments(setting, content, self.assessment, self.view, self.report)

    def plan(self) -> dict[str, Page]:
        """Every page of the agency-year by its address."""
        return dict(planned(self._kinds, self, self.address))

    def address(self, kind: "OnePage[YearContext]") -> str:
        """Where the page of a kind stands, if there is one."""
        return f"{self.place.folder(self.content.year)}{kind.folder}{HOME}"

    def _has(self, kind: "OnePage[YearContext]") -> bool:
        return kind.kind in self.made and kind.exists(self)

    @cached_property
    def history(self) -> History:
        """The days on which everything was kept."""
        return History(self.content, self.assessment, self.place, self.wording)

    def check_texts(self) -> set[str]:
        """Render every Markdown text once, so that what is wrong in it is reported; the evidence files referred to."""
        used: set[str] = set()
        for disclosure in self.content.disclosures.values():
            self.bodies.check_sections(disclosure)
            used.update(e.target for e in disclosure.evidence if e.kind is EvidenceKind.FILE)
        for narrative in self.content.narratives.values():
            self.bodies.of_narrative(narrative)
        return used | self.bodies.files

    def words(self, kind: str) -> ReportView | None:
        """What the agency writes around the tables of a report."""
        narrative = self.content.narratives.get(kind)
        if narrative is None:
            return None
        body = self.bodies.of_narrative(narrative)
        return ReportView(narrative.title, narrative.source, self.wording.month(narrative.issued), body.html)

    def head(self, kind: str, address: str, title: str = "") -> PageHead:
        """The head of a page, with the words of its kind for a title unless it has another."""
        full = f"{title or self.wording.say(f'{kind}_title')} · {self.name}"
        return PageHead(
            kind, full, address, self.way, feed=self.offers.feed, about=self.agency.about, base=self.place.base
        )

    def render_one(self, kind: "OnePage[YearContext]", values: dict[str, Any]) -> str | None:
        """The page of a kind of which there is one."""
        return self.render(self.head(kind.kind, self.address(kind)), values)

    def render(self, head: PageHead, values: dict[str, Any], item: str = "") -> str | None:
        """A page with the index and the summary; ``item`` is the number of the item that it is the page of."""
        setting = self.setting
        fragments = self.fragments(head.address)
        if fragments is None:
            return None
        index = fragments.index_on(item) if item else fragments.index
        shown = {
            "site": setting.site,
            "agency": self.agency_view,
            "year": self.view,
            "index": index,
            "summary": fragments.summary,
            "page": page_view(setting, head),
            **values,
        }
        template = f"{head.kind}.html"
        html = setting.templates.render(template, shown, self.report)
        if html is None:
            return None
        path = setting.theme.templates[template].path
        return html if check_page(html, index, fragments.summary, path, self.report) else None

    def fragments(self, page: str) -> Fragments | None:
        """The index and the summary for a page of the agency; nothing after an error."""
        return self._fragments.on(page)

    def _tabs(self) -> tuple[TabView, ...]:
        below: dict[str, tuple[str, ...]] = {}
        for kind in self._kinds:
            if isinstance(kind, EachPage):
                below[kind.under] = (*below.get(kind.under, ()), kind.kind)
        return tuple(TabView(kind, address, below.get(kind, ())) for kind, address in self.pages.items() if address)

    def _bodies(self) -> Bodies:
        report = self.report if self.main is None else Report()  # the texts were looked over in the main language
        pages = {"item"} & self.made | {kind for kind, address in self.pages.items() if address}
        return Bodies(
            content=self.content,
            place=self.place,
            years=self.agency.published,
            pages=frozenset(pages),
            report=report,
            memo=self.agency.memo,
            numerals=self.setting.templates.numerals,
        )
