"""The invented portal that every side builds: the same agencies, items and words on each run.

Elements and their wording are those of the shipped catalogue of the fiscal year; everything an
agency says is put together from a fixed seed.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Report
from generator.oit.catalogue import LOCAL_GOVERNMENT, Catalogue
from generator.reading.catalogue_file import read_catalogue

YEAR = 2565
TITLE = "ศูนย์รวมข้อมูลสมมติ"
PAGES_PER_AGENCY = 44
"""A page for each of the 43 items of the year and the front page of the agency-year."""

_OFFICES = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุข", "หน่วยตรวจสอบภายใน")
_DEEDS = ("จัดทำ", "ปรับปรุง", "เผยแพร่", "ทบทวน", "รวบรวม", "ติดตาม", "สรุป", "ชี้แจง")
_THINGS = (
    "แผนงานประจำปี", "รายงานการใช้จ่าย", "คู่มือการให้บริการ", "ข้อมูลติดต่อ", "สถิติผู้รับบริการ", "ประกาศจัดซื้อ",
    "นโยบายของผู้บริหาร", "ช่องทางร้องเรียน", "ผลการดำเนินงาน", "แผนพัฒนาบุคลากร", "หลักเกณฑ์การประเมิน", "มาตรการส่งเสริม",
)  # fmt: skip
_ENDINGS = (
    "ให้ประชาชนทราบ", "ตามรอบที่กำหนด", "บนหน้าเว็บของหน่วยงาน", "ภายในไตรมาสแรก",
    "ร่วมกับทุกกอง", "ก่อนสิ้นปีงบประมาณ", "ตามความเห็นของที่ประชุม", "พร้อมช่องทางสอบถาม",
)  # fmt: skip


class Proof(NamedTuple):
    """A linked document. ``date`` is in the Buddhist era."""

    title: str
    link: str
    date: str


class ItemText(NamedTuple):
    """What an agency publishes for one item. ``present`` answers for each element of the item in turn."""

    number: str
    title: str
    office: str
    present: tuple[bool, ...]
    proofs: tuple[Proof, ...]
    body: str

    @property
    def complete(self) -> bool:
        """Whether every element is there, so that the item counts."""
        return all(self.present)

    @property
    def stem(self) -> str:
        """The name of its file and of its page: ``o05``."""
        return f"o{int(self.number[1:]):02d}"


class AgencyText(NamedTuple):
    """An invented agency with what it publishes."""

    slug: str
    name: str
    items: tuple[ItemText, ...]


@cache
def catalogue(year: int = YEAR) -> Catalogue:
    """The shipped catalogue of a fiscal year, unless told that of the portal's own."""
    path = Path(__file__).parent.parent / f"generator/catalogues/oit-{year}.yaml"
    report = Report()
    found = read_catalogue(path.read_bytes(), path.name, report)
    if found is None:
        raise ValueError(f"{path}: {report.diagnostics}")
    return found


def agencies(count: int, year: int = YEAR) -> Iterator[AgencyText]:
    """The first ``count`` agencies in a fiscal year; an agency is the same however many there are."""
    for position in range(1, count + 1):
        chance = random.Random(f"portal {position}" if year == YEAR else f"portal {position} in {year}")
        slug = f"example-{position:03d}"
        items = tuple(
            _item(chance, slug, year, item.number, len(item.elements_for({LOCAL_GOVERNMENT})))
            for item in catalogue(year).items
        )
        yield AgencyText(slug, f"เทศบาลตำบลสมมติ {position:03d}", items)


def _item(chance: random.Random, slug: str, year: int, number: str, elements: int) -> ItemText:
    site = f"https://{slug}.example"
    proofs = tuple(
        Proof(
            f"{_phrase(chance)} ฉบับที่ {position}",
            f"{site}/documents/{number.lower()}-{position}.pdf",
            f"{year}-{chance.randint(1, 9):02d}-{chance.randint(1, 28):02d}",
        )
        for position in range(1, chance.randint(1, 4) + 1)
    )
    # an item counts only when nothing is missing, so most are left whole
    present = tuple(chance.random() < 0.93 for _ in range(elements))
    return ItemText(number, _phrase(chance), chance.choice(_OFFICES), present, proofs, _body(chance, site, number))


def _phrase(chance: random.Random) -> str:
    return chance.choice(_DEEDS) + chance.choice(_THINGS)


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_OFFICES)}{_phrase(chance)}{chance.choice(_ENDINGS)}"


def _body(chance: random.Random, site: str, number: str) -> str:
    points = [f"- **{chance.choice(_THINGS)}** {_phrase(chance)}" for _ in range(3)]
    rows = [f"| {_phrase(chance)} | {chance.randint(1, 9000)} | {chance.choice(_OFFICES)} |" for _ in range(3)]
    return "\n".join((
        f"## {_phrase(chance)}",
        "",
        f"{_sentence(chance)} {_sentence(chance)}",
        "",
        *points,
        "",
        "| เรื่อง | จำนวน | ผู้ดูแล |",
        "| --- | ---: | --- |",
        *rows,
        "",
        f"{_sentence(chance)} อ่านต่อที่ [{chance.choice(_THINGS)}]({site}/{number.lower()})",
        "",
    ))  # fmt: skip
