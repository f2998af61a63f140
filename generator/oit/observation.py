"""Observations of the consistency check: a type for each kind of disagreement.

Each type holds what the report states, what follows from its other figures, the arithmetic line by
line, and the places where the figures stand. Scores are exact points 0-100. Words are chosen elsewhere.
"""

from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.arithmetic import Arithmetic, ScoreAgainstLine
from generator.oit.reference import Reference
from generator.oit.result import Claim, FigureName, PrintedFigure

PrintedValue = Fraction | str
"""The value of a figure in a report: a number, or words."""


class Matter(Enum):
    """The kinds of disagreement. The value is the key in ``data.json``."""

    TOTAL = "total"
    """A printed total or instrument score is not what its printed parts give."""
    PRINTED_TWICE = "printed-twice"
    """One quantity is printed with different values."""
    UNNAMED_ZEROS = "unnamed-zeros"
    """A printed indicator score needs items with 0 points that the report does not name."""
    CLAIM = "claim"
    """A sentence says what the table does not bear out."""
    YEAR = "year"
    """A year that is not the one the report is about."""
    NAME = "name"
    """The name of another agency, district or province."""
    MEASURE_PERIOD = "measure-period"
    """A measure is to be carried out outside the fiscal year it is given for."""
    OUTCOME = "outcome"
    """A printed pass or fail that the printed score does not bear out."""
    RATING = "rating"
    """A printed rating that the rules of the year do not give."""
    IMPOSSIBLE = "impossible"
    """A printed indicator score that no pattern of items gives."""


class TotalDiffers(NamedTuple):
    """A total, instrument or indicator whose score differs from what its component scores give."""

    about: Reference
    stated: Fraction
    found: Fraction
    steps: tuple[Arithmetic, ...]
    where: str
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.TOTAL


class PrintedTwice(NamedTuple):
    """One quantity with different values: the ``values`` that differ, the table's first, and the places they are at."""

    figure: FigureName
    values: tuple[PrintedValue, ...]
    printed: tuple[PrintedFigure, ...]
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.PRINTED_TWICE


class UnnamedZeros(NamedTuple):
    """An indicator score that requires items with 0 points which the report does not name.

    Of so many ``patterns`` that give the score, those that are ``fitting`` agree with the items named;
    each of them holds at least so many unnamed ``zeros``.
    """

    about: Reference
    stated: Fraction
    patterns: int
    fitting: int
    zeros: int
    steps: tuple[Arithmetic, ...]
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.UNNAMED_ZEROS


class ImpossibleScore(NamedTuple):
    """A printed indicator score that none of the ``patterns`` which agree with the items named gives."""

    about: Reference
    stated: Fraction
    patterns: int
    steps: tuple[Arithmetic, ...]
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.IMPOSSIBLE


class ExaminedClaim(NamedTuple):
    """A claim of a sentence, and what the tables give instead; None where they do not contradict it."""

    claim: Claim
    found: Fraction | None


class ClaimRefuted(NamedTuple):
    """A sentence with all it claims, of which the tables refute one claim at least."""

    text: str
    claims: tuple[ExaminedClaim, ...]
    steps: tuple[Arithmetic, ...]
    where: str
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.CLAIM


class YearDiffers(NamedTuple):
    """A sentence that names a year, as printed, which is not the fiscal ``year`` of the report."""

    text: str
    stated: str
    year: int
    where: str
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.YEAR


class OtherName(NamedTuple):
    """A name of another agency, district or province, as ``kind`` says; ``own`` is this agency's."""

    name: str
    kind: str
    own: str
    places: tuple[str, ...]
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.NAME


class MeasureOutsideYear(NamedTuple):
    """A measure of a document, the ``source``, whose printed period shares no day with its fiscal ``year``."""

    title: str
    period: str
    year: int
    source: str
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.MEASURE_PERIOD


class OutcomeDiffers(NamedTuple):
    """A pass or fail that contradicts the score; ``passes`` is what the report says."""

    passes: bool
    score: ScoreAgainstLine
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.OUTCOME


class RatingDiffers(NamedTuple):
    """A rating that does not follow from the total by the rules of the year."""

    stated: str
    found: str
    score: Fraction
    where: str
    span: Span

    @property
    def matter(self) -> Matter:
        """The kind of disagreement."""
        return Matter.RATING


Observation = (
    TotalDiffers
    | PrintedTwice
    | UnnamedZeros
    | ImpossibleScore
    | ClaimRefuted
    | YearDiffers
    | OtherName
    | MeasureOutsideYear
    | OutcomeDiffers
    | RatingDiffers
)
"""One disagreement."""
