"""Periods: fiscal years, and what the evidence of an item must cover.

Fiscal year N of the Buddhist era runs from 1 October N-1 to 30 September N (BE = CE + 543).
"""

import datetime
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

_BUDDHIST_OFFSET = 543
_ONE_DAY = datetime.timedelta(days=1)


class Period(NamedTuple):
    """From the first day to the last, both included."""

    start: datetime.date
    until: datetime.date

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start == self.until

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.start <= other.until and other.start <= self.until


class PeriodRule(Enum):
    """Which period the evidence of an item must cover, relative to the assessed fiscal year."""

    CURRENT = "current"
    FY_CURRENT = "fy-current"
    H1_CURRENT = "h1-current"
    Q2_CURRENT = "q2-current"
    FY_PREVIOUS = "fy-previous"
    MONTHLY_CURRENT = "monthly-current"
    MULTI_YEAR = "multi-year"
    FY_CURRENT_AND_PREVIOUS = "fy-current-and-previous"
    UNCERTAIN = "uncertain"


def fiscal_year(year: int) -> Period:
    """The days of a fiscal year of the Buddhist era."""
    common = year - _BUDDHIST_OFFSET
    return Period(datetime.date(common - 1, 10, 1), datetime.date(common, 9, 30))


def first_half(year: int) -> Period:
    """The first six months of a fiscal year: October to March."""
    whole = fiscal_year(year)
    return Period(whole.start, datetime.date(whole.until.year, 3, 31))


def required_period(rule: PeriodRule, year: int) -> Period | None:
    """What the evidence of an item of fiscal year ``year`` must cover; nothing when no stretch is fixed."""
    if rule in (PeriodRule.FY_CURRENT, PeriodRule.MULTI_YEAR):
        return fiscal_year(year)
    if rule in (PeriodRule.H1_CURRENT, PeriodRule.Q2_CURRENT, PeriodRule.MONTHLY_CURRENT):
        return first_half(year)
    if rule is PeriodRule.FY_PREVIOUS:
        return fiscal_year(year - 1)
    if rule is PeriodRule.FY_CURRENT_AND_PREVIOUS:
        return Period(fiscal_year(year - 1).start, fiscal_year(year).until)
    return None


def gaps(spans: Iterable[Period], required: Period) -> tuple[Period, ...]:
    """The stretches of a required period that no span covers, in order."""
    found: list[Period] = []
    reached = required.start
    for span in sorted(spans):
        if span.start > reached and reached <= required.until:
            found.append(Period(reached, min(span.start - _ONE_DAY, required.until)))
        reached = max(reached, span.until + _ONE_DAY)
    if reached <= required.until:
        found.append(Period(reached, required.until))
    return tuple(found)
