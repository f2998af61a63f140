"""The schema that an editor checks with while an officer types, and the readers: both must say the same of a file."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft7Validator
from sampling import whole_or
from tables import every_row

import generator
from generator.diagnostics import Report
from generator.oit.agency_year import EvidenceFile
from generator.reading.agency_file import read_agency
from generator.reading.catalogue_file import read_catalogue
from generator.reading.catalogues import read_catalogues
from generator.reading.disclosure_check import Documents, check_disclosure
from generator.reading.disclosure_file import read_disclosure
from generator.reading.inputs import catalogue_sources
from generator.reading.json_schema import schema_files
from generator.reading.measures_file import read_measures
from generator.reading.narrative_file import read_narrative
from generator.reading.result_check import check_results
from generator.reading.results_file import read_results
from generator.reading.site_file import read_site

from .editor import typed, typed_file

SITE = """
title: ข้อมูลเพื่อความโปร่งใส
title_en: Transparency
theme: base
numerals: thai
address: https://example.go.th/ita
agency: tua-yang
exports: [data, sitemap]
"""
AGENCY = """
name: เทศบาลตำบลตัวอย่าง
name_en: Example Subdistrict Municipality
kind: subdistrict-municipality
district: ตัวอย่าง
province: ตัวอย่าง
contact:
  address: เลขที่ 1 หมู่ที่ 1
  phone: 0 2000 0000 ต่อ 12
  email: saraban@example.go.th
  website: https://example.go.th
  map: https://example.go.th/map?at=1,2
