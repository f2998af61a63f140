"""A catalogue knows where each of its items stands, and is refused when scores could not be made from it."""

import json
from decimal import Decimal
from typing import Any

import pytest
from tables import every_row

from generator.diagnostics import Report
from generator.oit.agency import AGENCY_KINDS
from generator.oit.catalogue import Basis, Catalogue, Item, NilRule
from generator.oit.placement import placed
from generator.oit.rollup import worth
from generator.reading.catalogue_file import read_catalogue

from .builders import SHIPPED_YEARS, one_item, shipped
from .plans import Plan, catalogue_file

SIZES = {
    2563: ([9, 8, 7, 4, 5], [8, 2]),
    2564: ([9, 8, 7, 4, 5], [8, 2]),
    2565: ([9, 8, 7, 4, 5], [8, 2]),
    2566: ([10, 8, 4, 4, 4], [8, 5]),
    2567: ([6, 7, 4, 4, 4], [6, 4]),
    2568: ([4, 7, 2, 3, 4], [4, 4]),
    2569: ([4, 6, 2, 3, 4], [3, 4]),
}


def _asked(catalogue: Catalogue, item: Item, kind: str) -> list[int]:
    return [element.number for element in item.elements_for(catalogue.groups_of(kind))]


@every_row("year", SHIPPED_YEARS)
def test_the_shipped_catalogues_group_their_items_as_the_regulator_does(year: int) -> None:
    catalogue = shipped(year)
    own = catalogue.disclosure_instrument
    assert own is not None
    assert own.code == "OIT"
    found = [[len(sub.items) for sub in indicator.sub_indicators] for indicator in own.indicators]
    assert tuple(found) == SIZES[year]
    assert {i.code: i.weight for i in catalogue.instruments} == {
        "IIT": Decimal(30),
        "EIT": Decimal(30),
        "OIT": Decimal(40),
    }
    assert [indicator.number for indicator in catalogue.indicators] == [str(number) for number in range(1, 11)]


@every_row("year", SHIPPED_YEARS)
def test_every_item_is_found_by_its_number_and_knows_its_group(year: int) -> None:
    catalogue = shipped(year)
    assert [item.number for item in catalogue.items] == [f"O{n}" for n in range(1, sum(map(sum, SIZES[year])) + 1)]
    for item in catalogue.items:
        assert catalogue.by_number[item.number] is item
        indicator = next(one for one in catalogue.indicators if one.number == item.indicator)
        sub = next(one for one in indicator.sub_indicators if one.number == item.sub_indicator)
        assert item in sub.items
        assert item.sub_indicator.startswith(f"{item.indicator}.")


def test_placing_a_catalogue_twice_changes_nothing() -> None:
    assert placed(shipped(2567)) == shipped(2567)


def test_an_indicator_belongs_to_one_instrument() -> None:
    owners = [shipped(2565).instrument_of(number) for number in ("1", "6", "10", "11")]
    assert [owner.code if owner is not None else None for owner in owners] == ["IIT", "EIT", "OIT", None]


def test_no_gift_policy_has_another_number_in_each_year_and_one_topic() -> None:
    numbers = {
        year: [item.number for item in shipped(year).items if "No Gift" in item.title] for year in (2565, 2566, 2567)
    }
    assert numbers[2565][0] == "O34"
    assert numbers[2566][0] == "O31"
    assert numbers[2567][0] == "O26"
    topics = [set(shipped(year).by_number[found[0]].topics) for year, found in numbers.items()]
    assert set.intersection(*topics)


def test_the_folder_of_an_item_has_two_digits_so_that_folders_sort() -> None:
    slugs = [item.slug for item in shipped(2565).items]
    assert (slugs[0], slugs[11], slugs[42]) == ("o01", "o12", "o43")
    assert slugs == sorted(slugs)


def test_elements_of_local_government_are_asked_of_its_kinds_only() -> None:
    catalogue = one_item(elements=3, local_only=[2])
    (item,) = catalogue.items
    assert _asked(catalogue, item, "subdistrict-municipality") == [1, 2, 3]
    assert _asked(catalogue, item, "university") == [1, 3]
    assert _asked(catalogue, item, "province") == [1, 3]


