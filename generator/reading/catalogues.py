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

_YEAR = re.compile(rb"^year: *([0-9]{4}) *\r?$", re.MULTILINE)
ANY_YEAR = None
"""What is spoiled by a catalogue that does not say which year it is for."""


class Catalogues(Mapping[int, Catalogue]):
    """Catalogues by fiscal year.

    ``spoiled`` are the years whose own catalogue cannot be used, so that there is none to judge them by;
    with ``ANY_YEAR`` among them they are all years.
    """

    __slots__ = ("_read", "_sources", "_spoiled")

    def __init__(
        self,
        sources: Mapping[int, CatalogueSource],
        read: Mapping[int, Catalogue],
        spoiled: Iterable[int | None] = (),
    ) -> None:
        self._spoiled = frozenset(spoiled)
        self._sources = {year: source for year, source in sources.items() if not self.is_spoiled(year)}
        self._read = {year: catalogue for year, catalogue in read.items() if not self.is_spoiled(year)}

    def is_spoiled(self, year: int) -> bool:
        """Whether the catalogue that counts for a year cannot be used."""
        return year in self._spoiled or ANY_YEAR in self._spoiled

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
    spoiled: set[int | None] = set()
    for source in sources:
        year = _YEAR.search(source.data)
        if year is not None and source.shipped:
            shipped[int(year[1])] = source
            continue
        catalogue = read_catalogue(source.data, source.path, report)
        if catalogue is None:
            spoiled.add(ANY_YEAR if year is None else int(year[1]))
            continue
        if catalogue.year in own:
            report.error("OIT610", catalogue.span, year=catalogue.year, first=own[catalogue.year])
            spoiled.add(catalogue.year)
            continue
        own[catalogue.year] = source.path
        read[catalogue.year] = catalogue
    return Catalogues(shipped, read, spoiled)
