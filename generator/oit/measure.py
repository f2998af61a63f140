"""Improvement measures: what is to be done, by whom, until when, and what came of it."""

import datetime
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.disclosure import Progress
from generator.oit.reference import Reference
from generator.oit.result import ForeignName, Source


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


class Measures(NamedTuple):
    """The measures of one document. ``for_year`` is the fiscal year in which they are carried out."""

    source: Source
    for_year: int
    measures: tuple[Measure, ...]
    names: tuple[ForeignName, ...]
