"""Changes since a snapshot."""

from typing import NamedTuple


class ElementChangeView(NamedTuple):
    """One element whose declaration is another. ``before`` and ``after``: present, absent or empty."""

    number: str
    text: str
    before: str
    after: str


class EvidenceChangeView(NamedTuple):
    """One piece of evidence that came, went or is another. ``how``: added, removed, replaced or retitled.

    ``former_title`` is only of one that is retitled; sizes and sums are of files.
    """

    how: str
    kind: str
    title: str
    former_title: str
    size_before: str
    size_after: str
    sha256_before: str
    sha256_after: str


class ItemChangeView(NamedTuple):
    """One item that changed. ``how``: added, removed or changed; ``words``: the agency's own words are others."""

    number: str
    title: str
    address: str
    how: str
    state_before: str
    state_after: str
    elements: tuple[ElementChangeView, ...]
    evidence: tuple[EvidenceChangeView, ...]
    words: bool


class ChangeSpan(NamedTuple):
    """What changed between two days; ``until`` is empty for today's site. ``unchanged`` counts the other items."""

    since: str
    until: str
    items: tuple[ItemChangeView, ...]
    unchanged: str


class HistoryRow(NamedTuple):
    """An item as it was on a day, and what changed after it: nothing where it stayed as it was."""

    day: str
    state: str
    evidence: str
    change: ItemChangeView | None
