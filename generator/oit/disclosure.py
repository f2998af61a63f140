"""What an agency publishes for one item in one year, with its evidence."""

import datetime
from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.period import Period


class Progress(Enum):
    """Progress of an item or a measure, as the agency states it."""

    DONE = "done"
    IN_PROGRESS = "in-progress"
    NOT_STARTED = "not-started"
    NOT_STATED = "not-stated"


class EvidenceKind(Enum):
    """Kinds of evidence."""

    FILE = "file"
    LINK = "link"
    SECTION = "section"
    NIL = "nil"


class Evidence(NamedTuple):
    """One piece of evidence.

    ``target`` is the path of the file below the year's folder, the web address, the heading of the
    section, or the nil statement itself. ``shows`` names the elements behind which it stands; empty
    means all.
    """

    kind: EvidenceKind
    target: str
    title: str
    covers: Period | None
    date: datetime.date | None
    language: str
    shows: tuple[int, ...]
    note: str
    span: Span
    shows_span: Span


class ElementMark(NamedTuple):
    """What the agency declares about one element of the item."""

    number: int
    present: bool
    span: Span


class Disclosure(NamedTuple):
    """The content of one item file. ``body`` is Markdown; ``body_line`` the line of the file it begins on."""

    item: str
    title: str
    progress: Progress
    offices: tuple[str, ...]
    updated: datetime.date | None
    elements: tuple[ElementMark, ...]
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    path: tuple[str, ...]
    note: str
    body: str
    body_line: int
    span: Span
    """Where the item number stands in the file."""
    progress_span: Span
