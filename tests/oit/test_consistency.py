"""Totals, ratings, outcomes and patterns in which a report disagrees with itself, with the arithmetic."""

from decimal import Decimal

import pytest

from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.observation import Matter, Note
from generator.oit.reference import Reference, ReferenceKind

from .builders import catalogue_of, content, indicators, items, report_of, shipped
from .examined import AGREEING, NINE, TOTAL, found, only, without
from .plans import Plan


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
        seen = only(Matter.TOTAL, total={"score": "90.55", "where": "หน้า 3"}, indicators=indicators(AGREEING))
        assert (seen.subject, seen.printed, seen.follows, seen.places) == (TOTAL, "90.55", "90.53", ("หน้า 3",))
        assert seen.steps[:4] == (
            Note("sum", ("IIT = (92.89 + 86.49 + 88.22 + 82.66 + 80.55) / 5 = 86.1620",)),
            Note("sum", ("EIT = (88.32 + 85.09 + 85.93) / 3 = 86.4467",)),
            Note("sum", ("OIT = (100 + 93.75) / 2 = 96.8750",)),
            Note("sum", ("86.1620 × 30% + 86.4467 × 30% + 96.8750 × 40% = 90.5326",)),
        )

    def test_decimals_that_are_not_printed_may_explain_a_hundredth(self) -> None:
        near = only(Matter.TOTAL, total={"score": "90.54"}, indicators=indicators(AGREEING))
        assert near.steps[-1] == Note("decimals", ("90.5276", "90.5376", "yes"))

    def test_and_may_not_explain_two(self) -> None:
        far = only(Matter.TOTAL, total={"score": "90.55"}, indicators=indicators(AGREEING))
        assert far.steps[-1] == Note("decimals", ("90.5276", "90.5376", "no"))

    @pytest.mark.parametrize(("score", "answer"), [("86.78", "yes"), ("86.80", "no")])
    def test_other_values_that_are_printed_are_tried_too(self, score: str, answer: str) -> None:
        seen = only(
            Matter.TOTAL,
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
        assert seen.steps[-1] == Note("choices", ("2", "86.78", "90.53", answer))

    def test_a_printed_instrument_is_compared_with_its_indicators(self) -> None:
        seen = only(
            Matter.TOTAL, indicators=indicators(AGREEING), instruments=[{"instrument": "EIT", "score": "86.40"}]
        )
        assert (seen.subject, seen.printed, seen.follows) == (
            Reference(ReferenceKind.INSTRUMENT, "EIT"),
            "86.40",
            "86.45",
        )

    def test_a_printed_indicator_is_compared_with_its_items(self) -> None:
        of_ten = [item.number for item in shipped(2565).items if item.indicator == "10"]
        rows = [*items(100, *of_ten[:-1]), *items(0, of_ten[-1])]
        seen = only(Matter.TOTAL, indicators=indicators({"10": "75.01"}), items=rows)
        assert (seen.printed, seen.follows) == ("75.01", "75.00")
        assert seen.steps == (Note("sum", ("(100 + 50) / 2 = 75.00",)),)

    def test_a_total_without_its_parts_is_believed(self) -> None:
        assert without(Matter.TOTAL, total={"score": "90.55"}, indicators=indicators({"1": "92.89"}))


class TestRatings:
    """A printed rating and the rules of the year."""

    @pytest.mark.parametrize(("score", "rating"), [("85.00", "A"), ("84.99", "B"), ("95", "AA")])
    def test_the_rating_of_the_printed_total_is_accepted(self, score: str, rating: str) -> None:
        assert without(Matter.RATING, total={"score": score, "rating": rating}, indicators=indicators(AGREEING))

    def test_another_one_is_not(self) -> None:
        seen = only(
            Matter.RATING, total={"score": "84.99", "rating": "A", "where": "ปก"}, indicators=indicators(AGREEING)
        )
        assert (seen.printed, seen.follows, seen.places) == ("A", "B", ("ปก",))
        assert seen.steps == (Note("sum", ("84.99 → B",)),)

    def test_from_2566_on_the_instruments_decide_too(self) -> None:
        weak = {**AGREEING, "6": "60", "9": "100", "10": "100"}
        seen = only(Matter.RATING, 2567, total={"score": "85", "rating": "ผ่านดี"}, indicators=indicators(weak))
        assert seen.follows == "ผ่าน"


class TestOutcomes:
    """A printed pass or fail and the pass line."""

    @pytest.mark.parametrize(
        ("score", "outcome", "follows"), [("85", "fail", "pass"), ("84.99", "pass", "fail"), ("100", "fail", "pass")]
    )
    def test_an_outcome_against_its_own_score_is_found(self, score: str, outcome: str, follows: str) -> None:
        seen = only(Matter.OUTCOME, indicators=[{"indicator": "1", "score": score, "outcome": outcome}])
        assert (seen.subject, seen.printed, seen.follows) == (
            Reference(ReferenceKind.INDICATOR, "1"),
            outcome,
            follows,
        )

    def test_the_line_is_the_one_the_report_uses(self) -> None:
        row = {"indicator": "1", "score": "87", "outcome": "fail"}
        assert without(Matter.OUTCOME, indicators=[row], pass_line="90")
        seen = only(Matter.OUTCOME, indicators=[row], pass_line="80.5")
        assert seen.steps == (Note("sum", ("87.00 ≥ 80.50",)),)


class TestPatterns:
    """A printed indicator score and the items it can be made of."""

    def test_73_79_hides_a_zero_in_9_2_and_one_in_9_5(self) -> None:
        zeros = items(0, "O12", "O13", "O20", "O24", "O28", "O29")
        seen = only(Matter.UNNAMED_ZEROS, indicators=indicators({"9": "73.79"}), items=zeros)
        assert (seen.subject, seen.printed, seen.follows) == (NINE, "73.79", "3 1 2")
        assert [note.kind for note in seen.steps] == ["fits", "differs", "differs", "hides"]
        assert seen.steps[0].values == (
            "9.1: 9/9 · 9.2: 5/8 · 9.3: 5/7 · 9.4: 3/4 · 9.5: 3/5",
            "(100 + 62.50 + 71.43 + 75 + 60) / 5 = 73.79",
        )
        assert seen.steps[-1] == Note("hides", ("9.2 (1), 9.5 (1)",))

    def test_a_report_that_names_every_zero_hides_none(self) -> None:
        zeros = items(0, "O12", "O13", "O16", "O20", "O24", "O28", "O29", "O33")
        assert without(Matter.UNNAMED_ZEROS, indicators=indicators({"9": "73.79"}), items=zeros)

    def test_a_score_that_no_items_give_is_impossible(self) -> None:
        seen = only(Matter.IMPOSSIBLE, indicators=indicators({"9": "73.80"}))
        assert (seen.subject, seen.follows) == (NINE, "0")
        assert seen.steps == (Note("sum", ("9.1: 9, 9.2: 8, 9.3: 7, 9.4: 4, 9.5: 5",)),)

    def test_a_score_that_only_other_zeros_give_is_impossible_too(self) -> None:
        seen = only(Matter.IMPOSSIBLE, indicators=indicators({"9": "100"}), items=items(0, "O1"))
        assert seen.follows == "1"
        assert [note.kind for note in seen.steps] == ["sum", "differs"]

    def test_a_hundred_needs_no_zero(self) -> None:
        assert found(indicators=indicators({"9": "100"})) == []

    def test_many_patterns_are_counted_and_a_few_written_out(self) -> None:
        seen = only(Matter.UNNAMED_ZEROS, 2567, indicators=indicators({"9": "85.00"}))
        assert seen.follows.split()[:2] == ["13", "13"]
        assert [note.kind for note in seen.steps] == ["fits"] * 6 + ["more"]
        assert seen.steps[-1] == Note("more", ("7",))

    def test_a_search_that_is_too_long_accuses_nobody(self) -> None:
        groups = ((2, 3, 5, 7, 11, 13, 17),)
        plan = Plan((Decimal(100),), 0, groups, (), (None, 2, None, 2), (("F", Decimal(0), None),))
        year = content(catalogue_of(plan), results=report_of(indicators=indicators({"1": "50.01"})))
        assert cross_examine(year, assess(year).official) == ()
