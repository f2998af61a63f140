"""The offices of an agency and the items of each, as the pages of a year list them."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb
from generator.rendering.views.index import StateCount


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
