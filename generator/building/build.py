"""``build`` and ``check``: make what has changed, then publish all of it at once or nothing.

An agency whose inputs have the digest they had when it was published is not read again, let alone
rendered; when that holds for all, nothing beyond hashing is done and nothing beyond it is loaded.
"""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.building.kept_site import SiteNote, reading_digest, site_digest, site_note
from generator.building.result import Outcome, outcome_of, packed, refused, unpacked
from generator.diagnostics import Report
from generator.digest import blake2b
from generator.paths import path_of
from generator.project import OWN_FOLDERS, Project
from generator.reading.inputs import Inputs, read_agency_tree, read_inputs
from generator.writing.publish import Publication, PublishError

if TYPE_CHECKING:
    from generator.building.agency import Files
    from generator.building.site import Site
    from generator.oit.todo import YearTodo
    from generator.writing.staging import Staged

__all__ = ["Outcome", "build", "check"]

Tell = Callable[[int, int], None]
"""Told how many agencies of how many are done."""

SITE_UNIT = ""


class _Unit(NamedTuple):
    """One agency after its turn. ``staged`` is nothing when it stays as it is or has failed."""

    slug: str
    note: dict[str, Any]
    staged: "Staged | None" = None
    pages: tuple[str, ...] = ()
    files: "Files | None" = None
    """The files of an agency that is the whole site: they are published together with the site's own."""
    todo: "tuple[YearTodo, ...]" = ()


def build(
    project: Project,
    *,
    jobs: int = 1,
    tell: Tell | None = None,
    durable: bool = False,
    strict: bool = False,
    today: str = "",
    todo: int = 0,
    archive: str = "",
) -> Outcome:
    """Publish the project's site; with ``strict`` a warning keeps it from being published as an error does.

    ``todo`` is the most agencies of which what to do first is told, of those that are made anew; ``archive`` the
    ZIP to write of what is published then. Exit codes follow from the outcome: blocked 3, failed 1, else 0.
    """
    return _build(project, jobs, tell, durable, strict, today, todo, archive)._replace(strict=strict)


def _build(
    project: Project, jobs: int, tell: Tell | None, durable: bool, strict: bool, today: str, todo: int, archive: str
) -> Outcome:
    started = time.perf_counter()
    report = Report()
    try:
        sources = [path_of(project.root, name) for name in OWN_FOLDERS]
        with Publication(
            project.target, protected=[project.root, *sources], sources=sources, durable=durable
        ) as publication:
            inputs = read_inputs(project, report, today)
            if inputs is None:
                return outcome_of(report, started)
            shared = reading_digest(inputs.digest, report)
            standing = _standing(publication, inputs, project, shared)
            if standing is not None:
                kept = Report(standing.diagnostics)
                done = outcome_of(kept, started, pages=standing.pages, agencies=len(standing.agencies))
            else:
                done = _publish(project, inputs, shared, publication, report, started, jobs, tell, strict, todo)
            if archive and not refused(done.diagnostics, strict=strict):
                from generator.building.archive import archived

                return archived(done, project.target, archive)  # here, while the lock is held
            return done
    except PublishError as error:
        from generator.building.refusal import report_refusal

        report_refusal(error, report)
        return outcome_of(report, started, blocked=True)


def check(
    project: Project,
    *,
    jobs: int = 1,
    tell: Tell | None = None,
    strict: bool = False,
    today: str = "",
    todo: int = 0,
) -> Outcome:
    """Do everything a build does, but write nothing."""
    return _check(project, jobs, tell, today, todo)._replace(strict=strict)


def _check(project: Project, jobs: int, tell: Tell | None, today: str, todo: int) -> Outcome:
    started = time.perf_counter()
    report = Report()
    inputs = read_inputs(project, report, today)
    if inputs is None:
        return outcome_of(report, started)
    from generator.building.site import make_site

    site = make_site(project, inputs, report)
    if site is None:
        return _without_site(project, inputs, report, started, jobs, tell)
    units = _run(_Work(project, site, inputs, None, todo), site.agencies, jobs, tell)
    for unit in units:
        report.extend(unpacked(unit.note))
    pages = sum(unit.note.get("pages", 0) for unit in units)
    if not report.failed:
        pages += _site_files(site, units, report)[1]
    return outcome_of(report, started, pages=pages, agencies=len(units), made=len(units))._replace(todo=_todo(units))


def _standing(publication: Publication, inputs: Inputs, project: Project, shared: bytes) -> SiteNote | None:
    """The note about the site when nothing has changed since the last publication; nothing when something may have."""
    record = None if publication.fresh else publication.published(SITE_UNIT)
    note = site_note(record) if record is not None else None
    if note is None or (note.is_portal and note.agencies != inputs.agencies):
        return None
    seen = []
    for slug in note.agencies:
        if slug not in inputs.agencies:
            return None
        report = Report()
        seen.append((slug, reading_digest(read_agency_tree(project, slug, report).digest, report)))
    if note.digest != site_digest(shared, seen):
        return None
    if note.is_portal and any(publication.published(slug) is None for slug in note.agencies):
        return None
    return note


