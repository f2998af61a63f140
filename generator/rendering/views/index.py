"""The compliance index, the score summary and what to do first."""

from typing import NamedTuple


class IndexRow(NamedTuple):
    """One item in the compliance index. ``address`` is relative to the folder of the agency-year.

    ``own_title`` is the agency's own heading of the item, or empty.
    """

    number: str
    title: str
    address: str
    state: str
    official: str
    offices: str
    own_title: str = ""


class IndexGroup(NamedTuple):
    """The items of one sub-indicator."""

    number: str
    title: str
    rows: tuple[IndexRow, ...]


class StateCount(NamedTuple):
    """How many items are in a state."""

    state: str
    count: int  # type: ignore[assignment]  # tuples have a method of this name


class IndexView(NamedTuple):
    """The compliance index of an agency-year. ``folder`` leads from the page to the folder of the agency-year."""

    groups: tuple[IndexGroup, ...]
    counts: tuple[StateCount, ...]
    total: int
    folder: str
    has_official: bool


class SummaryRow(NamedTuple):
    """One line of the score summary. ``level``: sub-indicator, indicator, instrument or total.

    ``complete``, ``reported`` and ``official`` are points, or empty where nothing is known; ``width_*``
    are whole per cents for a bar.
    """

    level: str
    number: str
    title: str
    complete: str
    reported: str
    official: str
    width_complete: int
    width_reported: int
    width_official: int
    passed: str


class ScoreView(NamedTuple):
    """One of the three numbers: ``key`` is complete, reported or official. Empty texts where nothing is known."""

    key: str
    score: str
    sum: str
    total: str
    rating: str
    items_met: str
    width: int


class SummaryView(NamedTuple):
    """The score summary of an agency-year."""

    scores: tuple[ScoreView, ...]
    rows: tuple[SummaryRow, ...]
    instrument: str
    official_total: str
    official_rating: str
    official_recomputed: str
    official_differs: bool
    official_passed: str
    folder: str
    results: str
    method: str
    root: str
    unconfirmed: tuple[str, ...]


class TodoRow(NamedTuple):
    """An item that is not yet complete, with what it would bring: the most valuable first.

    ``now`` and ``then`` are the total as it is and with this item met; empty where it is not determined.
    """

    number: str
    title: str
    address: str
    state: str
    official: str
    worth: str
    now: str
    then: str
    missing: tuple[str, ...]
    offices: str
