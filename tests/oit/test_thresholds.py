"""Every rating of every shipped year, just below its line, on it and just above it."""

from fractions import Fraction

import pytest
from tables import every_row

from generator.oit.rating import rate
from generator.oit.rollup import weighted_total

from .builders import SHIPPED_YEARS, shipped

LETTERS = {"95": "AA", "85": "A", "75": "B", "65": "C", "55": "D", "50": "E", "0": "F"}
WORDS = {"95": "ผ่านดีเยี่ยม", "85": "ผ่านดี", "70": "ต้องปรับปรุง", "0": "ต้องปรับปรุงโดยด่วน"}
LETTER_YEARS, WORD_YEARS = range(2563, 2566), range(2566, 2570)
STEP = Fraction(1, 100)
CASES = [
    (year, bands, line)
    for years, bands in ((LETTER_YEARS, LETTERS), (WORD_YEARS, WORDS))
    for year in years
    for line in bands
    if line != "0"
]


def _rating(year: int, iit: Fraction, eit: Fraction, oit: Fraction) -> str:
    total = weighted_total(shipped(year), {"IIT": iit, "EIT": eit, "OIT": oit})
    assert total is not None
    return total.rating.label


def _alike(year: int, score: Fraction) -> str:
    return _rating(year, score, score, score)


def _below(bands: dict[str, str], line: str) -> str:
    lines = list(bands)
    return bands[lines[lines.index(line) + 1]]


def test_every_shipped_year_is_rated_by_one_of_the_two_scales() -> None:
    for years, bands in ((LETTER_YEARS, LETTERS), (WORD_YEARS, {**WORDS, "ผ่าน": "ผ่าน"})):
        for year in years:
            assert {rating.label for rating in shipped(year).ratings} == set(bands.values()), year
    assert [*LETTER_YEARS, *WORD_YEARS] == list(SHIPPED_YEARS)


@every_row(("year", "bands", "line"), CASES)
def test_a_line_is_reached_by_its_own_points_and_not_by_a_hundredth_less(
    year: int, bands: dict[str, str], line: str
) -> None:
    assert _alike(year, Fraction(line) - STEP) == _below(bands, line)
    assert _alike(year, Fraction(line)) == bands[line]
    assert _alike(year, Fraction(line) + STEP) == bands[line]


@every_row(("year", "bands", "line"), CASES)
def test_the_total_is_rounded_before_it_is_compared(year: int, bands: dict[str, str], line: str) -> None:
    """84.995 is 85.00; a hair less is 84.99. Closed ranges such as 70-84.99 would leave these without a rating."""
    half = Fraction(line) - STEP / 2
    iit, eit, oit = Fraction(line), Fraction(line), Fraction(line)
    just = (half - Fraction("0.3") * iit - Fraction("0.3") * eit) / Fraction("0.4")
    reached = bands[line] if year in LETTER_YEARS or line == "70" else {"95": "ผ่านดี", "85": "ผ่าน"}[line]
    assert _rating(year, iit, eit, just) == reached
    assert _rating(year, iit, eit, just - Fraction(1, 10**9)) == _below(bands, line)
    assert _rating(year, iit, eit, oit) == bands[line]


@every_row("year", [*LETTER_YEARS, *WORD_YEARS])
def test_the_ends_of_the_scale_are_rated(year: int) -> None:
    bands = LETTERS if year in LETTER_YEARS else WORDS
    assert (_alike(year, Fraction(0)), _alike(year, Fraction(100))) == (bands["0"], bands["95"])


@every_row("year", WORD_YEARS)
@every_row("weak", range(3))
@every_row(
    ("others", "least", "rating"),
    [
        ("100", "95", "ผ่านดีเยี่ยม"),
        ("100", "94.999", "ผ่านดี"),
        ("100", "85.001", "ผ่านดี"),
        ("100", "85", "ผ่านดี"),
        ("100", "84.999", "ผ่าน"),
        ("100", "63", "ผ่าน"),
        ("100", "50", "ผ่าน or less"),
    ],
)
def test_from_2566_on_each_instrument_must_reach_the_line_too(
    year: int, weak: int, others: str, least: str, rating: str
) -> None:
    scores = [Fraction(others)] * 3
    scores[weak] = Fraction(least)
    if rating == "ผ่าน or less":
        rating = "ต้องปรับปรุง" if weak == 2 else "ผ่าน"
    assert _rating(year, *scores) == rating


@pytest.mark.parametrize("year", LETTER_YEARS)
def test_to_2565_only_the_total_counts(year: int) -> None:
    assert _rating(year, Fraction(100), Fraction(100), Fraction(90)) == "AA"
    assert _rating(year, Fraction(100), Fraction(100), Fraction(65)) == "A"


@every_row(
    ("year", "total", "instruments", "rating"),
    [
        (2567, "92.43", "90 90 96", "ผ่านดี"),
        (2568, "94.64", "98 84.99 99", "ผ่าน"),
        (2566, "95.81", "97 94 96", "ผ่านดี"),
        (2567, "78.50", "96.32 86.47 59.17", "ต้องปรับปรุง"),
        (2565, "91.16", "90 90 92", "A"),
    ],
)
def test_totals_that_were_published_get_the_rating_that_was_published(
    year: int, total: str, instruments: str, rating: str
) -> None:
    scores = [Fraction(score) for score in instruments.split()]
    assert rate(Fraction(total), scores, shipped(year).ratings).label == rating


def test_a_total_below_every_line_gets_the_last_rating() -> None:
    assert rate(Fraction(10), [], shipped(2565).ratings[:1]).label == "AA"


def test_without_any_instrument_the_total_stands_for_them() -> None:
    assert rate(Fraction(96), [], shipped(2567).ratings).label == "ผ่านดีเยี่ยม"
