"""``build``: make what has changed, then publish all of it at once or nothing.

An agency whose inputs have the digest they had when it was published is not read again, let alone
rendered; when that holds for all, nothing beyond hashing is done and nothing beyond it is loaded.
"""

import time

from generator.building.kept_site import SITE_UNIT, KeptSite, decoded, encoded, reading_digest, site_digest
from generator.building.result import DEFAULTS, BuildOptions, Outcome, outcome_of, refused
from generator.diagnostics import Report
from generator.paths import path_of
from generator.project import OWN_FOLDERS, Project
from generator.reading.inputs import Inputs, read_agency_tree, read_inputs
from generator.writing.publish import Publication, PublishError


def build(project: Project, options: BuildOptions = DEFAULTS) -> Outcome:
    """Publish the project's site."""
    started = time.perf_counter()
    report = Report()
    sources = [path_of(project.root, name) for name in OWN_FOLDERS]
    publication = Publication(
        project.target, protected=[project.root, *sources], sources=sources, durable=options.durable
    )
    try:
        with publication:
            done = _build(project, options, publication, report)
            if options.archive and not refused(done.diagnostics, strict=options.strict):
                from generator.building.archive import archived

                done = archived(done, project.target, options.archive)  # here, while the lock is held
    except PublishError as error:
        from generator.building.refusal import report_refusal

        report_refusal(error, report)
        done = outcome_of(report, blocked=True)
    return done._replace(strict=options.strict, seconds=time.perf_counter() - started)


def _build(project: Project, options: BuildOptions, publication: Publication, report: Report) -> Outcome:
    inputs = read_inputs(project, report, options.today)
    if inputs is None:
        return outcome_of(report)
    shared = reading_digest(inputs.digest, report)
    standing = _standing(publication, inputs, project, shared)
    if standing is not None:
        return outcome_of(Report(standing.diagnostics), pages=standing.pages, agencies=len(standing.agencies))
    from generator.building.making import make_all  # loads whatever makes pages

    made = make_all(project, inputs, options, report, publication)
    agencies, kept = len(made.units), [unit.kept for unit in made.units if unit.kept is not None]
    if made.site is None or made.own is None or refused(report.diagnostics, strict=options.strict):
        return outcome_of(report, agencies=agencies)
    portal = made.site.settings.is_portal
    site = KeptSite(
        site_digest(shared, [(unit.slug, one.read) for unit, one in zip(made.units, kept, strict=True)]),
        tuple(unit.slug for unit in made.units),
        portal,
        made.pages,
        tuple(report.sorted()),
        {} if portal else kept[0].checksums,
    )
    staged = [unit.staged for unit in made.units if unit.staged is not None]
    stay = [unit.slug for unit in made.units if unit.staged is None] if portal else []
    done = publication.commit([*staged, publication.stage(SITE_UNIT, made.own, encoded(site))], stay)
    anew = len(staged) if portal else agencies
    outcome = outcome_of(report, pages=made.pages, agencies=agencies, made=anew, written=done.written)
    return outcome._replace(todo=made.todo)


def _standing(publication: Publication, inputs: Inputs, project: Project, shared: bytes) -> KeptSite | None:
    """What is kept of the site when nothing has changed since it was published; nothing when something may have."""
    record = None if publication.fresh else publication.published(SITE_UNIT)
    kept = decoded(record) if record is not None else None
    if kept is None or (kept.is_portal and kept.agencies != inputs.agencies):
        return None
    seen = []
    for slug in kept.agencies:
        if slug not in inputs.agencies:
            return None
        report = Report()
        seen.append((slug, reading_digest(read_agency_tree(project, slug, report).digest, report)))
    if kept.digest != site_digest(shared, seen):
        return None
    if kept.is_portal and any(publication.published(slug) is None for slug in kept.agencies):
        return None
    return kept
