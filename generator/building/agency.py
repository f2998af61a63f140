"""The one composition of the stages: read, model and assess, render, and hand over what is to be published.

The unit of work is the agency: its pages are a pure function of its own files and of what all
agencies share, so agencies are made one after another, or side by side, in constant memory.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.address import unpublishable
from generator.building.evidence_files import document_bytes, published_evidence
from generator.building.manifests import EXPORT as MANIFEST
from generator.building.manifests import part_manifest, prefix_of
from generator.building.site import Site
from generator.diagnostics import Report, Span
from generator.exports.agency_files import AgencyFiles, Shared
from generator.exports.manifest import Listed
from generator.exports.search_shard import SearchShard, agency_shards
from generator.exports.year_files import ExportChoice, Make
from generator.language import MAIN_LANGUAGE
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.observation_report import report_observations
from generator.oit.todo import YearTodo, year_todo
from generator.project import CONTENT
from generator.reading.agency_folder import ONCE, Memo, read_agency_folder
from generator.reading.checksum import NO_CHECKSUMS, Checksums, with_checksums
from generator.reading.snapshot import Tree
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.agency_pages import AgencyPages
from generator.rendering.bodies import BodyMemo
from generator.rendering.views import AgencyRow
from generator.rendering.year_pages import Page
from generator.writing.bundle import FileRef

Files = dict[str, bytes | FileRef]


class MadeAgency(NamedTuple):
    """The files of one agency by address, and what the rest of the site shows of it.

    ``shards`` are its files of the search, each as what the site's own index keeps of it; ``checksums`` the
    SHA-256 of its evidence by digest; ``manifest`` is its manifest, where it has one of its own.
    """

    slug: str
    files: Files
    row: AgencyRow
    years: tuple[int, ...]
    pages: int
    todo: Callable[[], tuple[YearTodo, ...]]
    shared: Shared
    shards: tuple[tuple[str, str, str], ...]
    checksums: Mapping[str, str]
    manifest: Listed | None


class Outline(NamedTuple):
    """What the rest of the site shows of one agency; ``is_dated`` when a feed has something to tell of it."""

    row: AgencyRow
    years: tuple[int, ...]
    is_dated: bool


class PlannedAgency(NamedTuple):
    """One agency that was read and assessed: its pages, data and search, each made when asked for, and its evidence."""

    slug: str
    pages: dict[str, Page]
    data: dict[str, Make]
    shared: Callable[[], Shared]
    evidence: dict[str, FileRef]
    row: AgencyRow
    years: tuple[AgencyYear, ...]
    todo: Callable[[], tuple[YearTodo, ...]]
    is_dated: bool
    shards: tuple[SearchShard, ...]
    checksums: Mapping[str, str]

    @property
    def addresses(self) -> list[str]:
        """Of all its files but its manifest."""
        return [*self.pages, *self.data, *self.evidence, *(shard.address for shard in self.shards)]


def plan_agency(
    site: Site,
    slug: str,
    tree: Tree,
    report: Report,
    memo: Memo = ONCE,
    bodies: BodyMemo | None = None,
    known: Mapping[str, str] = NO_CHECKSUMS,
) -> PlannedAgency | None:
    """One agency read and assessed, its texts checked; nothing after an error.

    ``known`` are checksums of an earlier time.
    """
    folder = f"{CONTENT}/{slug}"
    own = Report()
    read = read_agency_folder(slug, folder, tree, site.catalogues, own, memo)
    planned = None
    if read is not None and not own.failed:
        agency, years = read
        checksums = Checksums(site.project.root, known)
        wanted = MANIFEST in site.settings.exports
        years = tuple(
            with_checksums(content, tree.assets, checksums, own) if wanted or content.freezes else content
            for content in years
        )
        files = _agency_files(site, agency, years)
        # the report given to the pages is the caller's: a page is made after this function has returned
        pages = AgencyPages(site.setting, agency, years, report, bodies, files.offers)
        before = len(report.diagnostics)
        evidence: dict[str, FileRef] = {}
        read_document = partial(document_bytes, tree.assets)
        for content in years:
            used = pages.years[content.year].check_texts()
            evidence.update(published_evidence(content, used, pages.place, folder, tree.assets, own))
            if wanted:
                for path in used & content.files.keys():
                    checksums.of(tree.assets[content.files[path].source], own)
            assessment = pages.assessments[content.year]
            report_observations(assessment.observations, own)
            files.add(content, assessment, pages.years[content.year].way, read_document)
        if not any(d.severity == "error" for d in (*own.diagnostics, *report.diagnostics[before:])):
            made = pages.plan()
            shards = agency_shards(pages.place, years, pages.assessments, made) if site.setting.site.search else ()
            for setting in site.foreign:
                from generator.rendering.english import english_pages

                made |= english_pages(setting, pages, report, bodies).plan()
            todo = partial(_todo, years, pages.assessments)
            dated, sums = bool(files.entries), checksums.used
            planned = PlannedAgency(
                slug, made, files.plan(), files.shared, evidence, pages.row(), years, todo, dated, shards, sums
            )
            for address in unpublishable(planned.addresses):
                own.error("OIT816", Span(folder), address=address)
                planned = None
    report.extend(own.diagnostics)
    return planned


def outline_agency(site: Site, slug: str, tree: Tree, report: Report, memo: Memo = ONCE) -> Outline | None:
    """One agency read and assessed, its texts left alone; nothing after an error."""
    own = Report()
    read = read_agency_folder(slug, f"{CONTENT}/{slug}", tree, site.catalogues, own, memo)
    report.extend(own.diagnostics)
    if read is None or own.failed:
        return None
    agency, years = read
    pages = AgencyPages(site.setting, agency, years, own)
    is_dated = bool(_agency_files(site, agency, years).entries)
    return Outline(pages.row(), tuple(content.year for content in years), is_dated)


def _agency_files(site: Site, agency: Agency, years: Sequence[AgencyYear]) -> AgencyFiles:
    place = AgencyAddresses(agency.slug, is_portal=site.settings.is_portal)
    return AgencyFiles(agency, place, choice_of(site), years, site.setting.theme.pages)


def choice_of(site: Site) -> ExportChoice:
    """What the site wants to be written beside its pages."""
    return ExportChoice(site.setting.exports, site.setting.publication, site.setting.theme.strings[MAIN_LANGUAGE])


def make_agency(
    site: Site, slug: str, tree: Tree, report: Report, known: Mapping[str, str] = NO_CHECKSUMS
) -> MadeAgency | None:
    """All files of one agency from its sources; nothing after an error. ``known`` are checksums of an earlier time."""
    planned = plan_agency(site, slug, tree, report, known=known)
    if planned is None:
        return None
    files: Files = {}
    html: dict[str, str] = {}
    for address, make in planned.pages.items():
        made = make()
        if made is not None:
            html[address] = made
            files[address] = made.encode("utf-8")
    if len(html) < len(planned.pages):
        return None
    for address, write in planned.data.items():
        data = write()
        if data is None:
            report.error("OIT805", Span(f"{CONTENT}/{slug}"))
            return None
        files[address] = data
    files.update(planned.evidence)
    shards: tuple[tuple[str, str, str], ...] = ()
    if planned.shards:
        from generator.exports.search_index import fill  # loaded only where there is a search

        filled = [fill(shard, html.__getitem__) for shard in planned.shards]
        files.update((shard.address, shard.data) for shard in filled)
        shards = tuple(shard.note for shard in filled)
    manifest = None
    if MANIFEST in site.settings.exports and site.settings.is_portal:
        manifest, text = part_manifest(prefix_of(slug, is_portal=True), files, planned.checksums)
        files[manifest.path] = text
    years, sums, shared = tuple(content.year for content in planned.years), planned.checksums, planned.shared()
    return MadeAgency(slug, files, planned.row, years, len(html), planned.todo, shared, shards, sums, manifest)


def _todo(years: Iterable[AgencyYear], assessments: Mapping[int, Assessment]) -> tuple[YearTodo, ...]:
    """What to do first, year by year."""
    return tuple(year_todo(content, assessments[content.year]) for content in years)
