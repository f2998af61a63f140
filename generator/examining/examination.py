"""An examination: every document of a project is looked into, and what is seen is told as findings."""

from typing import NamedTuple

from generator.diagnostics import Diagnostic, Report, Span
from generator.examining.document import documents
from generator.examining.file_check import check_file
from generator.examining.kept import Kept
from generator.examining.names_check import check_agency_names
from generator.examining.words_check import check_words
from generator.examining.year_check import check_year
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import EvidenceKind
from generator.project import Project
from generator.reading.contents import contents
from generator.reading.evidence_rules import evidence_rules


class Examined(NamedTuple):
    """What was found; how many documents were looked into, and how many of them had to be parsed."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    parsed: int


def examine(project: Project, kept: Kept, *, guidance: bool = False) -> Examined:
    """Look into all documents. With ``guidance`` the rules of the catalogue that are guidance are applied too."""
    report = Report()
    files = 0
    for agency in contents(project):
        for content in agency.years:
            places = _places(content)
            found = {}
            for document in documents(content, agency.tree.assets, kept):
                files += 1
                found[document.path] = document
                check_file(document, places[document.path], content, report)
                check_agency_names(document, places[document.path], content.agency, report)
            check_year(content, found, report)
            check_words(content, found, evidence_rules(content.year), report, guidance=guidance)
    return Examined(tuple(report.sorted()), files, kept.read_anew)


def _places(content: AgencyYear) -> dict[str, Span]:
    """Where each document is named first."""
    found: dict[str, Span] = {}
    for disclosure in content.disclosures.values():
        for evidence in disclosure.evidence:
            if evidence.kind is EvidenceKind.FILE:
                found.setdefault(evidence.target, evidence.span)
    return found
