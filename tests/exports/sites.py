"""Sites with every export on: the shipped content at an address, and a portal whose names are hard to write down."""

import shutil
from pathlib import Path
from typing import NamedTuple

from projects import SMALL, Content

from generator.oit.export_formats import EXPORT_FORMATS

ROOT = Path(__file__).resolve().parents[2]
EVERY = f"exports: [{', '.join(row.name for row in EXPORT_FORMATS)}]\n"
LICENSE = "license: {title: CC BY 4.0, link: 'https://creativecommons.org/licenses/by/4.0/'}\n"
PUBLISHER = """\
publisher:
  name: 'สำนักงานจังหวัด "ก้าวหน้า" & <ใหม่>'
  website: 'https://example.org/?a=1&b=2'
  email: office@example.org
"""
HARD = 'เทศบาล "ก้าวหน้า" & <ใหม่>'
"""A name with everything that XML, JSON and HTML write in another way."""

PORTAL: dict[str, Content] = {
    **SMALL,
    "content/site.yaml": f"title: 'ข้อมูล & \"ตาราง\" <จังหวัด>'\ntitle_en: 'Data & <tables>'\n"
    f"address: https://example.org/ita/\ndescription: 'ข้อมูล <ทั้งหมด> & \"เปิด\"'\n{EVERY}{LICENSE}{PUBLISHER}",
    "content/town/agency.yaml": f"""\
name: '{HARD}'
name_en: 'A & "B" <C>'
kind: subdistrict-municipality
district: 'เมือง & <เก่า>'
province: เลย
contact:
  address: '9 หมู่ 9 "ริมน้ำ" & <เขา>'
  phone: 0 0000 0000
  email: office@example.org
  website: 'https://example.org/town?a=1&b=2'
  map: 'https://example.org/map?q=1&r=2'
""",
    "content/town/2567/o01.md": """\
---
item: O1
title: 'โครงสร้าง "ใหม่" & <เก่า>'
state: done
updated: 2567-01-15
office: ['กอง & "คลัง"', สำนักปลัด]
elements: {1: present, 2: present}
documents: ['คำสั่งที่ 1/2567, "ลับ" & <เปิด>']
evidence:
  - {file: files/plan.txt, title: 'แผน "ก" & <ข>', covers: 2567, date: 2566-10-15, language: th, shows: [1, 2]}
  - {link: 'https://example.org/a?x=1&y=2', title: '=SUM(1,2)'}
note: |
  บรรทัดแรก, "คำพูด"
  <บรรทัดที่สอง>
---
ข้อความ
""",
    "content/town/2567/files/plan.txt": "แผน\n",
    "content/town/2567/results.yaml": """\
source: {title: 'รายงาน "ผล" & <คะแนน>', issued: 2567-08, by: สำนักปลัด}
total: {score: 66.67, rating: ไม่ผ่าน}
indicators: [{indicator: 1, score: 33.34, outcome: fail}, {indicator: 2, score: 100}]
items: [{item: O1, score: 0}, {item: O2, score: 66.67}]
""",
    "content/other/agency.yaml": "name: ส่วนราชการ & อีกแห่ง\nkind: government-agency\nprovince: เลย\n",
    "content/other/2567/o02.md": "---\nitem: O2\nstate: in-progress\nupdated: 2567-03-01\n---\n",
    "content/third/agency.yaml": "name: เทศบาลตำบลที่ไม่มีวันที่\nkind: subdistrict-municipality\nprovince: เลย\n",
    "content/third/2567/o03.md": "---\nitem: O3\n---\n",
}
"""Three agencies: one with results and all that an item can have, one with a day, and one with neither."""


class Published(NamedTuple):
    """A published site: the folder, and the address that its files say they stand at, with a slash at the end."""

    root: Path
    base: str

    def read(self, address: str) -> bytes:
        """The bytes of a file."""
        return (self.root / address).read_bytes()

    def found(self, pattern: str) -> list[str]:
        """The addresses of some files, in order."""
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))


def copy_shipped(target: Path) -> None:
    """Write the shipped content with every export on, and with all that a site may say of itself."""
    shutil.copytree(ROOT / "content", target / "content")
    site = (target / "content/site.yaml").read_text(encoding="utf-8")
    kept = [line for line in site.splitlines(keepends=True) if not line.startswith("exports:")]
    more = f"address: https://example.org/four/\n{EVERY}{LICENSE}{PUBLISHER}"
    (target / "content/site.yaml").write_text("".join(kept) + more, encoding="utf-8")
