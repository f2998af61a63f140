"""Points are exact until a step rounds them, and a half goes up."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tables import every_row

from generator.oit.rounding import half_up, mean, points, short_points, whole_points


@every_row(
    ("value", "places", "expected"),
    [
        ("73.786", 2, "73.79"),
        ("85.2906", 2, "85.29"),
        ("93.9378", 2, "93.94"),
        ("33.335", 2, "33.34"),
        ("33.3349999", 2, "33.33"),
        ("84.995", 2, "85"),
        ("84.99499999", 2, "84.99"),
        ("0.005", 2, "0.01"),
        ("0.00499", 2, "0"),
        ("99.995", 2, "100"),
        ("62.5", 0, "63"),
        ("1/3", 4, "0.3333"),
        ("1/3", None, "1/3"),
    ],
)
def test_a_half_goes_up_and_nothing_else_does(value: str, places: int | None, expected: str) -> None:
    assert half_up(Fraction(value), places) == Fraction(expected)


def test_a_half_goes_up_where_binary_floats_and_even_rounding_go_down() -> None:
    assert [points(Fraction(text)) for text in ("2.675", "1.005", "0.125", "0.145")] == ["2.68", "1.01", "0.13", "0.15"]


@given(st.fractions(0, 100), st.integers(0, 6))
def test_a_rounded_value_is_the_only_one_of_its_decimals_within_half_a_step(value: Fraction, places: int) -> None:
    rounded = half_up(value, places)
    assert (rounded * 10**places).denominator == 1
    assert -Fraction(1, 2) < (value - rounded) * 10**places < Fraction(1, 2) or (
        (value - rounded) * 10**places == -Fraction(1, 2)
    )


@given(st.fractions(0, 100), st.integers(0, 6))
def test_what_is_rounded_stays_as_it_is(value: Fraction, places: int) -> None:
    assert half_up(half_up(value, places), places) == half_up(value, places)


def test_the_mean_is_exact() -> None:
    assert mean([Fraction(100), Fraction(0), Fraction(0)]) == Fraction(100, 3)


@every_row(
    ("value", "long", "short"),
    [
        (Fraction(100), "100.00", "100"),
        (Fraction(0), "0.00", "0"),
        (Fraction(125, 2), "62.50", "62.50"),
        (Fraction(1, 300), "0.00", "0"),
        (Fraction(5, 100), "0.05", "0.05"),
        (Fraction(99999, 1000), "100.00", "100"),
        (Decimal("83.77"), "83.77", "83.77"),
        (Fraction(-1, 4), "-0.25", "-0.25"),
    ],
)
def test_points_are_written_with_two_decimals_and_shortened_when_whole(
    value: Fraction | Decimal, long: str, short: str
) -> None:
    assert (points(value), short_points(value)) == (long, short)


def test_points_are_written_with_as_many_decimals_as_are_asked_for() -> None:
    assert [points(Fraction(2, 3), places) for places in (0, 1, 4)] == ["1", "0.7", "0.6667"]


@every_row(("value", "expected"), [("0.49", 0), ("0.5", 1), ("62.5", 63), ("63.5", 64), ("100", 100)])
def test_the_length_of_a_bar_is_a_whole_number(value: str, expected: int) -> None:
    assert whole_points(Fraction(value)) == expected
