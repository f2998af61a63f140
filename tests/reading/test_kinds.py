"""Single values: what each kind of field takes, in which form, and what is told of the rest."""

from decimal import Decimal
from typing import Any

import pytest
from tables import every_row

from generator.diagnostics import Report, closest
from generator.oit.area import Bounds, Position
from generator.oit.reference import Reference, ReferenceKind
from generator.project import is_agency_slug
from generator.reading.area_kinds import Corners, PointOnMap
from generator.reading.contact_kinds import Email, Phone, WebAddress, is_web_address
from generator.reading.kinds import PROSE, TEXT, Choice, Number, Slug, Text
from generator.reading.reference_kind import reference_from
from generator.reading.schema import Kind, SourceText
from generator.reading.yamltree import Scalar


def read(kind: Kind[Any], text: str) -> tuple[Any, list[str]]:
    """The value of a text, and the codes of what is told of it."""
    report = Report()
    node = Scalar(0, 0, max(1, len(text)), text, False)
    value = kind.read(node, SourceText("a.yaml", report))
    assert all(d.span == ("a.yaml", 1, 1, max(1, len(text)) + 1) for d in report.diagnostics)
    return value, [d.code for d in report.diagnostics]


ADDRESSES = [
    "https://example.go.th", "http://example.go.th/", "https://example.go.th/a/b.pdf?x=1&y=2#z", "https://a.b:8080/",
    "https://xn--12c1fe0br.xn--o3cw4h/", "https://เทศบาล.ไทย/แผน", "https://192.0.2.1/", "http://[2001:db8::1]/x",
    "https://a.b/%E0%B8%81", "https://a.b/x%20y", "https://ที่.ไทย", "https://a.b/'x'(y)", "https://a-b.c_d.e/",
]  # fmt: skip


@every_row("text", ADDRESSES)
def test_a_web_address_is_taken(text: str) -> None:
    assert is_web_address(text)
    assert read(WebAddress(), text) == (text, [])


REFUSED = [
    "", "https://", "http:///x", "https:example.go.th", "https:/example.go.th", "//example.go.th", "example.go.th",
    "HTTPS://example.go.th", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.go.th",
    "https://user@example.go.th", "https://user:word@example.go.th", "https://example.go.th@evil.example",
    "https://example.go.th\\@evil.example", "https://localhost", "https://a..b", "https://.", "https://a.",
    "https://.a",
    "https://a.b:0", "https://a.b:99999", "https://a.b:x", "https://[::1", "https://a b.c", "https://a.b/ c",
    "https://a.b/\tc", "https://a.b/\nc", "https://a.b/\u00a0c", "https://a.b/\u3000c", "https://a.b/\"onclick=x",
    "https://a.b/<x>", "https://a.b/`", "https://a.b/{x}", "https://a.b/|", "https://a.b/^", "https://a.b/\\",
    "https://a.b/\u202egpj", "https://a\u200b.b", "https://a.b/\u00ad", "https://a.b/\x00", "https://a.b/\x7f",
    "https://a.b/\x85c",
    "https://a\u2100.b", "view-source:https://a.b", "https://b.co&#64;evil.example", "https://a!b.co",
    "https://a%2eb.co",
    "https://xn--a-qgn.b", "https://xn--\u0e01.b", "https://a.b/%E2%80%AE", "https://a.b/%00", "https://a.b/%0a",
]  # fmt: skip


@every_row("text", REFUSED)
def test_anything_else_is_no_web_address(text: str) -> None:
    assert not is_web_address(text)
    assert read(WebAddress(), text) == (None, ["OIT211"])


def test_a_bare_host_is_told_with_the_address_that_was_meant() -> None:
    report = Report()
    WebAddress().read(Scalar(0, 0, 5, "example.go.th/a", False), SourceText("a", report))
    assert report.diagnostics[0].param("suggestion") == "https://example.go.th/a"


