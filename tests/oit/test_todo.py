"""What to do first: everything that is not complete, by what it brings, and nothing that is done."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.oit.assessment import ItemState, assess
from generator.oit.todo import FIRST, TodoItem, missing, todo_items, waiting, year_todo

from .builders import answered, catalogue_of, content, disclosure, in_state, indicators, items, report_of, shipped
from .plans import Answers, Plan, answers, plans
from .test_what_if import KOK_TUM, NAMED

LAW = settings(max_examples=examples(100), deadline=None, database=None)
WITH_ANSWERS = plans().flatmap(lambda plan: st.tuples(st.just(plan), answers(plan)))


def test_the_items_that_got_no_points_come_first_with_the_total_that_follows() -> None:
    report = report_of(indicators=indicators(KOK_TUM), items=items(0, *NAMED))
    year = content(shipped(2565), results=report)
    todo = year_todo(year, assess(year))
    told = [
        (one.number, one.what_if and (str(float(one.what_if.now)), str(float(one.what_if.then)))) for one in todo.items
    ]
    assert told == [
        ("O28", ("85.29", "86.29")),
        ("O29", ("85.29", "86.09")),
        ("O20", ("85.29", "85.86")),
        ("O24", ("85.29", "85.86")),
        ("O12", ("85.29", "85.79")),
    ]
    assert (todo.slug, todo.year, todo.more) == ("ban-taeng", 2565, 38)


def test_what_nobody_speaks_of_and_the_regulator_gave_full_points_for_is_not_to_be_done() -> None:
    said = disclosure("O2", state="done")
    report = report_of(items=items(100, "O1", "O2"))
    found = {item.item.number: item.state for item in waiting(assess(content(shipped(2565), [said], report)))}
    assert "O1" not in found
    assert found["O2"] is ItemState.REPORTED


def test_what_is_missing_is_told_of_an_item_that_something_is_said_of() -> None:
    catalogue = catalogue_of(_plan((1, 2)))
    said = [one for one in (in_state("O1", "reported"), in_state("O2", "incomplete")) if one is not None]
    assessment = assess(content(catalogue, said))
    assert [missing(item) for item in assessment.items] == [
        ("ส่วนแรกของ O1", "ส่วนหลังของ O1"),
        ("ส่วนหลังของ O2",),
        (),
    ]


def test_the_offices_that_answer_for_an_item_are_told() -> None:
    said = disclosure("O1", office=["กองคลัง", "กองช่าง"])
    catalogue = catalogue_of(_plan((1,)))
    (only,) = todo_items(catalogue, assess(content(catalogue, [said])))
    assert only == TodoItem("O1", "เรื่องที่ O1", ItemState.NOT_STATED, None, Fraction(100), None, (), said.offices)


def _plan(sizes: tuple[int, ...]) -> Plan:
    kept: Any = (2, 2, None, 2)
    return Plan((Fraction(100),), 0, (sizes,), (), kept, (("F", Fraction(0), None),))  # type: ignore[arg-type]


@given(WITH_ANSWERS)
@LAW
def test_the_list_holds_what_is_not_verified_once_and_the_most_valuable_first(drawn: tuple[Plan, Answers]) -> None:
    plan, given_answers = drawn
    catalogue = catalogue_of(plan)
    year = answered(catalogue, given_answers)
    assessment = assess(year)
    todo = list(todo_items(catalogue, assessment))
    states = {item.item.number: item.state for item in assessment.items}
    left_out = states.keys() - {one.number for one in todo}
    assert len({one.number for one in todo}) == len(todo)
    assert all(states[number] in (ItemState.COMPLETE, ItemState.NOT_STATED) for number in left_out)
    for first, second in pairwise(todo):
        wanting = [one.official is not None and one.official <= 0 for one in (first, second)]
        assert wanting[0] > wanting[1] or (wanting[0] == wanting[1] and first.worth >= second.worth)
    told = year_todo(year, assessment)
    assert told.items == tuple(todo[:FIRST])
    assert len(told.items) + told.more == len(todo)


@given(WITH_ANSWERS)
@LAW
def test_nothing_that_is_to_be_done_lowers_the_total(drawn: tuple[Plan, Answers]) -> None:
    plan, given_answers = drawn
    catalogue = catalogue_of(plan)
    for one in todo_items(catalogue, assess(answered(catalogue, given_answers))):
        assert one.what_if is None or one.what_if.then >= one.what_if.now


@given(WITH_ANSWERS, st.data())
@LAW
def test_an_item_that_is_complete_leaves_the_list_and_the_others_keep_their_order(
    drawn: tuple[Plan, Answers], data: st.DataObject
) -> None:
    plan, given_answers = drawn
    catalogue = catalogue_of(plan)
    at = data.draw(st.integers(0, plan.size - 1))
    states = (*given_answers.states[:at], "complete", *given_answers.states[at + 1 :])

    def listed(answered_so: Answers) -> list[str]:
        return [item.item.number for item in waiting(assess(answered(catalogue, answered_so)))]

    before, after = listed(given_answers), listed(given_answers._replace(states=states))
    assert after == [number for number in before if number != plan.items[at]]
