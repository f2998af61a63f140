"""What officers call their files: accepted under the one name, or told with the right one, and never lost."""

from pathlib import Path

import pytest
from lacking import require_name
from projects import ITEM, SITE, STRICT, YEAR, WriteSmall, told

from generator.building.build import build
from generator.cli import main as cli
from generator.reading.file_names import meant_by
from generator.reading.spelling import in_folder, item_of

KNOWN = frozenset({*(f"o{number:02d}.md" for number in range(1, 36)), "results.yaml", "measures.yaml", "analysis.md"})

ACCEPTED = {
    "o12.md": "O12", "O12.md": "O12", "o12.MD": "O12", "O๑๒.MD": "O12", "o๑๒.md": "O12", "o012.md": "O12",
    "o1.md": "O1", "o01.md": "O1", "0-12.md": "O12", "o12 .md": "O12", "O 12.md": "O12", "ข้อ ๑๒.md": "O12",
    "Ｏ12.md": "O12",
}  # fmt: skip

MEANT = {
    "o12..md": "o12.md", "o12.md.bak": "o12.md",
    "o12.md.txt": "o12.md", "o12.txt": "o12.md", "o12": "o12.md", "o12.markdown": "o12.md", "o12.md.md": "o12.md",
    "o12.yaml": "o12.md", "o12 (1).md": "o12.md", "o12(2).md": "o12.md", "o12 - Copy.md": "o12.md",
    "o12 - Copy (2).md": "o12.md", "o12 copy 2.md": "o12.md", "Copy of o12.md": "o12.md", "สำเนาของ o12.md": "o12.md",
    "สำเนา o๑๒.md": "o12.md", "o12 - สำเนา.md": "o12.md", "o12 - สำเนา (2).md.txt": "o12.md", "OIT12.md": "o12.md",
    "ข้อที่ ๑๒.md": "o12.md", "o_12.md": "o12.md", "o12 (conflicted copy 2025-01-02).md": "o12.md",
    "results.yml": "results.yaml", "Results.YML": "results.yaml", "results.yaml.txt": "results.yaml",
    "measures.yaml.txt": "measures.yaml", "measure.yaml": "measures.yaml", "results (1).yaml": "results.yaml",
    "Analysis.txt": "analysis.md",
    "o99 (1).md": "", "notes.md": "", "o12.docx": "", "o12-draft.md": "", "o1a.md": "", "o1-2.md": "",
}  # fmt: skip


def test_a_number_is_accepted_however_it_is_written() -> None:
    assert {name: item_of(name) for name in ACCEPTED} == ACCEPTED


def test_the_right_name_of_a_misnamed_file_is_known_or_none_is() -> None:
    assert {name: meant_by(name, KNOWN) for name in MEANT} == MEANT


def test_the_folder_of_documents_has_one_name() -> None:
    assert in_folder("Files/Plan.pdf") == "files/Plan.pdf"
    assert in_folder("file/plan.pdf") == "file/plan.pdf"
    assert in_folder("FILES") == "FILES"


O2 = "---\nitem: O2\n---\nข้อความของข้อสอง\n"


@pytest.mark.parametrize("name", ["O02.md", "o๒.md", "O๒.MD", "o2.md", "0-2.md", "o02 .md", "ข้อ 2.md"])
def test_an_item_is_published_at_its_one_address_however_its_file_is_called(small: WriteSmall, name: str) -> None:
    project = small({f"{YEAR}/{name}": O2})
    assert told(build(project, STRICT)) == []
    assert "ข้อความของข้อสอง" in project.site()["town/2567/o02/index.html"].decode()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (name.replace("12", "02").replace("๑๒", "๐๒"), right.replace("12", "02"))
        for name, right in MEANT.items()
        if right
    ],
)
def test_what_a_misnamed_file_says_is_never_lost_in_silence(small: WriteSmall, name: str, meant: str) -> None:
    project = small({f"{YEAR}/{name}": O2})
    outcome = project.build()
    assert [(d.code, d.severity, d.span.path, d.param("suggestion")) for d in outcome.diagnostics] == [
        ("OIT128", "error", f"{YEAR}/{name}", meant)
    ]
    assert project.site() == {}


@pytest.mark.parametrize("name", ["o02 (1).md", "o02.md.txt", "สำเนาของ o02.md", "o02.yaml"])
def test_a_copy_beside_the_file_is_told_as_one(small: WriteSmall, name: str) -> None:
    outcome = small({f"{YEAR}/{name}": "x", f"{YEAR}/O๒.md": O2}).build()
    assert [(d.code, d.severity, d.param("other"), d.param("suggestion")) for d in outcome.diagnostics] == [
        ("OIT129", "warning", "O๒.md", "")
    ]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [("O02.md", "o02.md", "OIT106"), ("o02.md", "o๐๒.md", "OIT303"), ("o2.md", "o02.md", "OIT303")],
)
def test_two_files_of_one_item_are_an_error_that_names_both(small: WriteSmall, one: str, other: str, code: str) -> None:
    project = small({f"{YEAR}/{one}": O2})
    require_name(Path(project.root, YEAR), other)
    project.write({f"{YEAR}/{other}": O2})
    outcome = project.build()
    found = [d for d in outcome.diagnostics if d.severity == "error"]
    assert [d.code for d in found] == [code]
    named = f"{found[0].span.path} {found[0].params}"
    assert (one in named, other in named) == (True, True)


