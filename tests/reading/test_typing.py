"""Nothing is typed but by its field: sixty texts that YAML tools like to convert, under every kind of field."""

import datetime
from decimal import Decimal
from typing import Any

from tables import every_row

from generator.diagnostics import Report
from generator.oit.area import Position
from generator.oit.period import Period
from generator.oit.reference import Reference, ReferenceKind
from generator.reading import yamltree
from generator.reading.area_kinds import Corners, PointOnMap
from generator.reading.contact_kinds import Email, Phone, WebAddress
from generator.reading.kinds import PROSE, TEXT, YES_NO, Covers, Day, ItemNumber, Number, Score, Slug, Year
from generator.reading.reference_kind import About
from generator.reading.schema import Kind, SourceText
from generator.reading.yamltree import Mapping, Scalar


def words(text: str) -> list[str]:
    return text.split()


TEXTS = words("""
NO no No off Off yes YES on true True false ~ null Null NULL y n
1:30 10:00 12:30:45 190:20:30 010 0o10 0x1F 0b101 1_000 1,000 +1 -1 1. .5 9.10 1.10 9.1 1e3 1E400 .nan .NaN .inf -.inf
2567-01-15 2567-02-30 2024-02-29 2567 2024 2567-1-5 2001-12-14T21:59:43 2564-10
= << - 100 100.0 100.01 85.290 ๒๕๖๗ ๙๓.๗๕ ๐๑๒ O๑๒ O12
""")

TOTAL = Reference(ReferenceKind.TOTAL, "")


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def fiscal(year: int) -> Period:
    return Period(day(year - 544, 10, 1), day(year - 543, 9, 30))


def on(*date: int) -> Period:
    return Period(day(*date), day(*date))


def item(number: int) -> Reference:
    return Reference(ReferenceKind.ITEM, f"O{number}")


KINDS: dict[str, tuple[Kind[Any], str, dict[str, Any]]] = {
    "yes or no": (YES_NO, "OIT203", {"no": False, "yes": True, "true": True, "false": False}),
    "item": (
        ItemNumber(),
        "OIT206",
        {"010": "O10", "-1": "O1", "100": "O100", "๐๑๒": "O12", "O๑๒": "O12", "O12": "O12"},
    ),
    "year": (Year(), "OIT207", {"2567": 2567, "๒๕๖๗": 2567}),
    "day": (
        Day(),
        "OIT208",
        {"2567-01-15": day(2024, 1, 15), "2024-02-29": day(2024, 2, 29), "2567-1-5": day(2024, 1, 5)},
    ),
    "month": (
        Day(months=True),
        "OIT208",
        {
            "2567-01-15": day(2024, 1, 15),
            "2024-02-29": day(2024, 2, 29),
            "2567-1-5": day(2024, 1, 5),
            "2564-10": day(2021, 10, 1),
        },
    ),
    "period": (
        Covers(),
        "OIT213",
        {
            "2567": fiscal(2567),
            "๒๕๖๗": fiscal(2567),
            "2567-01-15": on(2024, 1, 15),
            "2024-02-29": on(2024, 2, 29),
            "2567-1-5": on(2024, 1, 5),
            "2564-10": Period(day(2021, 10, 1), day(2021, 10, 31)),
        },
    ),
    "score": (
        Score(),
        "OIT209",
        {
            "9.10": Decimal("9.10"),
            "1.10": Decimal("1.10"),
            "9.1": Decimal("9.1"),
            "100": Decimal(100),
            "100.0": Decimal("100.0"),
            "85.290": Decimal("85.290"),
            "๙๓.๗๕": Decimal("93.75"),
        },
    ),
    "number": (Number(0, 5000), "OIT210", {"010": 10, "2567": 2567, "2024": 2024, "100": 100}),
    "slug": (
        Slug(),
        "OIT216",
        {
            name: name
            for name in words(
                "no off yes on true false null y n 010 0o10 0b101 1e3 "
                "2567-01-15 2567-02-30 2024-02-29 2567 2024 2567-1-5 2564-10 100"
            )
        },
    ),
    "web address": (WebAddress(), "OIT211", {}),
    "e-mail": (Email(), "OIT215", {}),
    "telephone": (
        Phone(),
        "OIT217",
        {
            **{
                name: name
                for name in words(
                    "010 1,000 9.10 1.10 9.1 100 100.0 100.01 85.290 "
                    "2567 2024 2567-01-15 2567-02-30 2024-02-29 2567-1-5 2564-10"
                )
            },
            "๒๕๖๗": "2567",
            "๙๓.๗๕": "93.75",
            "๐๑๒": "012",
        },
    ),
    "point on the map": (PointOnMap(), "OIT218", {"1,000": Position(Decimal(1), Decimal(0))}),
    "corners": (Corners(), "OIT219", {}),
    "reference": (About(), "OIT212", {"010": item(10), "O12": item(12), "O๑๒": item(12), "๐๑๒": item(12)}),
}  # fmt: skip


def scalar(text: str) -> tuple[Scalar, SourceText]:
    report = Report()
    tree = yamltree.parse(f"field: {text}\n", "a.yaml", report)
    assert isinstance(tree, Mapping)
    assert report.diagnostics == []
    value = tree.entries["field"][1]
    assert isinstance(value, Scalar)
    return value, SourceText("a.yaml", report)


def test_there_are_sixty_texts() -> None:
    assert len(TEXTS) == len(set(TEXTS)) >= 60


@every_row("text", [text for text in TEXTS if text != "-"])
def test_a_text_stays_as_it_was_written(text: str) -> None:
    node, source = scalar(text)
    assert node.text == text
    assert TEXT.read(node, source) == text
    assert PROSE.read(node, source) == text
    assert source.report.diagnostics == []


@every_row("quote", "'\"")
@every_row("text", TEXTS)
def test_quotation_marks_change_nothing(text: str, quote: str) -> None:
    assert scalar(f"{quote}{text}{quote}")[0].text == text


@every_row("name", list(KINDS))
def test_a_field_types_what_is_of_its_kind_and_tells_of_everything_else(name: str) -> None:
    kind, code, accepted = KINDS[name]
    assert set(accepted) <= set(TEXTS)
    for text in TEXTS:
        node, source = scalar(f'"{text}"')
        value = kind.read(node, source)
        told = [(d.code, d.span) for d in source.report.diagnostics]
        if text in accepted:
            assert (text, value, type(value), told) == (text, accepted[text], type(accepted[text]), [])
        else:
            assert (text, value, told) == (text, None, [(code, ("a.yaml", 1, 8, 10 + len(text)))])


@every_row("name", [*KINDS, "text", "prose"])
@every_row("value", ["[a]", "{a: b}", "[]", "{}"])
def test_a_list_or_fields_is_no_single_value(name: str, value: str) -> None:
    kind = {"text": TEXT, "prose": PROSE}.get(name) or KINDS[name][0]
    report = Report()
    tree = yamltree.parse(f"field: {value}\n", "a.yaml", report)
    assert isinstance(tree, Mapping)
    assert kind.read(tree.entries["field"][1], SourceText("a.yaml", report)) is None
    assert [(d.code, d.span) for d in report.diagnostics] == [("OIT204", ("a.yaml", 1, 8, 9))]
