"""Which items can have been met, given only the printed score of an indicator."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sampling import examples
from tables import every_row

from generator.oit.catalogue import Catalogue
from generator.oit.patterns import MOST, Pattern, patterns

from .builders import catalogue_of, shipped
from .plans import Plan, plans
from .scorer import rounded


def _patterns(
    catalogue: Catalogue, number: str, score: str | Fraction, zeros: Iterable[str] = (), met: Iterable[str] = ()
) -> tuple[Pattern, ...]:
    indicator = next(one for one in catalogue.indicators if one.number == number)
    found = patterns(catalogue, indicator, Fraction(score), zeros=set(zeros), met=set(met))
    assert found is not None
    return found


def test_73_79_over_groups_of_9_8_7_4_and_5_has_three_patterns() -> None:
    found = _patterns(shipped(2565), "9", "73.79")
    assert {pattern.met for pattern in found} == {(9, 7, 5, 2, 3), (9, 5, 5, 3, 3), (9, 3, 5, 4, 3)}
    assert {pattern.sizes for pattern in found} == {(9, 8, 7, 4, 5)}


def test_one_of_them_fits_the_zeros_that_the_report_names_and_hides_one_more_in_9_2_and_in_9_5() -> None:
    found = _patterns(shipped(2565), "9", "73.79", zeros=["O12", "O13", "O20", "O24", "O28", "O29"])
    assert [(pattern.met, pattern.fits) for pattern in found] == [
        ((9, 5, 5, 3, 3), True),
        ((9, 7, 5, 2, 3), False),
        ((9, 3, 5, 4, 3), False),
    ]
    assert found[0].unnamed == (0, 1, 0, 0, 1)
    assert found[0].scores == tuple(Fraction(score) for score in ("100", "62.5", "71.43", "75", "60"))


def test_a_pattern_must_leave_room_for_the_items_that_the_report_names_as_met() -> None:
    of_9_2 = [item.number for item in shipped(2565).items if item.sub_indicator == "9.2"]
    found = _patterns(shipped(2565), "9", "73.79", met=of_9_2[:6])
    assert [pattern.met for pattern in found if pattern.fits] == [(9, 7, 5, 2, 3)]


def test_33_34_in_2567_has_two_patterns() -> None:
    assert {pattern.met for pattern in _patterns(shipped(2567), "10", "33.34")} == {(4, 0), (1, 2)}


def test_85_00_in_2567_has_thirteen_patterns() -> None:
    found = {pattern.met for pattern in _patterns(shipped(2567), "9", "85.00")}
    assert len(found) == 13
    assert {(6, 7, 3, 3, 3), (6, 7, 4, 4, 1)} <= found


@pytest.mark.parametrize(
    ("score", "met"), [("93.75", {(7, 2)}), ("100", {(8, 2)}), ("0", {(0, 0)}), ("87.50", {(6, 2)})]
)
def test_some_scores_have_one_explanation(score: str, met: set[tuple[int, int]]) -> None:
    assert {pattern.met for pattern in _patterns(shipped(2565), "10", score)} == met


@every_row("score", ["73.80", "99.99", "0.01", "73.7857", "73.791"])
def test_a_score_that_no_items_give_has_none(score: str) -> None:
    assert _patterns(shipped(2565), "9", score) == ()


def test_a_score_of_more_decimals_than_are_kept_has_none() -> None:
    between = [Fraction(hundredths, 100) + Fraction(1, 1000) for hundredths in range(0, 10_000, 37)]
    assert {_patterns(shipped(2567), "9", score) for score in between} == {()}


def test_a_printed_score_has_two_decimals_even_where_the_catalogue_keeps_it_exact() -> None:
    catalogue = shipped(2565)
    exact = catalogue._replace(rounding=catalogue.rounding._replace(indicator=None))
    assert {p.met for p in _patterns(exact, "9", "73.79")} == {(9, 7, 5, 2, 3), (9, 5, 5, 3, 3), (9, 3, 5, 4, 3)}


def _small(sizes: Sequence[int], rounding: tuple[int | None, int | None]) -> Plan:
    lines = (("F", Fraction(0), None),)
    kept = (*rounding, None, 2)
    return Plan((Fraction(100),), 0, (tuple(sizes),), (), kept, lines)  # type: ignore[arg-type]


def test_the_pattern_with_just_the_named_zeros_is_found_first_however_many_there_are() -> None:
    """Of thousands of patterns for 50 points, the one that leaves no zero unnamed must not be cut off."""
    catalogue = catalogue_of(_small([5] * 12, (2, 2)))
    items = [item.number for item in catalogue.items]
    found = _patterns(catalogue, "1", "50", zeros=items[:30])
    assert found[0].fits
    assert found[0].unnamed == (0,) * 12
    assert sum(pattern.fits for pattern in found) <= MOST < len(found) <= 2 * MOST
    assert len({pattern.met for pattern in found}) == len(found)
    assert len(_patterns(catalogue, "1", "50")) == MOST


def test_too_many_different_sums_say_nothing_instead_of_nothing_found() -> None:
    """Exact sub-indicators of 2, 3, 5, 7, 11, 13 and 17 items have more than a million different sums."""
    catalogue = catalogue_of(_small([2, 3, 5, 7, 11, 13, 17], (None, 2)))
    assert patterns(catalogue, catalogue.indicators[0], Fraction(50), zeros=set(), met=set()) is None


def _by_trying_all(
    plan: Plan, sizes: Sequence[int], score: Fraction, named: tuple[set[str], set[str]]
) -> dict[tuple[int, ...], bool]:
    """Every combination of met items, one after another; whether it fits the named zeros and ones."""
    zeros, met = named
    in_sub, in_indicator, _, _ = plan.rounding
    found: dict[tuple[int, ...], bool] = {}
    numbers = iter(plan.items)
    groups = [[next(numbers) for _ in range(size)] for size in sizes]
    for counts in product(*(range(size + 1) for size in sizes)):
        subs = [
            rounded((Fraction(plan.met) * k + Fraction(plan.unmet) * (n - k)) / n, in_sub)
            for k, n in zip(counts, sizes, strict=True)
        ]
        if rounded(sum(subs, Fraction(0)) / len(subs), 2 if in_indicator is None else in_indicator) == score:
            found[counts] = all(
                k >= len(met.intersection(group)) and n - k >= len(zeros.intersection(group))
                for k, n, group in zip(counts, sizes, groups, strict=True)
            )
    return found


@given(plans(most_items=14), st.data())
@settings(max_examples=examples(200), deadline=None, database=None)
def test_the_search_finds_what_trying_all_combinations_finds(plan: Plan, data: st.DataObject) -> None:
    sizes = plan.groups[0]
    assume(prod(size + 1 for size in sizes) <= 5_000)
    catalogue = catalogue_of(plan)
    indicator = next(one for one in catalogue.indicators if one.sub_indicators)
    counts = tuple(data.draw(st.integers(0, size)) for size in sizes)
    reached = {
        item.number for sub, count in zip(indicator.sub_indicators, counts, strict=True) for item in sub.items[:count]
    }
    mine = [item.number for sub in indicator.sub_indicators for item in sub.items]
    named = data.draw(st.sets(st.sampled_from(mine)))
    zeros, met = named - reached, named & reached
    subs = [Fraction(plan.met) * k / n + Fraction(plan.unmet) * (n - k) / n for k, n in zip(counts, sizes, strict=True)]
    places = plan.rounding[1] if plan.rounding[1] is not None else 2
    whole = sum((rounded(sub, plan.rounding[0]) for sub in subs), Fraction(0)) / len(subs)
    score = rounded(whole, places) + Fraction(data.draw(st.sampled_from([0, 0, 0, 1])), 10**places)
    local = Plan(plan.weights, 0, (sizes,), (), plan.rounding, plan.ratings, plan.met, plan.unmet)
    shift = int(mine[0][1:]) - 1
    as_local = ({f"O{int(n[1:]) - shift}" for n in zeros}, {f"O{int(n[1:]) - shift}" for n in met})
    expected = _by_trying_all(local, sizes, score, as_local)
    found = patterns(catalogue, indicator, score, zeros=zeros, met=met)
    assert found is not None
    assume(len(expected) <= MOST)
    assert {pattern.met: pattern.fits for pattern in found} == expected
    assert [pattern.fits for pattern in found] == sorted((pattern.fits for pattern in found), reverse=True)
