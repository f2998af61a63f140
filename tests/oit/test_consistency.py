"""Totals, ratings, outcomes and patterns in which a report disagrees with itself, with the arithmetic."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.oit.arithmetic import (
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
    WeightedSum,
)
from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.observation import ImpossibleScore, OutcomeDiffers, RatingDiffers, TotalDiffers, UnnamedZeros
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.rounding import points

from .builders import catalogue_of, content, indicators, items, report_of, shipped
from .examined import AGREEING, NINE, TOTAL, found, only, without
from .plans import Plan

BOUNDS = Fraction("90.5326") - Fraction("0.005"), Fraction("90.5326") + Fraction("0.005")


def exactly(*scores: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, scores))


def instrument(code: str) -> Reference:
    return Reference(ReferenceKind.INSTRUMENT, code)


def indicator(number: str) -> Reference:
    return Reference(ReferenceKind.INDICATOR, number)


def test_without_a_report_there_is_nothing_to_examine() -> None:
    year = content(shipped(2565))
    assert cross_examine(year, assess(year).official) == ()


def test_a_report_that_agrees_with_itself_is_left_in_peace() -> None:
    agreeing = found(
        total={"score": "90.53", "rating": "A"},
        indicators=[
            {**row, "outcome": "pass" if Decimal(row["score"]) >= 85 else "fail"} for row in indicators(AGREEING)
        ],
        items=items(0, "O35"),
        printed=[{"figure": "total", "value": "90.53"}, {"figure": "indicator 9", "value": "100.00"}],
        statements=[{"text": "ผ่าน 8 ไม่ผ่าน 2", "claims": [{"figure": "indicators passed", "value": "8"}]}],
    )
    assert agreeing == []


class TestTotals:
    """A printed total and what its printed parts give."""

    def test_a_total_that_its_parts_do_not_give_is_shown_with_the_sums(self) -> None:
        seen = only(TotalDiffers, total={"score": "90.55", "where": "หน้า 3"}, indicators=indicators(AGREEING))
        assert (seen.about, seen.stated, seen.found, seen.where) == (
            TOTAL,
            Fraction("90.55"),
            Fraction("90.53"),
            "หน้า 3",
        )
        assert seen.steps[:3] == (
            MeanOfParts(instrument("IIT"), exactly("92.89", "86.49", "88.22", "82.66", "80.55"), Fraction("86.162")),
            MeanOfParts(instrument("EIT"), exactly("88.32", "85.09", "85.93"), Fraction("259.34") / 3),
            MeanOfParts(instrument("OIT"), exactly("100", "93.75"), Fraction("96.875")),
        )
        weighted = seen.steps[3]
        assert isinstance(weighted, WeightedSum)
        assert [part.instrument for part in weighted.parts] == ["IIT", "EIT", "OIT"]
        assert [part.weight for part in weighted.parts] == [*exactly("30", "30", "40")]
        assert points(weighted.value, 4) == "90.5326"

    def test_decimals_that_are_not_printed_may_explain_a_hundredth(self) -> None:
        near = only(TotalDiffers, total={"score": "90.54"}, indicators=indicators(AGREEING))
        assert near.steps[-1] == UnprintedDecimals(*BOUNDS, explains=True)

    def test_and_may_not_explain_two(self) -> None:
        far = only(TotalDiffers, total={"score": "90.55"}, indicators=indicators(AGREEING))
        assert far.steps[-1] == UnprintedDecimals(*BOUNDS, explains=False)

    @pytest.mark.parametrize(("score", "reached"), [("86.78", True), ("86.80", False)])
    def test_other_values_that_are_printed_are_tried_too(self, score: str, reached: bool) -> None:
        seen = only(
            TotalDiffers,
            total={"score": score},
            indicators=indicators(AGREEING),
            printed=[
                {"figure": "indicator 10", "value": "75.00"},
                {"figure": "indicator 5", "value": "๘๐.๕๕"},
                {"figure": "indicator 5", "value": "ไม่ระบุ"},
                {"figure": "total", "value": score},
                {"figure": "O10", "value": "0"},
                {"figure": "จำนวนผู้ตอบ", "value": "120"},
            ],
        )
        step = seen.steps[-1]
        assert isinstance(step, PrintedChoices)
        assert (step.choices, points(step.least), points(step.most), step.reaches) == (2, "86.78", "90.53", reached)

    def test_a_printed_instrument_is_compared_with_its_indicators(self) -> None:
        seen = only(
            TotalDiffers, indicators=indicators(AGREEING), instruments=[{"instrument": "EIT", "score": "86.40"}]
        )
        assert (seen.about, seen.stated, points(seen.found)) == (instrument("EIT"), Fraction("86.40"), "86.45")

    def test_a_printed_indicator_is_compared_with_its_items(self) -> None:
        of_ten = [item.number for item in shipped(2565).items if item.indicator == "10"]
        rows = [*items(100, *of_ten[:-1]), *items(0, of_ten[-1])]
        seen = only(TotalDiffers, indicators=indicators({"10": "75.01"}), items=rows)
        assert (seen.stated, seen.found) == (Fraction("75.01"), Fraction(75))
        assert seen.steps == (MeanOfParts(seen.about, exactly("100", "50"), Fraction("75")),)

    def test_a_total_without_its_parts_is_believed(self) -> None:
        assert without(TotalDiffers, total={"score": "90.55"}, indicators=indicators({"1": "92.89"}))


class TestRatings:
    """A printed rating and the rules of the year."""

    @pytest.mark.parametrize(("score", "rating"), [("85.00", "A"), ("84.99", "B"), ("95", "AA")])
    def test_the_rating_of_the_printed_total_is_accepted(self, score: str, rating: str) -> None:
        assert without(RatingDiffers, total={"score": score, "rating": rating}, indicators=indicators(AGREEING))

    def test_another_one_is_not(self) -> None:
        seen = only(
            RatingDiffers, total={"score": "84.99", "rating": "A", "where": "ปก"}, indicators=indicators(AGREEING)
        )
        assert (seen.stated, seen.found, seen.score, seen.where) == ("A", "B", Fraction("84.99"), "ปก")

    def test_from_2566_on_the_instruments_decide_too(self) -> None:
        weak = {**AGREEING, "6": "60", "9": "100", "10": "100"}
        seen = only(RatingDiffers, 2567, total={"score": "85", "rating": "ผ่านดี"}, indicators=indicators(weak))
        assert seen.found == "ผ่าน"


class TestOutcomes:
    """A printed pass or fail and the pass line."""

    @pytest.mark.parametrize(
        ("score", "outcome", "passes"), [("85", "fail", False), ("84.99", "pass", True), ("100", "fail", False)]
    )
    def test_an_outcome_against_its_own_score_is_found(self, score: str, outcome: str, passes: bool) -> None:
        seen = only(OutcomeDiffers, indicators=[{"indicator": "1", "score": score, "outcome": outcome}])
        assert (seen.passes, seen.score.of, seen.score.score) == (passes, indicator("1"), Fraction(score))
        assert seen.score.passes is not passes

    def test_the_line_is_the_one_the_report_uses(self) -> None:
        row = {"indicator": "1", "score": "87", "outcome": "fail"}
        assert without(OutcomeDiffers, indicators=[row], pass_line="90")
        seen = only(OutcomeDiffers, indicators=[row], pass_line="80.5")
        assert seen.score == ScoreAgainstLine(indicator("1"), Fraction("87"), Fraction("80.5"))


class TestPatterns:
    """A printed indicator score and the items it can be made of."""

    def test_73_79_hides_a_zero_in_9_2_and_one_in_9_5(self) -> None:
        zeros = items(0, "O12", "O13", "O20", "O24", "O28", "O29")
        seen = only(UnnamedZeros, indicators=indicators({"9": "73.79"}), items=zeros)
        assert (seen.about, seen.stated) == (NINE, Fraction("73.79"))
        assert (seen.patterns, seen.fitting, seen.zeros) == (3, 1, 2)
        patterns = [step for step in seen.steps if isinstance(step, ItemPattern)]
        assert [pattern.fits for pattern in patterns] == [True, False, False]
        assert patterns[0].groups == (
            SubIndicatorMet("9.1", 9, 9, Fraction("100")),
            SubIndicatorMet("9.2", 5, 8, Fraction("62.50")),
            SubIndicatorMet("9.3", 5, 7, Fraction("71.43")),
            SubIndicatorMet("9.4", 3, 4, Fraction("75")),
            SubIndicatorMet("9.5", 3, 5, Fraction("60")),
        )
        assert seen.steps[-1] == HiddenZeros((SubIndicatorItems("9.2", 1), SubIndicatorItems("9.5", 1)))

    def test_a_report_that_names_every_zero_hides_none(self) -> None:
        zeros = items(0, "O12", "O13", "O16", "O20", "O24", "O28", "O29", "O33")
        assert without(UnnamedZeros, indicators=indicators({"9": "73.79"}), items=zeros)

    def test_a_score_that_no_items_give_is_impossible(self) -> None:
        seen = only(ImpossibleScore, indicators=indicators({"9": "73.80"}))
        assert (seen.about, seen.patterns) == (NINE, 0)
        (sizes,) = seen.steps
        assert isinstance(sizes, GroupSizes)
        assert [(group.sub_indicator, group.items) for group in sizes.groups] == [
            ("9.1", 9), ("9.2", 8), ("9.3", 7), ("9.4", 4), ("9.5", 5),
        ]  # fmt: skip

    def test_a_score_that_only_other_zeros_give_is_impossible_too(self) -> None:
        seen = only(ImpossibleScore, indicators=indicators({"9": "100"}), items=items(0, "O1"))
        assert seen.patterns == 1
        assert [type(step) for step in seen.steps] == [GroupSizes, ItemPattern]

    def test_a_hundred_needs_no_zero(self) -> None:
        assert found(indicators=indicators({"9": "100"})) == []

    def test_many_patterns_are_counted_and_a_few_written_out(self) -> None:
        seen = only(UnnamedZeros, 2567, indicators=indicators({"9": "85.00"}))
        assert (seen.patterns, seen.fitting) == (13, 13)
        assert [type(step) for step in seen.steps[:-1]] == [ItemPattern] * 6
        assert seen.steps[-1] == MorePatterns(7)

    def test_a_search_that_is_too_long_accuses_nobody(self) -> None:
        groups = ((2, 3, 5, 7, 11, 13, 17),)
        plan = Plan((Decimal(100),), 0, groups, (), (None, 2, None, 2), (("F", Decimal(0), None),))
        year = content(catalogue_of(plan), results=report_of(indicators=indicators({"1": "50.01"})))
        assert cross_examine(year, assess(year).official) == ()