def test_elements_of_provinces_are_asked_of_provinces_only() -> None:
    catalogue = shipped(2568)
    item = catalogue.by_number["O1"]
    assert 7 in _asked(catalogue, item, "province")
    assert 6 not in _asked(catalogue, item, "province")
    for kind in AGENCY_KINDS.keys() - {"province"}:
        assert 7 not in _asked(catalogue, item, kind)


def test_what_one_agency_published_is_not_called_a_rule() -> None:
    catalogue = shipped(2569)
    assert {catalogue.by_number[n].basis for n in ("O10", "O11", "O13", "O20")} == {Basis.GUIDANCE}
    assert {catalogue.by_number[n].title_basis for n in ("O2", "O6", "O7")} == {Basis.GUIDANCE}
    assert not any("ภาษาอังกฤษ" in element.text for element in catalogue.by_number["O20"].elements)
    assert shipped(2567).by_number["O35"].basis is shipped(2568).by_number["O28"].basis is Basis.LIKELY
    parts = {2563: "weights ratings", 2564: "ratings", 2566: "weights", 2567: "ratings titles grouping"}
    for year, likely in parts.items():
        assert {shipped(year).basis[part] for part in likely.split()} == {Basis.LIKELY}


def test_every_shipped_item_says_whether_nil_may_stand_and_of_which_elements() -> None:
    allowed: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    for year in range(2563, 2570):
        for item in shipped(year).items:
            allowed[item.nil.allowed] += 1
            assert set(item.nil.elements) <= {element.number for element in item.elements}
    assert allowed == {True: 20, False: 232, None: 9}
    assert shipped(2569).by_number["O11"].nil == NilRule(True, True, (1,), Basis.LIKELY)


def test_a_catalogue_of_surveys_alone_has_no_instrument_with_items() -> None:
    catalogue = one_item()
    bare = catalogue._replace(
        instruments=tuple(
            instrument._replace(indicators=tuple(i._replace(sub_indicators=()) for i in instrument.indicators))
            for instrument in catalogue.instruments
        )
    )
    assert bare.disclosure_instrument is None
    assert worth(bare) == {}


WHOLE = Plan((Decimal(60), Decimal(40)), 1, ((2, 1), (1,)), ((3,),), (2, 2, None, 2), (("F", Decimal(0), None),))


def _codes(tree: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    report = Report()
    assert (read_catalogue(json.dumps(tree).encode(), "c.yaml", report) is None) == bool(report.diagnostics)
    return [(found.code, dict(found.params)) for found in report.diagnostics]


@pytest.fixture
def tree() -> dict[str, Any]:
    """A catalogue of one survey and two indicators of items."""
    read = json.loads(catalogue_file(WHOLE))
    assert isinstance(read, dict)
    return read


def test_a_whole_catalogue_is_accepted(tree: dict[str, Any]) -> None:
    assert _codes(tree) == []


@pytest.mark.parametrize("left", [{}, {"questions": []}, {"questions": [{"no": "i4", "title": "คำถาม i4"}]}])
def test_an_indicator_beside_those_of_the_items_must_have_items_too(tree: dict[str, Any], left: dict[str, Any]) -> None:
    tree["instruments"][1]["indicators"][1] = {"no": "3", "title": "ตัวชี้วัด 3", **left}
    assert _codes(tree) == [("OIT611", {"indicator": "3", "instrument": "BIT"})]


def test_items_in_two_instruments_are_refused(tree: dict[str, Any]) -> None:
    other = {"no": "O5", "title": "เรื่องที่ O5", "topics": ["topic-5"], "period": "current"}
    group = {"no": "4.1", "title": "กลุ่ม 4.1", "items": [other]}
    indicator = {"no": "4", "title": "ตัวชี้วัด 4", "sub_indicators": [group]}
    tree["instruments"].append({"code": "CIT", "title": "แบบวัด CIT", "weight": "0", "indicators": [indicator]})
    assert _codes(tree) == [("OIT612", {"instrument": "CIT", "first": "BIT"})]


@pytest.mark.parametrize(("met", "unmet"), [("0", "100"), ("50", "50")])
def test_a_met_item_must_score_more_than_an_unmet_one(tree: dict[str, Any], met: str, unmet: str) -> None:
    tree["item_scores"] = {"met": met, "unmet": unmet}
    assert _codes(tree) == [("OIT613", {"met": met, "unmet": unmet})]
