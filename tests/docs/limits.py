"""The limits that the documentation tells of, from the constants that hold them."""

from typing import NamedTuple

from generator import address
from generator.language import Language
from generator.preview import events, request, server
from generator.reading import kinds, listing, snapshot, theme_files, yamltree
from generator.rendering import dialect, markdown

from .languages import of, table


class Limit(NamedTuple):
    """One limit: what it is of in Thai and English, its number, and the unit in both."""

    thai: str
    english: str
    number: int
    thai_unit: str = ""
    english_unit: str = ""


LIMITS = (
    Limit("ไฟล์ข้อความหนึ่งไฟล์ (`.md` `.yaml`)", "one text file (`.md`, `.yaml`)", snapshot.MAX_TEXT),
    Limit("เอกสารหลักฐานหนึ่งไฟล์", "one evidence file", snapshot.MAX_ASSET),
    Limit("ไฟล์ของธีมหนึ่งไฟล์", "one file of a theme", theme_files._LIMIT),
    Limit("ไฟล์และโฟลเดอร์ของหน่วยงานหนึ่ง", "files and folders of one agency", snapshot.MAX_FILES),
    Limit("ชื่อไฟล์หรือโฟลเดอร์", "name of a file or folder", listing.MAX_SEGMENT, "ไบต์", "bytes"),
    Limit("ส่วนหนึ่งของที่อยู่ที่เผยแพร่", "one part of a published address", address.SEGMENT_BYTES, "ไบต์", "bytes"),
    Limit("ชื่อภาษาอังกฤษของหน่วยงานหรือธีม", "slug of an agency or theme", kinds.LONGEST_SLUG, "ตัวอักษร", "characters"),
    Limit("ข้อความหนึ่งบรรทัด", "text of one line", kinds.TEXT.limit, "ตัวอักษร", "characters"),
    Limit("ข้อความหลายบรรทัด", "text of several lines", kinds.LONGEST_PROSE, "ตัวอักษร", "characters"),
    Limit("YAML ซ้อนกัน", "nesting of YAML", yamltree.MAX_DEPTH, "ชั้น", "levels"),
    Limit("รายการใน YAML หนึ่งไฟล์", "values in one YAML file", yamltree.MAX_NODES),
    Limit("Markdown ซ้อนกัน", "nesting of Markdown", dialect.MAX_NESTING, "ชั้น", "levels"),
    Limit("หน้าเว็บโตจากข้อความเดิม", "growth of a page over its text", markdown.MAX_GROWTH, "เท่า", "times"),
    Limit("ส่วนหัวของคำขอในโหมดแสดงตัวอย่าง", "head of a request to the preview", request.MAX_HEAD),
    Limit("ที่อยู่ในคำขอ", "target of a request", request.MAX_TARGET, "ไบต์", "bytes"),
    Limit("การเชื่อมต่อพร้อมกัน", "connections at a time", server.MAX_CONNECTIONS),
    Limit("เบราว์เซอร์ที่รอรับการเปลี่ยนแปลงพร้อมกัน", "browsers that wait for changes", events.MAX_STREAMS),
    Limit("เวลารอส่วนหัวของคำขอ", "wait for the head of a request", int(server.HEAD_SECONDS), "วินาที", "seconds"),
)


def limit_table(language: Language) -> str:
    """Every limit with its value."""
    rows = [[(limit.thai, limit.english)[of(language)], _value(limit, language)] for limit in LIMITS]
    return table((("สิ่งที่จำกัด", "limit"), ("ไม่เกิน", "at most")), rows, language)


def _value(limit: Limit, language: Language) -> str:
    number = limit.number
    if limit.thai_unit:
        return f"{number:,} {(limit.thai_unit, limit.english_unit)[of(language)]}"
    for unit, size in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if number >= size and number % size == 0:
            return f"{number // size} {unit}"
    return f"{number:,}"
