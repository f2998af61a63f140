"""A portal to search in: texts of the invented portal, and in each agency-year words that few others have.

Names of places are put together from syllables by a fixed seed, so that beside words that stand everywhere there
are words of some agencies and words of one alone.
"""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.portal import TITLE, AgencyText, agencies
from benchmarks.sides import write_agency

YEARS = (2564, 2565)
"""Each agency has both, but for the last one when the number of agency-years is odd."""

WORKS = (
    "ก่อสร้างถนนคอนกรีตเสริมเหล็ก", "ขุดลอกคลอง", "ปรับปรุงระบบประปาหมู่บ้าน", "ติดตั้งโคมไฟส่องสว่าง",
    "จัดซื้อครุภัณฑ์สำนักงาน", "ฝึกอบรมอาชีพผู้สูงอายุ", "ป้องกันโรคไข้เลือดออก", "ซ่อมแซมอาคารเรียน",
)  # fmt: skip
_KINDS = ("บ้าน", "หนอง", "ห้วย", "โคก", "ดอน")
_ONSETS = "กขคงจชซดตถทธนบปผพฟมยรลวสหอ"
_RHYMES = ("า", "ี", "ู", "อง", "าย", "าน", "ุ่ม", "ิน", "ึง", "ัว", "้อย", "่าว", "ูน", "าด")
_SYLLABLES = tuple(onset + rhyme for onset, rhyme in product(_ONSETS, _RHYMES))


def write_search_portal(site: Path, agency_years: int) -> None:
    """Write a project with so many agency-years, which the base theme shows."""
    (site / "content").mkdir(parents=True)
    (site / "content/site.yaml").write_text(f"title: {TITLE}\n", encoding="utf-8")
    for year, agency in published(agency_years):
        write_agency(site, agency, year)


def published(agency_years: int) -> Iterator[tuple[int, AgencyText]]:
    """What each agency publishes for a year: all agencies of the first year, then those of the second."""
    for place, year in enumerate(YEARS):
        for agency in agencies((agency_years + len(YEARS) - 1 - place) // len(YEARS), year):
            yield year, _with_places(agency, year)


def places(whose: str, count: int = 20) -> list[str]:
    """Names of places: those of ``whose`` pages, such as ``example-001 2565``, or those that ``all`` may name."""
    chance = random.Random(f"places of {whose}")
    return [chance.choice(_KINDS) + "".join(chance.choices(_SYLLABLES, k=3)) for _ in range(count)]


def _with_places(agency: AgencyText, year: int) -> AgencyText:
    chance = random.Random(f"works of {agency.slug} in {year}")
    own, shared = places(f"{agency.slug} {year}"), places("all", 400)
    items = []
    for item in agency.items:
        works = "\n".join(
            f"- {_work(chance, chance.choice(shared if chance.random() < 0.3 else own), year)}"
            for _ in range(chance.randint(1, 6))
        )
        items.append(item._replace(body=f"{item.body}\n{works}\n"))
    return agency._replace(items=tuple(items))


def _work(chance: random.Random, place: str, year: int) -> str:
    baht = f"{chance.randint(10, 4000) * 500:,}"
    contract = f"{chance.randint(1, 99)}/{year}"
    return f"{chance.choice(WORKS)}{place} หมู่ที่ {chance.randint(1, 14)} งบประมาณ {baht} บาท สัญญาเลขที่ {contract}"
