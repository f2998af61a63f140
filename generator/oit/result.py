"""Official results of a report: every figure with its context and place."""

import datetime
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.reference import Reference


class Source(NamedTuple):
    """The document that figures or measures come from."""

    title: str
    issued: datetime.date | None
    issuer: str


class TotalResult(NamedTuple):
    """The total and its rating in the report; ``where`` names the place."""

    score: Decimal
    rating: str
    where: str
    span: Span


class InstrumentResult(NamedTuple):
    """The printed score of one instrument."""

    instrument: str
    score: Decimal
    span: Span


class IndicatorResult(NamedTuple):
    """The printed score of one indicator. ``passed`` is the printed outcome, where there is one."""

    indicator: str
    title: str
    score: Decimal
    passed: bool | None
    span: Span


class QuestionPart(NamedTuple):
    """One sub-answer of a question that has several."""

    title: str
    score: Decimal


class QuestionResult(NamedTuple):
    """The printed wording and score of one question."""

    question: str
    text: str
    score: Decimal | None
    parts: tuple[QuestionPart, ...]
    span: Span


class ItemResult(NamedTuple):
    """The score of one item. ``inferred`` marks one that is not printed; ``basis`` tells what it follows from."""

    item: str
    score: Decimal
    inferred: bool
    basis: str
    span: Span


class FindingKind(Enum):
    """Weaknesses need fixing; the rest is to be kept or developed."""

    WEAKNESS = "weakness"
    KEEP = "keep"


class Finding(NamedTuple):
    """What a report says about an indicator, a question or an item, and what it advises."""

    about: Reference
    heading: str
    statement: str
    remark: str
    analysis: str
    remedy: str
    owners: tuple[str, ...]
    kind: FindingKind | None
    helped_by: tuple[str, ...]
    where: str
    span: Span
    helped_by_span: Span


class Quantity(Enum):
    """Figures of a report as a whole that its tables tell. The value is the name an officer writes."""

    PASSED = "indicators passed"
    FAILED = "indicators failed"
    YEAR = "year"

    def __str__(self) -> str:
        return self.value


FigureName = Reference | Quantity | str
"""What a figure is of: a numbered thing of the catalogue, a quantity of the report, or words of it."""


class PrintedFigure(NamedTuple):
    """A figure at one place where a report prints it."""

    figure: FigureName
    value: str
    where: str
    span: Span


class Claim(NamedTuple):
    """What a sentence says, in a form that can be compared with the tables."""

    figure: FigureName
    value: str


class Statement(NamedTuple):
    """A sentence of a report that claims something."""

    text: str
    where: str
    claims: tuple[Claim, ...]
    span: Span


class MisprintedName(NamedTuple):
    """A name in an agency's report that is not its own. ``kind``: agency, district or province."""

    name: str
    kind: str
    where: str
    span: Span


class EarlierYear(NamedTuple):
    """Figures of an earlier fiscal year in a report."""

    year: int
    total: TotalResult | None
    instruments: tuple[InstrumentResult, ...]
    indicators: tuple[IndicatorResult, ...]
    where: str
    span: Span


class Results(NamedTuple):
    """All that one report says about the official result of one fiscal year. Scores are points 0-100."""

    source: Source
    pass_line: Decimal | None
    focus_line: Decimal | None
    total: TotalResult | None
    instruments: tuple[InstrumentResult, ...]
    indicators: tuple[IndicatorResult, ...]
    questions: tuple[QuestionResult, ...]
    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...]
    printed: tuple[PrintedFigure, ...]
    statements: tuple[Statement, ...]
    names: tuple[MisprintedName, ...]
    earlier: tuple[EarlierYear, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether the report gives a figure or a statement, beside its findings."""
        return bool(
            self.total
            or self.instruments
            or self.indicators
            or self.questions
            or self.items
            or self.printed
            or self.earlier
            or self.statements
        )

    def item_score(self, item: str) -> Decimal | None:
        """The official score of one item, or nothing when the report does not state it."""
        return next((result.score for result in self.items if result.item == item), None)

    def indicator_score(self, indicator: str) -> Decimal | None:
        """The printed score of one indicator, or nothing."""
        return next((result.score for result in self.indicators if result.indicator == indicator), None)
