"""The measures of a year: what is done about what was found, by whom, until when, and with what result."""

from generator.rendering.measures_view import measures_view
from generator.rendering.page_kind import OnePage
from generator.rendering.year_context import YearContext


def _exists(year: YearContext) -> bool:
    """There are measures, or words about them."""
    return year.content.measures is not None or PAGE.kind in year.content.narratives


def _make(year: YearContext) -> str | None:
    measures = measures_view(year.content, year.place, year.wording, year.setting.today)
    return year.render_one(PAGE, {"report": year.words(PAGE.kind), "measures": measures})


PAGE = OnePage("measures", "measures/", _exists, _make)
