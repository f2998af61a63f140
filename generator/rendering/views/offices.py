"""The offices of an agency and what each owes."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb
from generator.rendering.views.index import StateCount
from generator.rendering.views.item import FindingView
from generator.rendering.views.measures import MeasureView


class OfficeRow(NamedTuple):
    """One office with its totals. ``owed`` is the points of the total that its items bring which are not complete."""

    name: str
    address: str
    items: int
    states: tuple[StateCount, ...]
    open: int
    owed: str
    measures: int
    measure_states: tuple[StateCount, ...]
    findings: int


class DocumentView(NamedTuple):
    """One document of an item. ``kind``: file, link, section, nil, or named when it is only mentioned.

    ``href`` is ready for the page, or empty.
    """

    kind: str
    title: str
    href: str


class OfficeItem(NamedTuple):
    """One item of an office. ``shared`` are the other offices that answer for it too; ``worth`` is points."""

    number: str
    title: str
    address: str
    state: str
    progress: str
    official: str
    worth: str
    missing: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    shared: tuple[Crumb, ...]
    note: str


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


class OfficesView(NamedTuple):
    """All offices of an agency-year, and the items of which nobody says whose they are."""

    offices: tuple[OfficeRow, ...]
    unstated: OfficeRow | None
    unstated_items: tuple[OfficeItem, ...]
    shared: int
