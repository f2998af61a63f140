"""The pages of one agency-year, each made when it is asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.disclosure import EvidenceKind
from generator.oit.office_duties import OfficeDuties
from generator.rendering.addresses import CHANGES, AgencyAddresses, root_of
from generator.rendering.agency_view import crumbs_to_year, made_crumbs, year_view
from generator.rendering.bodies import Bodies
from generator.rendering.contract import Fragments, check_page
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.finding_view import finding_view
from generator.rendering.index_view import state_counts, todo_rows
from generator.rendering.item_view import ItemFrame
from generator.rendering.markdown import NOTHING
from generator.rendering.measures_view import measures_view
from generator.rendering.office_view import OfficeFrame
from generator.rendering.progress_view import progress_view
from generator.rendering.render_context import Offers, RenderContext, page_view
from generator.rendering.results_view import results_view
from generator.rendering.views import (
    AgencyView,
    Crumb,
    DownloadView,
    OtherYear,
    PageView,
    ReportView,
)
from generator.rendering.year_fragments import YearFragments

if TYPE_CHECKING:
    from generator.rendering.changes_view import History
    from generator.rendering.views import AnswerRow
    from generator.rendering.views.years import ComparisonView

Page = Callable[[], str | None]
"""Makes the HTML of one page, or reports why it cannot."""


class YearPages:
    """The pages of one agency-year. Making one of them changes nothing but the report."""

    def __init__(
        self,
        setting: RenderContext,
        content: AgencyYear,
        assessment: Assessment,
        place: AgencyAddresses,
        agency: AgencyView,
        kinds: tuple[str, ...],
        bodies: Bodies,
        others: Callable[[], Mapping[str, tuple[OtherYear, ...]]],
        compared: "Callable[[], ComparisonView | None]",
        report: Report,
        offers: Offers,
        main: "YearPages | None" = None,
    ) -> None:
        """``main`` are the pages of the main language, where these are of another."""
        self._setting = setting
        self._content = content
        self._assessment = assessment
        self._place = place
        self._agency = agency
        self._bodies = bodies
        self._others = others
        self._compared = compared
        self._report = report
        self._offers = offers
        self._main = main
        self.kinds = kinds
        made = setting.theme.pages
        self._offices = OfficeFrame(content, assessment, place, setting.wording, frozenset(made), setting.today)
        self._has_answers = "answers" in setting.exports and "answers" in made
        self.view = year_view(
            content,
            place,
            setting.place,
            self.kinds,
            offices=self._offices.overview,
            data="data" in setting.exports,
            method="method" in made,
            crosswalks=crosswalk_links(setting.catalogues, content.year, content.year, setting.place)
            if "crosswalk" in made
            else (),
            answers=self._has_answers,
        )
        self._fragments = YearFragments(
            setting, content, assessment, place, report, method=self.view.method, has_results="results" in kinds
        )
        self._say = setting.wording.say
        way = crumbs_to_year(setting.site, agency, self.view, setting.wording)
        self._crumbs = made_crumbs(way, made, setting.site, agency)
        self._shared: dict[str, Any] = {"site": setting.site, "agency": agency, "year": self.view}
        self._name = f"{agency.name} {self._say('fiscal_year')} {content.year}"

    def plan(self) -> dict[str, Page]:
        """Every page of the agency-year by its address."""
        made, year, place = self._setting.theme.pages, self._content.year, self._place
        pages: dict[str, Page] = {}
        if "dashboard" in made:
            pages[place.dashboard(year)] = self._dashboard
        if "item" in made:
            for assessed in self._assessment.items:
                pages[place.item(year, assessed.item)] = partial(self._item, assessed)
        for kind in self.kinds:
            pages[place.report(year, kind)] = partial(self._report_page, kind)
        if "offices" in self._offices.pages:
            pages[place.offices(year)] = self._offices_page
        if "office" in self._offices.pages:
            for duties in self._offices.duties:
                pages[place.office(year, duties.slug)] = partial(self._office_page, duties)
        if self._has_answers:
            pages[place.answers(year)] = self._answers
        return pages

    @property
    def way(self) -> tuple[Crumb, ...]:
        """The way from the front page to the front page of the year."""
        return self._crumbs

    def check_texts(self) -> set[str]:
        """Render every Markdown text once, so that what is wrong in it is reported; the evidence files referred to."""
        used: set[str] = set()
        for disclosure in self._content.disclosures.values():
            self._bodies.check_sections(disclosure)
            used.update(e.target for e in disclosure.evidence if e.kind is EvidenceKind.FILE)
        for narrative in self._content.narratives.values():
            self._bodies.of_narrative(narrative)
        return used | self._bodies.files

    def fragments(self, page: str) -> Fragments | None:
        """The index and the summary for a page of the agency; nothing after an error."""
        return self._fragments.on(page)

    def _dashboard(self) -> str | None:
        address = self._place.dashboard(self._content.year)
        downloads = self._offers.downloads(self._content.year, "")
        page = page_view(
            self._setting,
            "dashboard",
            self._name,
            self._say("dashboard_about", name=self._name),
            address,
            self._crumbs[:-1],
            self._offers.feed,
            lambda link: (*self._about(link), *self._data_about(downloads, link)),
            self._place.base,
        )
        todo = todo_rows(self._content.catalogue, self._assessment, self._place)
        context = {
            "page": page,
            "todo": todo,
            "counts": state_counts(self._assessment),
            "offices": self._offices.rows(),
            "downloads": downloads,
        }
        return self._render("dashboard", address, context)

    @cached_property
    def _history(self) -> "History":
        from generator.rendering.changes_view import History  # few years have any

        return History(self._content, self._assessment, self._place, self._setting.wording)

    @cached_property
    def _frame(self) -> ItemFrame:
        first = self._place.item(self._content.year, self._content.catalogue.items[0])
        return ItemFrame(
            self._content, self._place, root_of(first), self._setting.wording, self._others, self._offices.links
        )

    def _item(self, assessed: ItemAssessment) -> str | None:
        item, disclosure = assessed.item, assessed.disclosure
        address = self._place.item(self._content.year, item)
        body = self._bodies.of_disclosure(disclosure) if disclosure is not None else NOTHING
        title = f"{item.number} {item.title} · {self._name}"
        page = self._page("item", title, address)
        downloads = self._offers.downloads(self._content.year, item.number)
        view = self._frame.view(assessed, body)
        if self._content.freezes:
            view = view._replace(history=self._history.of(item.number))
        context = {"page": page, "item": view, "downloads": downloads}
        return self._render("item", address, context, item.number)

    def _offices_page(self) -> str | None:
        address = self._place.offices(self._content.year)
        title = f"{self._say('offices_title')} · {self._name}"
        page = self._page("offices", title, address)
        context = {"page": page, "offices": self._offices.offices_view()}
        return self._render("offices", address, context)

    def _office_page(self, duties: OfficeDuties) -> str | None:
        address = self._place.office(self._content.year, duties.slug)
        title = f"{duties.name} · {self._name}"
        above = (Crumb(self._say("offices_title"), self.view.offices),) if self.view.offices else ()
        page = self._page("office", title, address, above)
        context = {"page": page, "office": self._offices.office_view(duties)}
        return self._render("office", address, context)

    def _report_page(self, kind: str) -> str | None:
        address = self._place.report(self._content.year, kind)
        narrative = self._content.narratives.get(kind)
        words = None
        if narrative is not None:
            body = self._bodies.of_narrative(narrative)
            words = ReportView(
                narrative.title, narrative.source, self._setting.wording.month(narrative.issued), body.html
            )
        title = f"{self._say(f'{kind}_title')} · {self._name}"
        page = self._page(kind, title, address)
        context = {"page": page, "report": words, **self._report_context(kind)}
        return self._render(kind, address, context)

    def _report_context(self, kind: str) -> dict[str, Any]:
        content, place = self._content, self._place
        if kind == "measures":
            return {"measures": measures_view(content, place, self._setting.wording, self._setting.today)}
        if kind == CHANGES:
            return {"spans": self._history.spans()}
        if kind == "progress":
            return {"progress": progress_view(content, self._assessment, place, self._offices)}
        results = results_view(content, self._assessment, self._assessment.observations, self._setting.wording)
        if kind == "results":
            return {"results": results, "compared": self._compared()}
        found = content.results.findings if content.results is not None else ()
        findings = [finding_view(finding, content, place, self._setting.wording) for finding in found]
        return {
            "results": results,
            "weaknesses": tuple(finding for finding in findings if finding.kind != "keep"),
            "keeps": tuple(finding for finding in findings if finding.kind == "keep"),
        }

    def answer_rows(self) -> "tuple[AnswerRow, ...]":
        """The answers for the assessment system."""
        from generator.rendering.answers_view import answer_rows

        if self._main is None:
            return answer_rows(self._content, self._assessment, self._place, self._crumbs, self._setting.address)
        items, place, year = self._content.catalogue.by_number, self._place, self._content.year
        return tuple(
            row._replace(title=items[row.number].title, address=place.item(year, items[row.number]))
            for row in self._main.answer_rows()
        )

    def _answers(self) -> str | None:
        address = self._place.answers(self._content.year)
        context = {
            "page": self._page("answers", f"{self._say('answers_title')} · {self._name}", address),
            "answers": self.answer_rows(),
            "downloads": self._offers.downloads(self._content.year, "answers"),
        }
        return self._render("answers", address, context)

    def _page(self, kind: str, title: str, address: str, above: tuple[Crumb, ...] = ()) -> PageView:
        way = (*self._crumbs, *above)
        return page_view(
            self._setting, kind, title, title, address, way, self._offers.feed, self._about, self._place.base
        )

    def _about(self, link: Callable[[str], str]) -> tuple[dict[str, Any], ...]:
        from generator.rendering.structured import organization

        return (organization(self._content.agency, self._place, link),)

    def _data_about(self, files: tuple[DownloadView, ...], link: Callable[[str], str]) -> tuple[dict[str, Any], ...]:
        from generator.rendering.structured import dataset

        if self._main is not None:  # the data are described once, where they stand
            return ()
        return (dataset(self._content, self._place, self._setting.publication, files, link),)

    def _render(self, kind: str, address: str, context: dict[str, Any], item: str = "") -> str | None:
        """A page with the index and the summary; ``item`` is the number of the item that it is the page of."""
        fragments = self.fragments(address)
        if fragments is None:
            return None
        index = fragments.index_on(item) if item else fragments.index
        shown = {**self._shared, "index": index, "summary": fragments.summary, **context}
        template = f"{kind}.html"
        html = self._setting.templates.render(template, shown, self._report)
        if html is None:
            return None
        path = self._setting.theme.templates[template].path
        return html if check_page(html, index, fragments.summary, path, self._report) else None
