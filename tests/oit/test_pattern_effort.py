"""The search for patterns does work that grows with the groups and not with their combinations; counted, not timed."""

from fractions import Fraction
from math import prod

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples
from tables import every_row

from generator.oit.catalogue import Catalogue, Indicator
from generator.oit.patterns import MOST, patterns

from .builders import SHIPPED_YEARS, catalogue_of, shipped
from .plans import Plan, plans

PREPARING = 120
"""Calls for each item: its group's scores and sums are worked out once."""
LOOKING = 6
"""Calls for each number of items that is tried at one step of a pattern."""


def bound(indicator: Indicator) -> int:
    """The most calls: twice up to ``MOST`` patterns, each found step by step without one step in vain."""
    sizes = [len(sub.items) for sub in indicator.sub_indicators]
    return PREPARING * (sum(sizes) + len(sizes)) + 2 * MOST * (len(sizes) + 1) * (max(sizes) + 1) * LOOKING


def effort(catalogue: Catalogue, indicator: Indicator, score: Fraction, zeros: set[str]) -> int:
    return calls(lambda: patterns(catalogue, indicator, score, zeros=zeros, met=set()))


@every_row("year", SHIPPED_YEARS)
def test_every_score_of_every_shipped_list_is_searched_in_bounded_work(year: int) -> None:
    catalogue = shipped(year)
    own = catalogue.disclosure_instrument
    assert own is not None
    for indicator in own.indicators:
        scores = [Fraction(hundredths, 100) for hundredths in range(0, 10_001, 61)]
        assert max(effort(catalogue, indicator, score, set()) for score in scores) <= bound(indicator)


@given(plans(), st.data())
@settings(max_examples=examples(150), deadline=None, database=None)
def test_every_score_of_any_list_is_searched_in_bounded_work(plan: Plan, data: st.DataObject) -> None:
    catalogue = catalogue_of(plan)
    indicator = next(one for one in catalogue.indicators if one.sub_indicators)
    numbers = [item.number for sub in indicator.sub_indicators for item in sub.items]
    zeros = data.draw(st.sets(st.sampled_from(numbers)))
    score = Fraction(data.draw(st.integers(0, 10_000)), 100)
    assert effort(catalogue, indicator, score, zeros) <= bound(indicator)


@pytest.mark.parametrize("groups", [6, 12, 24])
def test_twice_the_groups_cost_no_more_than_about_twice_the_work(groups: int) -> None:
    """Twelve groups of five have two thousand million combinations: trying them would never end."""
    plan = Plan((Fraction(100),), 0, ((5,) * groups,), (), (2, 2, None, 2), (("F", Fraction(0), None),))  # type: ignore[arg-type]
    catalogue = catalogue_of(plan)
    indicator = catalogue.indicators[0]
    assert prod(len(sub.items) + 1 for sub in indicator.sub_indicators) > 40_000
    assert effort(catalogue, indicator, Fraction(50), set()) <= bound(indicator)
