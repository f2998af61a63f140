"""The front page of an agency-year: what to do first, how the items stand, and what may be taken away."""

from collections.abc import Callable
from typing import Any

from generator.rendering.index_view import state_counts, todo_rows
from generator.rendering.page_kind import OnePage
from generator.rendering.year_context import YearContext


def _make(year: YearContext) -> str | None:
    address = year.address(PAGE)
    downloads = year.offers.downloads(year.content.year, "")

    def about(link: Callable[[str], str]) -> tuple[dict[str, Any], ...]:
        if year.main is not None:  # the data are described once, where they stand
            return year.agency.about(link)
        from generator.rendering.structured import dataset

        return (*year.agency.about(link), dataset(year.content, year.place, year.setting.publication, downloads, link))

    head = year.head(PAGE.kind, address, year.name)._replace(
        title=year.name,
        description=year.wording.say("dashboard_about", name=year.name),
        crumbs=year.way[:-1],
        about=about,
    )
    values = {
        "todo": todo_rows(year.content.catalogue, year.assessment, year.place),
        "counts": state_counts(year.assessment),
        "offices": year.offices.rows(),
        "downloads": downloads,
    }
    return year.render(head, values)


PAGE = OnePage("dashboard", "", lambda year: True, _make)