@pytest.mark.parametrize("text", ["a@b.c", "office.1+x@sub-domain.example.go.th", "A_b%c@d.ef"])
def test_an_e_mail_address_is_taken(text: str) -> None:
    assert read(Email(), text) == (text, [])


@every_row("text", ["", "a", "a@b", "@b.c", "a@.c", "a@b.", "a@b..c", "a b@c.d", "a@b.c\nd", "a@b.c d", "ก@b.c",
     "a@b.c?cc=d@e.f", '"a"@b.c', "a@b.c,d@e.f", "mailto:a@b.c", "a@\u202eb.c", "<a@b.c>"])  # fmt: skip
def test_anything_else_is_no_e_mail_address(text: str) -> None:
    assert read(Email(), text) == (None, ["OIT215"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("043 123 456", "043 123 456"),
        ("๐๔๓ ๑๒๓", "043 123"),
        ("+66 (0) 43-123456", "+66 (0) 43-123456"),
        ("043 ต่อ 12", "043 ต่อ 12"),
    ],
)
def test_a_telephone_number_is_taken(text: str, number: str) -> None:
    assert read(Phone(), text) == (number, [])


@every_row("text", ["", "-", "ต่อ", "12", "043 123 456 x", "tel:043", "1" * 61, "<043>"])
def test_anything_else_is_no_telephone_number(text: str) -> None:
    assert read(Phone(), text) == (None, ["OIT217"])


def test_a_position_is_latitude_and_longitude_as_maps_give_them() -> None:
    there = Position(Decimal("16.742"), Decimal("104.233"))
    for text in ("16.742, 104.233", "16.742,104.233", " +16.742 ,  104.233 ", "๑๖.๗๔๒, ๑๐๔.๒๓๓"):
        assert read(PointOnMap(), text) == (there, [])
    for text in ("90, 180", "-90, -180"):
        assert read(PointOnMap(), text)[1] == []
    for text in (
        "",
        "16.742",
        "104.233, 16.742",
        "90.1, 0",
        "0, 180.01",
        "16.742; 104.233",
        "16°, 104°",
        "1e1, 2",
        "., 1",
    ):
        assert read(PointOnMap(), text) == (None, ["OIT218"])


def test_bounds_are_the_corner_in_the_south_west_and_the_one_in_the_north_east() -> None:
    corners = (Position(Decimal("16.4"), Decimal("104.3")), Position(Decimal("16.6"), Decimal("104.7")))
    for text in ("16.4, 104.3..16.6, 104.7", "16.4,104.3 .. 16.6,104.7"):
        assert read(Corners(), text) == (Bounds(*corners), [])
    for text in (
        "16.6, 104.3..16.4, 104.7", "16.4, 104.7..16.6, 104.3", "16.4, 104.3..16.4, 104.3", "16.4, 104.3",
        "16.4, 104.3, 16.6, 104.7", "16.4, 104.3..91, 104.7", "104.3, 16.4..104.7, 16.6",
    ):  # fmt: skip
        assert read(Corners(), text) == (None, ["OIT219"])


@every_row("text", ["a", "kut-chik", "a1-2b", "0", "a" * 60])
def test_a_slug_is_taken(text: str) -> None:
    assert read(Slug(), text) == (text, [])
    assert is_agency_slug(text)


@every_row("text", ["", "A", "-a", "a-", "a--b", "a_b", "a.b", "a/b", "..", "ก", "a\u200bb", "a" * 61, "a b", "é"])
def test_anything_else_is_no_slug(text: str) -> None:
    assert read(Slug(), text) == (None, ["OIT216"])
    assert not is_agency_slug(text)


@pytest.mark.parametrize("name", ["catalogues", "assets", "method"])
def test_no_agency_takes_the_name_of_another_folder(name: str) -> None:
    assert not is_agency_slug(name)


def test_numbers_stay_within_their_bounds() -> None:
    assert [read(Number(1, 99), text)[0] for text in ("1", "99", "07")] == [1, 99, 7]
    for text in ("0", "100", "1.0", "-1", "+1", "๑", "1e1", "", "1000000", "x"):
        assert read(Number(1, 99), text) == (None, ["OIT210"])


