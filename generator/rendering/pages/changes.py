"""What changed after each day on which everything was kept."""

from generator.rendering.page_kind import OnePage
from generator.rendering.year_context import YearContext


def _make(year: YearContext) -> str | None:
    return year.render_one(PAGE, {"report": year.words(PAGE.kind), "spans": year.history.spans()})


PAGE = OnePage("changes", "changes/", lambda year: bool(year.content.freezes), _make)
