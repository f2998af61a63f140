"""The one composition of the stages: read, model and assess, render, and hand over what is to be published.

The unit of work is the agency: its pages are a pure function of its own files and of what all
agencies share, so agencies are made one after another, or side by side, in constant memory.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any, NamedTuple

from generator import __version__
from generator.diagnostics import Report, Span, closest
from generator.exports.data import data_json
from generator.exports.sitemap import robots, sitemap
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
from generator.reading.snapshot import Asset, Tree
from generator.rendering import addresses
from generator.rendering.addresses import AgencyPlace
from generator.rendering.agency_pages import AgencyPages
from generator.rendering.bodies import BodyMemo
from generator.rendering.crosswalk_pages import plan_crosswalks
from generator.rendering.setting import Setting
from generator.rendering.site_pages import site_pages
from generator.rendering.templates import Templates
from generator.rendering.theme import assemble, read_sources
from generator.rendering.views import AgencyRow, BarriersView, SiteView, StateCount, YearLink
from generator.rendering.year_pages import Page
from generator.writing.bundle import FileRef

Files = dict[str, bytes | FileRef]
SITEMAP, ROBOTS = "sitemap", "robots"
_SITE_EXPORTS = {SITEMAP: "sitemap.xml", ROBOTS: "robots.txt"}


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


class Outline(NamedTuple):
    """What the rest of the site shows of one agency."""

    row: AgencyRow
    years: tuple[int, ...]


class PlannedAgency(NamedTuple):
    """One agency that was read and assessed: its pages and data, each made when asked for, and its evidence."""

    slug: str
    pages: dict[str, Page]
    data: dict[str, Callable[[], bytes]]
    evidence: dict[str, FileRef]
    row: AgencyRow
    years: tuple[AgencyYear, ...]
    todo: Callable[[], tuple[YearTodo, ...]]


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
        accessibility=addresses.ACCESSIBILITY if "accessibility" in theme.pages else "",
    )
    today = datetime.date.fromisoformat(inputs.today) if inputs.today else None
    with_data, accessibility = "data" in settings.exports, settings.accessibility
    setting = Setting(site, settings.address, theme, templates, catalogues, with_data, today, accessibility)
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
        # the report given to the pages is the caller's: a page is made after this function has returned
        pages = AgencyPages(site.setting, agency, years, report, bodies)
        before = len(report.diagnostics)
        data: dict[str, Callable[[], bytes]] = {}
        evidence: dict[str, FileRef] = {}
        for content in years:
            used = pages.years[content.year].check_texts()
            evidence.update(_evidence(content, used, pages.place, folder, tree.assets, own))
            assessment = pages.assessments[content.year]
            for one in assessment.observations:
                own.finding(one.matter.value, one.span, subject=one.subject, printed=one.printed, follows=one.follows)
            if site.setting.with_data:
                data[pages.place.data(content.year)] = partial(data_json, content, assessment, pages.place)
        if not any(d.severity == "error" for d in report.diagnostics[before:]):
            todo = partial(_todo, years, pages.assessments)
            planned = PlannedAgency(slug, pages.plan(), data, evidence, pages.row(), years, todo)
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
    return Outline(pages.row(), tuple(content.year for content in years))


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
        files[address] = write()
    files.update(planned.evidence)
    return MadeAgency(
        slug,
        files,
        planned.row,
        tuple(content.year for content in planned.years),
        len(planned.pages),
        planned.todo,
    )


def _todo(years: Iterable[AgencyYear], assessments: Mapping[int, Assessment]) -> tuple[YearTodo, ...]:
    """What to do first, year by year."""
    return tuple(year_todo(content, assessments[content.year]) for content in years)


def _evidence(
    content: AgencyYear, used: Set[str], place: AgencyPlace, folder: str, assets: Mapping[str, Asset], report: Report
) -> Iterator[tuple[str, FileRef]]:
    """The evidence files that pages refer to; the others stay unpublished, with a warning."""
    published: dict[str, str] = {}
    for path in content.files:
        asset = assets[f"{content.year}/{path}"]
        if path in used:
            address = place.evidence(content.year, path)
            if address in published:
                report.error("OIT106", Span(f"{folder}/{content.year}/{path}"), name=path, other=published[address])
            published[address] = path
            yield address, FileRef(asset.path, asset.size, asset.digest)
        elif path.startswith("files/"):
            report.warning("OIT313", Span(f"{folder}/{content.year}/{path}"))


def make_site_files(
    site: Site, rows: Sequence[AgencyRow], years: Sequence[int], pages: Sequence[str], report: Report
) -> tuple[Files, int]:
    """The files that belong to no agency and how many of them are pages.

    ``years`` are the fiscal years that are published, ``pages`` the addresses of the agencies' pages.
    """
    own = make_site_pages(site, rows, years, report)
    for address, make in plan_crosswalks(site.setting, years, report).items():
        html = make()
        if html is not None:
            own[address] = html.encode("utf-8")
    return {**own, **site_assets(site), **make_site_exports(site, [*pages, *own])}, len(own)


def make_site_pages(site: Site, rows: Sequence[AgencyRow], years: Sequence[int], report: Report) -> dict[str, bytes]:
    """The pages that belong to no agency, but for those that compare the lists of two years."""
    used = [site.setting.catalogues[year] for year in sorted(set(years))]
    return {address: html.encode("utf-8") for address, html in site_pages(site.setting, rows, used, report)}


def site_assets(site: Site) -> dict[str, bytes]:
    """The theme's assets by their addresses."""
    return {f"assets/{name}": data for name, data in site.setting.theme.assets.items()}


def make_site_exports(site: Site, pages: Sequence[str]) -> dict[str, bytes]:
    """The data about the whole site; ``pages`` are the addresses of all of its pages."""
    exports, address = site.settings.exports, site.settings.address
    files: dict[str, bytes] = {}
    if SITEMAP in exports:
        files[_SITE_EXPORTS[SITEMAP]] = sitemap([page for page in pages if page != addresses.NOT_FOUND], address)
    if ROBOTS in exports:
        files[_SITE_EXPORTS[ROBOTS]] = robots(address, has_sitemap=SITEMAP in exports)
    return files


def site_export_addresses(site: Site) -> tuple[str, ...]:
    """Where the data about the whole site is published."""
    return tuple(address for name, address in _SITE_EXPORTS.items() if name in site.settings.exports)


def row_to_json(row: AgencyRow) -> dict[str, Any]:
    """A portal's row as plain data, to be kept beside what was published."""
    return row._asdict() | {
        "years": [year._asdict() for year in row.years],
        "states": [state._asdict() for state in row.states],
        "barriers": row.barriers._asdict(),
    }


def row_from_json(data: Mapping[str, Any]) -> AgencyRow:
    """The row that ``row_to_json`` wrote."""
    fields = dict(data)
    fields["years"] = tuple(YearLink(**year) for year in fields["years"])
    fields["states"] = tuple(StateCount(**state) for state in fields["states"])
    barriers = dict(fields["barriers"])
    barriers["formats"] = tuple((name, count) for name, count in barriers["formats"])
    fields["barriers"] = BarriersView(**barriers)
    return AgencyRow(**fields)
