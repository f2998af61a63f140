"""A table of values with named columns, independent of its format.

Rows come from the tree that is written as ``data.json``, so every figure is the same in both.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Value = str | int | bool | None
Node = Mapping[str, Any]
"""One item, element or piece of evidence as it stands in ``data.json``."""


class Column(NamedTuple):
    """One column. ``kind`` is a type of the Table Schema: string, integer, number, boolean or date.

    Values of kind ``number`` are texts with their original decimals, dates are ISO 8601 texts;
    ``width`` is in characters.
    """

    name: str
    title: str
    kind: str = "string"
    width: int = 14


class Table(NamedTuple):
    """A table. ``name`` is that of its file, ``title`` that of its sheet."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


ITEM_COLUMNS = (
    Column("item", "ข้อ", width=7),
    Column("title", "ชื่อข้อ", width=44),
    Column("own_title", "ชื่อที่หน่วยงานใช้", width=30),
    Column("indicator", "ตัวชี้วัด", width=9),
    Column("sub_indicator", "ตัวชี้วัดย่อย", width=12),
    Column("state", "รหัสสถานะ", width=13),
    Column("state_title", "สถานะ", width=22),
    Column("official", "ผลทางการ", "number", 10),
    Column("official_inferred", "ผลทางการอนุมานจากรายงาน", "boolean", 12),
    Column("worth", "มีผลต่อคะแนนรวม", "number", 12),
    Column("elements_met", "องค์ประกอบที่มีหลักฐาน", "integer", 12),
    Column("elements", "องค์ประกอบทั้งหมด", "integer", 12),
    Column("offices", "หน่วยงานผู้รับผิดชอบ", width=30),
    Column("documents", "เอกสารที่ระบุ", width=50),
    Column("evidence", "จำนวนหลักฐาน", "integer", 10),
    Column("updated", "ปรับปรุงเมื่อ", "date", 12),
    Column("path", "เส้นทางจากหน้าแรก", width=40),
    Column("period", "ช่วงเวลาของข้อมูล", width=36),
    Column("required_from", "ครอบคลุมตั้งแต่", "date", 12),
    Column("required_until", "ครอบคลุมถึง", "date", 12),
    Column("note", "หมายเหตุ", width=40),
    Column("address", "ที่อยู่ในเว็บไซต์", width=34),
    Column("url", "ที่อยู่เต็ม", width=48),
)
ELEMENT_COLUMNS = (
    Column("item", "ข้อ", width=7),
    Column("no", "ลำดับ", "integer", 7),
    Column("text", "องค์ประกอบ", width=60),
    Column("declared", "หน่วยงานแจ้งว่า", width=14),
    Column("met", "มีหลักฐาน", "boolean", 10),
    Column("local_government_only", "เฉพาะองค์กรปกครองส่วนท้องถิ่น", "boolean", 14),
)
EVIDENCE_COLUMNS = (
    Column("item", "ข้อ", width=7),
    Column("no", "ลำดับ", "integer", 7),
    Column("kind", "ชนิด", width=10),
    Column("title", "ชื่อหลักฐาน", width=44),
    Column("target", "ที่อยู่", width=44),
    Column("size", "ขนาด (ไบต์)", "integer", 12),
    Column("date", "ลงวันที่", "date", 12),
    Column("covers_from", "ครอบคลุมตั้งแต่", "date", 12),
    Column("covers_until", "ครอบคลุมถึง", "date", 12),
    Column("fit", "ตรงช่วงเวลาหรือไม่", width=14),
    Column("shows", "แสดงองค์ประกอบที่", width=14),
    Column("language", "ภาษา", width=8),
    Column("note", "หมายเหตุ", width=30),
)
PART_COLUMNS = (Column("part", "ส่วน", width=10), *(c for c in EVIDENCE_COLUMNS if c.name != "item"))
"""Columns of an item's own table: the item, its elements and its evidence below each other."""


def item_table(items: Iterable[Node], words: Mapping[str, str], site_address: str) -> Table:
    """A row for each item. ``words`` names the states; ``site_address`` may be empty."""
    return Table("data", "ข้อ", ITEM_COLUMNS, tuple(_item(item, words, site_address) for item in items))


def _item(item: Node, words: Mapping[str, str], site_address: str) -> tuple[Value, ...]:
    required = item["period"]["required"] or {}
    return (
        item["item"],
        item["title"],
        item["own_title"],
        item["indicator"],
        item["sub_indicator"],
        item["state"],
        words.get(f"state_{item['state']}", item["state"]),
        item["official"],
        item["official_inferred"],
        item["worth"],
        sum(element["met"] for element in item["elements"]),
        len(item["elements"]),
        _joined(item["offices"]),
        _joined(item["documents"]),
        len(item["evidence"]),
        item["updated"],
        " > ".join(item["path"]),
        item["period"]["text"],
        required.get("from"),
        required.get("until"),
        item["note"].strip(),
        item["address"],
        f"{site_address}/{item['address']}" if site_address else "",
    )


def element_table(items: Iterable[Node]) -> Table:
    """A row for each element of each item."""
    rows = tuple(
        (item["item"], one["no"], one["text"], one["declared"] or "", one["met"], one["local_government_only"])
        for item in items
        for one in item["elements"]
    )
    return Table("elements", "องค์ประกอบ", ELEMENT_COLUMNS, rows)


def evidence_table(items: Iterable[Node]) -> Table:
    """A row for each piece of evidence of each item."""
    rows = tuple(
        (item["item"], number, *_evidence(one)) for item in items for number, one in enumerate(item["evidence"], 1)
    )
    return Table("evidence", "หลักฐาน", EVIDENCE_COLUMNS, rows)


def _evidence(one: Node) -> tuple[Value, ...]:
    covers = one["covers"] or {}
    return (
        one["kind"],
        one["title"],
        one["target"],
        one["size"],
        one["date"],
        covers.get("from"),
        covers.get("until"),
        one["fit"],
        ", ".join(str(number) for number in one["shows"]),
        one["language"],
        one["note"].strip(),
    )


def part_table(item: Node) -> Table:
    """One item, its scores and what is said of it, its elements and its evidence, below each other."""
    head = _said("item", None, item["title"], item["state"])
    rows = [(*head[:4], item["address"], None, item["updated"], *head[7:-1], item["note"].strip())]
    rows += [_said(part, None, item[part]) for part in ("official", "worth") if item[part] is not None]
    for part, texts in (("office", item["offices"]), ("document", item["documents"]), ("step", item["path"])):
        rows += [_said(part, number, text) for number, text in enumerate(texts, 1)]
    for element in item["elements"]:
        declared = "met" if element["met"] else element["declared"] or ""
        rows.append(_said("element", element["no"], element["text"], declared))
    for number, one in enumerate(item["evidence"], 1):
        rows.append(("evidence", number, *_evidence(one)))
    return Table("data", item["item"], PART_COLUMNS, tuple(rows))


def _said(part: str, number: int | None, text: str, kind: str = "") -> tuple[Value, ...]:
    """A row of an item's own table that holds one text."""
    return (part, number, kind, text, "", None, None, None, None, "", "", "", "")


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(texts)
