"""Evidence that is as it should be: nothing is told of it, however near it comes to what is told of."""

from pathlib import Path

import pytest
from projects import Written

from diagnostics.cases import BASE
from diagnostics.evidence import CASES, PDF, YEAR, chart, files, link, months, report, thrice
from generator.diagnostics import Diagnostic, Report
from generator.oit.assessment import assess
from generator.oit.evidence_review import review
from generator.oit.shortcoming_report import report_shortcomings
from generator.project import Project
from generator.reading.agency_folder import read_agency_folder
from generator.reading.catalogues import read_catalogues
from generator.reading.inputs import catalogue_sources, read_agency_tree

_A = files("a.pdf")
_TITLED = "  - file: files/a.pdf\n    title: {title}\n    covers: {covers}\n"


_CATALOGUES = read_catalogues(catalogue_sources(None, Report()), Report())


def _told(project: Project) -> list[Diagnostic]:
    """What is told of the agency's folder, without rendering a page."""
    report = Report()
    tree = read_agency_tree(project, "my-town", report)
    read = read_agency_folder("my-town", "content/my-town", tree, _CATALOGUES, report)
    for content in read[1] if read is not None else ():
        report_shortcomings(review(content, assess(content)), report)
    return report.sorted()


def _report(title: str = "รายงานผลการดำเนินงาน", covers: str = "2563", more: str = "") -> dict[str, str | bytes]:
    return {**_A, **report(_TITLED.format(title=title, covers=covers) + more)}


def _chart(name: str, data: bytes, title: str = "ผังโครงสร้าง") -> dict[str, str | bytes]:
    return {f"{YEAR}/files/{name}": data, **chart(f"  - file: files/{name}\n    title: {title}\n")}


TWINS: dict[str, dict[str, str | bytes]] = {
    "OIT520": {f"{YEAR}/o12.md": "---\nitem: O12\nstate: in-progress\n---\n"},
    "OIT521": _report(),
    "OIT522": _report(covers="ปีงบประมาณ พ.ศ. ๒๕๖๓"),
    "OIT523": {path: str(text).replace("«", "").replace("»", "") if path.endswith(".md") else text
               for path, text in months("มี.ค. 64").items()},
    "OIT524": _report(more="  - nil: ไม่มีปัญหาและอุปสรรค\n    shows: [3]\n"),
    "OIT525": link("https://www.my-town.go.th/structure"),
    "OIT526": thrice((
        "  - link: https://my-town.go.th/ita#1\n    title: ก\n",
        "  - link: https://my-town.go.th/ita#2\n    title: ข\n",
        "  - link: https://my-town.go.th/ita#3\n    title: ค\n")),
    "OIT527": link("https://files.my-town.go.th/a.pdf"),
    "OIT528": link("https://www.my-town.go.th/test/a"),
    "OIT529": link("https://www.my-town.go.th/bit.ly"),
    "OIT530": link("https://docs.google.com/forms/d/e/1/viewform"),
    "OIT531": {f"{YEAR}/o09.md": "---\nitem: O9\nevidence:\n"
               "  - link: https://www.facebook.com/my-town\n    title: เพจของเทศบาล\n---\n"},
    "OIT532": _chart("a.pdf", PDF, "ผังโครงสร้าง a.pdf ฉบับแก้ไข"),
    "OIT533": _chart("a.pdf", PDF, "เอกสารแสดงโครงสร้าง"),
    "OIT534": {**files("a.pdf", "b.pdf"), **thrice((
        "  - file: files/a.pdf\n    title: ก\n", "  - file: files/b.pdf\n    title: ก\n",
        "  - link: https://my-town.go.th/c\n    title: ค\n"))},
    "OIT535": _report("รายงานผล ปี 2563 (เผยแพร่ปี 2564)"),
    "OIT536": _chart("a.pdf", PDF, "โครงสร้าง"),
    "OIT537": {f"{YEAR}/o01.md": "---\nitem: O1\n---\n- ผังการแบ่งส่วนงานของหน่วยงาน มีสามกอง\n"},
    "OIT538": {f"{YEAR}/o01.md": "---\nitem: O1\nelements:\n  # [x] 1 ผัง\n  1: present\n---\n"},
    "OIT539": {**files("a.pdf", "b.pdf"), **chart(
        "  - file: files/a.pdf\n    title: ผัง\n  - file: files/b.pdf\n    title: คำสั่ง\n")},
    "OIT540": {f"{YEAR}/files/a.docx": b"PK\x03\x04", **_A, **chart(
        "  - file: files/a.docx\n    title: ผัง\n  - file: files/a.pdf\n    title: ผัง ฉบับ PDF\n")},
    "OIT541": _chart("a.txt", b"."),
    "OIT542": _chart("a.pdf", b"\n" * 200 + PDF),
    "OIT543": _chart("a.docx.pdf", PDF),
    "OIT544": _report(more="    date: 30 ต.ค. 2563\n"),
}  # fmt: skip
"""For each kind the nearest evidence with which nothing is wrong."""

