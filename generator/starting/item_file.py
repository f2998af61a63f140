"""The file of one item to fill in: requirements as comments, fields empty or carried over."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.oit.catalogue import Basis, Element, Item
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.period import Period, fiscal_year, required_period
from generator.reading.yaml_text import field, scalar, words
from generator.rendering.wording import asked_period

_OFFSET = 543


class Carried(NamedTuple):
    """What an item takes over from an earlier year, and from which items of it.

    Of the pieces of evidence each has the elements of the new item that it shows; nothing where none is known.
    """

    year: int
    items: tuple[str, ...]
    offices: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    marks: tuple[tuple[int, bool], ...] = ()
    evidence: tuple[tuple[Evidence, tuple[int, ...] | None], ...] = ()
    body: str = ""

    @property
    def begun(self) -> bool:
        """Whether there is more than an office and a path, so that the item is no longer untouched."""
        return bool(self.marks or self.evidence or self.body)


def item_file(item: Item, elements: Sequence[Element], year: int, carried: Carried | None = None) -> bytes:
    """The file of an item of a year; ``elements`` are those that this agency must show."""
    lines = [
        "---",
        f"# {item.number} {item.title}",
        f"# ช่วงเวลาที่ต้องครอบคลุม{_guidance(item.period_basis)}: {asked_period(item.period, year)}",
        *_former(carried),
        f"item: {item.number}",
        "# not-started (ยังไม่ดำเนินการ) · in-progress (อยู่ระหว่างดำเนินการ) · done (ดำเนินการแล้ว)",
        f"state: {'in-progress' if carried is not None and carried.begun else 'not-started'}",
        "# หน่วยงานผู้รับผิดชอบ เช่น สำนักปลัด หลายหน่วยงานเขียนว่า [สำนักปลัด, กองคลัง]",
        f"office: {words(carried.offices)}" if carried is not None and carried.offices else "office:",
        *_elements(item, elements, dict(carried.marks) if carried is not None else {}),
        *_evidence(item, year, carried),
    ]
    if carried is not None and carried.path:
        lines.append(f"path: [{', '.join(scalar(step) for step in carried.path)}]")
    lines.append("---")
    body = carried.body.strip("\n") if carried is not None else ""
    return ("\n".join(lines) + "\n" + (body + "\n" if body else "")).encode()


def _former(carried: Carried | None) -> Iterator[str]:
    if carried is None:
        return
    if carried.items:
        yield f"# ปี {carried.year} คือ {', '.join(carried.items)}"
    else:
        yield f"# ปี {carried.year} ไม่มีข้อนี้"
    if carried.begun:
        yield f"# ข้อมูลด้านล่างยกมาจากปี {carried.year} โปรดตรวจว่ายังเป็นปัจจุบันก่อนแก้ state เป็น done"


def _guidance(basis: Basis) -> str:
    return "" if basis is Basis.RULE else " (แนวทาง)"


def _elements(item: Item, elements: Sequence[Element], marks: dict[int, bool]) -> Iterator[str]:
    if not elements:
        return
    yield f"# องค์ประกอบที่ต้องมี{_guidance(item.basis)}: หลังเลขของแต่ละข้อเขียน present (มี) หรือ absent (ไม่มี)"
    yield "elements:"
    for element in elements:
        mark = marks.get(element.number)
        yield f"  # {element.number} {element.text}"
        yield f"  {element.number}:" + ("" if mark is None else " present" if mark else " absent")


def _evidence(item: Item, year: int, carried: Carried | None) -> Iterator[str]:
    yield "# หลักฐาน: วางไฟล์ในโฟลเดอร์ files แล้วลบเครื่องหมาย # หน้าบรรทัดที่จะใช้"
    yield "evidence:"
    for evidence, shows in carried.evidence if carried is not None else ():
        yield from _piece(evidence, shows)
    period = required_period(item.period, year)
    yield f"#  - file: files/{item.slug}.pdf"
    yield "#    title: ชื่อเอกสาร"
    if period is not None:
        yield f"#    covers: {_period(period)}"
    yield "#  - link: https://"
    yield "#    title: ชื่อหน้าเว็บหรือเอกสาร"
    yield "#  - section: ชื่อหัวข้อในเนื้อหาใต้เส้น --- ด้านล่าง"
    if item.nil.allowed is not False:
        yield f"#  - nil: ไม่มีเรื่องที่ต้องรายงานในปีงบประมาณ พ.ศ. {year}"


def _piece(evidence: Evidence, shows: tuple[int, ...] | None) -> Iterator[str]:
    yield f"  - {evidence.kind.value}: {scalar(evidence.target)}"
    if evidence.title != evidence.target or evidence.kind in (EvidenceKind.FILE, EvidenceKind.LINK):
        yield f"    title: {scalar(evidence.title)}"
    if evidence.covers is not None:
        yield f"    covers: {_period(evidence.covers)}"
    if evidence.date is not None:
        yield f"    date: {_day(evidence.date)}"
    if evidence.language:
        yield "    " + field("language", evidence.language)
    if shows is None:
        yield "    # โปรดระบุเลขขององค์ประกอบที่หลักฐานนี้แสดง"
        yield "    shows:"
    elif shows:
        yield f"    shows: [{', '.join(map(str, shows))}]"
    if evidence.note:
        yield f"    note: {scalar(evidence.note)}"


def _day(day: datetime.date) -> str:
    return f"{day.year + _OFFSET}-{day.month:02d}-{day.day:02d}"


def _period(period: Period) -> str:
    year = period.until.year + _OFFSET
    return str(year) if period == fiscal_year(year) else f"{_day(period.start)}..{_day(period.until)}"
