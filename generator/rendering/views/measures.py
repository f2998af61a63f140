"""Measures."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb
from generator.rendering.views.index import StateCount
from generator.rendering.views.results import PrintedView, SourceView


class MeasureView(NamedTuple):
    """One improvement measure. ``progress`` is what the agency says: done, in-progress, not-started or not-stated.

    ``state`` is how it stands on the day of the page: planned, under-way, done, overdue or not-stated.
    """

    number: str
    title: str
    about: tuple[Crumb, ...]
    method: str
    period: str
    dates: str
    owners: str
    follow_up: str
    result: str
    outcome: str
    progress: str
    state: str


class MeasureGroup(NamedTuple):
    """The measures under one heading of the document; the heading may be empty."""

    heading: str
    measures: tuple[MeasureView, ...]


class MeasuresView(NamedTuple):
    """The measures of one document."""

    source: SourceView
    for_year: str
    groups: tuple[MeasureGroup, ...]
    counts: tuple[StateCount, ...]
    today: str
    names: tuple[PrintedView, ...]
