"""A slip in one line of a file is told once, on that line, with the line as it should be written."""

from collections.abc import Callable

from tables import every_row

from generator.diagnostics import Diagnostic, Report
from generator.language import LANGUAGES
from generator.messages.message import told
from generator.reading.agency_file import read_agency
from generator.reading.disclosure_file import read_disclosure
from generator.reading.measures_file import read_measures
from generator.reading.results_file import read_results
from generator.reading.site_file import read_site

ITEM = """\
---
item: O12
state: done
office: กองคลัง
evidence:
  - file: files/a.pdf
    title: รายงาน
    covers: 2568
---
เนื้อหา
"""

OF_AN_ITEM = [
    # what is written, instead of what, and the code, line, column and suggestion
    ("item: O12", "item:O12", "OIT135", 2, 5, "item: O12"),
    ("state: done", "state:done", "OIT135", 3, 6, "state: done"),
    ("state: done", "state:ดำเนินการแล้ว", "OIT135", 3, 6, "state: ดำเนินการแล้ว"),
    ("state: done", "state :done", "OIT135", 3, 7, "state: done"),
    ("state: done", "state:'done'", "OIT135", 3, 6, "state: 'done'"),
    ("state: done", "sttae:done", "OIT135", 3, 6, "sttae: done"),
    ("state: done", "สถานะ:done", "OIT135", 3, 6, "สถานะ: done"),
    ("office: กองคลัง", "office:[กองคลัง, กองช่าง]", "OIT135", 4, 7, "office: [กองคลัง, กองช่าง]"),
    ("office: กองคลัง", "office:กองคลัง: งานพัสดุ", "OIT135", 4, 7, 'office: "กองคลัง: งานพัสดุ"'),
    ("    covers: 2568", "    covers:2568", "OIT135", 8, 11, "covers: 2568"),
    ("    title: รายงาน", "    title:รายงาน", "OIT135", 7, 10, "title: รายงาน"),
    ("  - file: files/a.pdf", "  - file:files/a.pdf", "OIT135", 6, 9, "- file: files/a.pdf"),
    ("  - file: files/a.pdf", "  -file: files/a.pdf", "OIT135", 6, 3, "- file: files/a.pdf"),
    ("evidence:", "documents:\n  - ก\n  -ข\nevidence:", "OIT135", 7, 3, "- ข"),
    ("evidence:", "elements:\n  1:present\n  2: absent\nevidence:", "OIT135", 6, 4, "1: present"),
    ("evidence:", "elements:\n  1: present\n  2:ไม่มี\nevidence:", "OIT135", 7, 4, "2: ไม่มี"),
    ("evidence:", "elements:\n  1:มี\nevidence:", "OIT135", 6, 4, "1: มี"),
    ("    title: รายงาน", "    title:\u00a0รายงาน", "OIT136", 7, 11, "title: รายงาน"),
    ("    title: รายงาน", "    title\u00a0: รายงาน", "OIT136", 7, 10, "title: รายงาน"),
    ("    title: รายงาน", "    title\u00a0:รายงาน", "OIT136", 7, 10, "title: รายงาน"),
    ("    title: รายงาน", "\u00a0\u00a0\u00a0\u00a0title: รายงาน", "OIT136", 7, 1, "title: รายงาน"),
    ("    title: รายงาน", "    \u200btitle: รายงาน", "OIT136", 7, 5, "title: รายงาน"),
    ("    title: รายงาน", "    ti\u200btle: รายงาน", "OIT136", 7, 7, "title: รายงาน"),
    ("  - file: files/a.pdf", "  -\u00a0file: files/a.pdf", "OIT136", 6, 4, "- file: files/a.pdf"),
    ("  - file: files/a.pdf", "\u3000- file: files/a.pdf", "OIT136", 6, 1, "- file: files/a.pdf"),
    ("state: done", "\u200bstate: done", "OIT136", 3, 1, "state: done"),
    ("state: done", "\u200estate: done", "OIT136", 3, 1, "state: done"),
    ("state: done", "state:\u202fdone", "OIT136", 3, 7, "state: done"),
    ("state: done", "state:\u2009done", "OIT136", 3, 7, "state: done"),
    ("state: done", "state:\u3000done", "OIT136", 3, 7, "state: done"),
    ("state: done", "state:\u200bdone", "OIT136", 3, 7, "state: done"),
    ("state: done", "state:\u200ddone", "OIT136", 3, 7, "state: done"),
    ("state: done", "state：done", "OIT112", 3, 6, "state: done"),
    ("state: done", "state： done", "OIT112", 3, 6, "state: done"),
    ("state: done", "state﹕ done", "OIT112", 3, 6, "state: done"),
    ("state: done", "stateะ done", "OIT112", 3, 6, "state: done"),
    ("state: done", "state; done", "OIT112", 3, 6, "state: done"),
    ("state: done", "state = done", "OIT112", 3, 7, "state: done"),
    ("state: done", "state done", "OIT112", 3, 1, "state: done"),
    ("state: done", "state", "OIT112", 3, 1, "state:"),
    ("evidence:", "evidence", "OIT112", 5, 1, "evidence:"),
    ("title: รายงาน", "title: รายงาน: ปี 2568", "OIT112", 7, 18, 'title: "รายงาน: ปี 2568"'),
    ("title: รายงาน", "title: “รายงาน: ปี”", "OIT112", 7, 19, 'title: "“รายงาน: ปี”"'),
    ("title: รายงาน", 'title: แผน "ย่อ": ปี', "OIT112", 7, 21, "title: 'แผน \"ย่อ\": ปี'"),
    ("  - file: files/a.pdf", "  – file: files/a.pdf", "OIT137", 6, 3, "- file: files/a.pdf"),
    ("  - file: files/a.pdf", "  — file: files/a.pdf", "OIT137", 6, 3, "- file: files/a.pdf"),
    ("  - file: files/a.pdf", "  •file: files/a.pdf", "OIT137", 6, 3, "- file: files/a.pdf"),
    ("  - file: files/a.pdf", "  * file: files/a.pdf", "OIT137", 6, 3, "- file: files/a.pdf"),
    ("evidence:", "documents:\n  – แผน\nevidence:", "OIT137", 6, 3, "- แผน"),
    ("    title: รายงาน", "    title: รายงาน\n     note:ลงนาม", "OIT138", 8, 6, ""),
    ("evidence:", "documents:\n  - ก\n    - ข\nevidence:", "OIT138", 7, 5, ""),
    ("item: O12", " item: O12", "OIT119", 2, 2, ""),
    ("state: done", " state: done", "OIT119", 3, 2, ""),
    ("    title: รายงาน", "     title: รายงาน", "OIT119", 7, 6, ""),
    ("    title: รายงาน", "   title: รายงาน", "OIT119", 7, 4, ""),
    ("    covers: 2568", "     covers: 2568", "OIT119", 8, 6, ""),
    ("    covers: 2568", "   covers: 2568", "OIT119", 8, 4, ""),
    ("    title: รายงาน", "\ttitle: รายงาน", "OIT111", 7, 1, ""),
    ("    title: รายงาน", "  \ttitle: รายงาน", "OIT111", 7, 3, ""),
    ("title: รายงาน", 'title: "รายงาน', "OIT113", 7, 12, 'title: "รายงาน"'),
    ("title: รายงาน", "title: 'รายงาน", "OIT113", 7, 12, "title: 'รายงาน'"),
    ("title: รายงาน", "title: [รายงาน", "OIT113", 7, 12, "title: [รายงาน]"),
    ("title: รายงาน", 'title: "รายงาน" ปี', "OIT119", 7, 21, "title: '\"รายงาน\" ปี'"),
    ("title: รายงาน", "title: [ร่าง] รายงาน", "OIT119", 7, 19, "title: '[ร่าง] รายงาน'"),
    ("title: รายงาน", "title: - รายงาน", "OIT119", 7, 12, 'title: "- รายงาน"'),
    ("title: รายงาน", "title: @รายงาน", "OIT115", 7, 12, 'title: "@รายงาน"'),
    ("title: รายงาน", "title: `รายงาน`", "OIT115", 7, 12, 'title: "`รายงาน`"'),
    ("title: รายงาน", "title: %รายงาน", "OIT115", 7, 12, 'title: "%รายงาน"'),
    ("title: รายงาน", "title: *รายงาน*", "OIT115", 7, 12, 'title: "*รายงาน*"'),
    ("title: รายงาน", "title: &รายงาน", "OIT115", 7, 12, 'title: "&รายงาน"'),
    ("title: รายงาน", "title: !รายงาน", "OIT115", 7, 12, 'title: "!รายงาน"'),
    ("title: รายงาน", "title: > รายงาน", "OIT115", 7, 12, 'title: "> รายงาน"'),
    ("title: รายงาน", "title: | รายงาน", "OIT115", 7, 12, 'title: "| รายงาน"'),
    ("title: รายงาน", 'title: "C:\\แผน"', "OIT126", 7, 16, "title: 'C:\\แผน'"),
    ("---\nitem", "--\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", "----\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", "—\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", "—-\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", " ---\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", "\u200b---\nitem", "OIT139", 1, 1, "---"),
    ("---\nitem", "\n---\nitem", "OIT120", 1, 1, ""),
    ("---\nitem", "item", "OIT120", 1, 1, ""),
    ("---\nเนื้อหา", "--\nเนื้อหา", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", "—-\nเนื้อหา", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", "...\nเนื้อหา", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", " ---\nเนื้อหา", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", "--\nเนื้อหา\n\n---\nต่อ", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", "...\nเนื้อหา\n\n---\nต่อ", "OIT139", 9, 1, "---"),
    ("---\nเนื้อหา", "เนื้อหา", "OIT121", 1, 1, ""),
    ("    covers: 2568\n", "---\n    covers: 2568\n", "OIT140", 8, 1, ""),
    ("    title: รายงาน\n", "---\n    title: รายงาน\n", "OIT140", 7, 1, ""),
    ("evidence:", "---\n\nevidence:", "OIT140", 5, 1, ""),
    ("item: O12", "---\nitem: O12", "OIT140", 2, 1, ""),
    ("---\nเนื้อหา", "---\noffice: ก\nnote: ข\n\nเนื้อหา", "OIT140", 9, 1, ""),
]

SOUND = [
    ("state: done", "state:\tdone"),
    ("title: รายงาน", "title: “รายงาน”"),
    ("title: รายงาน", "title: รายงาน “ปี” 10:30 น."),
    ("title: รายงาน", 'title: รายงาน "ปี" 2568'),
    ("title: รายงาน", "title: -รายงาน"),
    ("title: รายงาน", "title: \u00a0รายงาน"),
    ("title: รายงาน", "title: รายงาน\n      https://example.go.th/note:a"),
    ("title: รายงาน", "title: >-\n      note:ข้อความ\n      - ข้อความ\n      ----\n    note: ก"),
    ("title: รายงาน", 'title: "รายงาน\n      note:ข้อความ\n      - ข้อความ"'),
    ("---\nitem", "\ufeff---\nitem"),
    ("เนื้อหา", "note: ข้อความ\n\nต่อ\n\n---\n\nปิด\n"),
    ("เนื้อหา", "โทรศัพท์: 1\nเว็บ: 2\n---\n"),
    ("เนื้อหา", "state:done\n\n- - -\n\n--\n—\n"),
]


def read_item(text: str) -> list[Diagnostic]:
    report = Report()
    read_disclosure(text.encode(), "o12.md", report)
    return report.sorted()


def only(found: list[Diagnostic]) -> tuple[str, int, int, str]:
    assert len(found) == 1, found
    return found[0].code, found[0].span.line, found[0].span.column, found[0].param("suggestion")


def test_the_item_is_sound() -> None:
    assert read_item(ITEM) == []


@every_row(("right", "wrong", "code", "line", "column", "suggestion"), OF_AN_ITEM)
def test_a_slip_in_an_item(right: str, wrong: str, code: str, line: int, column: int, suggestion: str) -> None:
    assert right in ITEM
    found = read_item(ITEM.replace(right, wrong, 1))
    assert only(found) == (code, line, column, suggestion)
    for language in LANGUAGES:
        words = told(found[0], language)
        assert words.message
        assert words.fix
        assert suggestion in words.suggestion
        assert found[0].param("character") in words.message


@every_row(("plain", "odd"), SOUND)
def test_what_only_looks_like_a_slip(plain: str, odd: str) -> None:
    assert plain in ITEM
    assert read_item(ITEM.replace(plain, odd, 1)) == []


def test_each_line_with_a_slip_is_told() -> None:
    slips = ITEM.replace("item: ", "item:").replace("    title: ", "    title:\u00a0").replace("covers: ", "covers：")
    found = read_item(slips)
    assert [(d.code, d.span.line) for d in found] == [("OIT135", 2), ("OIT136", 7), ("OIT112", 8)]


def test_what_is_told_of_other_lines_stays_when_no_line_has_a_slip() -> None:
    found = read_item(ITEM.replace("done", "doen").replace("2568", "ปีนี้"))
    assert [(d.code, d.span.line) for d in found] == [("OIT203", 3), ("OIT213", 8)]


AGENCY = "name: เทศบาล\nkind: other\nprovince: เลย\ncontact:\n  phone: 0 2000 0000\n"
SITE = "title: เว็บไซต์\nagency: town\nexports:\n  - data\n  - csv\n"
MEASURES = "source:\n  title: ก\nmeasures:\n  - title: ข\n    owner: กองคลัง\n    from: 2567-10-01\n"
RESULTS = "source:\n  title: ก\ntotal:\n  score: 90\nindicators:\n  - {indicator: 1, score: 90}\n"
OTHERS: list[tuple[Callable[[bytes, Report], object], str, str, str, tuple[str, int, int, str]]] = [
    (lambda data, report: read_agency(data, "agency.yaml", "a", report), AGENCY, right, wrong, expected)
    for right, wrong, expected in [
        ("name: เทศบาล", "name:เทศบาล", ("OIT135", 1, 5, "name: เทศบาล")),
        ("name: เทศบาล", "\u00a0name: เทศบาล", ("OIT136", 1, 1, "name: เทศบาล")),
        ("  phone: 0 2000 0000", "  phone:0 2000 0000", ("OIT135", 5, 8, "phone: 0 2000 0000")),
        ("  phone: 0 2000 0000", "  phone:\u00a00 2000 0000", ("OIT136", 5, 9, "phone: 0 2000 0000")),
        ("province: เลย", "province เลย", ("OIT112", 3, 1, "province: เลย")),
    ]
] + [
    (lambda data, report: read_site(data, "site.yaml", report), SITE, right, wrong, expected)
    for right, wrong, expected in [
        ("agency: town", "agency:town", ("OIT135", 2, 7, "agency: town")),
        ("  - csv", "  -csv", ("OIT135", 5, 3, "- csv")),
        ("  - csv", "  – csv", ("OIT137", 5, 3, "- csv")),
        ("agency: town", "address:https://example.go.th", ("OIT135", 2, 8, "address: https://example.go.th")),
    ]
] + [
    (lambda data, report: read_measures(data, "measures.yaml", 2568, report), MEASURES, right, wrong, expected)
    for right, wrong, expected in [
        ("  - title: ข", "  - title:ข", ("OIT135", 4, 10, "- title: ข")),
        ("    from: 2567-10-01", "    from:2567-10-01", ("OIT135", 6, 9, "from: 2567-10-01")),
        ("  title: ก", "  title:\u00a0ก", ("OIT136", 2, 9, "title: ก")),
    ]
] + [
    (lambda data, report: read_results(data, "results.yaml", report), RESULTS, right, wrong, expected)
    for right, wrong, expected in [
        ("  score: 90", "  score:90", ("OIT135", 4, 8, "score: 90")),
        ("  - {indicator: 1, score: 90}", "  - {indicator: 1, score:90}", ("OIT135", 6, 25, "score: 90")),
        ("  - {indicator: 1, score: 90}", "  - {indicator:1, score: 90}", ("OIT135", 6, 15, "indicator: 1")),
        ("  - {indicator: 1", "  -{indicator: 1", ("OIT135", 6, 3, "- {indicator: 1, score: 90}")),
    ]
]  # fmt: skip


@every_row(("read", "sound", "right", "wrong", "expected"), OTHERS)
def test_a_slip_in_another_file(
    read: Callable[[bytes, Report], object], sound: str, right: str, wrong: str, expected: tuple[str, int, int, str]
) -> None:
    clean, report = Report(), Report()
    assert read(sound.encode(), clean) is not None
    assert clean.diagnostics == []
    assert right in sound
    read(sound.replace(right, wrong, 1).encode(), report)
    assert only(report.sorted()) == expected
