"""The folder of one agency: its ``agency.yaml`` and one folder for each fiscal year."""

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from generator.diagnostics import Diagnostic, Report, Span, closest
from generator.oit.agency import Agency, Contact
from generator.oit.agency_year import AgencyYear, EvidenceFile, Narrative
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import Disclosure
from generator.oit.freeze import Freeze
from generator.reading.agency_file import read_agency
from generator.reading.catalogues import Catalogues
from generator.reading.dates import buddhist_year
from generator.reading.disclosure_check import check_disclosure
from generator.reading.disclosure_file import read_disclosure
from generator.reading.measures_file import read_measures
from generator.reading.narrative_file import NARRATIVE_KINDS, read_narrative
from generator.reading.result_check import check_earlier, check_measures, check_results
from generator.reading.results_file import read_results
from generator.reading.snapshot import Tree

T = TypeVar("T")
_Key = tuple[str, bytes]
_Known = tuple[object, tuple[Diagnostic, ...]]
FILES_FOLDER = "files"
FREEZES_FOLDER = "freezes"
_DISCLOSURE_NAME = re.compile(r"o([0-9]{1,3})\.md")
_YEAR_FILES = ("results.yaml", "measures.yaml", *(f"{kind}.md" for kind in NARRATIVE_KINDS))

_UNREAD = Agency("", "", "", "", "", "", Contact(), (), "", (), False)
"""Stands in for an agency whose own file has a mistake, so that the mistakes in its years are told as well."""


class Memo:
    """What was read before, by the path and bytes it was read from, so that a preview reads only what changed."""

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
    """Remembers nothing: a build reads each file once."""

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
    if "agency.yaml" not in tree.texts:
        report.error("OIT124", Span(folder), file="agency.yaml")
        return None
    path = f"{folder}/agency.yaml"
    data = tree.texts["agency.yaml"]
    agency = memo.read(path, data, report, lambda own: read_agency(data, path, slug, own))
    years: dict[str, int] = {}
    for name in sorted({below.partition("/")[0] for below in (*tree.texts, *tree.assets) if "/" in below}):
        number = buddhist_year(name) if name.isascii() else None
        if number is None:
            report.error("OIT125", Span(f"{folder}/{name}"), name=name)
        elif catalogues.is_spoiled(number):
            continue  # what is wrong with the catalogue has been told
        elif number not in catalogues:
            known = ", ".join(str(year) for year in sorted(catalogues))
            report.error("OIT314", Span(f"{folder}/{name}"), year=number, known=known)
        else:
            years[name] = number
    for below in (*tree.texts, *tree.assets):
        if "/" not in below and below != "agency.yaml":
            report.warning("OIT107", Span(f"{folder}/{below}"), suggestion=closest(below, ["agency.yaml"]))
    read = tuple(
        _read_year(agency or _UNREAD, f"{folder}/{name}", name, tree, catalogues[number], report, memo)
        for name, number in years.items()
    )
    for content in read:
        if content.results is not None:
            check_earlier(content.results, content.year, catalogues, report)
    return None if agency is None else (agency, read)


def _read_year(
    agency: Agency, folder: str, name: str, tree: Tree, catalogue: Catalogue, report: Report, memo: Memo
) -> AgencyYear:
    year = catalogue.year
    start = len(name) + 1
    texts = {below[start:]: data for below, data in tree.texts.items() if below.startswith(f"{name}/")}
    assets = {below[start:]: asset for below, asset in tree.assets.items() if below.startswith(f"{name}/")}
    files = {below: EvidenceFile(below, asset.size, asset.digest) for below, asset in assets.items()}
    disclosures: dict[str, Disclosure] = {}
    narratives: dict[str, Narrative] = {}
    freezes: list[Freeze] = []
    for below, data in texts.items():
        path = f"{folder}/{below}"
        match = _DISCLOSURE_NAME.fullmatch(below)
        if match is not None:
            disclosure = memo.read(path, data, report, partial(read_disclosure, data, path, year=year))
            if disclosure is not None:
                number = f"O{int(match[1])}"
                if check_disclosure(disclosure, number, catalogue, files, disclosures, report):
                    disclosures[disclosure.item] = disclosure
        elif below.removesuffix(".md") in NARRATIVE_KINDS:
            kind = below.removesuffix(".md")
            narrative = memo.read(path, data, report, partial(read_narrative, data, path, kind, year=year))
            if narrative is not None:
                narratives[kind] = narrative
        elif below.startswith(f"{FREEZES_FOLDER}/") and below.count("/") == 1:
            from generator.reading.freeze_file import read_freeze  # few years have any

            freeze = memo.read(path, data, report, lambda own, d=data, p=path: read_freeze(d, p, catalogue.year, own))  # type: ignore[misc]
            if freeze is not None:
                freezes.append(freeze)
        elif below not in _YEAR_FILES:
            names = [*_YEAR_FILES, *(f"{item.slug}.md" for item in catalogue.items)]
            report.warning("OIT107", Span(path), suggestion=closest(below, names))
    for below in assets:
        if not below.startswith(f"{FILES_FOLDER}/"):
            report.warning("OIT107", Span(f"{folder}/{below}"), suggestion=closest(below, _YEAR_FILES))
    results = measures = None
    if (data := texts.get("results.yaml", b"")) or "results.yaml" in texts:
        results = memo.read(
            f"{folder}/results.yaml", data, report, lambda own: read_results(data, f"{folder}/results.yaml", own, year)
        )
        if results is not None:
            check_results(results, catalogue, report)
    if (plan := texts.get("measures.yaml", b"")) or "measures.yaml" in texts:
        measures = memo.read(
            f"{folder}/measures.yaml",
            plan,
            report,
            lambda own: read_measures(plan, f"{folder}/measures.yaml", catalogue.year, own),
        )
        if measures is not None:
            check_measures(measures, catalogue, report)
    known = tuple(sorted(freezes, key=lambda freeze: freeze.day))
    return AgencyYear(agency, catalogue.year, catalogue, disclosures, results, measures, narratives, files, known)
