"""The arithmetic behind an observation: a type for each kind of line, with exact figures and no words."""

from fractions import Fraction
from typing import NamedTuple

from generator.oit.reference import Reference


class MeanOfParts(NamedTuple):
    """The score of an instrument or an indicator as the mean of its component scores in the report."""

    of: Reference
    terms: tuple[Fraction, ...]
    value: Fraction


class WeightedPart(NamedTuple):
    """The score of one instrument and its weight in percent."""

    instrument: str
    score: Fraction
    weight: Fraction


class WeightedSum(NamedTuple):
    """The total as the weighted sum of its instruments."""

    parts: tuple[WeightedPart, ...]
    value: Fraction


class UnprintedDecimals(NamedTuple):
    """The range of totals possible with decimals that the report does not show.

    ``explains``: whether the total of the report lies in it.
    """

    least: Fraction
    most: Fraction
    explains: bool


class PrintedChoices(NamedTuple):
    """The totals from values that differ in the report; ``reaches`` when one of them is the total of the report."""

    choices: int
    least: Fraction
    most: Fraction
    reaches: bool


class ScoreAgainstLine(NamedTuple):
    """The score of one indicator against the pass line."""

    of: Reference
    score: Fraction
    line: Fraction

    @property
    def passes(self) -> bool:
        """Whether the score reaches the line."""
        return self.score >= self.line


class CountAgainstLine(NamedTuple):
    """How many indicators reach the pass line, and how many do not."""

    passed: int
    failed: int
    line: Fraction


class SubIndicatorItems(NamedTuple):
    """How many items a sub-indicator has."""

    sub_indicator: str
    items: int


class GroupSizes(NamedTuple):
    """How many items the sub-indicators of an indicator have."""

    groups: tuple[SubIndicatorItems, ...]


class SubIndicatorMet(NamedTuple):
    """How many items of a sub-indicator are met, and its score."""

    sub_indicator: str
    met: int
    items: int
    score: Fraction


class ItemPattern(NamedTuple):
    """One combination of items that gives the indicator score; ``fits`` when it agrees with the items named."""

    groups: tuple[SubIndicatorMet, ...]
    value: Fraction
    fits: bool


class MorePatterns(NamedTuple):
    """The number of patterns not listed."""

    more: int


class HiddenZeros(NamedTuple):
    """The sub-indicators that hold items with 0 points which the report does not name."""

    groups: tuple[SubIndicatorItems, ...]


Arithmetic = (
    MeanOfParts
    | WeightedSum
    | UnprintedDecimals
    | PrintedChoices
    | ScoreAgainstLine
    | CountAgainstLine
    | GroupSizes
    | ItemPattern
    | MorePatterns
    | HiddenZeros
)
"""One line of arithmetic."""
