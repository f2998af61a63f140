"""The state of an item: what the agency says of it, what it marks, and whether the evidence bears it out."""

from collections.abc import Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import Any

import pytest
from tables import every_row

from generator.oit.assessment import ItemAssessment, ItemState, PeriodFit, assess

from .builders import A_FILE, A_LINK, A_SECTION, NIL, WHOLE, content, disclosure, one_item

Evidence = Sequence[dict[str, Any]]
FISCAL_YEAR = "2570-10-01..2571-09-30"
FIRST_HALF = "2570-10-01..2571-03-31"

# every way to mark two elements, by what the marks amount to
MARKS: dict[str, list[dict[str, str]]] = {
    "nothing marked": [{}],
    "some present": [{"1": "present"}, {"2": "present"}],
    "all present": [WHOLE],
    "one absent": [
        {"1": "absent"},
        {"2": "absent"},
        {"1": "absent", "2": "absent"},
        {"1": "present", "2": "absent"},
        {"1": "absent", "2": "present"},
    ],
}
# evidence for an item that asks for the whole fiscal year 2571, by what it is worth
EVIDENCE: dict[str, list[Evidence]] = {
    "none": [()],
    "good": [
        [{**A_FILE, "covers": "2571"}],
        [{**A_LINK, "covers": FISCAL_YEAR}],
        [{**A_FILE, "covers": "2569-10-01..2572-09-30"}],
        [{**A_FILE, "covers": FIRST_HALF}, {**A_LINK, "covers": "2571-04-01..2571-09-30"}],
        [{**A_FILE, "covers": "2570"}, {**A_FILE, "covers": "2571"}],
        [A_SECTION],
        [NIL],
        [A_FILE, NIL],
    ],
    "poor": [
        [A_FILE],
        [A_LINK],
        [{**A_FILE, "covers": "2570"}],
        [{**A_FILE, "covers": "2572"}],
        [{**A_FILE, "covers": FIRST_HALF}],
        [{**A_FILE, "covers": FIRST_HALF}, {**A_FILE, "covers": "2571-04-02..2571-09-30"}],
        [{**A_FILE, "covers": FISCAL_YEAR, "shows": [1]}, {**A_FILE, "covers": "2570", "shows": [2]}],
    ],
}
SAID: dict[str, dict[str, str]] = {
    "nothing": {},
    "done": {"state": "done"},
    "in progress": {"state": "in-progress"},
    "not started": {"state": "not-started"},
}
TABLE = {
    #                                none            good            poor
    ("done", "nothing marked"): ("reported", "reported", "reported"),
    ("done", "some present"): ("reported", "reported", "reported"),
    ("done", "all present"): ("reported", "complete", "reported"),
    ("done", "one absent"): ("incomplete", "incomplete", "incomplete"),
    ("nothing", "nothing marked"): ("not-stated", "incomplete", "incomplete"),
    ("nothing", "some present"): ("incomplete", "incomplete", "incomplete"),
    ("nothing", "all present"): ("incomplete", "complete", "incomplete"),
    ("nothing", "one absent"): ("incomplete", "incomplete", "incomplete"),
    ("in progress", "nothing marked"): ("in-progress", "in-progress", "in-progress"),
    ("in progress", "some present"): ("in-progress", "in-progress", "in-progress"),
    ("in progress", "all present"): ("in-progress", "in-progress", "in-progress"),
    ("in progress", "one absent"): ("in-progress", "in-progress", "in-progress"),
    ("not started", "nothing marked"): ("not-started", "not-started", "not-started"),
    ("not started", "some present"): ("not-started", "not-started", "not-started"),
    ("not started", "all present"): ("not-started", "not-started", "not-started"),
    ("not started", "one absent"): ("not-started", "not-started", "not-started"),
}


def _assessed(
    period: str = "fy-current",
    evidence: Evidence = (),
    marks: dict[str, str] | None = None,
    body: str = "## ผลการดำเนินงาน\n",
    agency: str = "subdistrict-municipality",
    item: dict[str, Any] | None = None,
    said: Mapping[str, str] = MappingProxyType({}),
) -> ItemAssessment:
    """The only item of a catalogue, after an officer has written its file."""
    fields: dict[str, Any] = {"elements": marks if marks is not None else WHOLE, "evidence": list(evidence), **said}
    catalogue = one_item(period, **(item or {}))
    shown = disclosure(
        body=body if A_SECTION in evidence else "", **{key: value for key, value in fields.items() if value}
    )
    (assessed,) = assess(content(catalogue, [shown], kind=agency)).items
    return assessed


