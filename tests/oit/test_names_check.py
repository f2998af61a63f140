"""Names in an agency's report that are not its own."""

import json
from typing import Any

import pytest
from tables import every_row

from generator.diagnostics import Report, Span
from generator.oit.agency_year import AgencyYear, Narrative
from generator.oit.names_check import check_names, short_name
from generator.reading.measures_file import read_measures

from .builders import content, report_of, shipped


def _year(**printed: Any) -> AgencyYear:
    """The year of เทศบาลตำบลบ้านแต้ง, district เมืองพล, province ขอนแก่น."""
    year = content(shipped(2565), results=report_of(**printed))
    return year._replace(agency=year.agency._replace(district="เมืองพล"))


def _says(text: str) -> list[tuple[str, str]]:
    finding = {"about": "O12", "remedy": text}
    return [(one.name, one.kind) for one in check_names(_year(findings=[finding]))]


def test_a_recorded_name_is_given_with_all_its_places() -> None:
    names = [
        {"name": "เทศบาลตำบลหนองแต้ง", "kind": "agency", "where": "ปก"},
        {"name": "เทศบาลตำบลหนองแต้ง", "kind": "agency", "where": "หน้า 2"},
        {"name": "เทศบาลตำบลหนองแต้ง", "kind": "agency"},
        {"name": "พล", "kind": "district"},
    ]
    found = check_names(_year(names=names))
    assert [(one.name, one.kind, one.own, one.places) for one in found] == [
        ("เทศบาลตำบลหนองแต้ง", "agency", "เทศบาลตำบลบ้านแต้ง", ("ปก", "หน้า 2")),
        ("พล", "district", "เมืองพล", ()),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("เทศบาลตำบลบ้านแต้ง", "agency"), ("บ้านแต้ง", "agency"), ("เมืองพล", "district"), ("ขอนแก่น", "province")],
)
def test_the_own_name_is_not_foreign(name: str, kind: str) -> None:
    assert check_names(_year(names=[{"name": name, "kind": kind}])) == []


@every_row(
    ("text", "found"),
    [
        ("ณ ที่ตั้งเทศบาลตำบลหนองแต้ง", [("เทศบาลตำบลหนองแต้ง", "agency")]),
        ("ส่งองค์การบริหารส่วนตำบลหนองแต้ง ทราบ", [("องค์การบริหารส่วนตำบลหนองแต้ง", "agency")]),
        ("เทศบาลตำบลบ้านแต้งได้จัดทำ", []),
        ("เทศบาลตำบลบ้านแต้ง และเทศบาลตำบลหนองแต้ง", [("เทศบาลตำบลหนองแต้ง", "agency")]),
        ("เทศบาลตำบลและหน่วยงานอื่น", []),
        ("เทศบาลตำบลทุกแห่ง", []),
        ("อำเภอเมืองพล จังหวัดขอนแก่น", []),
        ("อำเภอชนบท จังหวัดขอนแก่น", [("ชนบท", "district")]),
        ("จังหวัดเลย", [("เลย", "province")]),
        ("ไม่มีชื่อใด", []),
        ("", []),
    ],
)
def test_a_name_is_foreign_when_it_does_not_begin_with_the_own_one(text: str, found: list[tuple[str, str]]) -> None:
    assert _says(text) == found


@pytest.mark.parametrize("text", ["ณ เทศบาลตำบลหนองแต้ง", "เทศบาลตำบลหนองแต้งได้จัดทำ", "เทศบาลตำบลหนอง แต้ง"])
def test_a_name_that_is_recorded_is_not_found_a_second_time(text: str) -> None:
    names = [{"name": "เทศบาลตำบลหนองแต้ง", "kind": "agency", "where": "ข้อ 6"}]
    (found,) = check_names(_year(names=names, findings=[{"about": "O12", "statement": text}]))
    assert found.name == "เทศบาลตำบลหนองแต้ง"


def test_a_recorded_district_does_not_excuse_an_agency_of_that_name() -> None:
    names = [{"name": "ชนบท", "kind": "district", "where": "ปก"}]
    findings = [{"about": "O12", "statement": "ณ เทศบาลตำบลชนบท อำเภอชนบท"}]
    found = check_names(_year(names=names, findings=findings))
    assert [(one.name, one.kind) for one in found] == [("ชนบท", "district"), ("เทศบาลตำบลชนบท", "agency")]


def test_a_name_in_a_measure_is_found_and_one_recorded_with_the_measures_too() -> None:
    tree = {
        "source": {"title": "มาตรการ"},
        "measures": [{"title": "อบรม", "method": "ณ ที่ตั้งเทศบาลตำบลหนองแต้ง"}],
        "names": [{"name": "เลย", "kind": "province", "where": "ปก"}],
    }
    read = read_measures(json.dumps(tree).encode(), "content/ban-taeng/2565/measures.yaml", 2565, Report())
    found = check_names(_year()._replace(measures=read))
    assert [(one.name, one.kind) for one in found] == [("เลย", "province"), ("เทศบาลตำบลหนองแต้ง", "agency")]


def test_a_name_in_the_words_of_a_report_is_found_on_its_line() -> None:
    body = "คำนำ\n\nอำเภอชนบท จังหวัดขอนแก่น\n"
    words = Narrative("results", "รายงาน", "", None, body, 5, Span("content/ban-taeng/2565/results.md", 2, 1, 2))
    (found,) = check_names(_year()._replace(narratives={"results": words}))
    line = "อำเภอชนบท จังหวัดขอนแก่น"
    assert (found.name, found.span) == ("ชนบท", Span(words.span.path, 7, 1, len(line) + 1))
    assert found.places == ("อำเภอชนบท จังหวัดขอนแก่น",)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("เทศบาลตำบลบ้านแต้ง", "บ้านแต้ง"),
        ("เทศบาลเมือง เมืองพล", "เมืองพล"),
        ("องค์การบริหารส่วนจังหวัดขอนแก่น", "ขอนแก่น"),
        ("มหาวิทยาลัยขอนแก่น", "มหาวิทยาลัยขอนแก่น"),
    ],
)
def test_the_short_name_leaves_out_the_word_for_the_kind(name: str, short: str) -> None:
    assert short_name(_year().agency._replace(name=name)) == short
