"""From a total to its rating, by the rules of the year."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from generator.oit.catalogue import Rating


def rate(total: Fraction, instruments: Iterable[Fraction], ratings: Sequence[Rating]) -> Rating:
    """The first rating whose lines the total and every instrument reach.

    ``total`` is rounded as the catalogue says and compared with lower bounds only: closed ranges
    such as 70-84.99 leave gaps. The last rating starts at 0, so one always matches.
    """
    least = min(instruments, default=total)
    for rating in ratings:
        if total >= rating.at_least and (rating.each_instrument is None or least >= rating.each_instrument):
            return rating
    return ratings[-1]
