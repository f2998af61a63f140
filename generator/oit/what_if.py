"""The total with one more item complete: the arithmetic behind "do these first"."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from generator.oit.catalogue import Catalogue, Item
from generator.oit.official import Official
from generator.oit.rollup import Total, roll_up, step, weighted_total
from generator.oit.rounding import half_up


class WhatIf(NamedTuple):
    """The total as it is and as it would be, in points."""

    now: Fraction
    then: Fraction


def official_with(catalogue: Catalogue, official: Official, item: Item) -> WhatIf | None:
    """The official total with an item met that now has no points.

    Nothing when the report does not determine it: it must give every indicator, and one pattern of
    items alone must explain the indicator of this one.
    """
    now = official.total_recomputed
    own = catalogue.disclosure_instrument
    fitting = [pattern for pattern in official.patterns.get(item.indicator, ()) if pattern.fits]
    indicator = next(i for i in catalogue.indicators if i.number == item.indicator)
    if now is None or own is None or len(fitting) != 1:
        return None
    subs: list[Fraction] = []
    for sub, met in zip(indicator.sub_indicators, fitting[0].met, strict=True):
        count, size = met + (sub.number == item.sub_indicator), len(sub.items)
        if count > size:
            return None
        points = (Fraction(catalogue.met) * count + Fraction(catalogue.unmet) * (size - count)) / size
        subs.append(half_up(points, catalogue.rounding.sub_indicator))
    raised = step(tuple(subs), catalogue.rounding.indicator).value
    known = {i.number: official.indicators[i.number].best for i in own.indicators} | {item.indicator: raised}
    terms = tuple(value for value in known.values() if value is not None)
    if len(terms) < len(known):
        return None
    instrument = step(terms, catalogue.rounding.instrument).value
    then = weighted_total(catalogue, {**now.instruments, own.code: instrument})
    return None if then is None else WhatIf(now.value, then.value)


def assessed_with(catalogue: Catalogue, met: Mapping[str, bool], total: Total | None, item: Item) -> WhatIf | None:
    """The total of a self-assessment with an item met that is not; nothing where the surveys are not known."""
    own = catalogue.disclosure_instrument
    if total is None or own is None:
        return None
    rolled = roll_up(catalogue, {**met, item.number: True})
    then = weighted_total(catalogue, {**total.instruments, own.code: rolled.instrument.value})
    return None if then is None else WhatIf(total.value, then.value)
