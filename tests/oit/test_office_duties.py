"""What each office answers for: as the content says it, and nothing more."""

import json
import random
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.diagnostics import Report
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import assess
from generator.oit.measure import Measures
from generator.oit.office_duties import OfficeDuties, by_office, has_offices, nobodys
from generator.reading.agency_file import read_agency
from generator.reading.measures_file import read_measures
from generator.rendering.addresses import OfficeSlugs

from .builders import A_FILE, WHOLE, catalogue_of, content, disclosure, report_of, shipped
from .plans import Plan, plans

LAW = settings(max_examples=examples(100), deadline=None, database=None)
OFFICES = ["กองคลัง", "กองช่าง", "สำนักปลัด"]
CHANCE = st.integers(0, 2**32).map(random.Random)


def duties(year: AgencyYear) -> dict[str, OfficeDuties]:
    """What each office answers for, by its name, in order."""
    found = by_office(year, assess(year), OfficeSlugs(year.agency.offices))
    assert len({one.slug for one in found}) == len(found)
    return {one.name: one for one in found}


def numbers(one: OfficeDuties) -> list[str]:
    return [item.item.number for item in one.items]


def measures_of(*owners: list[str]) -> Measures:
    rows = [{"title": f"มาตรการ {at}", "owner": owner} for at, owner in enumerate(owners, 1)]
    data = json.dumps({"source": {"title": "แผน"}, "measures": rows}).encode()
    read = read_measures(data, "measures.yaml", 2565, Report())
    assert read is not None
    return read


def with_offices(year: AgencyYear, *offices: dict[str, Any]) -> AgencyYear:
    """The year of an agency whose file tells of its offices."""
    report = Report()
    file = {"name": "เทศบาล", "kind": "other", "province": "ขอนแก่น", "offices": list(offices)}
    agency = read_agency(json.dumps(file).encode(), "agency.yaml", "town", report)
    assert agency is not None
    assert report.diagnostics == []
    return year._replace(agency=agency)


def test_an_item_of_two_offices_is_the_duty_of_each() -> None:
    said = [disclosure("O12", office=["กองคลัง", "สำนักปลัด"]), disclosure("O18", office="กองคลัง")]
    year = content(shipped(2565), said)
    assert {name: numbers(one) for name, one in duties(year).items()} == {
        "กองคลัง": ["O12", "O18"],
        "สำนักปลัด": ["O12"],
    }


def test_what_an_office_owes_is_what_its_open_items_are_worth() -> None:
    """In 2565 an item of 10.2 brings 5.00 points and one of 9.3 0.57."""
    done: dict[str, Any] = {
        "state": "done",
        "elements": WHOLE | {"3": "present"},
        "evidence": [A_FILE | {"covers": "2565"}],
    }
    said = [disclosure("O42", office="กองคลัง"), disclosure("O18", office="กองคลัง", state="done")]
    owed = duties(content(shipped(2565), said))["กองคลัง"]
    assert owed.owed == 5 + Fraction(4, 7)
    assert [item.item.number for item in owed.owing] == ["O42", "O18"]
    complete = disclosure("O18", office="กองคลัง", **done)
    after = duties(content(shipped(2565), [said[0], complete]))["กองคลัง"]
    assert numbers(after) == ["O18", "O42"]
    assert after.owed == 5


def test_items_that_name_no_office_are_nobodys() -> None:
    said = [disclosure("O1", office="กองคลัง"), disclosure("O2", state="done")]
    rest = nobodys(assess(content(shipped(2565), said)))
    assert (rest.name, rest.slug) == ("", "")
    assert numbers(rest) == [item.number for item in shipped(2565).items if item.number != "O1"]


def test_a_year_that_names_no_office_has_none() -> None:
    year = content(shipped(2565), [disclosure("O2", state="done")])
    assert not has_offices(year)
    assert duties(year) == {}


def test_an_office_that_only_owns_a_measure_is_there_too() -> None:
    year = content(shipped(2565))._replace(measures=measures_of(["กองคลัง"], ["กองช่าง", "กองคลัง"]))
    found = duties(year)
    assert has_offices(year)
    assert {name: len(one.measures) for name, one in found.items()} == {"กองคลัง": 2, "กองช่าง": 1}


