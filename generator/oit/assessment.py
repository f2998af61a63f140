"""The self-assessment and the official result: three separate scores.

Complete: every required element is declared present, each with evidence of the period asked. Reported: complete, or
the agency says done but not all of it can be followed. Official: the result says so. None of them claims that
anybody opened a document.
"""

from collections.abc import Iterable, Sequence
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Element, Item
from generator.oit.consistency import cross_examine
from generator.oit.disclosure import Disclosure, Evidence, EvidenceKind, Progress
from generator.oit.item_state import ItemState as ItemState
from generator.oit.observation import Observation
from generator.oit.official import Official, official_result
from generator.oit.period import Period, gaps, required_period
from generator.oit.result import ItemResult
from generator.oit.rollup import RollUp, Total, roll_up, weighted_total, worth
from generator.oit.unfit import Unfit, unfit

MOMENTARY_KINDS = frozenset({"news", "announcement", "activity"})
"""Kinds of item about events within the period; their evidence need not cover all of it."""


class PeriodFit(Enum):
    """Whether a piece of evidence is of the period the item asks for."""

    FITS = "fits"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"
    NOT_ASKED = "not-asked"


class EvidenceCheck(NamedTuple):
    """One piece of evidence, whether it is of the right period, and why it shows nothing where it does not."""

    evidence: Evidence
    fit: PeriodFit
    unfit: Unfit | None = None

    @property
    def counts(self) -> bool:
        """Whether it may stand behind what the item asks for."""
        return self.unfit is None and self.fit in (PeriodFit.FITS, PeriodFit.NOT_ASKED)


class ElementCheck(NamedTuple):
    """One element, what the agency declares of it (nothing when it says nothing), and whether evidence bears it out."""

    element: Element
    declared: bool | None
    backed: bool

    @property
    def met(self) -> bool:
        """Declared present, with evidence of the period asked."""
        return self.declared is True and self.backed


class ItemAssessment(NamedTuple):
    """The assessment of one item. ``worth`` is in points of the total; ``official`` is None when not stated."""

    item: Item
    disclosure: Disclosure | None
    state: ItemState
    elements: tuple[ElementCheck, ...]
    evidence: tuple[EvidenceCheck, ...]
    required: Period | None
    official: Fraction | None
    official_inferred: bool
    official_basis: str
    worth: Fraction

    @property
    def complete(self) -> bool:
        """Whether the item counts as complete as stated."""
        return self.state is ItemState.COMPLETE

    @property
    def reported(self) -> bool:
        """Whether the item counts as reported; whatever is complete is reported too."""
        return self.state in (ItemState.COMPLETE, ItemState.REPORTED)


class Assessment(NamedTuple):
    """The assessment of one agency-year."""

    items: tuple[ItemAssessment, ...]
    complete: RollUp
    reported: RollUp
    official: Official
    complete_total: Total | None
    reported_total: Total | None
    observations: tuple[Observation, ...]

    @property
    def stated(self) -> bool:
        """Whether the agency says anything about any item. If not, a self-assessment of 0 would be untrue."""
        return any(item.state is not ItemState.NOT_STATED for item in self.items)

    def state_counts(self) -> dict[ItemState, int]:
        """How many items are in each state; every state is named."""
        return count_states(self.items)


def count_states(items: Iterable[ItemAssessment]) -> dict[ItemState, int]:
    """How many of the items are in each state; every state is named."""
    counts = dict.fromkeys(ItemState, 0)
    for item in items:
        counts[item.state] += 1
    return counts


def assess(content: AgencyYear) -> Assessment:
    """The assessment of everything an agency says about one year."""
    catalogue = content.catalogue
    groups = catalogue.groups_of(content.agency.kind)
    worths = worth(catalogue)
    printed = {result.item: result for result in content.results.items} if content.results is not None else {}
    items = tuple(
        _assess_item(
            item,
            content.disclosures.get(item.number),
            item.elements_for(groups),
            content,
            printed.get(item.number),
            worths[item.number],
        )
        for item in catalogue.items
    )
    complete = roll_up(catalogue, {item.item.number: item.complete for item in items})
    reported = roll_up(catalogue, {item.item.number: item.reported for item in items})
    official = official_result(catalogue, content.results)
    stated = any(item.state is not ItemState.NOT_STATED for item in items)
    return Assessment(
        items=items,
        complete=complete,
        reported=reported,
        official=official,
        complete_total=_with_surveys(content, official, complete) if stated else None,
        reported_total=_with_surveys(content, official, reported) if stated else None,
        observations=cross_examine(content, official),
    )


