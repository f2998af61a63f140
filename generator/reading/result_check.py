"""Checks of results and measures against their catalogue: every number must exist in the year."""

from collections.abc import Mapping

from generator.diagnostics import Report, Span
from generator.oit.catalogue import Catalogue
from generator.oit.measure import Measures
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import EarlierYear, Results
from generator.reading.near_dates import near_listed_year


def check_results(results: Results, catalogue: Catalogue, report: Report) -> None:
    """Report items, questions, indicators and instruments that the year's catalogue does not have, and repetitions."""
    _check_rows(results, catalogue, report)
    for finding in results.findings:
        check_reference(finding.about, finding.span, catalogue, report)
        for item in finding.helped_by:
            if item not in catalogue.by_number:
                last = catalogue.items[-1].number
                report.error("OIT301", finding.helped_by_span, item=item, year=catalogue.year, last=last)


def check_earlier(results: Results, year: int, catalogues: Mapping[int, Catalogue], report: Report) -> None:
    """Report years that are not earlier, that no catalogue is of, or that are given twice, and what they do not have.

    ``year`` is the fiscal year of the results.
    """
    seen: dict[int, int] = {}
    for earlier in results.earlier:
        if earlier.year >= year:
            report.error("OIT403", earlier.span, earlier=earlier.year, year=year)
        elif earlier.year in seen:
            report.error("OIT402", earlier.span, reference=earlier.year, first=seen[earlier.year])
        elif earlier.year not in catalogues:
            known = ", ".join(str(one) for one in sorted(catalogues))
            suggestion = near_listed_year(earlier.year, (one for one in catalogues if one < year))
            report.error("OIT314", earlier.span, year=earlier.year, known=known, suggestion=suggestion)
        else:
            _check_rows(earlier, catalogues[earlier.year], report)
        seen.setdefault(earlier.year, earlier.span.line)


def _check_rows(results: Results | EarlierYear, catalogue: Catalogue, report: Report) -> None:
    known = known_numbers(catalogue)
    rows: list[tuple[ReferenceKind, str, Span]] = [
        *((ReferenceKind.INSTRUMENT, row.instrument, row.span) for row in results.instruments),
        *((ReferenceKind.INDICATOR, row.indicator, row.span) for row in results.indicators),
    ]
    if isinstance(results, Results):
        rows += ((ReferenceKind.QUESTION, row.question, row.span) for row in results.questions)
        rows += ((ReferenceKind.ITEM, row.item, row.span) for row in results.items)
    seen: dict[tuple[ReferenceKind, str], int] = {}
    for kind, number, span in rows:
        if _unknown(kind, number, known):
            report.error("OIT401", span, reference=Reference(kind, number), year=catalogue.year)
        elif (kind, number) in seen:
            report.error("OIT402", span, reference=Reference(kind, number), first=seen[kind, number])
        seen.setdefault((kind, number), span.line)


def check_measures(measures: Measures, catalogue: Catalogue, report: Report) -> None:
    """Report measures about items, questions and indicators that the year's catalogue does not have."""
    for measure in measures.measures:
        for reference in measure.about:
            check_reference(reference, measure.about_span, catalogue, report)


def check_reference(reference: Reference, span: Span, catalogue: Catalogue, report: Report) -> None:
    """Report a reference to something the catalogue does not have."""
    if _unknown(reference.kind, reference.number, known_numbers(catalogue)):
        report.error("OIT401", span, reference=reference, year=catalogue.year)


def known_numbers(catalogue: Catalogue) -> dict[ReferenceKind, frozenset[str]]:
    """Everything the catalogue numbers. A catalogue without a question list knows no question, so none is unknown."""
    return {
        ReferenceKind.INSTRUMENT: frozenset(i.code for i in catalogue.instruments),
        ReferenceKind.INDICATOR: frozenset(i.number for i in catalogue.indicators),
        ReferenceKind.SUB_INDICATOR: frozenset(
            sub.number for indicator in catalogue.indicators for sub in indicator.sub_indicators
        ),
        ReferenceKind.ITEM: frozenset(catalogue.by_number),
        ReferenceKind.QUESTION: frozenset(question.number for question in catalogue.questions),
    }


def _unknown(kind: ReferenceKind, number: str, known: dict[ReferenceKind, frozenset[str]]) -> bool:
    if kind is ReferenceKind.TOTAL:
        return False
    numbers = known[kind]
    if kind is ReferenceKind.QUESTION and not any(name[0] == number[0] for name in numbers):
        return False
    return number not in numbers
