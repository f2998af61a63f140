"""The answers to type into the assessment system: for each item has or has not, an address, and an explanation."""

from generator.rendering.page_kind import OnePage
from generator.rendering.views import AnswerRow
from generator.rendering.year_context import YearContext


def _rows(year: YearContext) -> tuple[AnswerRow, ...]:
    """The answers are given in the main language, on pages of every language."""
    if year.main is None:
        from generator.rendering.answers_view import answer_rows

        return answer_rows(year.content, year.assessment, year.place, year.way, year.setting.address)
    items, place = year.content.catalogue.by_number, year.place
    return tuple(
        row._replace(title=items[row.number].title, address=place.item(year.content.year, items[row.number]))
        for row in _rows(year.main)
    )


def _make(year: YearContext) -> str | None:
    downloads = year.offers.downloads(year.content.year, "answers")
    return year.render_one(PAGE, {"answers": _rows(year), "downloads": downloads})


PAGE = OnePage("answers", "answers/", lambda year: "answers" in year.setting.exports, _make)
