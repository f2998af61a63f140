"""Checks of a disclosure against its catalogue and files, beyond single fields."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.oit.agency_year import EvidenceFile
from generator.oit.catalogue import Catalogue, Item
from generator.oit.disclosure import Disclosure, Evidence, EvidenceKind, Progress
from generator.oit.evidence_format import FORMATS, suffix_of
from generator.oit.refused_paths import RefusedPaths
from generator.project import FILES_FOLDER
from generator.reading.left_behind import is_left_behind
from generator.reading.near_files import nearest_file, same_file


class Documents(NamedTuple):
    """The documents in a year's folder by path: those that can be published, and those of which more is to be told."""

    known: Mapping[str, EvidenceFile]
    refused: RefusedPaths = RefusedPaths()
    unfinished: Set[str] = frozenset()

    def in_place(self) -> list[str]:
        """The documents in the folder for them: the only ones to suggest, for others are told to be moved there."""
        return [path for path in self.known if path.startswith(f"{FILES_FOLDER}/")]


def check_disclosure(
    disclosure: Disclosure,
    number_in_name: str,
    catalogue: Catalogue,
    files: Documents,
    others: Mapping[str, Disclosure],
    report: Report,
) -> bool:
    """Report what does not fit; whether the disclosure can be used."""
    item = catalogue.by_number.get(disclosure.item)
    if item is None:
        last = catalogue.items[-1].number
        report.error("OIT301", disclosure.span, item=disclosure.item, year=catalogue.year, last=last)
        return False
    if disclosure.item != number_in_name:
        report.error("OIT302", disclosure.span, item=disclosure.item, file=number_in_name)
        return False
    if disclosure.item in others:
        first = others[disclosure.item].span.path
        report.error("OIT303", disclosure.span, item=disclosure.item, first=first)
        return False
    _check_elements(disclosure, item, report)
    for evidence in disclosure.evidence:
        _check_evidence(evidence, item, files, report)
    if disclosure.progress is Progress.NOT_STARTED and disclosure.evidence:
        report.warning("OIT312", disclosure.progress_span, item=item.number)
    return True


def _check_elements(disclosure: Disclosure, item: Item, report: Report) -> None:
    numbers = {element.number for element in item.elements}
    seen: dict[int, int] = {}
    absent: list[str] = []
    for mark in disclosure.elements:
        if mark.number not in numbers:
            report.error("OIT306", mark.span, number=mark.number, item=item.number, count=len(numbers))
        elif mark.number in seen:
            report.error("OIT114", mark.span, field=mark.number, first=seen[mark.number])
        elif not mark.present:
            absent.append(str(mark.number))
        seen.setdefault(mark.number, mark.span.line)
    if absent and disclosure.progress is Progress.DONE:
        report.warning("OIT309", disclosure.progress_span, item=item.number, numbers=", ".join(absent))


def _check_evidence(evidence: Evidence, item: Item, files: Documents, report: Report) -> None:
    numbers = {element.number for element in item.elements}
    for number in evidence.shows:
        if number not in numbers:
            report.error("OIT306", evidence.shows_span, number=number, item=item.number, count=len(numbers))
    if evidence.kind is EvidenceKind.FILE:
        check_file_reference(evidence.target, files, evidence.span, report)


def check_file_reference(target: str, files: Documents, span: Span, report: Report) -> bool:
    """Report a reference to a file that is not there, lies elsewhere or may not be published; whether it is fine."""
    segments = target.split("/")
    if (
        "\\" in target
        or target.startswith("/")
        or ".." in segments
        or "." in segments
        or "" in segments
        or ":" in target
    ):
        report.error("OIT305", span, file=target, suggestion=same_file(target, files.in_place()))
        return False
    if files.refused.holds(target):
        return False  # why it cannot be read was told where it lies
    if is_left_behind(segments[-1]):
        document = target.replace("~$", "")
        report.error("OIT353", span, file=target, suggestion=document if document in files.known else "")
        return False
    if target not in files.known and target not in files.unfinished:
        report.error("OIT304", span, file=target, suggestion=nearest_file(target, files.in_place()))
        return False
    if suffix_of(target) not in FORMATS:
        report.error("OIT318", span, file=target, formats=", ".join(sorted(FORMATS)))
        return False
    return True
