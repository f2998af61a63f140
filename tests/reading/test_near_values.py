"""What an officer is told to write for a value, a field or a file that is not taken."""

from collections.abc import Callable

import pytest
from tables import every_row

from generator.diagnostics import Report, Span
from generator.oit.agency_year import EvidenceFile
from generator.reading.agency_file import read_agency
from generator.reading.disclosure_check import Documents, check_file_reference
from generator.reading.disclosure_file import DISCLOSURE, EVIDENCE, read_disclosure
from generator.reading.results_file import read_results

Read = Callable[[str], list[tuple[str, str]]]


def of_item(front: str) -> list[tuple[str, str]]:
    report = Report()
    read_disclosure(f"---\n{front}\n---\n".encode(), "content/a/2568/o12.md", report, 2568)
    return [(d.code, d.param("suggestion")) for d in report.sorted()]


def of_evidence(field: str) -> list[tuple[str, str]]:
    return of_item(f"item: O12\nevidence:\n  - {field}\n    title: ก")


def of_agency(fields: str) -> list[tuple[str, str]]:
    report = Report()
    read_agency(f"name: ก\nkind: other\nprovince: ข\n{fields}\n".encode(), "agency.yaml", "a", report)
    return [(d.code, d.param("suggestion")) for d in report.sorted()]


def of_results(fields: str) -> list[tuple[str, str]]:
    report = Report()
    read_results(f"source: {{title: ก}}\n{fields}\n".encode(), "results.yaml", report)
    return [(d.code, d.param("suggestion")) for d in report.sorted()]


@every_row("text", ["12", "ข้อ 12", "o 12", "O-12", "o๑๒", "012"])
def test_an_item_is_read_in_its_usual_spellings(text: str) -> None:
    assert of_item(f"item: {text}") == []


@every_row("text", ["O.12", "OIT12", "O12 แผน", "ข้อที่ ๑๒", "“O12”", "O 12.", "Ο12", "แผนดำเนินงาน", "o12.md", "xyz"])
def test_an_item_is_told_as_it_is_written(text: str) -> None:
    assert of_item(f"item: {text}") == [("OIT206", "O12")]


STATES = [
    *[(text, "done") for text in ("Done", "DONE", "done.", "“done”", "doen", "เสร็จแล้ว", "แล้วเสร็จ", "finished",
                                  "Completed")],
    *[(text, "in-progress") for text in ("in progress", "In_Progress", "inprogress", "กำลังดำเนินการ")],
    *[(text, "not-started") for text in ("not started", "Not-Started", "notstarted", "ยังไม่เริ่ม")],
    ("ดำเนินการแลว", "ดำเนินการแล้ว"), ("ดำเนินการ แล้ว", "ดำเนินการแล้ว"), ("ยังไม่ดำเนินการครับ", "ยังไม่ดำเนินการ"),
    ("zzz", ""),
]  # fmt: skip


@every_row(("text", "meant"), STATES)
def test_a_choice_nearly_right(text: str, meant: str) -> None:
    assert of_item(f"item: O12\nstate: {text}") == [("OIT203", meant)]


FIELDS = [
    ("สถานะ", "state"), ("สถาณะ", "state"), ("Status", "state"), ("สถานะการดำเนินการ", "state"), ("หน่วยงาน", "office"),
    ("ผู้รับผิดชอบ", "office"), ("ชื่อ", "title"), ("ชื่อเรื่อง", "title"), ("วันที่", "updated"), ("ปรับปรุงล่าสุด", "updated"),
    ("หลักฐาน", "evidence"), ("หลักฐาณ", "evidence"), ("องค์ประกอบ", "elements"), ("เอกสาร", "documents"),
    ("เส้นทาง", "path"), ("หมายเหตุ", "note"), ("“state”", "state"), ("fax", ""),
]  # fmt: skip


@every_row(("name", "meant"), FIELDS)
def test_a_field_named_in_thai(name: str, meant: str) -> None:
    assert of_item(f"item: O12\n{name}:") == [("OIT201", meant)]


@pytest.mark.parametrize("record", [DISCLOSURE, EVIDENCE], ids=lambda record: str(record.name))
def test_every_field_is_found_by_its_thai_label(record: object) -> None:
    from generator.reading.near_values import near_field

    assert record in (DISCLOSURE, EVIDENCE)
    labels = {name: field.thai for name, field in (DISCLOSURE if record is DISCLOSURE else EVIDENCE).fields.items()}
    assert {name: near_field(label, labels) for name, label in labels.items()} == {name: name for name in labels}


@every_row(
    ("field", "meant"),
    [("ไฟล์", "file"), ("ลิงก์", "link"), ("ลิงค์", "link"), ("หัวข้อ", "section"), ("ไม่มี", "nil"), ("เว็บไซต์", "link")],
)
def test_a_kind_of_evidence_in_thai(field: str, meant: str) -> None:
    assert of_evidence(f"{field}: ก") == [("OIT201", meant)]


