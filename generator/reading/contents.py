"""The content of every agency of a site, for what looks at it beside the making of pages."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.paths import address_in
from generator.project import CONTENT, SITE_FILE, Project
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import read_agency_tree, read_inputs
from generator.reading.site_file import DEFAULTS, read_site
from generator.reading.snapshot import Tree


class AgencyContent(NamedTuple):
    """The years of one agency; ``folder`` is its path below the project, ``tree`` its files."""

    folder: str
    years: tuple[AgencyYear, ...]
    tree: Tree


def contents(project: Project) -> Iterator[AgencyContent]:
    """The agencies that the site shows, in order. What cannot be read is left out: a check tells of it."""
    report = Report()
    inputs = read_inputs(project, report)
    if inputs is None:
        return
    chosen = (read_site(inputs.site, SITE_FILE, report) or DEFAULTS).agency.text
    catalogues = read_catalogues(inputs.catalogues, report)
    for slug in inputs.agencies:
        if chosen in (DEFAULTS.agency.text, slug):
            folder = address_in(CONTENT, slug)
            tree = read_agency_tree(project, slug, report)
            read = read_agency_folder(slug, folder, tree, catalogues, report)
            if read is not None:
                yield AgencyContent(folder, read[1], tree)
