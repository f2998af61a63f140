"""A snapshot of what an agency published on a day, item by item, to show later changes.

A freeze holds no documents and no text, only what identifies them: the size and the SHA-256
of each document, and the SHA-256 of the agency's text.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.diagnostics import Span
from generator.oit.catalogue import CalendarKey, Catalogue
from generator.oit.disclosure import Disclosure, EvidenceKind
from generator.oit.item_state import ItemState
from generator.oit.seen_text import seen


class FrozenEvidence(NamedTuple):
    """One piece of evidence as it was; ``size`` in bytes and ``sha256`` in hex are of a file, else 0 and empty."""

    kind: EvidenceKind
    target: str
    title: str
    size: int
    sha256: str


class FrozenItem(NamedTuple):
    """One item as it was. ``words`` is the SHA-256 of what the agency says on its page, empty where it says nothing.

    ``as_typed`` is the same of the words letter for letter, as earlier versions wrote it; it is never kept.
    """

    item: str
    state: ItemState
    elements: tuple[tuple[int, bool], ...]
    words: str
    evidence: tuple[FrozenEvidence, ...]
    as_typed: str = ""

    def says_the_same(self, other: "FrozenItem") -> bool:
        """Whether a reader sees the same words in both."""
        sums = {other.words, other.as_typed or other.words}
        return self.words in sums or (self.as_typed or self.words) in sums

    @property
    def is_empty(self) -> bool:
        """Whether the agency said nothing of the item."""
        return not (self.words or self.elements or self.evidence) and self.state is ItemState.NOT_STATED


class Freeze(NamedTuple):
    """Everything that one agency published for one fiscal year (Buddhist era), as it was on a day."""

    day: datetime.date
    year: int
    items: tuple[FrozenItem, ...]
    span: Span = Span("")
    """Where the day stands in the file."""


STATES: Mapping[ItemState, str] = {state: state.value for state in ItemState}
EARLIER_STATES: Mapping[ItemState, str] = {**STATES, ItemState.COMPLETE: "verified", ItemState.REPORTED: "claimed"}
"""The states in records that were written before two of them said whose word they are."""


def seal(freeze: Freeze, states: Mapping[ItemState, str] = STATES) -> str:
    """The SHA-256 of the content of a freeze, with the given words for states, independent of its file format."""
    items = [
        [one.item, states[one.state], one.elements, one.words, [[e.kind.value, *e[1:]] for e in one.evidence]]
        for one in freeze.items
    ]
    return _sum([freeze.day.isoformat(), freeze.year, items])


def words_of(disclosure: Disclosure | None) -> tuple[str, str]:
    """The SHA-256 of an agency's text on an item's page, without its state, elements and evidence.

    First of the words as they are seen, then as they are typed; both are empty where it says nothing.
    """
    if disclosure is None:
        return "", ""
    about_evidence = [
        [e.note, e.language, str(e.date or ""), [str(day) for day in e.covers or ()], e.shows]
        for e in disclosure.evidence
    ]
    said = [
        disclosure.title, disclosure.offices, str(disclosure.updated or ""), disclosure.documents, disclosure.path,
        disclosure.note, disclosure.body.strip(), about_evidence,
    ]  # fmt: skip
    return (_sum(_as_seen(said)), _sum(said)) if any(said) else ("", "")


def ends_of_answering(catalogue: Catalogue) -> Sequence[datetime.date]:
    """The last days of the steps in which agencies answer about the items, as far as the calendar tells the day."""
    steps = [step for step in catalogue.calendar if step.key is CalendarKey.ANSWERING]
    return [step.ends.until for step in steps if step.ends.is_day]


def _as_seen(tree: Any) -> Any:
    if isinstance(tree, str):
        return seen(tree)
    return [_as_seen(one) for one in tree] if isinstance(tree, list | tuple) else tree


def _sum(tree: list[Any]) -> str:
    import json
    from hashlib import sha256  # both are wanted only where there are freezes

    return sha256(json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode("utf-8")).hexdigest()