class _Work:
    """What a worker needs to make an agency, and where it stages it; without a publication it only checks."""

    __slots__ = ("_wants_pages", "_wants_todo", "inputs", "project", "publication", "site")

    def __init__(
        self, project: Project, site: "Site", inputs: Inputs, publication: Publication | None, todo: int = 0
    ) -> None:
        self.project = project
        self.site = site
        self.inputs = inputs
        self.publication = publication
        self._wants_pages = "sitemap" in site.settings.exports
        self._wants_todo = len(site.agencies) <= todo

    def agency(self, slug: str) -> _Unit:
        """Make one agency, or find that it stands as it is."""
        from generator.building import kept_agency
        from generator.building.agency import make_agency

        report = Report()
        tree = read_agency_tree(self.project, slug, report)
        read = reading_digest(tree.digest, report)
        digest = blake2b(self.inputs.digest + read, digest_size=20).hexdigest()
        unit = slug if self.site.settings.is_portal else SITE_UNIT
        if self.publication is not None and unit and not self.publication.fresh and not report.failed:
            record = self.publication.published(unit)
            kept = kept_agency.note_in(record)
            if record is not None and kept is not None and kept["digest"] == digest:
                return _Unit(slug, kept, None, _html(record.addresses) if self._wants_pages else ())
        standing = self.publication.published(unit) if self.publication is not None else None
        made = make_agency(self.site, slug, tree, report, kept_agency.checksums_of(standing))
        note: dict[str, Any] = {"digest": digest, "read": read.hex(), "diagnostics": packed(report)}
        if made is None:
            return _Unit(slug, note)
        note |= kept_agency.note_of(made)
        pages = _html(made.files) if self._wants_pages else ()
        todo = made.todo() if self._wants_todo else ()
        if self.publication is None:
            return _Unit(slug, note, None, pages, None, todo)
        if not unit:
            return _Unit(slug, note, None, pages, made.files, todo)
        return _Unit(slug, note, self.publication.stage(unit, made.files, note), pages, None, todo)


def _publish(
    project: Project,
    inputs: Inputs,
    shared: bytes,
    publication: Publication,
    report: Report,
    started: float,
    jobs: int,
    tell: Tell | None,
    strict: bool,
    todo: int,
) -> Outcome:
    from generator.building.site import make_site

    site = make_site(project, inputs, report)
    if site is None:
        return _without_site(project, inputs, report, started, jobs, tell)
    units = _run(_Work(project, site, inputs, publication, todo), site.agencies, jobs, tell)
    for unit in units:
        report.extend(unpacked(unit.note))
    if refused(report.diagnostics, strict=strict):
        return outcome_of(report, started, agencies=len(units))
    files, own_pages = _site_files(site, units, report)
    if refused(report.diagnostics, strict=strict):
        return outcome_of(report, started, agencies=len(units))
    pages = own_pages + sum(unit.note["pages"] for unit in units)
    portal = site.settings.is_portal
    note: dict[str, Any] = {
        "digest": site_digest(shared, [(unit.slug, bytes.fromhex(unit.note["read"])) for unit in units]),
        "agencies": [unit.slug for unit in units],
        "portal": portal,
        "pages": pages,
        "diagnostics": packed(report),
        "checksums": {} if portal else units[0].note["checksums"],
    }
    staged = [unit.staged for unit in units if unit.staged is not None]
    made = len(staged) if portal else len(units)
    staged.append(publication.stage(SITE_UNIT, files, note))
    kept = [unit.slug for unit in units if unit.staged is None] if portal else []
    done = publication.commit(staged, kept)
    return outcome_of(report, started, pages=pages, agencies=len(units), made=made, written=done.written)._replace(
        todo=_todo(units)
    )


def _without_site(
    project: Project, inputs: Inputs, report: Report, started: float, jobs: int, tell: Tell | None
) -> Outcome:
    """What is wrong in the agencies too, when the settings or the theme of the site cannot be used."""
    from generator.building.site import make_stand_in

    site = make_stand_in(project, inputs)
    units = _run(_Work(project, site, inputs, None), site.agencies, jobs, tell) if site is not None else []
    for unit in units:
        report.extend(unpacked(unit.note))
    return outcome_of(report, started, agencies=len(units))


def _site_files(site: "Site", units: Sequence[_Unit], report: Report) -> tuple["Files", int]:
    """The files of the site's own unit with the number of its pages; with the agency's when it is the whole site."""
    from generator.building import kept_agency, whole_site
    from generator.building.manifests import EXPORT, site_manifest

    rows = [kept_agency.row_from_json(unit.note["row"]) for unit in units]
    years = [year for unit in units for year in unit.note["years"]]
    pages = [page for unit in units for page in unit.pages]
    shared = [unit.note.get("shared", {}) for unit in units]
    own, count = whole_site.make_site_files(site, rows, years, pages, report, shared)
    found = [(unit.slug, row.name, unit.note["search"]) for unit, row in zip(units, rows, strict=True)]
    files: Files = {}
    for unit in units:
        files.update(unit.files or {})
    files |= {**own, **whole_site.make_search_files(site, own, found)}
    if EXPORT in site.settings.exports:
        files |= site_manifest(files, [unit.note for unit in units], is_portal=site.settings.is_portal)
    return files, count


def _todo(units: Iterable[_Unit]) -> "tuple[YearTodo, ...]":
    return tuple(todo for unit in units for todo in unit.todo)


def _html(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(address for address in addresses if address.endswith(".html"))


def _run(work: _Work, slugs: Sequence[str], jobs: int, tell: Tell | None) -> list[_Unit]:
    """The agencies in order, made by as many processes as ``jobs`` says."""
    # almost nothing that is made here forms a cycle, and looking for cycles costs a tenth of the time
    gc.set_threshold(100_000, 20, 20)
    if jobs > 1 and len(slugs) > 1:
        from generator.building.parallel import run_in_parallel

        return run_in_parallel(work.agency, slugs, jobs, tell)
    units: list[_Unit] = []
    for done, slug in enumerate(slugs, 1):
        units.append(work.agency(slug))
        if tell is not None:
            tell(done, len(slugs))
    return units
