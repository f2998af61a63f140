"""All catalogues of a project: the shipped ones, each replaced by the project's own of the same year."""

from collections.abc import Iterable, Mapping

from generator.diagnostics import Report, Span
from generator.oit.catalogue import Catalogue
from generator.reading.catalogue_file import read_catalogue
from generator.reading.inputs import CatalogueSource


def read_catalogues(sources: Iterable[CatalogueSource], report: Report) -> Mapping[int, Catalogue]:
    """The catalogues by fiscal year. Two of the project's own for one year are refused."""
    found: dict[int, Catalogue] = {}
    own: dict[int, str] = {}
    for source in sources:
        catalogue = read_catalogue(source.data, source.path, report)
        if catalogue is None:
            continue
        if not source.shipped and catalogue.year in own:
            report.error("OIT610", Span(source.path, 1, 1, 2), year=catalogue.year, first=own[catalogue.year])
            continue
        if not source.shipped:
            own[catalogue.year] = source.path
        found[catalogue.year] = catalogue
    return found