EVIDENCE_FIELDS = [
    ("file: files\\a.pdf", "OIT321", "files/a.pdf"),
    ("file: files\\ปี 2568\\แผน.pdf", "OIT321", "files/ปี 2568/แผน.pdf"),
    ("file: .\\files\\a.pdf", "OIT321", "files/a.pdf"),
    ("file: https://a.go.th/x.pdf", "OIT322", "link: https://a.go.th/x.pdf"),
    ("file: HTTP://a.go.th", "OIT322", "link: HTTP://a.go.th"),
    ("file: www.a.go.th", "OIT322", "link: https://www.a.go.th"),
    ("link: files/a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: ./files/a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: files\\a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: C:\\เอกสาร\\a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: \\\\nas\\งาน\\a.pdf", "OIT220", "file: files/a.pdf"),
    ("link: www.a.go.th", "OIT211", "https://www.a.go.th"),
    ("link: a.go.th/x", "OIT211", "https://a.go.th/x"),
    ("link: https://a.go.th/แผน 2568.pdf", "OIT211", "https://a.go.th/แผน%202568.pdf"),
    ("link: https://a.go.th/a b?c=d e", "OIT211", "https://a.go.th/a%20b?c=d%20e"),
    ("link: https://a.go.th/x\\y", "OIT211", "https://a.go.th/x/y"),
    ("link: htps://a.go.th", "OIT211", "https://a.go.th"),
    ("link: http//a.go.th", "OIT211", "http://a.go.th"),
    ("link: https:/a.go.th", "OIT211", "https://a.go.th"),
    ("link: https//:a.go.th", "OIT211", "https://a.go.th"),
    ("link: https;//a.go.th", "OIT211", "https://a.go.th"),
    ("link: HTTPS://a.go.th", "OIT211", "https://a.go.th"),
    ("link: ftp://a.go.th/x", "OIT211", "https://a.go.th/x"),
    ("link: https://u:p@a.go.th", "OIT211", "https://a.go.th"),
    ("link: “https://a.go.th”", "OIT211", "https://a.go.th"),
    ("link: ดูที่เว็บ", "OIT211", ""),
    ("link: https://", "OIT211", ""),
    ("link: javascript:alert(1)", "OIT211", ""),
]


@every_row(("field", "code", "meant"), EVIDENCE_FIELDS)
def test_evidence_of_the_other_kind_and_broken_addresses(field: str, code: str, meant: str) -> None:
    assert of_evidence(field) == [(code, meant)]


def test_a_hidden_character_is_never_offered_again() -> None:
    assert of_evidence("link: www.a.go.th/\u202ex") == [("OIT211", ""), ("OIT108", "")]


@every_row(("target", "code"), [
        ("a.pdf", "OIT304"), ("files/A.PDF", "OIT304"), ("Files/a.pdf", "OIT304"), ("files/a", "OIT304"),
        ("“files/a.pdf”", "OIT304"), ("files/sub/a.pdf", "OIT304"), ("./files/a.pdf", "OIT305"),
        ("/files/a.pdf", "OIT305"), ("files//a.pdf", "OIT305"), ("../2567/files/a.pdf", "OIT305"),
        ("C:\\Users\\ก\\a.pdf", "OIT305"), ("C:/a.pdf", "OIT305"), ("\\\\nas\\a.pdf", "OIT305"),
        ("file:///C:/x/a.pdf", "OIT305"),
    ])  # fmt: skip
def test_a_document_that_is_there_under_another_path_is_named(target: str, code: str) -> None:
    files = {path: EvidenceFile(path, 1, "") for path in ("files/a.pdf", "files/แผน 2568.pdf")}
    report = Report()
    assert not check_file_reference(target, Documents(files), Span("o12.md"), report)
    assert [(d.code, d.param("suggestion")) for d in report.diagnostics] == [(code, "files/a.pdf")]
    encoded = Report()
    check_file_reference("files/%E0%B9%81%E0%B8%9C%E0%B8%99%202568.pdf", Documents(files), Span("o12.md"), encoded)
    assert encoded.diagnostics[0].param("suggestion") == "files/แผน 2568.pdf"


@every_row(("read", "fields", "code", "meant"), [
        (of_agency, "contact: {phone: โทร. 0 2123 4567}", "OIT217", "0 2123 4567"),
        (of_agency, "contact: {phone: ไม่มี}", "OIT217", ""),
        (of_agency, "contact: {email: saraban at example.go.th}", "OIT215", "saraban@example.go.th"),
        (of_agency, 'contact: {email: "mailto:a@b.go.th"}', "OIT215", "a@b.go.th"),
        (of_agency, "contact: {website: www.example.go.th}", "OIT211", "https://www.example.go.th"),
        (of_agency, "contact: {โทรศัพท์: 0 2123 4567}", "OIT201", "phone"),
        (of_agency, "อำเภอ: ก", "OIT201", "district"),
        (of_agency, "offices: [{name: ก, slug: Finance Division}]", "OIT216", "finance-division"),
        (of_results, "total: {score: 93.75%}", "OIT209", "93.75"),
        (of_results, "total: {score: '93,75'}", "OIT209", "93.75"),
        (of_results, "total: {score: ๙๓.๗๕ คะแนน}", "OIT209", "93.75"),
        (of_results, "findings: [{about: ตัวชี้วัดที่ 9}]", "OIT212", "indicator 9"),
        (of_results, "findings: [{about: IIT}]", "OIT212", "instrument IIT"),
        (of_results, "findings: [{about: 9.3}]", "OIT212", "sub-indicator 9.3"),
        (of_results, "findings: [{about: ข้อที่ 12}]", "OIT212", "O12"),
        (of_results, "indicators: [{indicator: ตัวชี้วัดที่ 9, score: 1}]", "OIT212", "9"),
    ])  # fmt: skip
def test_other_values_as_they_are_written(read: Read, fields: str, code: str, meant: str) -> None:
    assert read(fields) == [(code, meant)]
