"""The one composition of the stages: read, model and assess, render, and hand over what is to be published.

The unit of work is the agency: its pages are a pure function of its own files and of what all
agencies share, so agencies are made one after another, or side by side, in constant memory.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator import __version__
from generator.diagnostics import Report, Span, closest
from generator.evidence_files import document_bytes, published_evidence
from generator.exports.agency_files import AgencyFiles, Shared
from generator.exports.site_files import Tell, site_addresses, site_files
from generator.exports.year_files import Choice, Make
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.catalogue import Catalogue
from generator.oit.todo import YearTodo, year_todo
from generator.project import CONTENT, SITE_FILE, Project
from generator.reading.agency_folder import ONCE, Memo, read_agency_folder
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import Inputs
from generator.reading.kinds import Placed
from generator.reading.site_file import DEFAULTS, SiteSettings, read_site
from generator.reading.snapshot import Tree
from generator.rendering import addresses
from generator.rendering.addresses import AgencyPlace
from generator.rendering.agency_pages import AgencyPages
from generator.rendering.bodies import BodyMemo
from generator.rendering.portal_row import portal_row
from generator.rendering.setting import Setting
from generator.rendering.site_pages import site_pages
from generator.rendering.templates import Templates
from generator.rendering.theme import assemble, read_sources
from generator.rendering.views import AgencyRow, SiteView
from generator.rendering.year_pages import Page
from generator.writing.bundle import FileRef

Files = dict[str, bytes | FileRef]


class Site(NamedTuple):
    """What every agency is made with, and which agencies there are."""

    project: Project
    settings: SiteSettings
    setting: Setting
    agencies: tuple[str, ...]


class MadeAgency(NamedTuple):
    """The files of one agency by address, and what the rest of the site shows of it."""

    slug: str
    files: Files
    row: AgencyRow
    years: tuple[int, ...]
    pages: int
    todo: Callable[[], tuple[YearTodo, ...]]
    shared: Shared


class Outline(NamedTuple):
    """What the rest of the site shows of one agency; ``is_dated`` when a feed has something to tell of it."""

    row: AgencyRow
    years: tuple[int, ...]
    is_dated: bool


class PlannedAgency(NamedTuple):
    """One agency that was read and assessed: its pages and data, each made when asked for, and its evidence."""

    slug: str
    pages: dict[str, Page]
    data: dict[str, Make]
    shared: Callable[[], Shared]
    evidence: dict[str, FileRef]
    row: AgencyRow
    years: tuple[AgencyYear, ...]
    todo: Callable[[], tuple[YearTodo, ...]]
    is_dated: bool


def make_site(project: Project, inputs: Inputs, report: Report) -> Site | None:
    """Read what all agencies share; nothing after an error in it."""
    settings = read_site(inputs.site, SITE_FILE, report)
    catalogues = read_catalogues(inputs.catalogues, report)
    return None if settings is None else _site(project, settings, catalogues, inputs, report)


def make_stand_in(project: Project, inputs: Inputs) -> Site | None:
    """A site with the settings and the theme that come with the generator; nothing when a catalogue has errors.

    With it the agencies are checked when the site's own settings or theme cannot be used.
    """
    report = Report()
    catalogues = read_catalogues(inputs.catalogues, report)
    return None if report.failed else _site(project, DEFAULTS, catalogues, inputs, report)


def _site(
    project: Project, settings: SiteSettings, catalogues: Mapping[int, Catalogue], inputs: Inputs, report: Report
) -> Site | None:
    sources = read_sources(settings.theme, project.root, report)
    agencies = _chosen(settings.agency, inputs.agencies, report)
    if not sources or report.failed:
        return None
    theme = assemble(sources, report)
    templates = Templates(theme, thai_numerals=settings.thai_numerals)
    site = SiteView(
        title=settings.title,
        title_en=settings.title_en,
        is_portal=settings.is_portal,
        home=addresses.HOME,
        method=addresses.METHODS if "methods" in theme.pages else "",
        version=__version__,
    )
    today = datetime.date.fromisoformat(inputs.today) if inputs.today else None
    setting = Setting(
        site, settings.address, theme, templates, catalogues, frozenset(settings.exports), settings.publication, today
    )
    if any(d.severity == "error" for d in report.diagnostics):
        return None
    return Site(project, settings, setting, agencies)


def _chosen(chosen: Placed, agencies: Sequence[str], report: Report) -> tuple[str, ...]:
    if not agencies:
        report.error("OIT316", Span(CONTENT))
        return ()
    if chosen.text == "all":
        return tuple(agencies)
    if chosen.text not in agencies:
        report.error("OIT315", chosen.span, name=chosen.text, suggestion=closest(chosen.text, agencies))
        return ()
    return (chosen.text,)


def plan_agency(
    site: Site,
    slug: str,
    tree: Tree,
    report: Report,
    memo: Memo = ONCE,
    bodies: BodyMemo | None = None,
) -> PlannedAgency | None:
    """One agency read and assessed, its texts checked; nothing after an error."""
    folder = f"{CONTENT}/{slug}"
    own = Report()
    read = read_agency_folder(slug, folder, tree, site.setting.catalogues, own, memo)
    planned = None
    if read is not None and not own.failed:
        agency, years = read
        files = _agency_files(site, agency, years)
        # the report given to the pages is the caller's: a page is made after this function has returned
        pages = AgencyPages(site.setting, agency, years, report, bodies, files.offers)
        before = len(report.diagnostics)
        evidence: dict[str, FileRef] = {}
        read_document = partial(document_bytes, tree.assets)
        for content in years:
            used = pages.years[content.year].check_texts()
            evidence.update(published_evidence(content, used, pages.place, folder, tree.assets, own))
            assessment = pages.assessments[content.year]
            for one in assessment.observations:
                own.finding(one.matter.value, one.span, subject=one.subject, printed=one.printed, follows=one.follows)
            files.add(content, assessment, pages.years[content.year].way, read_document)
        if not any(d.severity == "error" for d in report.diagnostics[before:]):
            row = portal_row(agency, years, pages.assessments, pages.place)
            todo = partial(_todo, years, pages.assessments)
            planned = PlannedAgency(
                slug, pages.plan(), files.plan(), files.shared, evidence, row, years, todo, bool(files.entries)
            )
    report.extend(own.diagnostics)
    return planned


def outline_agency(site: Site, slug: str, tree: Tree, report: Report, memo: Memo = ONCE) -> Outline | None:
    """One agency read and assessed, its texts left alone; nothing after an error."""
    own = Report()
    read = read_agency_folder(slug, f"{CONTENT}/{slug}", tree, site.setting.catalogues, own, memo)
    report.extend(own.diagnostics)
    if read is None or own.failed:
        return None
    agency, years = read
    pages = AgencyPages(site.setting, agency, years, own)
    row = portal_row(agency, years, pages.assessments, pages.place)
    is_dated = bool(_agency_files(site, agency, years).entries)
    return Outline(row, tuple(content.year for content in years), is_dated)


def _agency_files(site: Site, agency: Agency, years: Sequence[AgencyYear]) -> AgencyFiles:
    place = AgencyPlace(agency.slug, is_portal=site.settings.is_portal)
    return AgencyFiles(agency, place, _choice(site), years, site.setting.theme.pages)


def _choice(site: Site) -> Choice:
    return Choice(site.setting.exports, site.setting.publication, site.setting.theme.strings["th"])


def make_agency(site: Site, slug: str, tree: Tree, report: Report) -> MadeAgency | None:
    """All files of one agency from its sources; nothing after an error."""
    planned = plan_agency(site, slug, tree, report)
    if planned is None:
        return None
    files: Files = {}
    failed = False
    for address, make in planned.pages.items():
        html = make()
        if html is None:
            failed = True
        else:
            files[address] = html.encode("utf-8")
    if failed:
        return None
    for address, write in planned.data.items():
        data = write()
        if data is None:
            report.error("OIT805", Span(f"{CONTENT}/{slug}"))
            return None
        files[address] = data
    files.update(planned.evidence)
    years = tuple(content.year for content in planned.years)
    return MadeAgency(slug, files, planned.row, years, len(planned.pages), planned.todo, planned.shared())


def _todo(years: Iterable[AgencyYear], assessments: Mapping[int, Assessment]) -> tuple[YearTodo, ...]:
    """What to do first, year by year."""
    return tuple(year_todo(content, assessments[content.year]) for content in years)


def make_site_files(
    site: Site,
    rows: Sequence[AgencyRow],
    years: Sequence[int],
    pages: Sequence[str],
    report: Report,
    shared: Sequence[Shared] = (),
) -> tuple[Files, int]:
    """The files that belong to no agency and how many of them are pages.

    ``years`` are the fiscal years that are published, ``pages`` the addresses of the agencies' pages, and
    ``shared`` what each agency tells of itself.
    """
    is_dated = any(one.get("entries") for one in shared)
    own = make_site_pages(site, rows, years, report, is_dated=is_dated)
    for address, make in plan_crosswalks(site, years, report, is_dated=is_dated).items():
        html = make()
        if html is not None:
            own[address] = html.encode("utf-8")
    exports = make_site_exports(site, [*pages, *own], lambda: shared)
    return {**own, **site_assets(site), **{address: write() for address, write in exports.items()}}, len(own)


def make_site_pages(
    site: Site, rows: Sequence[AgencyRow], years: Sequence[int], report: Report, *, is_dated: bool = False
) -> dict[str, bytes]:
    """The pages that belong to no agency, but for those that compare the lists of two years.

    ``is_dated`` is whether there is a feed for them to name.
    """
    used = [site.setting.catalogues[year] for year in sorted(set(years))]
    feed = addresses.FEED if is_dated else ""
    return {address: html.encode("utf-8") for address, html in site_pages(site.setting, rows, used, report, feed)}


def plan_crosswalks(site: Site, years: Sequence[int], report: Report, *, is_dated: bool = False) -> dict[str, Page]:
    """The pages that compare the lists of items of two years, each made when it is asked for."""
    if not years or not {"crosswalk", "crosswalks"}.intersection(site.setting.theme.pages):
        return {}
    from generator.rendering.crosswalk_pages import CrosswalkPages

    return CrosswalkPages(site.setting, years, report, addresses.FEED if is_dated else "").plan()


def site_assets(site: Site) -> dict[str, bytes]:
    """The theme's assets by their addresses."""
    return {f"assets/{name}": data for name, data in site.setting.theme.assets.items()}


def make_site_exports(site: Site, pages: Sequence[str], tell: Tell) -> dict[str, Callable[[], bytes]]:
    """The data about the whole site; ``pages`` are the addresses of all of its pages."""
    return site_files(_choice(site), is_portal=site.settings.is_portal, pages=pages, tell=tell)


def site_export_addresses(site: Site) -> tuple[str, ...]:
    """Where the data about the whole site is published."""
    return site_addresses(_choice(site), is_portal=site.settings.is_portal)
