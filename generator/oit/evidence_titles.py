"""Titles of evidence that say nothing, and the years that a title or the name of a file tells."""

import re
import unicodedata

from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.evidence_format import FORMATS, suffix_of
from generator.oit.shortcoming import Flaw

_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+\.(?:go|or|ac|co|in|mi)\.th(?:/\S*)?", re.IGNORECASE)
_PLACEHOLDERS = frozenset(
    ["ชื่อเอกสาร", "ชื่อหน้าเว็บหรือเอกสาร", "ชื่อหลักฐาน", "ชื่อเรื่อง", "ชื่อไฟล์", "เอกสาร", "เอกสารแนบ", "ไฟล์", "ไฟล์แนบ", "หลักฐาน",
     "ลิงก์", "ลิงค์",
     "คลิก", "คลิกที่นี่", "คลิ๊กที่นี่", "ดาวน์โหลด", "ดูรายละเอียด", "รายละเอียด", "title", "untitled", "document",
     "file", "link", "click",     "click here", "download", "url", "pdf", "test", "xxx", "-", "..."]
)  # fmt: skip
_LAW = re.compile(r"พระราช|พ\.ร\.|พรบ|รัฐธรรมนูญ|ระเบียบ|ประกาศ|กฎ|ข้อบัญญัติ|เทศบัญญัติ|ประมวล|หลักเกณฑ์|คำสั่ง|มติ|มาตรฐาน")
_YEAR = re.compile(r"(?<![0-9])(?<![0-9][-/.,])25[0-9]{2}(?![0-9]|[.,][0-9]|[-/][0-9]{3})")
_NEAR = 10


def title_flaw(evidence: Evidence) -> Flaw | None:
    """What is wrong with a title by itself."""
    title = evidence.title.strip().rstrip(":").strip()
    name = evidence.target.rpartition("/")[2]
    is_name = suffix_of(title) in FORMATS and " " not in title
    if _ADDRESS.fullmatch(title) or title == evidence.target or is_name or (title == name and len(name) > 0):
        return Flaw.TITLE_IS_ADDRESS
    return Flaw.TITLE_IS_PLACEHOLDER if title.casefold() in _PLACEHOLDERS else None


def years_named(evidence: Evidence, year: int) -> set[int]:
    """The years near the fiscal year that the title tells, else the name of the file; none of a law or an order."""
    if _LAW.search(evidence.title):
        return set()
    told = _years(evidence.title, year)
    if told or evidence.kind is not EvidenceKind.FILE:
        return told
    return _years(evidence.target.rpartition("/")[2], year)


def _years(text: str, year: int) -> set[int]:
    digits = "".join(str(unicodedata.digit(c)) if "๐" <= c <= "๙" else c for c in text)
    return {found for one in _YEAR.findall(digits) if abs((found := int(one)) - year) <= _NEAR}