def _with_surveys(content: AgencyYear, official: Official, rolled: RollUp) -> Total | None:
    """The estimated total: official survey scores with our own score of the items."""
    own = content.catalogue.disclosure_instrument
    if own is None:
        return None
    scores = {code: figure.best for code, figure in official.instruments.items() if figure.best is not None}
    return weighted_total(content.catalogue, {**scores, own.code: rolled.instrument.value})


def _assess_item(
    item: Item,
    disclosure: Disclosure | None,
    elements: Sequence[Element],
    content: AgencyYear,
    printed: ItemResult | None,
    worth_of_item: Fraction,
) -> ItemAssessment:
    required = required_period(item.period, content.year)
    assessed = ItemAssessment(
        item=item,
        disclosure=disclosure,
        state=ItemState.NOT_STATED,
        elements=tuple(ElementCheck(element, None, False) for element in elements),
        evidence=(),
        required=required,
        official=None if printed is None else Fraction(printed.score),
        official_inferred=printed is not None and printed.inferred,
        official_basis="" if printed is None else printed.basis,
        worth=worth_of_item,
    )
    if disclosure is None:
        return assessed
    evidence = tuple(
        EvidenceCheck(one, _fit(one, item, required), unfit(one, item, required, content))
        for one in disclosure.evidence
    )
    declared = {mark.number: mark.present for mark in disclosure.elements}
    checks = tuple(
        ElementCheck(element, declared.get(element.number), _backed(_behind(element, evidence), item, required))
        for element in elements
    )
    complete = all(check.met for check in checks) if checks else _backed(evidence, item, required)
    state = _state(disclosure, checks, evidence, complete=complete)
    return assessed._replace(state=state, elements=checks, evidence=evidence)


def _fit(evidence: Evidence, item: Item, required: Period | None) -> PeriodFit:
    if required is None:
        return PeriodFit.NOT_ASKED
    if evidence.covers is None:
        # what stands on the page of a year, or says that there was nothing, is of that year
        own = evidence.kind in (EvidenceKind.SECTION, EvidenceKind.NIL)
        return PeriodFit.FITS if own else PeriodFit.UNKNOWN
    return PeriodFit.FITS if evidence.covers.overlaps(required) else PeriodFit.OUTSIDE


def _behind(element: Element, evidence: Sequence[EvidenceCheck]) -> list[EvidenceCheck]:
    return [check for check in evidence if not check.evidence.shows or element.number in check.evidence.shows]


def _backed(evidence: Sequence[EvidenceCheck], item: Item, required: Period | None) -> bool:
    """Whether the evidence, taken together, covers what the item asks for."""
    behind = [check for check in evidence if check.counts]
    if not behind:
        return False
    if required is None or item.kind in MOMENTARY_KINDS:
        return True
    spans = [check.evidence.covers for check in behind if check.evidence.covers is not None]
    return len(spans) < len(behind) or not gaps(spans, required)


def _state(
    disclosure: Disclosure, checks: Sequence[ElementCheck], evidence: Sequence[EvidenceCheck], *, complete: bool
) -> ItemState:
    if disclosure.progress is Progress.IN_PROGRESS:
        return ItemState.IN_PROGRESS
    if disclosure.progress is Progress.NOT_STARTED:
        return ItemState.NOT_STARTED
    if complete:
        return ItemState.COMPLETE
    if any(check.declared is False for check in checks):
        return ItemState.INCOMPLETE
    if disclosure.progress is Progress.DONE:
        return ItemState.REPORTED
    if disclosure.elements or evidence or disclosure.body.strip():
        return ItemState.INCOMPLETE
    return ItemState.NOT_STATED
