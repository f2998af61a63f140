"""From items to the instrument: each step the mean of the step below, rounded as the catalogue says.

Sub-indicator = mean of items; indicator = mean of sub-indicators, so an item in a small group
weighs more; instrument = mean of indicators; total = weighted sum (facts: scoring).
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from generator.oit.catalogue import Catalogue, Rating
from generator.oit.rating import rate
from generator.oit.rounding import half_up, mean


class Step(NamedTuple):
    """One score with the parts it is the mean of, so that the sum can be shown. Points 0-100."""

    value: Fraction
    terms: tuple[Fraction, ...]


class Total(NamedTuple):
    """A weighted total with its rating; ``instruments`` are the scores it is made of, by code."""

    value: Fraction
    exact: Fraction
    instruments: dict[str, Fraction]
    rating: Rating


class RollUp(NamedTuple):
    """The scores of the disclosure instrument that follow from its items."""

    items: dict[str, Fraction]
    sub_indicators: dict[str, Step]
    indicators: dict[str, Step]
    instrument: Step


def roll_up(catalogue: Catalogue, met: Mapping[str, bool]) -> RollUp:
    """The scores when the items named in ``met`` are met or not; an item that is not named is not met."""
    full, nothing = Fraction(catalogue.met), Fraction(catalogue.unmet)
    items = {item.number: full if met.get(item.number, False) else nothing for item in catalogue.items}
    instrument = catalogue.disclosure_instrument
    sub_indicators: dict[str, Step] = {}
    indicators: dict[str, Step] = {}
    for indicator in instrument.indicators if instrument is not None else ():
        for sub in indicator.sub_indicators:
            sub_indicators[sub.number] = step(
                tuple(items[item.number] for item in sub.items), catalogue.rounding.sub_indicator
            )
        terms = tuple(sub_indicators[sub.number].value for sub in indicator.sub_indicators)
        indicators[indicator.number] = step(terms, catalogue.rounding.indicator)
    whole = step(tuple(indicators[number].value for number in indicators), catalogue.rounding.instrument)
    return RollUp(items, sub_indicators, indicators, whole)


def step(terms: tuple[Fraction, ...], places: int | None) -> Step:
    """The mean of the parts, rounded to so many decimals."""
    return Step(half_up(mean(terms), places), terms)


def weighted_total(catalogue: Catalogue, instruments: Mapping[str, Fraction]) -> Total | None:
    """The total of all instruments with its rating; nothing when one of them is not known."""
    if any(instrument.code not in instruments for instrument in catalogue.instruments):
        return None
    scores = {instrument.code: instruments[instrument.code] for instrument in catalogue.instruments}
    exact = sum(
        (scores[instrument.code] * Fraction(instrument.weight) / 100 for instrument in catalogue.instruments),
        Fraction(0),
    )
    value = half_up(exact, catalogue.rounding.total)
    return Total(value, exact, scores, rate(value, scores.values(), catalogue.ratings))


def worth(catalogue: Catalogue) -> dict[str, Fraction]:
    """The weight of each item: the points that completing it adds to the total, before rounding.

    The weights of all items add up to the weight of their instrument (when an item scores 0 or 100).
    """
    instrument = catalogue.disclosure_instrument
    if instrument is None:
        return {}
    span = Fraction(catalogue.met - catalogue.unmet)
    share = span * Fraction(instrument.weight) / 100 / len(instrument.indicators)
    return {
        item.number: share / len(indicator.sub_indicators) / len(sub.items)
        for indicator in instrument.indicators
        for sub in indicator.sub_indicators
        for item in sub.items
    }
