"""The pipeline of one agency: read, model and assess, render, hand over for publishing.

The unit of work is the agency: its pages are a pure function of its own files and of what all
agencies share, so agencies are made one after another, or side by side, in constant memory.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from generator.address import unpublishable
from generator.building.agency_plan import AgencyPlan, Files, MadeAgency, Outline
from generator.building.evidence_files import document_bytes, published_evidence
from generator.building.manifests import EXPORT as MANIFEST
from generator.building.manifests import manifest_address
from generator.building.site import Site
from generator.diagnostics import Report, Span
from generator.exports.agency_files import AgencyFiles
from generator.exports.search_shard import agency_shards
from generator.exports.year_data import ExportChoice
from generator.language import MAIN_LANGUAGE
from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.evidence_review import review
from generator.oit.observation_report import report_observations
from generator.oit.shortcoming_report import report_shortcomings
from generator.oit.todo import YearTodo, year_todo
from generator.paths import address_in
from generator.project import CONTENT
from generator.reading.agency_folder import ONCE, Memo, read_agency_folder
from generator.reading.checksum import NO_CHECKSUMS, Checksums, with_checksums
from generator.reading.privacy_check import check_privacy
from generator.reading.snapshot import Tree
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.agency_context import AgencyContext, assessed
from generator.rendering.agency_pages import AgencyPages
from generator.rendering.bodies import BodyMemo
from generator.rendering.pages import AGENCY_KINDS
from generator.writing.bundle import FileRef


def plan_agency(
    site: Site,
    slug: str,
    tree: Tree,
    memo: Memo = ONCE,
    bodies: BodyMemo | None = None,
    known: Mapping[str, str] = NO_CHECKSUMS,
) -> tuple[AgencyPlan | None, Report]:
    """One agency read and assessed, its texts checked; nothing after an error.

    ``known`` are checksums of an earlier time. What is wrong with a page comes into the report when the page is made.
    """
    read, report = _read(site, slug, tree, memo)
    if read is None:
        return None, report
    agency, years = read
    folder = address_in(CONTENT, slug)
    check_privacy(folder, years, tree, report)
    checksums = Checksums(site.project.root, known)
    is_listed = MANIFEST in site.settings.exports
    years = tuple(
        with_checksums(content, tree.assets, checksums, report) if is_listed or content.freezes else content
        for content in years
    )
    files = _agency_files(site, agency, years)
    context = AgencyContext(site.setting, assessed(agency, years), report, files.offers, bodies)
    pages = AgencyPages(context, AGENCY_KINDS)
    evidence: dict[str, FileRef] = {}
    for content in years:
        used = pages.years[content.year].check_texts()
        evidence.update(published_evidence(content, used, pages.place, folder, tree.assets, report))
        if is_listed:
            for path in used & content.files.keys():
                checksums.of(tree.assets[content.files[path].source], report)
        assessment = context.assessments[content.year]
        report_observations(assessment.observations, report)
        report_shortcomings(review(content, assessment), report)
        files.add(content, assessment, pages.years[content.year].way, partial(document_bytes, tree.assets))
    if report.failed:
        return None, report
    made = pages.plan()
    shards = agency_shards(pages.place, years, context.assessments, made) if site.setting.site.search else ()
    for setting in site.foreign:
        from generator.rendering.english import english_pages

        made |= english_pages(setting, pages, report, bodies).plan()
    plan = AgencyPlan(
        outline=_outline(pages, files, years),
        pages=made,
        data=files.plan(),
        evidence=evidence,
        shards=shards,
        manifest=manifest_address(slug, is_portal=True) if is_listed and site.settings.is_portal else "",
        is_listed=is_listed,
        checksums=checksums.used,
        years=years,
        shared=files.shared,
        todo=partial(_todo, years, context.assessments),
    )
    refused = tuple(unpublishable(plan.addresses))
    for address in refused:
        report.error("OIT816", Span(folder), address=address)
    return (None if refused else plan), report


def outline_agency(site: Site, slug: str, tree: Tree, memo: Memo = ONCE) -> tuple[Outline | None, Report]:
    """One agency read and assessed, its texts left alone; nothing after an error."""
    read, report = _read(site, slug, tree, memo)
    if read is None:
        return None, report
    agency, years = read
    pages = AgencyPages(AgencyContext(site.setting, assessed(agency, years), report), AGENCY_KINDS)
    return _outline(pages, _agency_files(site, agency, years), years), report


def make_agency(
    site: Site, slug: str, tree: Tree, known: Mapping[str, str] = NO_CHECKSUMS
) -> tuple[tuple[MadeAgency, Files] | None, Report]:
    """All files of one agency from its sources; nothing after an error. ``known`` are checksums of an earlier time."""
    plan, report = plan_agency(site, slug, tree, known=known)
    if plan is None:
        return None, report
    made = MadeAgency(plan)
    files, missing = made.files()
    if missing in plan.data:
        report.error("OIT805", Span(address_in(CONTENT, slug)))
    return (None if missing else (made, files)), report


def choice_of(site: Site) -> ExportChoice:
    """The exports that the site has chosen."""
    return ExportChoice(site.setting.exports, site.setting.publication, site.setting.theme.strings[MAIN_LANGUAGE])


def _read(site: Site, slug: str, tree: Tree, memo: Memo) -> tuple[tuple[Agency, tuple[AgencyYear, ...]] | None, Report]:
    """The agency and its years; nothing after an error."""
    report = Report()
    read = read_agency_folder(slug, address_in(CONTENT, slug), tree, site.catalogues, report, memo)
    return (None if report.failed else read), report


def _agency_files(site: Site, agency: Agency, years: Sequence[AgencyYear]) -> AgencyFiles:
    place = AgencyAddresses(agency.slug, is_portal=site.settings.is_portal)
    return AgencyFiles(agency, place, choice_of(site), years, site.setting.theme.pages)


def _outline(pages: AgencyPages, files: AgencyFiles, years: Sequence[AgencyYear]) -> Outline:
    return Outline(pages.row(), tuple(content.year for content in years), bool(files.entries))


def _todo(years: Iterable[AgencyYear], assessments: Mapping[int, Assessment]) -> tuple[YearTodo, ...]:
    """What to do first, year by year."""
    return tuple(year_todo(content, assessments[content.year]) for content in years)