channels:
  - {title: เพจ, link: https://example.go.th/page}
note: |
  หน่วยงานสมมติ
other_names: [เทศบาลตัวอย่าง]
example: yes
"""
DISCLOSURE = """
item: O12
title: รายการจัดซื้อจัดจ้าง
state: done
office: [กองคลัง, สำนักปลัด]
updated: 2568-04-30
elements:
  1: present
  2: มี
documents: [แผนจัดซื้อจัดจ้าง]
evidence:
  - file: files/plan.pdf
    title: แผน
    covers: 2568
    date: 15 ตุลาคม 2567
    language: th
    shows: [1, 2]
    note: ฉบับลงนาม
  - {link: https://example.go.th/plan, title: หน้าแผน, covers: 2567-10-01..2568-03-31, shows: 3}
  - nil: ไม่มีรายการที่ยกเลิก
path: [หน้าแรก, จัดซื้อจัดจ้าง]
note: |
  หมายเหตุ
"""
RESULTS = """
source: {title: รายงานผล, issued: 2568-08, by: สำนักปลัด}
pass_line: 85
focus_line: 90
total: {score: 85.50, rating: ผ่าน, where: หน้า 1}
instruments:
  - {instrument: OIT, score: 83.77}
indicators:
  - {indicator: 9, title: การเปิดเผยข้อมูล, score: 73.79, outcome: fail}
questions:
  - {question: i5, text: ถ้อยคำ, score: 78.97}
  - {question: e3, parts: [{title: เงิน, score: 100}]}
items:
  - {item: O12, score: 0, inferred: yes, basis: ตำแหน่งในตาราง}
findings:
  - about: O12
    heading: การเปิดเผยข้อมูล
    statement: ไม่พบข้อมูล
    remark: ไม่ครบ
    analysis: เอกสารเป็นของปีก่อน
    remedy: เผยแพร่ของปีนี้
    owner: [กองคลัง]
    kind: weakness
    helped_by: [O1, O13]
    where: หน้า 3
printed:
  - {figure: indicator 9, value: "73.79", where: หน้า 2}
statements:
  - text: ผ่านเกณฑ์
    where: หน้า 2
    claims: [{figure: indicators failed, value: 1}]
names:
  - {name: เทศบาลตำบลอื่น, kind: agency, where: หน้าปก}
"""
MEASURES = """
source: {title: มาตรการ, issued: 2568-10, by: สำนักปลัด}
for_year: 2569
measures:
  - no: "1"
    group: มาตรการส่งเสริมความโปร่งใส
    title: เผยแพร่รายงานให้ตรงปี
    about: [O12, indicator 9, sub-indicator 9.3, instrument OIT, i5, total]
    method: รวบรวม
    period: ต.ค. 68 - ก.ย. 69
    from: 2568-10-01
    until: 2569-09
    owner: สำนักปลัด
    follow_up: ทุกไตรมาส
    result: ทำแล้วบางส่วน
    outcome: ประชาชนเข้าถึงข้อมูลได้
    progress: in-progress
names:
  - {name: ตัวอย่างอื่น, kind: province, where: หน้าปก}
"""
REPORT_TEXT = """
title: รายงานการวิเคราะห์ผล
source: เล่มรายงาน
issued: ตุลาคม 2568
"""
CATALOGUE = """
scheme: nacc-ita
year: 2571
title: การประเมินสมมติ
regulator: สำนักงานสมมติ
basis: {titles: rule, weights: likely}
basis_notes: {titles: สมมติ}
rounding: {subindicator: 2, indicator: 2, instrument: exact, total: 2}
pass_line: 85
item_scores: {met: 100, unmet: 0}
ratings:
  - {label: ดี, label_en: Good, at_least: 85, each_instrument: 85}
  - {label: ปรับปรุง, at_least: 0}
local_government: [subdistrict-municipality]
instruments:
  - code: EIT
    title: แบบวัดภายนอก
    title_en: External
    weight: 40.5
    basis: likely
    indicators:
      - no: 1
        title: คุณภาพ
        questions:
          - {no: e1, title: ถาม, negative: yes, parts: no, helped_by: [plan]}
  - code: OIT
    title: แบบวัดข้อมูล
    weight: 59.5
    indicators:
      - no: 9
        title: การเปิดเผย
        title_en: Disclosure
        sub_indicators:
          - no: 9.1
            title: ข้อมูล
            title_en: Information
            items:
              - no: O1
                title: แผน
                title_en: Plan
                variants: [แผนงาน]
                topics: [plan]
                kind: plan
                placement: page
                period: fy-current
                period_basis: likely
                due_hint: ภายในตุลาคม
                basis: guidance
                basis_note: สมมติ
                elements:
                  - {no: 1, text: แผนของปี}
                  - {no: 2, text: แผนของท้องถิ่น, only_for: local-government}
calendar:
  - {key: answering, step: ตอบ, from: 2571-03-01, until: 2571-04}
sources: [สมมติ]
notes: [สมมติ]
"""
CONTENT = Path(__file__).resolve().parents[2] / "content"
_FILES = Documents({name: EvidenceFile(name, 1, "") for name in ("files/plan.pdf",)})
_HOLDS_TOGETHER = re.compile("OIT6..")
"""Whether a catalogue's weights, numbers and topics hold together is no matter of a single field."""


@cache
def shipped() -> tuple[dict[int, Any], dict[str, Any]]:
    """The catalogues that come with the generator, and the schemas made from them."""
    report = Report()
    catalogues = dict(read_catalogues(catalogue_sources(None, report), report))
    assert not report.diagnostics
    return catalogues, {name: json.loads(data) for name, data in schema_files(catalogues).items()}


def _front(text: str) -> bytes:
    return f"---\n{text.strip()}\n---\n".encode()


def _disclosure(text: str, report: Report) -> None:
    found = read_disclosure(_front(text), "o.md", report)
    if found is not None and not report.failed:
        check_disclosure(found, found.item, shipped()[0][2568], _FILES, {}, report)


def _results(text: str, report: Report) -> None:
    found = read_results(text.encode(), "results.yaml", report)
    if found is not None:
        check_results(found, shipped()[0][2568], report)


class FileKind(NamedTuple):
    """A kind of file: its schema, how it is read, and one that fills in every field."""

    schema: str
    read: Callable[[str, Report], object]
    full: str


KINDS = {
    "site": FileKind("site.json", lambda text, report: read_site(text.encode(), "site.yaml", report), SITE),
    "agency": FileKind("agency.json", lambda text, report: read_agency(text.encode(), "a.yaml", "a", report), AGENCY),
    "disclosure": FileKind("disclosure-2568.json", _disclosure, DISCLOSURE),
    "results": FileKind("results-2568.json", _results, RESULTS),
    "measures": FileKind(
        "measures.json", lambda text, report: read_measures(text.encode(), "measures.yaml", 2568, report), MEASURES
    ),
    "report-text": FileKind(
        "report-text.json", lambda text, report: read_narrative(_front(text), "r.md", "results", report), REPORT_TEXT
    ),
    "catalogue": FileKind(
        "catalogue.json", lambda text, report: read_catalogue(text.encode(), "c.yaml", report), CATALOGUE
    ),
}


def the_reader_accepts(kind: str, text: str) -> bool:
    report = Report()
    KINDS[kind].read(text, report)
    return not any(d.severity == "error" and not _HOLDS_TOGETHER.match(d.code) for d in report.diagnostics)


@cache
def editor(schema: str) -> Draft7Validator:
    return Draft7Validator(shipped()[1][schema])


def the_editor_accepts(kind: str, text: str) -> bool:
    return bool(editor(KINDS[kind].schema).is_valid(typed(text)))


class _Plain(yaml.SafeDumper):
    """Writes every text without quotes where YAML allows it, so that nothing is typed by its quotes."""


_Plain.yaml_implicit_resolvers = {}


def changed(text: str) -> Iterator[tuple[str, str]]:
    """A file with one field dropped, renamed, emptied or given a value of another shape; each in words."""
    tree = yaml.load(text, Loader=yaml.BaseLoader)

    def fields(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for name, value in below:
            if isinstance(node, dict):
                yield (*path, name)
            yield from fields(value, (*path, name))

    for path in fields(tree, ()):
        for what in ("dropped", "renamed", "empty", "a text", "a list", "fields"):
            copy = deepcopy(tree)
            parent = copy
            for step in path[:-1]:
                parent = parent[step]
            value = parent.pop(path[-1])
            if what == "renamed":
                parent[f"{path[-1]}_x"] = value
            elif what != "dropped":
                shapes = {"empty": "", "a text": "ข้อความ", "a list": ["ข้อความ"], "fields": {"ช่อง": "ข้อความ"}}
                parent[path[-1]] = shapes[what]
            written = yaml.dump(copy, Dumper=_Plain, allow_unicode=True).replace("''", "")
            yield f"{'/'.join(map(str, path))} {what}", written


@every_row("kind", KINDS)
def test_a_file_that_fills_in_every_field_is_accepted_by_both(kind: str) -> None:
    assert the_reader_accepts(kind, KINDS[kind].full)
    assert the_editor_accepts(kind, KINDS[kind].full)


@pytest.mark.sampled
@every_row("kind", whole_or(["disclosure"], list(KINDS)))
def test_whatever_is_done_to_a_field_both_say_the_same(kind: str) -> None:
    changes = list(changed(KINDS[kind].full))
    assert len(changes) >= 18
    verdicts = {what: (the_reader_accepts(kind, text), the_editor_accepts(kind, text)) for what, text in changes}
    of_other_files = {"evidence/0/file a text"}  # a file of evidence that is not there
    assert {what: both for what, both in verdicts.items() if both[0] != both[1] and what not in of_other_files} == {}
    assert {reader for reader, _ in verdicts.values()} == {True, False}


GOOD = [
    *(("disclosure", f"item: {item}") for item in ("O1", "o12", "O๑๒", "๐๑๒", "ข้อ ๑๒", "012", "12", "O-12", '"O12 "')),
    *(("disclosure", f"item: O1\nstate: {state}") for state in ("ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ")),
    *(("disclosure", f"item: O1\nupdated: {day}") for day in ("2567-1-5", "2024-01-05", "5/1/2567", "๕ ม.ค. ๒๕๖๗")),
    ("disclosure", "item: O1\nupdated: 5 มกราคม พ.ศ. 2567"),
    ("disclosure", "item: O1\noffice: กองคลัง\nelements: {1: yes, 2: no, 3: มี, 4: ไม่มี, 5: }"),
    ("disclosure", 'item: O1\nelements: {"01": present}\nevidence: [{nil: ไม่มี, shows: 6}]'),
    ("disclosure", "item: O1\nevidence:\n  -\nstate:\nelements:\n  1:\n  2:\noffice:\n"),
    ("disclosure", 'item: O1\nstate: " "\nupdated: ""\noffice: [""]'),
    ("disclosure", "item: O1\ntitle: 2568\nnote: true\ndocuments: [12.5]"),
    *(
        ("disclosure", f"item: O1\nevidence: [{{nil: ไม่มี, covers: {covers}}}]")
        for covers in (
            "2568",
            "๒๕๖๘",
            "2567-10..2568-03",
            "ตุลาคม 2567",
            "2567-10-01",
            "1/10/2567..30/9/2568",
            "2568..2569",
            "ปี 2568",
        )
    ),
    *(
        ("disclosure", f"item: O1\nevidence: [{{title: ก, link: '{link}'}}]")
        for link in ("http://a.b", "https://example.go.th:8080/ก?ข=1#ค", "https://[::1]/", "https://ตัวอย่าง.ไทย/ก")
    ),
    *(
        ("results", f"source: {{title: ก}}\npass_line: {score}")
        for score in ("0", "100", "100.00", "๙๓.๗๕", '"85"', "00")
    ),
    *(
        ("results", f"source: {{title: ก}}\nfindings: [{{about: {about}}}]")
        for about in ("O28", "o๒๘", "ข้อ 5", "012", "i20", "E3", "indicator ๙", "ตัวชี้วัด 10", "sub-indicator 9.5")
    ),
    *(
        ("results", f"source: {{title: ก}}\nfindings: [{{about: {about}}}]")
        for about in ("ตัวชี้วัดย่อย ๙.๑", "instrument EIT", "แบบวัด OIT", "total", "คะแนนรวม", "indicator  9")
    ),
    ("results", "source: {title: ก}\nindicators: [{indicator: ๑๐, score: 1}, {indicator: '1', score: 2}]"),
    ("measures", "source: {title: ก}\nfor_year: ๒๕๖๙\nmeasures: []"),
    ("measures", "source: {title: ก}\nmeasures: [{title: ข, no: 1, about: O99, from: ต.ค. 2568}]"),
    *(
        ("agency", f"name: ก\nkind: เทศบาลตำบล\nprovince: ข\ncontact: {{phone: {p}}}")
        for p in ("043-123456", "๐๔๓ ๑๒๓", "191")
    ),
    *(
        ("agency", f"name: ก\nkind: เทศบาลตำบล\nprovince: ข\narea: {{centre: '{p}'}}")
        for p in ("16.5, 104.5", "16,104", "-16.5 , +104.25", "๑๖.๕, ๑๐๔.๕")
    ),
    *(
        ("agency", f"name: ก\nkind: เทศบาลตำบล\nprovince: ข\narea: {{bounds: '{p}'}}")
        for p in ("16.4, 104.3..16.6, 104.7", "-1,-1 .. 1,1")
    ),
    (
        "agency",
        "name: ก\nkind: อบต\nprovince: ข\nkind_: x".replace("อบต", "other").replace("\nkind_: x", "\nexample: true"),
    ),
    ("site", "title: ก\nagency: all\ntheme: 2568\nexports: []"),
]
BAD = [
    *(("disclosure", f"item: {item}") for item in ("O0", "O29", "O100", "ข้อ", "OO1", "O1.5", "o1a", "[O1]", "")),
    ("disclosure", "title: ไม่มีเลขข้อ"),
    *(("disclosure", f"item: O1\nstate: {state}") for state in ("Done", "finished", "true", "1")),
    *(
        ("disclosure", f"item: O1\nupdated: {day}")
        for day in ("2568", "2568-13-01", "2300-01-01", "5 มค 2567", "2567-01")
    ),
    *(
        ("disclosure", f"item: O1\nelements: {{{marks}}}")
        for marks in ("1: maybe", "0: present", "a: present", "100: present", "17: present", "๑: present", "1: [มี]")
    ),
    ("disclosure", "item: O22\nelements: {2: present}"),
    ("disclosure", "item: O1\nevidence: [{nil: ไม่มี, shows: 0}]"),
    ("disclosure", "item: O1\nevidence: [{nil: ไม่มี, shows: [17]}]"),
    ("disclosure", "item: O1\nevidence: [{nil: }]"),
    ("disclosure", "item: O1\nevidence: [{nil: ไม่มี, section: หัวข้อ}]"),
    ("disclosure", "item: O1\nevidence: [{title: ก}]"),
    ("disclosure", "item: O1\nevidence: [{link: https://example.go.th}]"),
    ("disclosure", "item: O1\nevidence: [{file: files/plan.pdf, title: }]"),
    ("disclosure", "item: O1\nevidence: files/plan.pdf"),
    *(
        ("disclosure", f"item: O1\nevidence: [{{title: ก, link: '{link}'}}]")
        for link in (
            "example.go.th",
            "ftp://example.go.th",
            "https://",
            "https://a b.c",
            "https://u@a.b",
            "https://a.b:0",
            "javascript:1",
        )
    ),
    *(("disclosure", f"item: O1\nevidence: [{{nil: ก, covers: {c}}}]") for c in ("1", "ปีนี้", "2300")),
    ("disclosure", f"item: O1\ntitle: {'ก' * 1001}"),
    ("disclosure", f"item: O1\nevidence: [{', '.join(['{nil: ก}'] * 201)}]"),
    *(
        ("results", f"source: {{title: ก}}\npass_line: {score}")
        for score in ("101", "-1", "85%", "100.1", "แปดสิบ", "[85]")
    ),
    *(
        ("results", f"source: {{title: ก}}\nfindings: [{{about: {about}}}]")
        for about in ("O29", "indicator 11", "sub-indicator 9.9", "instrument XIT", "x1", "ตัวชี้วัด", "", "i0")
    ),
    ("results", "source: {title: ก}\nindicators: [{indicator: 11, score: 1}]"),
    ("results", "source: {title: ก}\nindicators: [{indicator: เก้า, score: 1}]"),
    ("results", "source: {title: ก}\ninstruments: [{instrument: XIT, score: 1}]"),
    ("results", "source: {title: ก}\nitems: [{item: O29, score: 0}]"),
    ("results", "source: {title: ' '}"),
    ("measures", "source: {title: ก}\nfor_year: 2026\nmeasures: []"),
    ("measures", "source: {title: ก}\nmeasures: [{title: ข, about: O0}]"),
    *(("agency", f"name: ก\nkind: other\nprovince: ข\ncontact: {{phone: {p}}}") for p in ("โทร", "12a", '"()()"')),
    *(("agency", f"name: ก\nkind: other\nprovince: ข\ncontact: {{email: {m}}}") for m in ("a@b", "a b@c.th", "a@")),
    *(
        ("agency", f"name: ก\nkind: other\nprovince: ข\narea: {{centre: '{p}'}}")
        for p in ("16.5", "16.5 104.5", "16.5, ตะวันออก", "16°30′, 104°30′", "1.2.3, 4", "16.5, 104.5, 3")
    ),
    *(
        ("agency", f"name: ก\nkind: other\nprovince: ข\narea: {{bounds: '{p}'}}")
        for p in ("16.5, 104.5", "16.4, 104.3, 16.6, 104.7", "16.4, 104.3...16.6, 104.7")
    ),
    ("agency", "name: ก\nkind: village\nprovince: ข"),
    ("agency", "name: ก\nkind: other\nprovince: ข\nexample: maybe"),
    *(("site", f"title: ก\ntheme: {theme}") for theme in ("Base", "a--b", "-a", "ธีม", "a" * 61)),
    ("site", "title: ก\nexports: [parquet]"),
    ("site", "title: ก\nnumerals: roman"),
]


@every_row(("kind", "text"), GOOD)
def test_what_the_reader_accepts_is_not_marked_in_the_editor(kind: str, text: str) -> None:
    assert (the_reader_accepts(kind, text), the_editor_accepts(kind, text)) == (True, True)


@every_row(("kind", "text"), BAD)
def test_what_the_reader_refuses_is_marked_in_the_editor(kind: str, text: str) -> None:
    assert (the_reader_accepts(kind, text), the_editor_accepts(kind, text)) == (False, False)


ONLY_CHECK_KNOWS = {
    "whether a file of evidence is there": ("disclosure", "item: O1\nevidence: [{file: files/x.pdf, title: ก}]"),
    "an element marked twice": ("disclosure", 'item: O1\nelements: {1: present, "01": present}'),
    "a day that is not in the calendar": ("disclosure", "item: O1\nupdated: 31/4/2568"),
    "a period that ends before it begins": ("disclosure", "item: O1\nevidence: [{nil: ก, covers: 2568-02..2568-01}]"),
    "whole numbers with a point": ("disclosure", "item: O1\nevidence: [{nil: ก, shows: 1.0}]"),
    "null written as a word": ("disclosure", "item: O1\nstate: null"),
    "a number about nothing": ("results", "source: {title: ก}\nfindings: [{about: 12}]"),
    "numbers in scientific notation": ("results", "source: {title: ก}\npass_line: 1e1"),
    "one item with two results": ("results", "source: {title: ก}\nitems: [{item: O1, score: 0}, {item: o1, score: 0}]"),
    "a measure that ends before it begins": (
        "measures",
        "source: {title: ก}\nmeasures: [{title: ข, from: 2568-10-01, until: 2567-10-01}]",
    ),
    "a telephone number of two digits": ("agency", "name: ก\nkind: other\nprovince: ข\ncontact: {phone: 12}"),
    "a position that is not on earth": ("agency", "name: ก\nkind: other\nprovince: ข\narea: {centre: '104.5, 16.5'}"),
    "corners in another order": (
        "agency",
        "name: ก\nkind: other\nprovince: ข\narea: {bounds: '16.6, 104.7..16.4, 104.3'}",
    ),
    "capital letters of true": ("agency", "name: ก\nkind: other\nprovince: ข\nexample: True"),
    "a port that does not exist": ("site", "title: ก\naddress: https://example.go.th:70000"),
}
"""What a schema cannot say of one file, or the editor's own typing hides from it: the whole list."""


@every_row("what", ONLY_CHECK_KNOWS)
def test_what_only_check_can_know(what: str) -> None:
    kind, text = ONLY_CHECK_KNOWS[what]
    assert (the_reader_accepts(kind, text), the_editor_accepts(kind, text)) == (False, True)


def test_every_schema_is_one_of_draft_7_and_names_everything_in_thai() -> None:
    for name, schema in shipped()[1].items():
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        for field in schema["properties"].values():
            assert re.search("[ก-๛]", field["title"]), name
            assert re.search("[A-Za-z]", field["description"].partition(" · ")[2]), name


@every_row("year", range(2563, 2570))
def test_the_editor_offers_every_item_and_its_elements(year: int) -> None:
    catalogues, schemas = shipped()
    schema = schemas[f"disclosure-{year}.json"]
    offered = {way["const"]: way["title"] for way in schema["properties"]["item"]["anyOf"] if "const" in way}
    assert offered == {item.number: f"{item.number} {item.title}" for item in catalogues[year].items}
    for item, rule in zip(catalogues[year].items, schema["allOf"], strict=True):
        marks = rule["then"]["properties"]["elements"]["properties"]
        assert {name: mark["title"] for name, mark in marks.items()} == {str(e.number): e.text for e in item.elements}


def test_patterns_are_written_so_that_an_editor_in_javascript_reads_them_alike() -> None:
    patterns: set[str] = set()

    def collect(node: Any) -> None:
        for name, below in (
            node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        ):
            if name == "pattern" and isinstance(below, str):
                patterns.add(below)
            elif name == "patternProperties":
                patterns.update(below)
            collect(below)

    collect(list(shipped()[1].values()))
    assert len(patterns) > 20
    for pattern in patterns:
        # \d and \w differ between languages, and in unicode mode nothing may be escaped that needs it not
        inside = re.findall(r"\[(?:\\.|[^\]])*\]", pattern)
        outside = re.sub(r"\[(?:\\.|[^\]])*\]", "", pattern)
        assert set(re.findall(r"\\(.)", outside)) <= set("sS.()[]^$|+*?{}/"), pattern
        assert set(re.findall(r"\\(.)", "".join(inside))) <= set("s\\[]-u"), pattern


@every_row("path", sorted(CONTENT.rglob("*.*")))
def test_the_shipped_content_is_not_marked_in_the_editor(path: Path) -> None:
    year = path.parent.name
    if path.name == "results.yaml":
        schema = f"results-{year}.json"
    elif re.fullmatch(r"o[0-9]+\.md", path.name):
        schema = f"disclosure-{year}.json"
    else:
        schema = "report-text.json" if path.suffix == ".md" else f"{path.stem}.json"
    assert list(editor(schema).iter_errors(typed_file(path.name, path.read_text(encoding="utf-8")))) == []


@every_row("year", range(2563, 2570))
def test_the_shipped_catalogues_are_not_marked_in_the_editor(year: int) -> None:
    path = Path(generator.__file__).parent / f"catalogues/oit-{year}.yaml"
    assert list(editor("catalogue.json").iter_errors(typed(path.read_text(encoding="utf-8")))) == []
