"""``freezes/2567-04-30.yaml``: what was published on a day, as ``prongsai freeze`` wrote it down."""

import datetime
import re
from typing import NamedTuple

from generator.diagnostics import Report
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import EARLIER_STATES, STATES, Freeze, FrozenEvidence, FrozenItem, seal
from generator.oit.reach import NEAR
from generator.reading.disclosure_file import PRESENCE
from generator.reading.kinds import TEXT, Choice, Day, FilePath, ItemNumber, Number, OfScalar, Placed, PlacedText, Year
from generator.reading.schema import Field, ListOf, Record, SourceText, TableOf, Values
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Node, Scalar

_SUM = re.compile(r"[0-9a-f]{64}")
_SIZE = re.compile(r"0|[1-9][0-9]{0,11}")
_KINDS = tuple(EvidenceKind)


class Checksum(OfScalar[str]):
    """A SHA-256 in hex."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if not _SUM.fullmatch(text):
            source.error("OIT350", node, value=text)
            return None
        return text


class Size(OfScalar[int]):
    """The size of a file in bytes."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> int | None:
        if not _SIZE.fullmatch(text):
            source.error("OIT350", node, value=text)
            return None
        return int(text)


class _Sealed(NamedTuple):
    freeze: Freeze
    seal: Placed


def _evidence(values: Values, node: Node, source: SourceText) -> FrozenEvidence:
    kind = next(kind for kind in _KINDS if kind.value in values)
    target: str = values[kind.value]
    return FrozenEvidence(kind, target, values.get("title", target), values.get("size", 0), values.get("sha256", ""))


def _item(values: Values, node: Node, source: SourceText) -> FrozenItem:
    marks = tuple((number, present) for number, present, _ in values.get("elements", ()))
    return FrozenItem(values["item"], values["state"], marks, values.get("words", ""), values.get("evidence", ()))


def _sealed(values: Values, node: Node, source: SourceText) -> _Sealed:
    freeze = Freeze(values["frozen"], values["year"], values["items"], source.span_of(node, "frozen"))
    return _Sealed(freeze, values["seal"])


_STATES = {word: state for words in (STATES, EARLIER_STATES) for state, word in words.items()}

EVIDENCE = Record(
    "evidence",
    {
        "file": Field(FilePath(400), "ไฟล์เอกสารในโฟลเดอร์ของปี", "A document in the year's folder"),
        "link": Field(TEXT, "ที่อยู่เว็บ", "A web address"),
        "section": Field(TEXT, "หัวข้อในเนื้อหาของหน้า", "A heading in the text of the page"),
        "nil": Field(TEXT, "ข้อความแจ้งว่าไม่มีเรื่องที่ต้องรายงาน", "A statement that there is nothing to report"),
        "title": Field(TEXT, "ชื่อหลักฐานในวันนั้น", "Its title on that day"),
        "size": Field(Size(), "ขนาดของไฟล์เป็นไบต์", "Size of the file in bytes"),
        "sha256": Field(Checksum(), "ค่า SHA-256 ของไฟล์", "SHA-256 of the file"),
    },
    _evidence,
    exactly_one=tuple(kind.value for kind in _KINDS),
    needs={"file": "sha256"},
)
ITEM = Record(
    "items",
    {
        "item": Field(ItemNumber(), "เลขข้อ เช่น O12", "Number of the item, such as O12", required=True),
        "state": Field(Choice(_STATES), "สถานะในวันนั้น", "Its state on that day", required=True),
        "elements": Field(
            TableOf(Number(1, 99), Choice(PRESENCE)), "องค์ประกอบที่ระบุไว้: มี หรือ ไม่มี", "Elements: present or absent"
        ),
        "words": Field(Checksum(), "ค่า SHA-256 ของถ้อยคำในหน้า", "SHA-256 of the agency's words on the page"),
        "evidence": Field(ListOf(EVIDENCE, limit=200), "หลักฐาน", "Evidence"),
    },
    _item,
)
FREEZE = Record(
    "freeze",
    {
        "frozen": Field(Day(reach=NEAR), "วันที่บันทึก", "The day", required=True),
        "year": Field(Year(), "ปีงบประมาณ", "Fiscal year", required=True),
        "items": Field(ListOf(ITEM), "ทุกข้อของปี", "All items of the year", required=True),
        "seal": Field(PlacedText(), "ค่า SHA-256 ของทั้งบันทึก", "SHA-256 of all that is said above", required=True),
    },
    _sealed,
)


def day_text(day: datetime.date) -> str:
    """A day as a freeze writes it: in ISO order, with the year in the Buddhist era."""
    return f"{day.year + 543}-{day:%m-%d}"


def file_name(day: datetime.date) -> str:
    """The name of the file of a freeze: its day."""
    return f"{day_text(day)}.yaml"


def read_freeze(data: bytes, path: str, year: int, report: Report) -> Freeze | None:
    """The freeze of one file of a fiscal year, or nothing after a diagnostic."""
    own = Report()
    found = yaml_record(data, path, own, FREEZE, year=year)
    report.extend(own.diagnostics)
    if found is None or own.failed:
        return None
    freeze = found.freeze
    name = file_name(freeze.day)
    if path.rpartition("/")[2] != name or freeze.year != year:
        report.error("OIT351", freeze.span, name=name, year=freeze.year)
        return None
    if found.seal.text not in (seal(freeze), seal(freeze, EARLIER_STATES)):
        report.error("OIT352", found.seal.span)
        return None
    return freeze
