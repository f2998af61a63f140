"""The fields of a file in words: every record of its schema as a table."""

from collections.abc import Iterator
from typing import Any

from generator.reading.area_kinds import Corners, PointOnMap
from generator.reading.catalogue_file import DayOrMonth, DecimalPlaces
from generator.reading.contact_kinds import Email, Phone, WebAddress
from generator.reading.evidence_kinds import EvidenceLink
from generator.reading.kinds import (
    Choice,
    Covers,
    Day,
    ItemNumber,
    Number,
    PlacedItem,
    PlacedSlug,
    PlacedText,
    Prose,
    Score,
    Slug,
    Text,
    Year,
)
from generator.reading.reference_kind import About
from generator.reading.results_file import FigureName, IndicatorNumber, QuestionNumber
from generator.reading.schema import Kind, ListOf, Record, TableOf
from generator.reading.site_address import SiteAddress

HEAD = "| ช่อง · field | ต้องมี · required | ค่า · value | ความหมาย · meaning |\n| --- | --- | --- | --- |\n"


def field_tables(record: Record[Any], heading: str) -> str:
    """A record and each one inside it, under headings of their own below the first."""
    found: dict[str, Record[Any]] = {}
    for one in _all(record):
        found.setdefault(one.name, one)
    parts: list[str] = []
    for name, one in found.items():
        title = "" if one is record else f"{heading} `{name}`\n\n"
        parts.append(title + HEAD + "".join(_rows(one)))
    return "\n".join(parts)


def field_names(record: Record[Any]) -> set[str]:
    """Every field that a file may hold, at any depth."""
    return {name for one in _all(record) for name in one.fields}


def _all(record: Record[Any]) -> Iterator[Record[Any]]:
    yield record
    for field in record.fields.values():
        for inner in _inside(field.kind):
            yield from _all(inner)


def _inside(kind: Kind[Any]) -> list[Record[Any]]:
    if isinstance(kind, Record):
        return [kind]
    if isinstance(kind, ListOf):
        return _inside(kind.item)
    return [*_inside(kind.key), *_inside(kind.value)] if isinstance(kind, TableOf) else []


def _rows(record: Record[Any]) -> Iterator[str]:
    for name, field in record.fields.items():
        required = "ใช่ · yes" if field.required else ""
        yield f"| `{name}` | {required} | {in_words(field.kind)} | {field.thai} · {field.english} |\n"


def in_words(kind: Kind[Any]) -> str:
    """What may be written below a field."""
    match kind:
        case Record():
            return f"ช่องย่อย · fields: `{kind.name}`"
        case ListOf() if kind.single:
            return f"{in_words(kind.item)} หรือรายการ · or a list"
        case ListOf():
            return f"รายการของ · list of: {in_words(kind.item)}"
        case TableOf():
            return f"{in_words(kind.key)} → {in_words(kind.value)}"
        case Choice():
            return " ".join(f"`{choice}`" for choice in kind.choices)
        case Number():
            return f"จำนวนเต็ม · whole number, {kind.least}–{kind.most}"
        case Day():
            return "วันหรือเดือน · day or month" if kind.months else "วัน · day"
        case Text():
            return f"ข้อความ ไม่เกิน {kind.limit} ตัวอักษร · text, at most {kind.limit} characters"
        case _:
            return _PLAIN[type(kind)]


_PLAIN: dict[type, str] = {
    PlacedText: "ข้อความ · text",
    Prose: "ข้อความหลายบรรทัด · text of several lines",
    Slug: "ตัวอักษรอังกฤษเล็ก ตัวเลข และ `-` · small letters, digits and `-`",
    PlacedSlug: "ตัวอักษรอังกฤษเล็ก ตัวเลข และ `-` · small letters, digits and `-`",
    Year: "ปี พ.ศ. · year, Buddhist era",
    Score: "0–100 เช่น `85.5` · 0–100, such as `85.5`",
    PlacedItem: "เลขข้อ เช่น `O12` · item number, such as `O12`",
    Covers: "ช่วงเวลา เช่น `2568` หรือ `2567-10-01..2568-03-31` · period",
    About: "เรื่องที่กล่าวถึง เช่น `O12` `indicator 4` · what it is about",
    FigureName: "เรื่องที่กล่าวถึง หรือชื่อของตัวเลข · what it is about, or words",
    IndicatorNumber: "เลขตัวชี้วัด เช่น `9` · number of an indicator",
    QuestionNumber: "เลขข้อคำถาม เช่น `i20` · number of a question",
    Email: "อีเมล · e-mail address",
    Phone: "หมายเลขโทรศัพท์ · telephone number",
    PointOnMap: "ละติจูด, ลองจิจูด เช่น `16.5, 104.5` · latitude, longitude, such as `16.5, 104.5`",
    Corners: "สองมุม เช่น `16.4, 104.3..16.6, 104.7` · two corners, such as `16.4, 104.3..16.6, 104.7`",
    ItemNumber: "เลขข้อ เช่น `O12` · item number, such as `O12`",
    WebAddress: "ที่อยู่เว็บ · web address, `https://…`",
    EvidenceLink: "ที่อยู่เว็บ · web address, `https://…`",
    SiteAddress: "ที่อยู่ของหน้าแรก ไม่มี ? และ # · where the front page lies, `https://…`, without ? and #",
    DecimalPlaces: "จำนวนทศนิยม 0–6 หรือ `exact` · decimals 0–6, or `exact`",
    DayOrMonth: "วัน `2565-03-01` หรือเดือน `2565-03` · day or month",
}
