"""Fifty mistakes an officer makes, planted one at a time in a good project.

Each must be told in Thai, on the line where it is, with something usable: what was probably meant,
or what to write instead.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.building.check import check
from generator.diagnostics import Diagnostic
from generator.messages.diagnostic_text import notice
from generator.messages.excerpt import Sources
from generator.messages.message import told
from generator.project import find_project

SITE = "content/site.yaml"
AGENCY = "content/nong-yai/agency.yaml"
YEAR = "content/nong-yai/2567"
ITEM = f"{YEAR}/o10.md"
RESULTS = f"{YEAR}/results.yaml"
MEASURES = f"{YEAR}/measures.yaml"

GOOD = {
    SITE: """\
title: เปิดเผยข้อมูล เทศบาลตำบลหนองใหญ่ตัวอย่าง
theme: base
numerals: arabic
agency: nong-yai
""",
    AGENCY: """\
name: เทศบาลตำบลหนองใหญ่ตัวอย่าง
kind: subdistrict-municipality
district: ตัวอย่าง
province: ตัวอย่าง
contact:
  phone: 0-2000-0000
  email: saraban@example.go.th
  website: https://www.example.go.th/
example: yes
""",
    ITEM: """\
---
item: O10
state: done
office: สำนักปลัด
updated: 2567-04-30
elements:
  1: present
  2: present
evidence:
  - file: files/manual.pdf
    title: คู่มือการปฏิบัติงาน
    covers: 2567
    date: 30 เมษายน 2567
    shows: [1, 2]
  - link: https://www.example.go.th/manual
    title: หน้าเว็บคู่มือ
path: [หน้าแรก, คู่มือ]
---
## คู่มือ

ดู[ประกาศ](o11.md) และ[คู่มือ](files/manual.pdf)
""",
    f"{YEAR}/o11.md": "---\nitem: O11\nstate: in-progress\noffice: กองคลัง\n---\n",
    f"{YEAR}/files/manual.pdf": "%PDF-1.4 ตัวอย่าง",
    RESULTS: """\
source:
  title: รายงานตัวอย่าง
  issued: 2567-10
total:
  score: 90
  rating: ผ่านดี
indicators:
  - {indicator: 1, score: 90, outcome: pass}
  - {indicator: 9, score: 100}
items:
  - {item: O10, score: 100}
findings:
  - about: indicator 1
    remedy: รักษาระดับ
    kind: keep
""",
    MEASURES: """\
source:
  title: มาตรการตัวอย่าง
measures:
  - title: จัดทำคู่มือ
    owner: สำนักปลัด
    from: 2566-10-01
    until: 2567-09-30
    progress: done
