"""The overview of the offices of an agency-year, and the items of which nobody says whose they are."""

from typing import NamedTuple

from generator.rendering.office_items import office_item
from generator.rendering.page_kind import OnePage
from generator.rendering.views import OfficeItem, OfficeRow
from generator.rendering.year_context import YearContext


class OfficesView(NamedTuple):
    """All offices of an agency-year, and the items of which nobody says whose they are."""

    offices: tuple[OfficeRow, ...]
    unstated: OfficeRow | None
    unstated_items: tuple[OfficeItem, ...]
    shared: int


def _make(year: YearContext) -> str | None:
    unstated, address = year.offices.nobodys, year.address(PAGE)
    disclosures = (item.disclosure for item in year.assessment.items)
    view = OfficesView(
        offices=year.offices.rows(),
        unstated=year.offices.row(unstated) if unstated.items else None,
        unstated_items=tuple(office_item(item, unstated, year, address) for item in unstated.items),
        shared=sum(disclosure is not None and len(disclosure.offices) > 1 for disclosure in disclosures),
    )
    return year.render_one(PAGE, {"offices": view})


PAGE = OnePage("offices", "offices/", lambda year: year.offices.named, _make)
