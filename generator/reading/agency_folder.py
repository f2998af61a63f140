"""The folder of one agency: its ``agency.yaml`` and one folder for each fiscal year."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from generator.diagnostics import Diagnostic, Report, Span
from generator.oit.agency import Agency, Contact
from generator.oit.agency_year import AgencyYear, EvidenceFile, Narrative
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import Disclosure
from generator.oit.freeze import Freeze
from generator.oit.link_visit import LinkVisit
from generator.oit.refused_paths import RefusedPaths
from generator.paths import address_in
from generator.reading.agency_file import read_agency
from generator.reading.catalogues import Catalogues
from generator.reading.dates import buddhist_year, year_in_name
from generator.reading.disclosure_check import Documents, check_disclosure
from generator.reading.disclosure_file import read_disclosure
from generator.reading.file_names import (
    AGENCY_FILE,
    FREEZES_FOLDER,
    LINKS_FILE,
    MEASURES_FILE,
    RESULTS_FILE,
    meant_by,
    same_name,
)
from generator.reading.links_file import read_links
from generator.reading.measures_file import read_measures
from generator.reading.misnamed import tell_misnamed, tell_misplaced
from generator.reading.narrative_file import NARRATIVE_KINDS, read_narrative
from generator.reading.near_dates import near_listed_year
from generator.reading.result_check import check_earlier, check_measures, check_results
from generator.reading.results_file import read_results
from generator.reading.snapshot import Tree
from generator.reading.spelling import in_folder, item_of

T = TypeVar("T")
_Key = tuple[str, bytes]
_Known = tuple[object, tuple[Diagnostic, ...]]
_YEAR_FILES = (RESULTS_FILE, MEASURES_FILE, LINKS_FILE, *(f"{kind}.md" for kind in NARRATIVE_KINDS))

_UNREAD = Agency(
    slug="",
    name="",
    name_en="",
    kind="",
    district="",
    province="",
    contact=Contact(),
    channels=(),
    note="",
    other_names=(),
    example=False,
)
"""Stands in for an agency whose own file has a mistake, so that the mistakes in its years are told as well."""


class Memo:
    """Cache of parsed files by path and bytes, so a preview parses only what changed."""

    __slots__ = ("_earlier", "_known")

    def __init__(self, earlier: "dict[_Key, _Known] | None" = None) -> None:
        self._earlier = earlier or {}
        self._known: dict[_Key, _Known] = {}

    def following(self) -> "Memo":
        """A memo for the next reading, which remembers this reading and nothing older."""
        return Memo(self._known)

    def read(self, path: str, data: bytes, report: Report, reader: Callable[[Report], T]) -> T:
        """What ``reader`` makes of the bytes; its diagnostics are reported again each time."""
        key = (path, data)
        known = self._known.get(key) or self._earlier.get(key)
        if known is None:
            own = Report()
            known = (reader(own), tuple(own.diagnostics))
        self._known[key] = known
        report.extend(known[1])
        return known[0]  # type: ignore[return-value]  # the same path and bytes are always read by the same reader


class _Once(Memo):
    """A cache that stores nothing: a build reads each file once."""

    __slots__ = ()

    def read(self, path: str, data: bytes, report: Report, reader: Callable[[Report], T]) -> T:
        return reader(report)


ONCE: Memo = _Once()


def read_agency_folder(
    slug: str,
    folder: str,
    tree: Tree,
    catalogues: Catalogues,
    report: Report,
    memo: Memo = ONCE,
) -> tuple[Agency, tuple[AgencyYear, ...]] | None:
    """The agency and its years, oldest first; nothing after a diagnostic about the agency itself.

    ``folder`` is the folder's path below the project, ``tree`` its files.
    """
    own = [below for below in (*tree.texts, *tree.assets) if "/" not in below]
    name = next((below for below in own if same_name(below, AGENCY_FILE)), "")
    tell_misnamed(own, [name], frozenset((AGENCY_FILE,)), tree.refused, folder, report)
    if not name:
        if not (tree.refused.holds(AGENCY_FILE) or any(meant_by(below, frozenset((AGENCY_FILE,))) for below in own)):
            report.error("OIT124", Span(folder), file=AGENCY_FILE)
        return None
    path = address_in(folder, name)
    data = tree.texts[name]
    agency = memo.read(path, data, report, lambda own: read_agency(data, path, slug, own))
    read = tuple(
        _read_year(agency or _UNREAD, folder, tree, catalogues[year], report, memo)
        for year in _years(tree, folder, catalogues, report)
    )
    for content in read:
        if content.results is not None:
            check_earlier(content.results, content.year, catalogues, report)
    return None if agency is None else (agency, read)


def _years(tree: Tree, folder: str, catalogues: Catalogues, report: Report) -> list[int]:
    """The fiscal years that have a folder and a list of items, in order; other folders are told of."""
    names = {below.partition("/")[0] for below in (*tree.texts, *tree.assets) if "/" in below}
    years: list[int] = []
    for name in sorted(names):
        number = buddhist_year(name) if name.isascii() else None
        if number is None:
            meant = str(year_in_name(name) or "")
            suggestion = meant if meant not in names else ""
            report.error("OIT125", Span(address_in(folder, name)), name=name, suggestion=suggestion)
        elif catalogues.is_spoiled(number):
            continue  # what is wrong with the catalogue has been told
        elif number not in catalogues:
            known = ", ".join(str(year) for year in sorted(catalogues))
            suggestion = near_listed_year(number, (one for one in catalogues if str(one) not in names))
            report.error("OIT314", Span(address_in(folder, name)), year=number, known=known, suggestion=suggestion)
        else:
            years.append(number)
    return years


def _read_year(agency: Agency, place: str, tree: Tree, catalogue: Catalogue, report: Report, memo: Memo) -> AgencyYear:
    """One year of an agency, that of the catalogue. ``place`` is the agency's folder."""
    year = catalogue.year
    name = str(year)
    folder = address_in(place, name)
    start = len(name) + 1
    texts = {below[start:]: data for below, data in tree.texts.items() if below.startswith(f"{name}/")}
    assets = {below[start:]: asset for below, asset in tree.assets.items() if below.startswith(f"{name}/")}
    files = {
        (path := in_folder(below)): EvidenceFile(
            path, asset.size, asset.digest, source=address_in(name, below), fault=asset.fault
        )
        for below, asset in assets.items()
    }
    refused = RefusedPaths(frozenset(map(in_folder, tree.refused.below(name).paths)))
    unfinished = frozenset(in_folder(one[start:]) for one in tree.unfinished if one.startswith(f"{name}/"))
    documents = Documents(files, refused, unfinished)
    disclosures: dict[str, Disclosure] = {}
    narratives: dict[str, Narrative] = {}
    freezes: list[Freeze] = []
    visits: Mapping[str, LinkVisit] | None = None
    results = measures = None
    read: list[str] = []
    for below, data in texts.items():
        path = address_in(folder, below)
        number, known = item_of(below), below.casefold()
        read.append(below)
        if number is not None:
            disclosure = memo.read(path, data, report, partial(read_disclosure, data, path, year=year))
            if disclosure is not None and check_disclosure(
                disclosure, number, catalogue, documents, disclosures, report
            ):
                disclosures[disclosure.item] = disclosure
        elif known.removesuffix(".md") in NARRATIVE_KINDS:
            kind = known.removesuffix(".md")
            narrative = memo.read(path, data, report, partial(read_narrative, data, path, kind, year=year))
            if narrative is not None:
                narratives[kind] = narrative
        elif known == RESULTS_FILE:
            results = memo.read(path, data, report, partial(read_results, data, path, year=year))
            if results is not None:
                check_results(results, catalogue, report)
        elif known == MEASURES_FILE:
            measures = memo.read(path, data, report, partial(read_measures, data, path, year))
            if measures is not None:
                check_measures(measures, catalogue, report)
        elif known == LINKS_FILE:
            visits = memo.read(path, data, report, partial(read_links, data, path, year))
        elif below.startswith(f"{FREEZES_FOLDER}/") and below.count("/") == 1:
            from generator.reading.freeze_file import read_freeze  # few years have any

            freeze = memo.read(path, data, report, partial(read_freeze, data, path, year))
            if freeze is not None:
                freezes.append(freeze)
        else:
            read.pop()
    used = {evidence.target for disclosure in disclosures.values() for evidence in disclosure.evidence}
    rest = [one for one in (*texts, *assets) if one not in used]
    names = frozenset((*_YEAR_FILES, *(f"{item.slug}.md" for item in catalogue.items)))
    tell_misnamed([one for one in rest if "/" not in one], read, names, refused, folder, report)
    tell_misplaced([one for one in rest if "/" in one and one not in read], folder, report)
    known_freezes = tuple(sorted(freezes, key=lambda freeze: freeze.day))
    return AgencyYear(
        agency=agency,
        year=year,
        catalogue=catalogue,
        disclosures=disclosures,
        results=results,
        measures=measures,
        narratives=narratives,
        files=files,
        freezes=known_freezes,
        refused=refused,
        unfinished=unfinished,
        visits=visits or {},
    )