""",
}


class Mistake(NamedTuple):
    """What is written instead of what, and the line and words by which it must be told."""

    name: str
    path: str
    good: str
    bad: str
    line: int
    said: str = ""


MISTAKES = [
    Mistake("wrong state", ITEM, "state: done", "state: doen", 3, "done"),
    Mistake("wrong Thai state", ITEM, "state: done", "state: ดำเนินการแลว", 3, "ดำเนินการแล้ว"),
    Mistake("state in another language", ITEM, "state: done", "state: finished", 3, "done"),
    Mistake("misspelt field", ITEM, "office:", "ofice:", 4, "office"),
    Mistake("field with a capital", ITEM, "office:", "Office:", 4, "office"),
    Mistake("field in Thai", ITEM, "office:", "หน่วยงาน:", 4),
    Mistake("missing colon", ITEM, "office: สำนักปลัด", "office สำนักปลัด", 4, ":"),
    Mistake("tab before a field", ITEM, "  1: present", "\t1: present", 7, "แท็บ"),
    Mistake("duplicate field", ITEM, "office: สำนักปลัด", "office: สำนักปลัด\noffice: กองคลัง", 5, "office"),
    Mistake("duplicate element", ITEM, "  2: present", "  1: present", 8),
    Mistake("item that is not in the year", ITEM, "item: O10", "item: O43", 2, "O35"),
    Mistake("item of another file", ITEM, "item: O10", "item: O11", 2, "O10"),
    Mistake("item that is no number", ITEM, "item: O10", "item: สิบ", 2, "O12"),
    Mistake("item left out", ITEM, "item: O10\n", "", 2, "item"),
    Mistake("item left empty", ITEM, "item: O10", "item:", 2, "item"),
    Mistake("dead file", ITEM, "file: files/manual.pdf", "file: files/manaul.pdf", 10, "files/manual.pdf"),
    Mistake("file that leads out of the year", ITEM, "file: files/manual.pdf", "file: ../../secret.pdf", 10),
    Mistake("file with a backslash", ITEM, "file: files/manual.pdf", "file: files\\manual.pdf", 10),
    Mistake("file from a disk", ITEM, "file: files/manual.pdf", "file: C:/papers/manual.pdf", 10),
    Mistake("evidence without a title", ITEM, "    title: คู่มือการปฏิบัติงาน\n", "", 10, "title"),
    Mistake("evidence of two kinds", ITEM, "  - link: https", "  - nil: ไม่มี\n    link: https", 15),
    Mistake("address without scheme", ITEM, "link: https://www.", "link: www.", 15, "https://www.example.go.th/manual"),
    Mistake("address with a blank", ITEM, "go.th/manual", "go.th/my manual", 15),
    Mistake("script as an address", ITEM, "link: https://www.example.go.th/manual", "link: javascript:alert(1)", 15),
    Mistake("day that does not exist", ITEM, "updated: 2567-04-30", "updated: 2567-02-30", 5),
    Mistake("day in words that are none", ITEM, "date: 30 เมษายน 2567", "date: 30 เมษา 67", 13),
    Mistake("day with two digits of a year", ITEM, "updated: 2567-04-30", "updated: 30/4/67", 5),
    Mistake("period that ends before it begins", ITEM, "covers: 2567", "covers: 2567-04-01..2567-03-31", 12),
    Mistake("Thai digits where none are allowed", ITEM, "shows: [1, 2]", "shows: [๑, ๒]", 14, "1"),
    Mistake("element that the item does not have", ITEM, "  2: present", "  9: present", 8),
    Mistake("element that is neither there nor not", ITEM, "  2: present", "  2: maybe", 8, "present"),
    Mistake("list where fields are wanted", ITEM, "elements:\n  1: present\n  2: present", "elements: [1, 2]", 6),
    Mistake("fields where a list is wanted", ITEM, "path: [หน้าแรก, คู่มือ]", "path: {หน้าแรก: คู่มือ}", 17),
    Mistake("bracket left open", ITEM, "path: [หน้าแรก, คู่มือ]", "path: [หน้าแรก, คู่มือ", 17),
    Mistake("quote left open", ITEM, "office: สำนักปลัด", 'office: "สำนักปลัด', 4),
    Mistake("colon inside a text", ITEM, "office: สำนักปลัด", "office: สำนักปลัด: งานธุรการ", 4),
    Mistake("front matter not closed", ITEM, "คู่มือ]\n---\n", "คู่มือ]\n", 1, "---"),
    Mistake("front matter missing", ITEM, "---\nitem", "item", 1, "---"),
    Mistake("link to a page that is not there", ITEM, "(o11.md)", "(o99.md)", 21),
    Mistake("link that runs a script", ITEM, "(o11.md)", "(javascript:alert(1))", 21),
    Mistake("picture from elsewhere", ITEM, "ดู[ประกาศ]", "![ภาพ](https://example.org/a.png) [ประกาศ]", 21),
    Mistake(
        "section that is not there",
        ITEM,
        "  - link: https://www.example.go.th/manual\n    title: หน้าเว็บคู่มือ",
        "  - section: คู่มอื",
        15,
        "คู่มือ",
    ),
    Mistake("indentation that does not fit", ITEM, "    title: หน้าเว็บคู่มือ", "   title: หน้าเว็บคู่มือ", 16),
    Mistake(
        "kind of agency that is none",
        AGENCY,
        "subdistrict-municipality",
        "subdistrict-municipalty",
        2,
        "subdistrict-municipality",
    ),
    Mistake("e-mail without a host", AGENCY, "saraban@example.go.th", "saraban@", 7),
    Mistake("province left out", AGENCY, "province: ตัวอย่าง\n", "", 1, "province"),
    Mistake("agency of the site that is not there", SITE, "agency: nong-yai", "agency: nongyai", 4, "nong-yai"),
    Mistake("theme that is not there", SITE, "theme: base", "theme: basic", 2),
    Mistake("score above a hundred", RESULTS, "score: 90, outcome", "score: 109, outcome", 8, "100"),
    Mistake("indicator that the year does not have", RESULTS, "indicator: 9,", "indicator: 19,", 9),
    Mistake("item of the result that the year does not have", RESULTS, "item: O10", "item: O40", 11),
    Mistake("progress that is none", MEASURES, "progress: done", "progress: finnished", 8),
    Mistake("measure that ends before it begins", MEASURES, "until: 2567-09-30", "until: 2565-09-30", 7),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in GOOD.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def problems(root: Path) -> list[Diagnostic]:
    found = find_project(str(root), None)
    assert found is not None
    return [d for d in check(found).diagnostics if d.severity != "finding"]


def test_the_project_is_good_before_a_mistake_is_planted(project: Path) -> None:
    assert problems(project) == []


def test_there_are_fifty_of_them() -> None:
    assert len({mistake.name for mistake in MISTAKES}) >= 50


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_on_its_line_with_something_usable(project: Path, mistake: Mistake) -> None:
    path = project / mistake.path
    text = path.read_text(encoding="utf-8")
    assert mistake.good in text
    path.write_text(text.replace(mistake.good, mistake.bad, 1), encoding="utf-8")

    found = problems(project)

    places = [(d.span.path, d.span.line) for d in found]
    assert (mistake.path, mistake.line) in places, places
    there = [d for d in found if (d.span.path, d.span.line) == (mistake.path, mistake.line)]
    words = [notice(d, "th", Sources(str(project)), 200) for d in there]
    for diagnostic in there:
        said = told(diagnostic, "th")
        assert said.suggestion or said.fix
        assert any("ก" <= letter <= "๛" for letter in said.message)
    assert any(mistake.said in one for one in words), words


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_not_told_as_a_flood(project: Path, mistake: Mistake) -> None:
    path = project / mistake.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(mistake.good, mistake.bad, 1), encoding="utf-8")

    assert 1 <= len(problems(project)) <= 3
