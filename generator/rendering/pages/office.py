"""The page of one office of an agency-year: its items, its measures and what reports say of them."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.oit.office_duties import OfficeDuties
from generator.oit.rounding import points
from generator.rendering.finding_view import finding_view
from generator.rendering.measures_view import measure_view
from generator.rendering.office_items import office_item
from generator.rendering.page_kind import EachPage, Page
from generator.rendering.views import Crumb, FindingView, MeasureView, OfficeItem, OfficeRow
from generator.rendering.year_context import YearContext


class OfficeSub(NamedTuple):
    """The items of an office in one sub-indicator: how many, how many of them not complete, and their points."""

    number: str
    title: str
    items: int
    open: int
    owed: str


class OfficeView(NamedTuple):
    """One office of an agency-year. ``owing`` are the items that are to be done, the most valuable first."""

    name: str
    row: OfficeRow
    owing: tuple[OfficeItem, ...]
    settled: tuple[OfficeItem, ...]
    sub_indicators: tuple[OfficeSub, ...]
    measures: tuple[MeasureView, ...]
    today: str
    findings: tuple[FindingView, ...]


def _plan(year: YearContext) -> Iterator[tuple[str, Page]]:
    if year.offices.named:
        for duties in year.offices.duties:
            yield year.offices.address(duties.slug), partial(_make, year, duties)


def _make(year: YearContext, duties: OfficeDuties) -> str | None:
    overview = year.pages[PAGE.under]
    above = (Crumb(year.wording.say("offices_title"), overview),) if overview else ()
    head = year.head(PAGE.kind, year.offices.address(duties.slug), duties.name)
    return year.render(head._replace(crumbs=(*head.crumbs, *above)), {"office": _view(year, duties)})


def _view(year: YearContext, duties: OfficeDuties) -> OfficeView:
    content, place, wording, today = year.content, year.place, year.wording, year.setting.today
    address = year.offices.address(duties.slug)
    owing = {item.item.number for item in duties.owing}
    settled = [item for item in duties.items if item.item.number not in owing]
    return OfficeView(
        name=duties.name,
        row=year.offices.row(duties),
        owing=tuple(office_item(item, duties, year, address) for item in duties.owing),
        settled=tuple(office_item(item, duties, year, address) for item in settled),
        sub_indicators=tuple(_sub_indicators(year, duties)),
        measures=tuple(measure_view(measure, content, place, wording, today) for measure in duties.measures),
        today=wording.date(today),
        findings=tuple(finding_view(finding, content, place, wording) for finding in duties.findings),
    )


def _sub_indicators(year: YearContext, duties: OfficeDuties) -> Iterator[OfficeSub]:
    for indicator in year.content.catalogue.indicators:
        for sub in indicator.sub_indicators:
            own = duties.within(sub.number)
            if own.items:
                yield OfficeSub(sub.number, sub.title, len(own.items), len(own.owing), points(own.owed))


PAGE = EachPage("office", "offices", _plan)
