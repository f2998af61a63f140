"""How far a day may be from its fiscal year before its year looks like a slip."""

import datetime
from typing import NamedTuple

from generator.oit.period import Period, fiscal_year


class Reach(NamedTuple):
    """So many fiscal years before a year, and so many after it."""

    before: int
    after: int

    def holds(self, day: datetime.date, year: int) -> bool:
        """Whether a day lies within reach of a fiscal year of the Buddhist era."""
        return fiscal_year(year - self.before).start <= day <= fiscal_year(year + self.after).until


NEAR = Reach(5, 5)
"""What is said of the year's own work: the last update, a report's day, a measure's deadline.

It happens in the year or next to it; five years leave room for archives that are corrected late, and are
less than the ten of the commonest slip (2558 for 2568).
"""
DOCUMENT = Reach(96, 5)
"""The day of a document: laws in force are as old as the first municipalities (2476); none is of years to come."""
TERM = Reach(30, 30)
"""The ends of what a document covers: leases and concessions run for thirty years, the national strategy for twenty."""


def covers_near(period: Period, year: int) -> bool:
    """Whether a document about a period belongs near a fiscal year: its ends within a term, and it comes close."""
    whole = fiscal_year(year)
    in_term = TERM.holds(period.start, year) and TERM.holds(period.until, year)
    return in_term and (period.overlaps(whole) or NEAR.holds(period.start, year) or NEAR.holds(period.until, year))