def test_a_text_is_one_line_without_what_nobody_sees() -> None:
    assert read(TEXT, "  ก  ข\n ค ") == ("ก ข ค", [])
    assert read(TEXT, "ก\u200dข\u00ad") == ("กข", [])
    assert read(TEXT, "ก\u200bข") == ("กข", ["OIT127"])
    assert read(TEXT, "\u200b ก") == ("ก", ["OIT127"])
    assert read(TEXT, "ก\u202eข") == ("ก\u202eข", [])
    assert read(TEXT, "<b>{{ x }}</b>") == ("<b>{{ x }}</b>", [])
    assert read(Text(3), "กขค") == ("กขค", [])
    assert read(Text(3), "กขคง") == (None, ["OIT214"])


def test_prose_keeps_its_lines_and_its_places_to_break() -> None:
    assert read(PROSE, "ก\u200bข\n  ค\n") == ("ก\u200bข\n  ค", [])
    assert read(PROSE, "ก\u2060\u200cข") == ("กข", [])
    assert read(PROSE, "ก" * 20_000)[1] == []
    assert read(PROSE, "ก" * 20_001) == (None, ["OIT214"])


def test_a_wrong_choice_is_told_with_the_nearest_one() -> None:
    kind = Choice({"present": True, "absent": False, "มี": True})
    assert read(kind, "present") == (True, [])
    assert read(kind, "absent") == (False, [])
    report = Report()
    for text in ("presnt", "Present", "ABSENT", "มีี", "zzz", ""):
        assert kind.read(Scalar(0, 0, 1, text, True), SourceText("a", report)) is None
    assert [(d.code, d.param("suggestion")) for d in report.diagnostics] == [
        ("OIT203", "present"), ("OIT203", "present"), ("OIT203", "absent"), ("OIT203", "มี"),
        ("OIT203", ""), ("OIT203", ""),
    ]  # fmt: skip


def test_the_nearest_word_is_found_or_none() -> None:
    assert closest("evidance", ["elements", "evidence"]) == "evidence"
    assert closest("State", ["state", "STATE"]) == "state"
    assert closest("x", []) == ""
    assert closest("", ["a"]) == ""


REFERENCES = [
    ("O12", ReferenceKind.ITEM, "O12"), ("ข้อ ๑๒", ReferenceKind.ITEM, "O12"), ("012", ReferenceKind.ITEM, "O12"),
    ("i20", ReferenceKind.QUESTION, "i20"), ("E๓", ReferenceKind.QUESTION, "e3"), ("total", ReferenceKind.TOTAL, ""),
    ("คะแนนรวม", ReferenceKind.TOTAL, ""), ("indicator 4", ReferenceKind.INDICATOR, "4"),
    ("ตัวชี้วัด ๑๐", ReferenceKind.INDICATOR, "10"), ("sub-indicator 9.3", ReferenceKind.SUB_INDICATOR, "9.3"),
    ("ตัวชี้วัดย่อย ๙.๑๐", ReferenceKind.SUB_INDICATOR, "9.10"), ("instrument IIT", ReferenceKind.INSTRUMENT, "IIT"),
    ("แบบวัด OIT", ReferenceKind.INSTRUMENT, "OIT"), ("indicator  4", ReferenceKind.INDICATOR, "4"),
]  # fmt: skip


@every_row(("text", "kind", "number"), REFERENCES)
def test_a_reference_is_read_in_every_spelling(text: str, kind: ReferenceKind, number: str) -> None:
    assert reference_from(text) == Reference(kind, number)


@every_row("text", ["", "12", "indicator", "indicator 04", "indicator 100", "indicator x", "sub-indicator 9",
     "sub-indicator 9.0",
     "instrument iit", "instrument", "Total", "total 1", "9.3", "O0", "i0", "something"])  # fmt: skip
def test_anything_else_is_no_reference(text: str) -> None:
    assert reference_from(text) is None