def test_the_table_names_every_combination() -> None:
    assert set(TABLE) == set(product(SAID, MARKS))


@every_row(("said", "marked"), list(TABLE))
def test_what_is_said_marked_and_shown_decides_the_state(said: str, marked: str) -> None:
    for worth, expected in zip(EVIDENCE, TABLE[said, marked], strict=True):
        for marks, evidence in product(MARKS[marked], EVIDENCE[worth]):
            assessed = _assessed(evidence=evidence, marks=marks, said=SAID[said])
            assert assessed.state is ItemState(expected), (marks, evidence)
            assert assessed.complete == (expected == "complete")
            assert assessed.reported == (expected in ("complete", "reported"))


def test_an_item_without_a_file_is_not_stated() -> None:
    (assessed,) = assess(content(one_item())).items
    assert assessed.state is ItemState.NOT_STATED
    assert [check.declared for check in assessed.elements] == [None, None]


def test_words_alone_are_a_beginning() -> None:
    shown = disclosure(body="หน่วยงานจัดทำรายงานแล้ว\n")
    (assessed,) = assess(content(one_item(), [shown])).items
    assert assessed.state is ItemState.INCOMPLETE


@every_row(
    ("period", "covers", "fit"),
    [
        ("fy-current", "2571", "fits"),
        ("fy-current", "2570", "outside"),
        ("fy-current", "2572", "outside"),
        ("fy-current", "2571-09-30", "fits"),
        ("fy-current", "2571-10-01", "outside"),
        ("fy-current", "2570-10-01", "fits"),
        ("fy-current", "2570-09-30", "outside"),
        ("fy-previous", "2570", "fits"),
        ("fy-previous", "2569", "outside"),
        ("fy-previous", "2571", "outside"),
        ("h1-current", FIRST_HALF, "fits"),
        ("h1-current", "2571", "fits"),
        ("h1-current", "2571-04-01..2571-09-30", "outside"),
        ("q2-current", FIRST_HALF, "fits"),
        ("monthly-current", "2570-12", "fits"),
        ("monthly-current", "2571-04", "outside"),
        ("multi-year", "2569-10-01..2574-09-30", "fits"),
        ("multi-year", "2564-10-01..2569-09-30", "outside"),
        ("fy-current-and-previous", "2570", "fits"),
        ("fy-current-and-previous", "2569", "outside"),
        ("current", "2560", "not-asked"),
        ("uncertain", "2560", "not-asked"),
    ],
)
def test_evidence_is_of_the_period_that_the_item_asks_for_or_outside_it(period: str, covers: str, fit: str) -> None:
    assessed = _assessed(period, [{**A_FILE, "covers": covers}])
    assert [check.fit for check in assessed.evidence] == [PeriodFit(fit)]


@pytest.mark.parametrize(
    ("evidence", "fit"), [(A_FILE, "unknown"), (A_LINK, "unknown"), (A_SECTION, "fits"), (NIL, "fits")]
)
def test_what_stands_on_the_page_of_a_year_is_of_that_year_and_a_document_must_say_so(
    evidence: dict[str, str], fit: str
) -> None:
    assert [check.fit for check in _assessed(evidence=[evidence]).evidence] == [PeriodFit(fit)]


MONTHS = ["2570-10", "2570-11", "2570-12", "2571-01", "2571-02", "2571-03"]


def _monthly(months: Sequence[str]) -> ItemState:
    files = [{"file": f"files/{month}.pdf", "title": month, "covers": month} for month in months]
    return _assessed("monthly-current", files, item={"kind": "monthly-summary"}).state


def test_monthly_reports_together_cover_the_half_year_in_any_order() -> None:
    assert _monthly(MONTHS) is ItemState.COMPLETE
    assert _monthly([*reversed(MONTHS)]) is ItemState.COMPLETE
    assert _monthly([*MONTHS, "2571-04", "2570-10"]) is ItemState.COMPLETE


