"""``freeze``: record what is published for a fiscal year, without overwriting an earlier record."""

import datetime
import os

from generator.building.agency import plan_agency
from generator.building.site import make_site
from generator.diagnostics import Report, megabytes
from generator.freezing.freeze_text import freeze_text
from generator.messages.ended import Ended
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import assess
from generator.oit.changes import items_now
from generator.oit.freeze import Freeze, ends_of_answering
from generator.oit.period import fiscal_year
from generator.paths import address_in
from generator.project import CONTENT, Project
from generator.reading.checksum import Checksums, with_checksums
from generator.reading.file_names import FREEZES_FOLDER
from generator.reading.freeze_file import day_text, file_name
from generator.reading.inputs import read_agency_tree, read_inputs
from generator.reading.snapshot import MAX_TEXT
from generator.writing.placing import place_file


def freeze(
    project: Project, folder: str, slug: str, year: str, day: datetime.date | None, today: datetime.date
) -> Ended:
    """Freeze a year of an agency as of a day; without one, the last day of answering in the year's calendar.

    A day after ``today`` is refused, and so is one before the fiscal year begins: of neither could
    anybody say what was published for the year.
    """
    found = _read(project, folder, slug, year)
    if isinstance(found, Ended):
        return found
    catalogue = found.catalogue
    if day is None:
        known = ends_of_answering(catalogue)
        if len(known) != 1:
            return Ended("usage", "freeze_needs_date", {"year": year})
        day = known[0]
    first = fiscal_year(found.year).start
    if day > today:
        return Ended("usage", "freeze_in_future", {"day": day_text(day), "today": day_text(today)})
    if day < first:
        return Ended("usage", "freeze_too_early", {"day": day_text(day), "year": year, "first": day_text(first)})
    frozen = Freeze(day, found.year, items_now(found, assess(found)))
    place = address_in(CONTENT, slug, str(found.year), FREEZES_FOLDER, file_name(day))
    text = freeze_text(frozen)
    if len(text) > MAX_TEXT:
        return Ended("blocked", "freeze_too_large", {"size": megabytes(len(text)), "limit": megabytes(MAX_TEXT)})
    try:
        place_file(project.root, place, text)
    except FileExistsError:
        return Ended("usage", "freeze_exists", {"place": place})
    except OSError as error:
        return Ended("blocked", "cannot_write", {"folder": os.path.dirname(place), "reason": error})
    told = {"agency": found.agency.name, "year": found.year, "day": day_text(day)}
    return Ended("done", "frozen", {**told, "items": len(frozen.items), "place": place})


def _read(project: Project, folder: str, slug: str, year: str) -> AgencyYear | Ended:
    """The year as a build would publish it now, with the SHA-256 of its evidence."""
    report = Report()
    inputs = read_inputs(project, report)
    site = make_site(project, inputs, report) if inputs is not None else None
    wrong = Ended("failed", "content_has_errors", {"folder": folder})
    if site is None or report.failed:
        return wrong
    if slug not in site.agencies:
        return Ended("usage", "no_agency", {"slug": slug, "slugs": ", ".join(site.agencies)})
    reading = Report()
    tree = read_agency_tree(project, slug, reading)
    planned, told = plan_agency(site, slug, tree)
    if planned is None or told.failed or reading.failed:
        return wrong
    found = next((content for content in planned.years if str(content.year) == year), None)
    if found is None:
        known = ", ".join(str(content.year) for content in planned.years)
        return Ended("usage", "no_year", {"slug": slug, "year": year, "known": known})
    summing = Report()
    content = with_checksums(found, tree.assets, Checksums(project.root, planned.checksums), summing)
    return wrong if summing.failed else content
