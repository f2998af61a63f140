"""A catalogue: what a regulator asks of the agencies in one fiscal year, and how it is scored.

Everything that differs between years and regulators is here as data: instruments and weights,
indicators, items and their elements, ratings, rounding, the pass line, the calendar. An item
number means nothing without its year; topics join "the same" item across years, many to many.
"""

from collections.abc import Set
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.period import Period, PeriodRule


class Basis(Enum):
    """How well a part of the catalogue is confirmed. What is not ``RULE`` is shown as guidance, never as the rule."""

    RULE = "rule"
    LIKELY = "likely"
    GUIDANCE = "guidance"


COUNTED = ("titles", "grouping", "weights", "ratings")
"""The parts of a catalogue from which the scores of a year are made."""
LOCAL_GOVERNMENT = "local-government"
"""The group of all agencies that a catalogue counts as local government."""
PROVINCE = "province"
"""The group, and the kind, of the provinces of the central administration."""


class Element(NamedTuple):
    """One thing an item must show. ``number`` counts from 1 within the item.

    ``only_for`` is the group of agencies it is asked of; empty means all.
    """

    number: int
    text: str
    only_for: str = ""


class NilRule(NamedTuple):
    """Whether an item may be answered with a statement that there is nothing to report.

    ``allowed`` is nothing where no source tells. With ``months``, single months may be answered so, never
    the whole period. ``elements`` are those for which a nil statement may stand even where the item itself
    must be shown: a report has to exist, and may still say "no problems".
    """

    allowed: bool | None = None
    months: bool = False
    elements: tuple[int, ...] = ()
    basis: Basis = Basis.GUIDANCE


class Item(NamedTuple):
    """One numbered item of the OIT list of a year, such as O12."""

    number: str
    title: str
    title_en: str
    variants: tuple[str, ...]
    topics: tuple[str, ...]
    kind: str
    placement: str
    period: PeriodRule
    period_basis: Basis
    due_hint: str
    basis: Basis
    basis_note: str
    elements: tuple[Element, ...]
    sub_indicator: str
    indicator: str
    nil: NilRule = NilRule()
    title_basis: Basis | None = None
    """Nothing where the title is as well supported as the other titles of the catalogue."""

    @property
    def slug(self) -> str:
        """The item's part of an address: ``o12``, two digits at least so that folders sort."""
        return f"o{int(self.number[1:]):02d}"

    def elements_for(self, groups: Set[str]) -> tuple[Element, ...]:
        """The elements that an agency of these groups must show; some are asked of one group only."""
        return tuple(e for e in self.elements if not e.only_for or e.only_for in groups)


class SubIndicator(NamedTuple):
    """A group of items inside an indicator: 9.1, 10.2. The number is a text, never a decimal."""

    number: str
    title: str
    title_en: str
    items: tuple[Item, ...]


class Question(NamedTuple):
    """One question of a perception survey. ``helped_by`` names the topics of items that help its score."""

    number: str
    title: str
    negative: bool
    parts: bool
    helped_by: tuple[str, ...]


class Indicator(NamedTuple):
    """One of the numbered indicators; it holds sub-indicators (OIT) or questions (IIT, EIT)."""

    number: str
    title: str
    title_en: str
    sub_indicators: tuple[SubIndicator, ...]
    questions: tuple[Question, ...]


class Instrument(NamedTuple):
    """IIT, EIT or OIT. ``weight`` is its share of the total, in per cent."""

    code: str
    title: str
    title_en: str
    weight: Decimal
    basis: Basis
    indicators: tuple[Indicator, ...]


class Rating(NamedTuple):
    """A level of the result: reached from ``at_least`` points on, where each instrument reaches its own least."""

    label: str
    label_en: str
    at_least: Decimal
    each_instrument: Decimal | None


class Rounding(NamedTuple):
    """Decimals kept, half-up, at each step of the roll-up; nothing means the value stays exact."""

    sub_indicator: int | None
    indicator: int | None
    instrument: int | None
    total: int | None


class CalendarKey(Enum):
    """The steps of an assessment year. The value is the key in a catalogue."""

    ASSESSMENT = "assessment"
    REGISTRATION = "registration"
    ANSWERING = "answering"
    SURVEYS = "surveys"
    SCORING = "scoring"
    CLARIFICATION = "clarification"
    CONFIRMATION = "confirmation"
    RESULTS = "results"
    AWARDS = "awards"


class CalendarStep(NamedTuple):
    """One step of the assessment year. ``begins`` and ``ends`` are a day each, or a month where no day is known.

    ``key`` says which step it is; nothing where the catalogue does not.
    """

    key: CalendarKey | None
    step: str
    begins: Period
    ends: Period


class Catalogue(NamedTuple):
    """Everything that is asked in one fiscal year (Buddhist era) by one regulator."""

    scheme: str
    year: int
    title: str
    regulator: str
    basis: dict[str, Basis]
    basis_notes: dict[str, str]
    rounding: Rounding
    pass_line: Decimal
    met: Decimal
    unmet: Decimal
    ratings: tuple[Rating, ...]
    local_government: frozenset[str]
    instruments: tuple[Instrument, ...]
    calendar: tuple[CalendarStep, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    span: Span
    items: tuple[Item, ...]
    by_number: dict[str, Item]

    @property
    def disclosure_instrument(self) -> Instrument | None:
        """The instrument that holds the items: OIT."""
        return next((i for i in self.instruments if any(x.sub_indicators for x in i.indicators)), None)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in order."""
        return tuple(indicator for instrument in self.instruments for indicator in instrument.indicators)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for indicator in self.indicators for question in indicator.questions)

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The parts that scores and counts of items rest on, and that no source of the year confirms in full."""
        parts = [part for part in COUNTED if self.basis.get(part, Basis.GUIDANCE) is not Basis.RULE]
        if any(item.basis is not Basis.RULE for item in self.items):
            parts.insert(0, "elements")
        return tuple(parts)

    def instrument_of(self, indicator: str) -> Instrument | None:
        """The instrument an indicator belongs to."""
        return next((i for i in self.instruments if any(x.number == indicator for x in i.indicators)), None)

    def is_local_government(self, kind: str) -> bool:
        """Whether the elements for local government apply to an agency of this kind."""
        return kind in self.local_government

    def groups_of(self, kind: str) -> Set[str]:
        """The groups an agency of this kind belongs to, of those that elements are asked of alone."""
        return {LOCAL_GOVERNMENT} if self.is_local_government(kind) else {kind}
