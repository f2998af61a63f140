"""What a report says is weak and what is to be kept up, question by question."""

from generator.rendering.finding_view import finding_view
from generator.rendering.page_kind import OnePage
from generator.rendering.results_view import results_view
from generator.rendering.year_context import YearContext


def _exists(year: YearContext) -> bool:
    """A report has findings, or there are words about them."""
    results = year.content.results
    return (results is not None and bool(results.findings)) or PAGE.kind in year.content.narratives


def _make(year: YearContext) -> str | None:
    content = year.content
    found = content.results.findings if content.results is not None else ()
    findings = [finding_view(finding, content, year.place, year.wording) for finding in found]
    values = {
        "report": year.words(PAGE.kind),
        "results": results_view(content, year.assessment, year.assessment.observations, year.wording),
        "weaknesses": tuple(finding for finding in findings if finding.kind != "keep"),
        "keeps": tuple(finding for finding in findings if finding.kind == "keep"),
    }
    return year.render_one(PAGE, values)


PAGE = OnePage("analysis", "analysis/", _exists, _make)