@every_row("gap", MONTHS)
def test_a_month_that_is_missing_is_a_gap(gap: str) -> None:
    assert _monthly([month for month in MONTHS if month != gap]) is ItemState.INCOMPLETE


def test_a_single_day_between_two_reports_is_a_gap() -> None:
    def state(second: str) -> ItemState:
        halves = [{**A_FILE, "covers": "2570-10-01..2571-01-30"}, {**A_FILE, "covers": f"{second}..2571-03-31"}]
        return _assessed("h1-current", halves).state

    assert state("2571-01-30") is ItemState.COMPLETE
    assert state("2571-01-31") is ItemState.COMPLETE
    assert state("2571-02-01") is ItemState.INCOMPLETE


@pytest.mark.parametrize(
    ("covers", "state"), [("2570-10-01..2571-09-30", "complete"), ("2570-10-01..2571-09-29", "reported")]
)
def test_the_first_and_the_last_day_belong_to_the_year(covers: str, state: str) -> None:
    assessed = _assessed(evidence=[{**A_FILE, "covers": covers}], said=SAID["done"])
    assert assessed.state is ItemState(state)


def test_a_long_report_covers_what_short_ones_inside_it_leave_open() -> None:
    inside = [
        {**A_FILE, "covers": "2571-01"},
        {**A_FILE, "covers": "2571"},
        {**A_FILE, "covers": "2571-02-01..2571-02-10"},
    ]
    assert _assessed(evidence=inside).state is ItemState.COMPLETE


@pytest.mark.parametrize("kind", ["news", "announcement", "activity"])
def test_what_happens_at_a_moment_need_not_span_the_year(kind: str) -> None:
    moment = [{**A_FILE, "covers": "2571-02-14"}]
    assert _assessed(evidence=moment, item={"kind": kind}).state is ItemState.COMPLETE
    assert _assessed(evidence=moment, item={"kind": "annual-report"}).state is ItemState.INCOMPLETE


def test_evidence_stands_behind_the_elements_that_it_shows_and_no_others() -> None:
    first = {**A_FILE, "covers": "2571", "shows": [1]}
    assessed = _assessed(evidence=[first], said=SAID["done"])
    assert [check.met for check in assessed.elements] == [True, False]
    assert assessed.state is ItemState.REPORTED
    both = _assessed(evidence=[first, {**A_LINK, "covers": "2571", "shows": [2]}], said=SAID["done"])
    assert both.state is ItemState.COMPLETE


def test_evidence_without_an_element_that_is_declared_proves_nothing() -> None:
    assessed = _assessed(evidence=[{**A_FILE, "covers": "2571"}], marks={"1": "present"})
    assert [(check.declared, check.met) for check in assessed.elements] == [(True, True), (None, False)]


def test_an_element_of_local_government_is_asked_of_local_government_only() -> None:
    local = {"local_only": [2]}
    evidence = [{**A_FILE, "covers": "2571"}]
    of_all = _assessed(evidence=evidence, marks={"1": "present"}, agency="university", item=local)
    assert (of_all.state, len(of_all.elements)) == (ItemState.COMPLETE, 1)
    of_local = _assessed(evidence=evidence, marks={"1": "present"}, item=local)
    assert (of_local.state, len(of_local.elements)) == (ItemState.INCOMPLETE, 2)


@pytest.mark.parametrize(
    ("covers", "state"), [("2571", ItemState.COMPLETE), ("2570", ItemState.REPORTED), (FIRST_HALF, ItemState.REPORTED)]
)
def test_an_item_without_elements_is_complete_by_evidence_of_its_period_alone(covers: str, state: ItemState) -> None:
    assessed = _assessed(evidence=[{**A_FILE, "covers": covers}], marks={}, item={"elements": 0}, said=SAID["done"])
    assert assessed.state is state


def test_every_state_is_counted_even_those_that_do_not_occur() -> None:
    counts = assess(content(one_item(), [disclosure(state="in-progress")])).state_counts()
    assert counts == {state: int(state is ItemState.IN_PROGRESS) for state in ItemState}


def test_an_agency_that_says_nothing_has_no_self_assessment() -> None:
    assert not assess(content(one_item())).stated
    assert assess(content(one_item(), [disclosure(state="not-started")])).stated
