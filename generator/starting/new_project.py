"""The files of a new project: one agency, one fiscal year, a file for every item."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.oit.catalogue import Catalogue
from generator.project import CONTENT, SITE_FILE
from generator.reading.yaml_text import field
from generator.starting import editor
from generator.starting.item_file import item_file

FILES_KEPT = "files/.gitkeep"
"""Keeps the folder for evidence in a version control that knows files only; the generator passes it over."""
_IGNORED = "# ผลลัพธ์ของการสร้างเว็บไซต์ สร้างใหม่ได้เสมอ\n/build/\n/.build.prongsai/\n"


_ATTRIBUTES = """\
# หลักฐานเผยแพร่ตามไบต์ของไฟล์ อย่าให้ git เปลี่ยนการขึ้นบรรทัดใหม่ เพราะค่า SHA-256 จะเปลี่ยนไปด้วย
content/**/files/** -text
"""


class Start(NamedTuple):
    """What must be known of an agency to begin with. ``name_en`` and ``district`` may be empty."""

    name: str
    name_en: str
    kind: str
    district: str
    province: str
    year: int
    slug: str


def new_project(start: Start, catalogues: Mapping[int, Catalogue]) -> dict[str, bytes]:
    """All files of a new project by their path in it. It builds as it is."""
    return {
        SITE_FILE: _site(start),
        f"{CONTENT}/{start.slug}/agency.yaml": _agency(start),
        **{f"{CONTENT}/{start.slug}/{start.year}/{name}": data for name, data in new_year(start, catalogues).items()},
        **surroundings(start.name, start.slug, start.year, catalogues),
    }


def new_year(start: Start, catalogues: Mapping[int, Catalogue]) -> dict[str, bytes]:
    """An untouched fiscal year: a file for each item, by its name in the year's folder."""
    catalogue = catalogues[start.year]
    groups = catalogue.groups_of(start.kind)
    files = {f"{i.slug}.md": item_file(i, i.elements_for(groups), start.year) for i in catalogue.items}
    return {**files, FILES_KEPT: b""}


def surroundings(name: str, slug: str, year: int, catalogues: Mapping[int, Catalogue]) -> dict[str, bytes]:
    """Files around the content: README, editor settings, version control settings."""
    return {
        "README.md": _README.format(name=name, slug=slug, year=year, opening=_opening(year + 1, catalogues)).encode(),
        ".gitignore": _IGNORED.encode(),
        ".gitattributes": _ATTRIBUTES.encode(),
        **editor.settings(catalogues),
        **editor.schemas(catalogues),
    }


def _opening(year: int, catalogues: Mapping[int, Catalogue]) -> str:
    """The command that opens the next year, and what it needs where the list of that year is not there yet."""
    command = f"`prongsai new --year {year}`"
    if year in catalogues:
        return command
    return f"{command} เมื่อมีรายการข้อ O ของปี {year} แล้ว คือปรับรุ่นโปรแกรม หรือเพิ่มรายการเองใน `content/catalogues/`"


def _site(start: Start) -> bytes:
    lines = [
        editor.modeline("site", depth=1),
        "# การตั้งค่าเว็บไซต์",
        field("title", f"ข้อมูลเพื่อความโปร่งใสของ{start.name}"),
        *([field("title_en", f"Transparency Disclosures of {start.name_en}")] if start.name_en else []),
        "theme: base",
        "# arabic (เลขอารบิก) หรือ thai (เลขไทย)",
        "numerals: arabic",
        "# ที่อยู่เว็บไซต์เมื่อเผยแพร่ เช่น https://ita.example.go.th",
        "address:",
        field("agency", start.slug),
        "# ไฟล์ข้อมูลที่สร้างข้างหน้าเว็บ เมื่อใส่ address แล้วเพิ่ม dcat และ feed ได้",
        "exports: [data, csv, xlsx, items, archive, answers, package, schema-org, search, sitemap, robots, manifest]",
    ]
    return ("\n".join(lines) + "\n").encode()


def _agency(start: Start) -> bytes:
    lines = [
        editor.modeline("agency", depth=2),
        "# ข้อมูลหน่วยงาน",
        field("name", start.name),
        *([field("name_en", start.name_en)] if start.name_en else []),
        field("kind", start.kind),
        *([field("district", start.district)] if start.district else []),
        field("province", start.province),
        "# ข้อมูลการติดต่อ: ลบเครื่องหมาย # หน้าบรรทัดที่จะใช้",
        "contact:",
        "#  address: ที่อยู่",
        "#  phone: หมายเลขโทรศัพท์",
        "#  email: อีเมล",
        "#  website: https://",
        "#  map: https://",
        "# ช่องทางอื่น เช่น เพจหรือกระดานถามตอบ",
        "channels:",
        "#  - title: ชื่อช่องทาง",
        "#    link: https://",
    ]
    return ("\n".join(lines) + "\n").encode()


_README = """\
# เว็บไซต์เปิดเผยข้อมูลของ{name}

โฟลเดอร์นี้คือเนื้อหาของเว็บไซต์ สร้างด้วยโปรแกรม Prongsai (โปร่งใส) เปิดหน้าต่างคำสั่งในโฟลเดอร์นี้ แล้วทำตามลำดับ

1. ดูหน้าเว็บขณะแก้ไข: `prongsai preview --open` ทุกครั้งที่บันทึกไฟล์ หน้าเว็บเปลี่ยนตามทันที
2. เติมข้อมูลของหน่วยงานใน `content/{slug}/agency.yaml`
3. เติมทีละข้อใน `content/{slug}/{year}/` เช่น `o01.md` ในไฟล์บอกไว้ว่าข้อนั้นต้องมีอะไรและครอบคลุมช่วงใด
   - วางเอกสารใน `content/{slug}/{year}/files/` แล้วอ้างถึงใน `evidence`
   - เขียนคำอธิบายใต้เส้น `---` เส้นที่สอง
   - เมื่อครบแล้วแก้ `state` เป็น `done`
4. ตรวจความถูกต้อง: `prongsai check`
5. สร้างเว็บไซต์: `prongsai build` แล้วนำโฟลเดอร์ `build` ขึ้นเครื่องแม่ข่ายใดก็ได้ที่ส่งไฟล์ตามที่วาง

คำสั่งอื่น

- เปิดปีงบประมาณใหม่โดยยกข้อมูลที่ไม่ผูกกับปีมาด้วย: {opening}
- อ่านคำอธิบายของรหัสข้อความ: `prongsai explain OIT203`
- เขียนสคีมาที่โปรแกรมแก้ไขใช้เติมคำในไฟล์ `.yaml` ใหม่ หลังปรับรุ่นโปรแกรมหรือเพิ่มรายการข้อ: `prongsai schema`
- ดูตัวอย่างที่ใช้ครบทุกอย่าง: `prongsai new ตัวอย่าง --example`

คำว่า “แนวทาง” ในไฟล์ของแต่ละข้อหมายถึงสิ่งที่ยังไม่มีเอกสารของปีนั้นยืนยัน
"""