CLEAN: dict[str, dict[str, str | bytes]] = {
    **{f"a title: {title}": _report(title) for title in (
        "รายงานผล เลขประจำตัวผู้เสียภาษี 0994000123456", "รายงานผล รหัสงบประมาณ 2569-1234-5678", "รายงานผล เลขที่ 25691",
        "รายงานตามพระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540", "รายงานผล ตามระเบียบ พ.ศ. 2561", "รายงานผล ๒๕๖๓", "รายงานผล ปี 63",
        "รายงานผล วงเงิน 2,560.50 บาท", "รายงานผล ต.ค. 2562 – ก.ย. 2563", "Annual report 2563",
    )},
    **{f"a period: {covers}": _report(covers=covers) for covers in (
        "2563", "ปีงบประมาณ 63", "ต.ค. 62 – ก.ย. 63", "2562-2564", "ไตรมาส 1-4/2563", "1 ตุลาคม 2562 – 30 กันยายน 2563",
    )},
    **{f"a link: {target}": link(target) for target in (
        "https://my-town.go.th/index.php?page=1", "https://www.my-town.go.th/th/structure", "https://e-service.my-town.go.th/",
        "https://www.gprocurement.go.th/", "https://data.go.th/", "https://www.youtube.com/watch?v=1",
        "https://line.me/R/ti/p/@x", "https://www.my-town.go.th/#structure/2568", "https://my-town.go.th/contest",
        "https://www.my-town.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99",
    )},
    **{f"a document: {name}": _chart(name, data) for name, data in (
        ("a.xlsx", b"PK\x03\x04"), ("a.xls", b"\xd0\xcf\x11\xe0\xa1"), ("a.zip", b"PK\x05\x06"), ("a.csv", b"a,b"),
        ("a.txt", "ก".encode()), ("a.json", b"{}"), ("A.PDF", PDF), ("plan.2568.pdf", PDF),
    )},
    "a law of long ago": {**_A, **chart(
        "  - file: files/a.pdf\n    title: พ.ร.บ.เทศบาล พ.ศ. 2496\n    date: 2496-02-13\n")},
    "no complaints": {f"{YEAR}/o31.md": "---\nitem: O31\nstate: done\nevidence:\n"
                      "  - nil: ไม่มีเรื่องร้องเรียน\n    covers: ต.ค. 63 - มี.ค. 64\n---\n"},
    "a plan of five years": {**_A, f"{YEAR}/o04.md": "---\nitem: O4\nevidence:\n"
                             "  - file: files/a.pdf\n    title: แผนพัฒนาท้องถิ่น (พ.ศ. 2561-2565)\n"
                             "    covers: 2561-2565\n---\n"},
    "one plan behind two items": {**_A, **{
        f"{YEAR}/o{n}.md": f"---\nitem: O{n}\nevidence: [{{file: files/a.pdf, title: แผนบุคลากร, covers: 2564}}]\n---\n"
        for n in (25, 26)}},
    "a month in which nothing was bought": {**_A, f"{YEAR}/o23.md": "---\nitem: O23\nevidence:\n"
        "  - {file: files/a.pdf, title: สรุปผล, covers: ต.ค. 63 - ก.พ. 64}\n"
        "  - {nil: ไม่มีการจัดซื้อจัดจ้าง, covers: มี.ค. 64}\n---\n"},
    "a file of the template": {f"{YEAR}/o01.md": "---\nitem: O1\nstate: not-started\nelements:\n"
                               "  # 1 ผัง\n  1:\nevidence:\n"
                               "#  - file: files/o01.pdf\n---\n"},
}  # fmt: skip


def test_every_kind_has_a_clean_twin() -> None:
    assert TWINS.keys() == {case.code for case in CASES}


@pytest.mark.parametrize("inputs", [TWINS, CLEAN], ids=["twins", "clean"])
def test_nothing_is_told_of_clean_evidence(inputs: dict[str, dict[str, str | bytes]], tmp_path: Path) -> None:
    found: dict[str, list[str]] = {}
    for number, (name, changed) in enumerate(inputs.items()):
        project = Written(str(tmp_path / str(number)), str(tmp_path / "build"))
        project.write({**BASE, **changed})
        told = _told(project)
        if told:
            found[name] = [f"{d.code} {d.params}" for d in told]
    assert found == {}


def test_there_are_forty_clean_inputs() -> None:
    assert len(CLEAN) >= 40
