"""The official result of a year, reported beside recomputed, and what does not agree in it."""

from generator.rendering.page_kind import OnePage
from generator.rendering.results_view import results_view
from generator.rendering.year_context import YearContext


def _exists(year: YearContext) -> bool:
    """There are figures or anything that they do not agree with, or words about them."""
    results = year.content.results
    found = results is not None and (results.says_anything or bool(year.assessment.observations))
    return found or PAGE.kind in year.content.narratives


def _make(year: YearContext) -> str | None:
    values = {
        "report": year.words(PAGE.kind),
        "results": results_view(year.content, year.assessment, year.assessment.observations, year.wording),
        "compared": year.compared(year.content.year),
    }
    return year.render_one(PAGE, values)


PAGE = OnePage("results", "results/", _exists, _make)
