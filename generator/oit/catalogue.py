"""A catalogue: what a regulator asks of the agencies in one fiscal year, and how it is scored.

Everything that differs between years and regulators is here as data: instruments and weights,
indicators, items and their elements, ratings, rounding, the pass line, the calendar. An item
number means nothing without its year; topics join "the same" item across years, many to many.
"""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.period import Period, PeriodRule


class Basis(Enum):
    """How well a fact of the catalogue is supported. What is not ``RULE`` is shown as guidance, never as the rule."""

    RULE = "rule"
    LIKELY = "likely"
    GUIDANCE = "guidance"


class Element(NamedTuple):
    """One thing an item must show. ``number`` counts from 1 within the item."""

    number: int
    text: str
    local_government_only: bool = False


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

    @property
    def slug(self) -> str:
        """The item's part of an address: ``o12``, two digits at least so that folders sort."""
        return f"o{int(self.number[1:]):02d}"

    def elements_for(self, local_government: bool) -> tuple[Element, ...]:
        """The elements an agency must show; some apply to local government only."""
        return tuple(e for e in self.elements if local_government or not e.local_government_only)


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
    """The steps of an assessment year, whatever a regulator calls them. The value is the key in a catalogue."""

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

    def instrument_of(self, indicator: str) -> Instrument | None:
        """The instrument an indicator belongs to."""
        return next((i for i in self.instruments if any(x.number == indicator for x in i.indicators)), None)

    def is_local_government(self, kind: str) -> bool:
        """Whether the elements for local government apply to an agency of this kind."""
        return kind in self.local_government
