"""All pages of one agency: a pure function of its content, its catalogues, the theme and the site's settings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.diagnostics import Report
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, assess
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import EvidenceKind
from generator.rendering.addresses import AgencyPlace, root_of
from generator.rendering.agency_view import agency_view, crumbs_to_agency, crumbs_to_year, report_kinds, year_view
from generator.rendering.bodies import Bodies, BodyMemo
from generator.rendering.contract import Fragments, check_fragments, check_page
from generator.rendering.finding_view import finding_view
from generator.rendering.index_view import index_view, state_counts, todo_rows
from generator.rendering.item_view import ItemFrame, other_years
from generator.rendering.measures_view import measures_view, progress_view
from generator.rendering.results_view import results_view
from generator.rendering.summary_view import summary_view
from generator.rendering.templates import Templates
from generator.rendering.theme import Theme
from generator.rendering.views import Crumb, PageView, ReportView, SiteView
from generator.rendering.wording import thai_month

_REPORT_TITLES = {
    "results": "ผลการประเมิน",
    "analysis": "การวิเคราะห์ผลการประเมิน",
    "measures": "มาตรการและผลการดำเนินการ",
    "progress": "ความก้าวหน้ารายข้อ",
}


class Setting(NamedTuple):
    """What the pages of every agency are made with. ``catalogues`` are all that are known, by year."""

    site: SiteView
    address: str
    theme: Theme
    templates: Templates
    catalogues: Mapping[int, Catalogue]
    with_data: bool


class AgencyPages:
    """The pages of one agency. Pages are made one by one, so no more than one is in memory beside the result."""

    def __init__(
        self,
        setting: Setting,
        agency: Agency,
        years: Sequence[AgencyYear],
        report: Report,
        memo: BodyMemo | None = None,
    ) -> None:
        self._setting = setting
        self._agency = agency
        self._years = years
        self._report = report
        self._memo = memo
        self.place = AgencyPlace(agency.slug, is_portal=setting.site.is_portal)
        self.assessments = {content.year: assess(content) for content in years}
        self.files: dict[int, set[str]] = {content.year: set() for content in years}
        """The evidence files that pages refer to, by year; complete once all pages are made."""
        self._own = {content.year: content.catalogue for content in years}
        self._states = {
            year: {item.item.number: item.state.value for item in assessment.items}
            for year, assessment in self.assessments.items()
        }

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page as its address and its HTML; a page that fails is reported and left out."""
        for content in self._years:
            yield from self._year(content)
        if "agency" in self._setting.theme.pages:
            yield from self._home()

    def fragments(self, content: AgencyYear, page: str) -> Fragments | None:
        """The index and the summary of an agency-year for pages that lie as deep as ``page``."""
        assessment = self.assessments[content.year]
        folder = relative_folder(page, self.place.folder(content.year))
        has_results = "results" in report_kinds(content) and "results" in self._setting.theme.pages
        index = self._setting.templates.fragment(
            "index.html",
            {"index": index_view(content.catalogue, assessment, folder), "site": self._setting.site},
        )
        summary = self._setting.templates.fragment(
            "summary.html",
            {
                "summary": summary_view(
                    content.catalogue, assessment, folder=folder, root=root_of(page), has_results=has_results
                ),
                "site": self._setting.site,
            },
        )
        if index is None or summary is None:
            return None
        fragments = Fragments(index, summary)
        template = self._setting.theme.templates["index.html"].path.rpartition("/")[0]
        return fragments if check_fragments(fragments, assessment, template, self._report) else None

    def _home(self) -> Iterator[tuple[str, str]]:
        address = self.place.home
        agency = agency_view(self._agency, self.place, list(self._own), None)
        crumbs = crumbs_to_agency(self._setting.site, agency)[:-1]
        page = self._page("agency", self._agency.name, f"{self._agency.name} {agency.place}", address, crumbs)
        context: dict[str, Any] = {"agency": agency, "year": None}
        if self._years:
            latest = self._years[-1]
            fragments = self.fragments(latest, address)
            if fragments is None:
                return
            context["year"] = year_view(latest, self.place, self._kinds(latest), data=self._setting.with_data)
            yield from self._render("agency", page, context, fragments.index, fragments.summary)
        else:
            html = self._setting.templates.render(
                "agency.html", {"site": self._setting.site, "page": page, "index": None, "summary": None, **context}
            )
            if html is not None:
                yield address, html

    def _kinds(self, content: AgencyYear) -> tuple[str, ...]:
        return tuple(kind for kind in report_kinds(content) if kind in self._setting.theme.pages)

    def _year(self, content: AgencyYear) -> Iterator[tuple[str, str]]:
        setting, place = self._setting, self.place
        assessment = self.assessments[content.year]
        agency = agency_view(self._agency, place, list(self._own), content.year)
        year = year_view(content, place, self._kinds(content), data=setting.with_data)
        crumbs = crumbs_to_year(setting.site, agency, year)
        shared = {"agency": agency, "year": year}
        bodies = Bodies(content, place, self._own, self._report, self._memo)
        dashboard = place.dashboard(content.year)
        at_top = self.fragments(content, dashboard)
        below = self.fragments(content, place.report(content.year, "results"))
        if at_top is None or below is None:
            return
        name = f"{self._agency.name} ปีงบประมาณ พ.ศ. {content.year}"
        if "dashboard" in setting.theme.pages:
            page = self._page("dashboard", name, f"ดัชนีการเปิดเผยข้อมูลและคะแนนของ{name}", dashboard, crumbs[:-1])
            context = {**shared, "todo": todo_rows(assessment, place, content.year), "counts": state_counts(assessment)}
            yield from self._render("dashboard", page, context, at_top.index, at_top.summary)
        if "item" in setting.theme.pages:
            yield from self._items(content, assessment, below, shared, crumbs, bodies)
        yield from self._reports(content, assessment, below, shared, crumbs, bodies)
        self.files[content.year] |= bodies.files | evidence_files(content)

    def _items(
        self,
        content: AgencyYear,
        assessment: Assessment,
        fragments: Fragments,
        shared: dict[str, Any],
        crumbs: tuple[Crumb, ...],
        bodies: Bodies,
    ) -> Iterator[tuple[str, str]]:
        place = self.place
        first = place.item(content.year, content.catalogue.items[0])
        others = other_years(content, place, self._setting.catalogues, self._states)
        frame = ItemFrame(content, place, root_of(first), others)
        ending = f" · {self._agency.name} ปีงบประมาณ พ.ศ. {content.year}"
        for assessed in assessment.items:
            item = assessed.item
            body = bodies.of_disclosure(assessed.disclosure) if assessed.disclosure is not None else None
            view = frame.view(assessed, body if body is not None else bodies.of_narrative(None))
            heading = f"{item.number} {item.title}"
            page = self._page("item", heading, heading + ending, place.item(content.year, item), crumbs)
            index = fragments.index_on(item.number)
            yield from self._render("item", page, {**shared, "item": view}, index, fragments.summary)

    def _reports(
        self,
        content: AgencyYear,
        assessment: Assessment,
        fragments: Fragments,
        shared: dict[str, Any],
        crumbs: tuple[Crumb, ...],
        bodies: Bodies,
    ) -> Iterator[tuple[str, str]]:
        for kind in self._kinds(content):
            narrative = content.narratives.get(kind)
            report = None
            if narrative is not None:
                body = bodies.of_narrative(narrative)
                report = ReportView(narrative.title, narrative.source, thai_month(narrative.issued), body.html)
            context = {**shared, "report": report, **self._report_context(kind, content, assessment)}
            title = f"{_REPORT_TITLES[kind]} · {self._agency.name} ปีงบประมาณ พ.ศ. {content.year}"
            page = self._page(kind, title, title, self.place.report(content.year, kind), crumbs)
            yield from self._render(kind, page, context, fragments.index, fragments.summary)

    def _report_context(self, kind: str, content: AgencyYear, assessment: Assessment) -> dict[str, Any]:
        if kind == "measures":
            return {"measures": measures_view(content, self.place)}
        if kind == "progress":
            return {"progress": progress_view(content, assessment, self.place)}
        results = results_view(content, assessment)
        if kind == "results":
            return {"results": results}
        found = content.results.findings if content.results is not None else ()
        findings = [finding_view(finding, content, self.place) for finding in found]
        return {
            "results": results,
            "weaknesses": tuple(finding for finding in findings if finding.kind != "keep"),
            "keeps": tuple(finding for finding in findings if finding.kind == "keep"),
        }

    def _page(self, kind: str, title: str, description: str, address: str, crumbs: tuple[Crumb, ...]) -> PageView:
        canonical = f"{self._setting.address}/{address}" if self._setting.address else ""
        return PageView(kind, title, description, address, root_of(address), crumbs, canonical)

    def _render(
        self, kind: str, page: PageView, context: dict[str, Any], index: Any, summary: Any
    ) -> Iterator[tuple[str, str]]:
        template = f"{kind}.html"
        html = self._setting.templates.render(
            template, {"site": self._setting.site, "page": page, "index": index, "summary": summary, **context}
        )
        if html is None:
            return
        if check_page(html, index, summary, self._setting.theme.templates[template].path, self._report):
            yield page.address, html


def evidence_files(content: AgencyYear) -> set[str]:
    """The files that disclosures give as evidence."""
    return {
        evidence.target
        for disclosure in content.disclosures.values()
        for evidence in disclosure.evidence
        if evidence.kind is EvidenceKind.FILE
    }


def relative_folder(page: str, folder: str) -> str:
    """What leads from a page to a folder of the same site, ending in a slash, or nothing when it is there."""
    here, there = page.split("/")[:-1], folder.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
