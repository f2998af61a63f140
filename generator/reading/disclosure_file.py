"""``oNN.md``: what the agency publishes for one item."""

from generator.diagnostics import Report
from generator.oit.disclosure import Disclosure, ElementMark, Evidence, EvidenceKind, Progress
from generator.oit.reach import DOCUMENT, NEAR
from generator.reading.evidence_kinds import EvidenceLink, EvidencePath
from generator.reading.kinds import PROSE, TEXT, Choice, Covers, Day, Number, PlacedItem, Slug, Text
from generator.reading.schema import Field, ListOf, Record, SourceText, TableOf, Values
from generator.reading.source_file import markdown_record
from generator.reading.spelling import in_folder
from generator.reading.ticked import report_ticked
from generator.reading.yamltree import Mapping, Node

PROGRESS = {
    "done": Progress.DONE,
    "in-progress": Progress.IN_PROGRESS,
    "not-started": Progress.NOT_STARTED,
    "ดำเนินการแล้ว": Progress.DONE,
    "ดำเนินการแล้วเสร็จ": Progress.DONE,
    "อยู่ระหว่างดำเนินการ": Progress.IN_PROGRESS,
    "ยังไม่ดำเนินการ": Progress.NOT_STARTED,
    "ยังไม่ได้ดำเนินการ": Progress.NOT_STARTED,
}
PRESENCE = {"present": True, "absent": False, "yes": True, "no": False, "มี": True, "ไม่มี": False}
OFFICES = ListOf(TEXT, single=True)
_KINDS = tuple(EvidenceKind)


def _evidence(values: Values, node: Node, source: SourceText) -> Evidence:
    kind = next(kind for kind in _KINDS if kind.value in values)
    target: str = values[kind.value]
    if kind is EvidenceKind.FILE:
        target = in_folder(target)
    return Evidence(
        kind=kind,
        target=target,
        title=values.get("title", target),
        covers=values.get("covers"),
        date=values.get("date"),
        language=values.get("language", ""),
        shows=values.get("shows", ()),
        note=values.get("note", ""),
        span=source.span_of(node, kind.value),
        shows_span=source.span_of(node, "shows"),
    )


EVIDENCE = Record(
    "evidence",
    {
        "file": Field(
            EvidencePath(400), "ไฟล์เอกสารในโฟลเดอร์ของปี เช่น files/plan.pdf", "A document in the year's folder"
        ),
        "link": Field(EvidenceLink(), "ที่อยู่เว็บของเอกสารหรือหน้าเว็บ", "A web address"),
        "section": Field(TEXT, "หัวข้อในเนื้อหาของหน้านี้", "A heading in the text of this page"),
        "nil": Field(TEXT, "ข้อความแจ้งว่าไม่มีเรื่องที่ต้องรายงาน", "A statement that there is nothing to report"),
        "title": Field(TEXT, "ชื่อเอกสารหรือหลักฐาน", "Title of the evidence"),
        "covers": Field(Covers(), "ช่วงเวลาที่เอกสารครอบคลุม", "The period it covers"),
        "date": Field(Day(reach=DOCUMENT), "วันที่ของเอกสาร", "Date of the document"),
        "language": Field(Slug(), "ภาษาของเอกสาร เช่น th", "Language of the document"),
        "shows": Field(
            ListOf(Number(1, 99), single=True), "เลของค์ประกอบที่เอกสารนี้แสดง", "Numbers of the elements it shows"
        ),
        "note": Field(TEXT, "หมายเหตุ", "Note"),
    },
    _evidence,
    exactly_one=tuple(kind.value for kind in _KINDS),
    needs={"file": "title", "link": "title"},
)


def _disclosure(values: Values, node: Node, source: SourceText) -> Disclosure:
    item = values["item"]
    assert isinstance(node, Mapping)
    state = node.entries.get("state")
    return Disclosure(
        item=item.text,
        title=values.get("title", ""),
        progress=values.get("state", Progress.NOT_STATED),
        offices=values.get("office", ()),
        updated=values.get("updated"),
        elements=tuple(ElementMark(*mark) for mark in values.get("elements", ())),
        documents=values.get("documents", ()),
        evidence=values.get("evidence", ()),
        path=values.get("path", ()),
        note=values.get("note", ""),
        body="",
        body_line=0,
        span=item.span,
        progress_span=source.span(state[1]) if state is not None else item.span,
    )


DISCLOSURE = Record(
    "disclosure",
    {
        "item": Field(PlacedItem(), "เลขข้อ เช่น O12", "Number of the item, such as O12", required=True),
        "title": Field(TEXT, "ชื่อเรื่องที่หน่วยงานใช้เอง", "The agency's own heading"),
        "state": Field(Choice(PROGRESS), "สถานะการดำเนินการ", "How far the agency has come"),
        "office": Field(OFFICES, "หน่วยงานผู้รับผิดชอบ", "Responsible office"),
        "updated": Field(Day(reach=NEAR), "วันที่ปรับปรุงข้อมูล", "Day of the last update"),
        "elements": Field(
            TableOf(Number(1, 99), Choice(PRESENCE)), "องค์ประกอบด้านข้อมูล: มี หรือ ไม่มี", "Elements: present or absent"
        ),
        "documents": Field(ListOf(Text(2000)), "เอกสารหรือแนวทางที่ระบุชื่อไว้", "Documents the agency names"),
        "evidence": Field(ListOf(EVIDENCE, limit=200), "หลักฐาน", "Evidence"),
        "path": Field(ListOf(TEXT), "เส้นทางคลิกจากหน้าแรก", "Path from the home page"),
        "note": Field(PROSE, "หมายเหตุ", "Note"),
    },
    _disclosure,
)


def read_disclosure(data: bytes, path: str, report: Report, year: int = 0) -> Disclosure | None:
    """The disclosure of one item file, or nothing after a diagnostic. ``year`` is the fiscal year of the folder."""
    read = markdown_record(data, path, report, DISCLOSURE, year=year)
    if read is None:
        return None
    disclosure, body, body_line = read
    if b"# " in data or b"#[" in data:
        report_ticked(data.decode("utf-8", "replace"), path, report)
    return disclosure._replace(body=body, body_line=body_line)
