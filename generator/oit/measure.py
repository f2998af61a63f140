"""Improvement measures: what, who, until when, and the result."""

import datetime
from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.disclosure import Progress
from generator.oit.reference import Reference
from generator.oit.result import MisprintedName, Source


class MeasureState(Enum):
    """The state of a measure on a given day; without a day only what the agency states is known."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    DONE = "done"
    OVERDUE = "overdue"
    NOT_STATED = "not-stated"


class Measure(NamedTuple):
    """One improvement measure. ``period`` is the printed text; ``start`` and ``until`` its dates where clear."""

    number: str
    group: str
    title: str
    about: tuple[Reference, ...]
    method: str
    period: str
    start: datetime.date | None
    until: datetime.date | None
    owners: tuple[str, ...]
    follow_up: str
    result: str
    outcome: str
    progress: Progress
    span: Span
    about_span: Span = Span("")


def measure_state(measure: Measure, today: datetime.date | None) -> MeasureState:
    """The state of a measure on a day: what is not done is overdue after its last day, and planned before its first.

    A measure with a result but no stated progress is not called overdue: the report says that something was done.
    """
    if measure.progress is Progress.DONE:
        return MeasureState.DONE
    if measure.progress is Progress.NOT_STATED and (measure.result or measure.outcome):
        return MeasureState.NOT_STATED
    if today is not None and measure.until is not None and measure.until < today:
        return MeasureState.OVERDUE
    if today is not None and measure.start is not None and measure.start > today:
        return MeasureState.PLANNED
    if measure.progress is Progress.IN_PROGRESS:
        return MeasureState.UNDER_WAY
    if measure.progress is Progress.NOT_STARTED:
        return MeasureState.PLANNED
    within = today is not None and measure.start is not None and measure.until is not None
    return MeasureState.UNDER_WAY if within else MeasureState.NOT_STATED


class Measures(NamedTuple):
    """The measures of one document. ``for_year`` is the fiscal year in which they are carried out."""

    source: Source
    for_year: int
    measures: tuple[Measure, ...]
    names: tuple[MisprintedName, ...]
