"""A line of arithmetic names its indicators in the words of the theme, whatever these are."""

from fractions import Fraction

import pytest

from generator.oit.arithmetic import (
    Arithmetic,
    CountAgainstLine,
    GroupSizes,
    HiddenZeros,
    ItemPattern,
    MeanOfParts,
    MorePatterns,
    PrintedChoices,
    ScoreAgainstLine,
    SubIndicatorItems,
    SubIndicatorMet,
    UnprintedDecimals,
    WeightedPart,
    WeightedSum,
)
from generator.oit.reference import Reference, ReferenceKind
from generator.rendering.arithmetic_line import arithmetic_line
from generator.rendering.wording import Wording

TEN = Reference(ReferenceKind.INDICATOR, "10")
OIT = Reference(ReferenceKind.INSTRUMENT, "OIT")
HALF = Fraction("62.5")
WORDS = {
    "indicator_n": "indicator %(number)s",
    "note_decimals_yes": "%(least)s to %(most)s explain it",
    "note_decimals_no": "%(least)s to %(most)s do not explain it",
    "note_choices_yes": "%(count)s choices, %(least)s to %(most)s, one is printed",
    "note_choices_no": "%(count)s choices, %(least)s to %(most)s, none is printed",
    "note_fits": "fits: %(count)s → %(sums)s",
    "note_differs": "differs: %(count)s → %(sums)s",
    "note_more": "%(count)s more",
    "note_hides": "hidden in %(numbers)s",
}
PATTERN = (SubIndicatorMet("10.1", 1, 2, Fraction(50)), SubIndicatorMet("10.2", 2, 2, Fraction(100)))
LINES: list[tuple[Arithmetic, str]] = [
    (MeanOfParts(TEN, (Fraction(100), Fraction(25)), HALF), "indicator 10 = (100 + 25) / 2 = 62.50"),
    (MeanOfParts(OIT, (HALF, HALF), HALF), "(62.50 + 62.50) / 2 = 62.5000"),
    (
        WeightedSum((WeightedPart("IIT", HALF, Fraction(60)), WeightedPart("OIT", HALF, Fraction(40))), HALF),
        "62.5000 × 60% + 62.5000 × 40% = 62.5000",
    ),
    (UnprintedDecimals(HALF, HALF, True), "62.5000 to 62.5000 explain it"),
    (UnprintedDecimals(HALF, HALF, False), "62.5000 to 62.5000 do not explain it"),
    (PrintedChoices(4, HALF, HALF, True), "4 choices, 62.50 to 62.50, one is printed"),
    (PrintedChoices(4, HALF, HALF, False), "4 choices, 62.50 to 62.50, none is printed"),
    (ScoreAgainstLine(TEN, HALF, Fraction(85)), "indicator 10: 62.50 < 85"),
    (ScoreAgainstLine(OIT, HALF, HALF), "62.50 ≥ 62.50"),
    (CountAgainstLine(8, 2, Fraction(85)), "8 ≥ 85, 2 < 85"),
    (GroupSizes((SubIndicatorItems("10.1", 8), SubIndicatorItems("10.2", 2))), "10.1: 8, 10.2: 2"),
    (ItemPattern(PATTERN, Fraction(75), True), "fits: 10.1: 1/2 · 10.2: 2/2 → (50 + 100) / 2 = 75.00"),
    (ItemPattern(PATTERN, Fraction(75), False), "differs: 10.1: 1/2 · 10.2: 2/2 → (50 + 100) / 2 = 75.00"),
    (MorePatterns(7), "7 more"),
    (HiddenZeros((SubIndicatorItems("10.1", 1), SubIndicatorItems("10.2", 2))), "hidden in 10.1 (1), 10.2 (2)"),
]


def test_each_kind_of_line_is_written_as_a_calculation() -> None:
    wording = Wording("en", WORDS)
    assert [arithmetic_line(step, OIT, wording) for step, _ in LINES] == [line for _, line in LINES]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("ตัวชี้วัดที่ %(number)s", "ตัวชี้วัดที่ 10: 62.50 < 85"),
        ("no. %(number)s", "no. 10: 62.50 < 85"),
        (r"\1 %(number)s", r"\1 10: 62.50 < 85"),
    ],
)
def test_each_number_is_called_as_the_theme_calls_it(words: str, line: str) -> None:
    step = ScoreAgainstLine(TEN, HALF, Fraction(85))
    assert arithmetic_line(step, OIT, Wording("th", {"indicator_n": words})) == line