@pytest.mark.parametrize(
    ("name", "told_at", "meant"),
    [
        ("content/town/๒๕๖๖/o01.md", "content/town/๒๕๖๖", "2566"),
        ("content/town/2023/o01.md", "content/town/2023", "2566"),
        ("content/town/ปี 2566/o01.md", "content/town/ปี 2566", "2566"),
        ("content/town/๒๕๖๗/o01.md", "content/town/๒๕๖๗", ""),
        ("content/town/2566-2567/o01.md", "content/town/2566-2567", ""),
        ("content/Town-Two/agency.yaml", "content/Town-Two", "town-two"),
        ("content/catalogues/2570.yml", "content/catalogues/2570.yml", "2570.yaml"),
        ("content/catalogues/2570.yaml.txt", "content/catalogues/2570.yaml.txt", "2570.yaml"),
        (f"{YEAR}/Freezes/2567-04-30.yaml", f"{YEAR}/Freezes", "freezes"),
    ],
)
def test_a_folder_or_catalogue_of_a_wrong_name_is_told_with_the_right_one(
    small: WriteSmall, name: str, told_at: str, meant: str
) -> None:
    found = [d for d in small({name: "x"}).build().diagnostics if d.severity == "error"]
    assert [(d.span.path, d.param("suggestion")) for d in found] == [(told_at, meant)]


@pytest.mark.parametrize("name", ["agency.yml", "agency.yaml.txt", "agency (1).yaml", "Agency.txt"])
def test_a_misnamed_agency_is_told_once(small: WriteSmall, name: str) -> None:
    outcome = small({f"content/city/{name}": "x"}).build()
    assert [(d.code, d.param("suggestion")) for d in outcome.diagnostics] == [("OIT128", "agency.yaml")]


def test_an_agency_file_in_capitals_is_read(small: WriteSmall) -> None:
    files = {"content/city/Agency.YAML": "name: เมือง\nkind: city-municipality\nprovince: เลย\n"}
    project = small(files)
    assert told(project.build()) == []
    assert "city/index.html" in project.site()


@pytest.mark.parametrize("folder", ["files", "Files", "FILES"])
@pytest.mark.parametrize("written", ["files", "Files"])
def test_the_folder_of_documents_may_be_in_capitals(small: WriteSmall, folder: str, written: str) -> None:
    project = small({
        ITEM: f"---\nitem: O1\nevidence:\n  - {{file: {written}/plan.pdf, title: แผน}}\n---\n"
        f"[แผน]({written}/plan.pdf)\n",
        f"{YEAR}/{folder}/plan.pdf": "%PDF",
    })  # fmt: skip
    assert told(build(project, STRICT)) == []
    assert project.site()["town/2567/files/plan.pdf"] == b"%PDF"


@pytest.mark.parametrize("folder", ["file", "ไฟล์", "เอกสาร", "docs"])
def test_a_folder_meant_for_documents_is_told_with_its_name(small: WriteSmall, folder: str) -> None:
    outcome = small({f"{YEAR}/{folder}/plan.pdf": "%PDF"}).build()
    assert [(d.code, d.param("suggestion")) for d in outcome.diagnostics] == [("OIT107", "files/plan.pdf")]


def test_no_suggestion_has_another_number(small: WriteSmall) -> None:
    fields = "evidence:\n  - {file: files/plan-2566.pdf, title: แผน}\n"
    files = {ITEM: f"---\nitem: O1\n{fields}---\n", f"{YEAR}/files/plan-2565.pdf": "x", f"{YEAR}/o01x.md": "x"}
    found = {d.code: d.param("suggestion") for d in small(files).build().diagnostics}
    assert (found["OIT304"], found["OIT107"]) == ("", "o01.md")


@pytest.mark.parametrize("name", ["site.yml", "site.yaml.txt", "Site.txt", "site (1).yaml", "สำเนาของ site.yaml"])
def test_misnamed_settings_of_a_site_are_named_where_there_is_no_project(
    small: WriteSmall, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    project = small({SITE: None, f"content/{name}": "title: x\n"})
    for language, words in (("en", f"but content/{name}: rename it"), ("th", f"แต่มี content/{name} ให้เปลี่ยนชื่อ")):
        assert cli.run(["build", project.root, "--lang", language]) == 2
        assert words in capsys.readouterr().err


@pytest.mark.parametrize("name", ["o02.docx", "O2.DOC", "ข้อ 2.odt", "o02.rtf", "o02 (1).docx"])
def test_an_item_typed_in_a_word_processor_is_an_error_until_there_is_one_that_is_read(
    small: WriteSmall, name: str
) -> None:
    typed = f"{YEAR}/{name}"
    assert told(small({typed: b"PK", f"{YEAR}/o02.md": None}).check(), "error") == [("OIT141", typed, 0, 0)]
    assert told(small({typed: b"PK", f"{YEAR}/o02.md": O2}).check(), "error") == []
