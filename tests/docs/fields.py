"""The fields of a file in words: every record of its schema as a table."""

from collections.abc import Iterator
from typing import Any

from generator.language import Language
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
from generator.reading.results_file import FigureKind, IndicatorNumber, QuestionNumber
from generator.reading.schema import Kind, ListOf, Record, TableOf
from generator.reading.site_address import SiteAddress

from .languages import Words, of, table

_HEADS: tuple[Words, ...] = (("ช่อง", "field"), ("ต้องมี", "required"), ("ค่า", "value"), ("ความหมาย", "meaning"))
_YES: Words = ("ใช่", "yes")


def field_tables(record: Record[Any], heading: str, language: Language) -> str:
    """A record and each one inside it, under headings of their own below the first."""
    found: dict[str, Record[Any]] = {}
    for one in _all(record):
        found.setdefault(one.name, one)
    parts: list[str] = []
    for name, one in found.items():
        title = "" if one is record else f"{heading} `{name}`\n\n"
        parts.append(title + table(_HEADS, list(_rows(one, language)), language))
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


def _rows(record: Record[Any], language: Language) -> Iterator[list[str]]:
    for name, field in record.fields.items():
        required = _YES[of(language)] if field.required else ""
        yield [f"`{name}`", required, in_words(field.kind, language), (field.thai, field.english)[of(language)]]


def in_words(kind: Kind[Any], language: Language) -> str:
    """What may be written below a field."""
    match kind:
        case Record():
            words = f"ช่องย่อย: `{kind.name}`", f"fields: `{kind.name}`"
        case ListOf() if kind.single:
            one = in_words(kind.item, language)
            words = f"{one} หรือรายการ", f"{one}, or a list"
        case ListOf():
            one = in_words(kind.item, language)
            words = f"รายการของ{one}" if _is_thai(one) else f"รายการ: {one}", f"list of: {one}"
        case TableOf():
            return f"{in_words(kind.key, language)} → {in_words(kind.value, language)}"
        case Choice():
            return " ".join(f"`{choice}`" for choice in kind.choices)
        case Number():
            words = f"จำนวนเต็ม {kind.least}–{kind.most}", f"whole number, {kind.least}–{kind.most}"
        case Day():
            words = ("วันหรือเดือน", "day or month") if kind.months else ("วัน", "day")
        case Text():
            words = f"ข้อความ ไม่เกิน {kind.limit} ตัวอักษร", f"text, at most {kind.limit} characters"
        case _:
            words = _PLAIN[type(kind)]
    return words[of(language)]


def _is_thai(text: str) -> bool:
    return "\u0e01" <= text[:1] <= "\u0e4e"


_PLAIN: dict[type, Words] = {
    PlacedText: ("ข้อความ", "text"),
    Prose: ("ข้อความหลายบรรทัด", "text of several lines"),
    Slug: ("ตัวอักษรอังกฤษเล็ก ตัวเลข และ `-`", "small letters, digits and `-`"),
    PlacedSlug: ("ตัวอักษรอังกฤษเล็ก ตัวเลข และ `-`", "small letters, digits and `-`"),
    Year: ("ปี พ.ศ.", "year, Buddhist era"),
    Score: ("0–100 เช่น `85.5`", "0–100, such as `85.5`"),
    PlacedItem: ("เลขข้อ เช่น `O12`", "item number, such as `O12`"),
    Covers: ("ช่วงเวลา เช่น `2568` หรือ `2567-10-01..2568-03-31`", "period, such as `2568` or `2567-10-01..2568-03-31`"),
    About: ("เรื่องที่กล่าวถึง เช่น `O12` `indicator 4`", "what it is about, such as `O12` or `indicator 4`"),
    FigureKind: ("เรื่องที่กล่าวถึง หรือชื่อของตัวเลข", "what it is about, or words"),
    IndicatorNumber: ("เลขตัวชี้วัด เช่น `9`", "number of an indicator, such as `9`"),
    QuestionNumber: ("เลขข้อคำถาม เช่น `i20`", "number of a question, such as `i20`"),
    Email: ("อีเมล", "e-mail address"),
    Phone: ("หมายเลขโทรศัพท์", "telephone number"),
    PointOnMap: ("ละติจูด, ลองจิจูด เช่น `16.5, 104.5`", "latitude, longitude, such as `16.5, 104.5`"),
    Corners: ("สองมุม เช่น `16.4, 104.3..16.6, 104.7`", "two corners, such as `16.4, 104.3..16.6, 104.7`"),
    ItemNumber: ("เลขข้อ เช่น `O12`", "item number, such as `O12`"),
    WebAddress: ("ที่อยู่เว็บ `https://…`", "web address, `https://…`"),
    EvidenceLink: ("ที่อยู่เว็บ `https://…`", "web address, `https://…`"),
    SiteAddress: ("ที่อยู่ของหน้าแรก ไม่มี ? และ # `https://…`", "where the front page lies, `https://…`, without ? and #"),
    DecimalPlaces: ("จำนวนทศนิยม 0–6 หรือ `exact`", "decimals 0–6, or `exact`"),
    DayOrMonth: ("วัน `2565-03-01` หรือเดือน `2565-03`", "day or month"),
}
