"""All catalogues of a project: the shipped ones, each replaced by the project's own of the same year.

A shipped catalogue is read when its year is asked for: it is known to hold together, and most sites
need one or two of them. A project's own are read at once, so that what is wrong in them is told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Report
from generator.oit.catalogue import Catalogue
from generator.reading.catalogue_file import read_catalogue
from generator.reading.inputs import CatalogueSource

_YEAR = re.compile(rb"^year: *([0-9]{4}) *$", re.MULTILINE)


class Catalogues(Mapping[int, Catalogue]):
    """Catalogues by fiscal year."""

    __slots__ = ("_read", "_sources")

    def __init__(self, sources: Mapping[int, CatalogueSource], read: Mapping[int, Catalogue]) -> None:
        self._sources = dict(sources)
        self._read = dict(read)

    def __getitem__(self, year: int) -> Catalogue:
        known = self._read.get(year)
        if known is None:
            source = self._sources[year]
            report = Report()
            known = read_catalogue(source.data, source.path, report)
            if known is None:
                raise ValueError(f"{source.path}: {report.diagnostics}")
            self._read[year] = known
        return known

    def __iter__(self) -> Iterator[int]:
        return iter(sorted({*self._sources, *self._read}))

    def __len__(self) -> int:
        return len({*self._sources, *self._read})

    def __contains__(self, year: object) -> bool:
        return year in self._sources or year in self._read


def read_catalogues(sources: Iterable[CatalogueSource], report: Report) -> Catalogues:
    """The catalogues by fiscal year. Two of the project's own for one year are refused."""
    shipped: dict[int, CatalogueSource] = {}
    read: dict[int, Catalogue] = {}
    own: dict[int, str] = {}
    for source in sources:
        year = _YEAR.search(source.data) if source.shipped else None
        if year is not None:
            shipped[int(year[1])] = source
            continue
        catalogue = read_catalogue(source.data, source.path, report)
        if catalogue is None:
            continue
        if catalogue.year in own:
            report.error("OIT610", catalogue.span, year=catalogue.year, first=own[catalogue.year])
            continue
        own[catalogue.year] = source.path
        read[catalogue.year] = catalogue
    return Catalogues(shipped, read)
