"""The consistency check: compares a report with its own figures.

It compares only recorded data and knows no particular report, agency or year.
"""

from generator.oit.agency_year import AgencyYear
from generator.oit.figures_check import check_indicators, check_rating, check_totals
from generator.oit.names_check import check_names
from generator.oit.observation import MeasureOutsideYear, Observation
from generator.oit.official import Official
from generator.oit.period import fiscal_year
from generator.oit.printed_check import check_claims, check_printed


def cross_examine(content: AgencyYear, official: Official) -> tuple[Observation, ...]:
    """All disagreements within the reports of an agency-year, figures first."""
    found: list[Observation] = []
    results = content.results
    if results is not None:
        found += check_totals(content.catalogue, results, official)
        found += check_rating(content.catalogue, results, official)
        found += check_indicators(content.catalogue, results, official)
        found += check_printed(results)
        found += check_claims(results, official, content.year)
    found += check_names(content)
    found += _check_measures(content)
    return tuple(found)


def _check_measures(content: AgencyYear) -> list[Observation]:
    """Measures whose dates share no day with the fiscal year they are given for."""
    measures = content.measures
    if measures is None:
        return []
    year = fiscal_year(measures.for_year)
    found: list[Observation] = []
    for measure in measures.measures:
        start, until = measure.start, measure.until
        outside = (start is not None and start > year.until) or (until is not None and until < year.start)
        if outside:
            source = measures.source.title
            found.append(MeasureOutsideYear(measure.title, measure.period, measures.for_year, source, measure.span))
    return found
