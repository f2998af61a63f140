"""What the total would be with one more item met, and where nobody can say."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples
from tables import every_row

from generator.oit.assessment import Assessment, assess
from generator.oit.what_if import WhatIf, assessed_with, official_with
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.index_view import todo_rows

from .builders import answered, catalogue_of, content, in_state, indicators, items, report_of, shipped
from .plans import Answers, Plan, answers, plans
from .scorer import score

KOK_TUM = {
    "1": "92.89", "2": "86.49", "3": "88.22", "4": "82.66", "5": "80.55",
    "6": "88.32", "7": "85.09", "8": "85.93", "9": "73.79", "10": "93.75",
}  # fmt: skip
PLACE = AgencyAddresses("ban-taeng", is_portal=False)
NAMED = ["O12", "O13", "O20", "O24", "O28", "O29"]


def _official(number: str, **printed: Any) -> WhatIf | None:
    catalogue = shipped(2565)
    official = assess(content(catalogue, results=report_of(**printed))).official
    return official_with(catalogue, official, catalogue.by_number[number])


def _text(what_if: WhatIf | None) -> tuple[str, str] | None:
    return None if what_if is None else (str(float(what_if.now)), str(float(what_if.then)))


@every_row(
    ("number", "then"),
    [("O12", "85.79"), ("O13", "85.79"), ("O20", "85.86"), ("O24", "85.86"), ("O28", "86.29"), ("O29", "86.09")],
)
def test_85_29_becomes_more_with_any_of_the_items_that_got_no_points(number: str, then: str) -> None:
    """O12: 9.2 becomes 75, indicator 9 76.29, OIT 85.02 and the total 0.5 more, as 40% of half of a fifth of 12.5."""
    assert _text(_official(number, indicators=indicators(KOK_TUM), items=items(0, *NAMED))) == ("85.29", then)


def test_without_the_named_zeros_three_patterns_explain_the_score_and_nobody_can_say() -> None:
    assert _official("O12", indicators=indicators(KOK_TUM)) is None


@pytest.mark.parametrize("missing", ["1", "8", "10"])
def test_an_indicator_that_is_not_printed_leaves_it_open(missing: str) -> None:
    rest = {number: text for number, text in KOK_TUM.items() if number != missing}
    assert _official("O12", indicators=indicators(rest), items=items(0, *NAMED)) is None


def test_printed_instruments_do_not_stand_in_for_the_other_indicator_of_the_items() -> None:
    printed = [{"instrument": code, "score": text} for code, text in (("IIT", "86"), ("EIT", "86"), ("OIT", "83.77"))]
    alone = {"indicators": indicators({"9": "73.79"}), "items": items(0, *NAMED), "instruments": printed}
    assert _official("O12", **alone) is None
    both = {**alone, "indicators": indicators({"9": "73.79", "10": "93.75"})}
    assert _text(_official("O12", **both)) == ("85.11", "85.61")


def test_a_group_that_the_only_pattern_fills_has_no_item_left_to_meet() -> None:
    assert _official("O1", indicators=indicators(KOK_TUM), items=items(0, *NAMED)) is None


@given(plans().flatmap(lambda plan: st.tuples(st.just(plan), answers(plan))), st.data())
@settings(max_examples=examples(100), deadline=None, database=None)
def test_a_self_assessment_gains_what_a_second_scorer_says(drawn: tuple[Plan, Answers], data: st.DataObject) -> None:
    plan, given_answers = drawn
    catalogue = catalogue_of(plan)
    at = data.draw(st.integers(0, plan.size - 1))
    before = assess(answered(catalogue, given_answers))
    met = {item.item.number: item.complete for item in before.items}
    what_if = assessed_with(catalogue, met, before.complete_total, catalogue.items[at])
    states = (*given_answers.states[:at], "complete", *given_answers.states[at + 1 :])
    now = score(plan, given_answers, "complete").total
    then = score(plan, given_answers._replace(states=states), "complete").total
    assert what_if == (None if now is None or then is None else WhatIf(now, then))


def _assessment(**printed: Any) -> Assessment:
    said = in_state("O1", "reported")
    assert said is not None
    return assess(content(shipped(2565), [said], report_of(**printed)))


def test_a_self_assessment_without_survey_scores_has_no_total_to_raise() -> None:
    silent = _assessment()
    catalogue = shipped(2565)
    assert assessed_with(catalogue, {}, silent.complete_total, catalogue.items[0]) is None
    known = _assessment(indicators=indicators(KOK_TUM))
    gained = assessed_with(catalogue, {}, known.complete_total, catalogue.items[0])
    assert gained is not None
    assert _text(gained) == ("51.78", "52.23")


def test_an_item_that_the_report_gives_full_points_for_promises_no_more() -> None:
    """O13 is said to be done and has its points already; O12 has none."""
    said = in_state("O13", "reported")
    assert said is not None
    zeros = ["O12", "O14", "O15", "O20", "O24", "O28", "O29", "O33"]
    rows = [*items(0, *zeros), *items(100, "O13")]
    assessment = assess(content(shipped(2565), [said], report_of(indicators=indicators(KOK_TUM), items=rows)))
    todo = {row.number: (row.now, row.then) for row in todo_rows(shipped(2565), assessment, PLACE)}
    assert todo["O12"] == ("85.29", "85.79")
    assert todo["O13"] == ("", "")