def test_a_finding_is_of_the_offices_it_names_or_else_of_those_of_its_item() -> None:
    report = report_of(
        findings=[
            {"about": "O12", "owner": "กองช่าง", "remark": "ก"},
            {"about": "O12", "remark": "ข"},
            {"about": "i20", "remark": "ค"},
            {"about": "O13", "remark": "ง"},
        ]
    )
    found = duties(content(shipped(2565), [disclosure("O12", office="กองคลัง")], report))
    assert {name: [f.remark for f in one.findings] for name, one in found.items()} == {
        "กองคลัง": ["ข"],
        "กองช่าง": ["ก"],
    }


def test_spellings_that_differ_in_blanks_are_one_office_under_the_first() -> None:
    said = [disclosure("O1", office="งาน พัสดุ กองคลัง"), disclosure("O2", office="งานพัสดุกองคลัง")]
    assert {name: numbers(one) for name, one in duties(content(shipped(2565), said)).items()} == {
        "งาน พัสดุ กองคลัง": ["O1", "O2"]
    }


def test_other_names_are_one_office_only_where_the_agency_says_so() -> None:
    said = [disclosure("O1", office="สำนักปลัดฯ"), disclosure("O2", office="สำนักปลัดเทศบาล")]
    year = content(shipped(2565), said)
    assert list(duties(year)) == ["สำนักปลัดฯ", "สำนักปลัดเทศบาล"]
    told = with_offices(year, {"name": "สำนักปลัดเทศบาล", "slug": "clerk", "other_names": ["สำนักปลัดฯ"]})
    assert [(one.slug, one.name, numbers(one)) for one in duties(told).values()] == [
        ("clerk", "สำนักปลัดเทศบาล", ["O1", "O2"])
    ]


@st.composite
def years(draw: st.DrawFn, plan: Plan) -> AgencyYear:
    """Any items said to be done or not by any offices."""
    said = []
    for item in plan.items:
        if draw(st.booleans()):
            fields: dict[str, Any] = {"state": draw(st.sampled_from(["", "done", "in-progress"]))}
            fields["office"] = draw(st.lists(st.sampled_from(OFFICES), max_size=3))
            if draw(st.booleans()):
                fields |= {"elements": WHOLE, "evidence": [A_FILE]}
            said.append(disclosure(item, **{name: value for name, value in fields.items() if value}))
    return content(catalogue_of(plan), said)


YEARS = plans(most_items=20).flatmap(lambda plan: years(plan))


@given(YEARS)
@LAW
def test_every_item_is_somebodys_or_nobodys_and_the_parts_make_up_the_whole(year: AgencyYear) -> None:
    assessment = assess(year)
    found = duties(year)
    somebodys = {number for one in found.values() for number in numbers(one)}
    rest = set(numbers(nobodys(assessment)))
    assert somebodys.isdisjoint(rest)
    assert somebodys | rest == {item.number for item in year.catalogue.items}
    subs = [sub.number for indicator in year.catalogue.indicators for sub in indicator.sub_indicators]
    for one in found.values():
        parts = [one.within(sub) for sub in subs]
        assert [number for part in parts for number in numbers(part)] == numbers(one)
        assert sum((part.owed for part in parts), Fraction(0)) == one.owed
        assert set(one.owing) <= set(one.items)


@given(YEARS, CHANCE)
@LAW
def test_the_order_of_the_files_changes_nothing(year: AgencyYear, chance: random.Random) -> None:
    shuffled = dict(chance.sample(sorted(year.disclosures.items()), len(year.disclosures)))
    assert list(duties(year._replace(disclosures=shuffled)).values()) == list(duties(year).values())


@given(YEARS, st.data())
@LAW
def test_an_item_that_is_complete_raises_what_no_office_owes(year: AgencyYear, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([item.number for item in year.catalogue.items]))
    before = year.disclosures.get(number)
    offices = list(before.offices) if before is not None else []
    whose: dict[str, Any] = {"office": offices} if offices else {}
    done = disclosure(number, state="done", elements=WHOLE, evidence=[A_FILE], **whose)
    after = duties(year._replace(disclosures={**year.disclosures, number: done}))
    for name, one in duties(year).items():
        assert after[name].owed <= one.owed
        assert numbers(after[name]) == numbers(one)
