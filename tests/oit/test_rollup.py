"""From items to the total, on the catalogues of the years from which reports are known."""

from fractions import Fraction

import pytest
from tables import every_row

from generator.oit.rollup import roll_up, weighted_total, worth
from generator.oit.rounding import points

from .builders import SHIPPED_YEARS, shipped

IIT, EIT, OIT = "IIT", "EIT", "OIT"


def _points(**scores: str) -> dict[str, Fraction]:
    return {code: Fraction(score) for code, score in scores.items()}


def test_an_indicator_is_the_mean_of_its_sub_indicators_and_not_of_its_items() -> None:
    catalogue = shipped(2565)
    unmet = {"O12", "O13", "O16", "O20", "O24", "O28", "O29", "O33"}
    rolled = roll_up(catalogue, {item.number: item.number not in unmet for item in catalogue.items})
    assert {number: points(step.value) for number, step in rolled.sub_indicators.items()} == {
        "9.1": "100.00",
        "9.2": "62.50",
        "9.3": "71.43",
        "9.4": "75.00",
        "9.5": "60.00",
        "10.1": "100.00",
        "10.2": "100.00",
    }
    assert {number: points(step.value) for number, step in rolled.indicators.items()} == {"9": "73.79", "10": "100.00"}
    assert rolled.indicators["9"].terms == tuple(Fraction(text) for text in ("100", "62.5", "71.43", "75", "60"))
    assert rolled.instrument.value == Fraction("86.895")


def test_an_item_that_nobody_names_is_not_met() -> None:
    rolled = roll_up(shipped(2565), {"O1": True})
    assert [number for number, score in rolled.items.items() if score] == ["O1"]
    assert rolled.sub_indicators["9.1"].value == Fraction("11.11")


def test_33_34_needs_sub_indicators_that_are_rounded_before_their_mean_is_taken() -> None:
    """Two thirds and nothing: exactly 33.333…, but with 66.67 rounded first it is 33.335 and goes up."""
    catalogue = shipped(2567)
    ten_one = next(sub for i in catalogue.indicators for sub in i.sub_indicators if sub.number == "10.1")
    rolled = roll_up(catalogue, {item.number: True for item in ten_one.items[:4]})
    assert rolled.indicators["10"].value == Fraction("33.34")


@every_row(
    ("year", "scores", "exact", "value", "rating"),
    [
        (2565, _points(IIT="86.162", EIT="86.44666666", OIT="83.77"), None, "85.29", "A"),
        (2567, _points(IIT="96.316", EIT="86.4666666667", OIT="59.17"), None, "78.50", "ต้องปรับปรุง"),
        (2565, _points(IIT="93.986", EIT="89.9733333333", OIT="96.875"), None, "93.94", "A"),
        (2565, _points(IIT="100", EIT="0", OIT="0"), "30", "30.00", "F"),
        (2565, _points(IIT="0", EIT="100", OIT="0"), "30", "30.00", "F"),
        (2565, _points(IIT="0", EIT="0", OIT="100"), "40", "40.00", "F"),
    ],
)
def test_the_total_is_the_weighted_sum_of_the_instruments(
    year: int, scores: dict[str, Fraction], exact: str | None, value: str, rating: str
) -> None:
    total = weighted_total(shipped(year), scores)
    assert total is not None
    assert (points(total.value), total.rating.label) == (value, rating)
    assert exact is None or total.exact == Fraction(exact)
    assert total.instruments == scores


def test_instruments_are_not_rounded_before_they_are_weighted() -> None:
    """Rounded first, 96.32, 86.47 and 59.17 would give 78.505 and so 78.51, which the report does not print."""
    total = weighted_total(shipped(2567), _points(IIT="96.316", EIT="86.466666", OIT="59.17"))
    assert total is not None
    assert points(total.value) == "78.50"


@pytest.mark.parametrize("missing", [IIT, EIT, OIT])
def test_there_is_no_total_while_an_instrument_is_not_known(missing: str) -> None:
    scores = _points(IIT="90", EIT="90", OIT="90")
    del scores[missing]
    assert weighted_total(shipped(2565), scores) is None


def test_in_2565_an_item_of_the_smallest_group_moves_the_total_by_5_and_one_of_the_largest_by_less_than_a_half() -> (
    None
):
    worths = worth(shipped(2565))
    assert {number: points(worths[number]) for number in ("O1", "O10", "O18", "O25", "O29", "O34", "O42")} == {
        "O1": "0.44",
        "O10": "0.50",
        "O18": "0.57",
        "O25": "1.00",
        "O29": "0.80",
        "O34": "1.25",
        "O42": "5.00",
    }


@every_row("year", SHIPPED_YEARS)
def test_the_worths_of_all_items_add_up_to_the_weight_of_their_instrument(year: int) -> None:
    worths = worth(shipped(year))
    assert list(worths) == [item.number for item in shipped(year).items]
    assert sum(worths.values()) == 40
