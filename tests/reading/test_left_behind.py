"""What systems, storage and programs leave in the folders of an officer is passed over, wherever it lies."""

import os
from pathlib import Path

import pytest
from projects import ITEM, STRICT, YEAR, WriteSmall, told

from generator.building.build import build
from generator.reading.left_behind import is_left_behind, original_of

LEFT = [
    "Thumbs.db", "thumbs.DB", "ehthumbs.db", "desktop.ini", "Desktop.ini", "~$แผน.docx", "~WRL0001.tmp", "~t.tmp",
    ".~lock.แผน.odt#", ".DS_Store", "._plan.pdf", ".AppleDouble", ".Spotlight-V100", ".Trashes", "@eaDir", "#recycle",
    "#snapshot", "$RECYCLE.BIN", "System Volume Information", "__MACOSX", "plan.pdf.crdownload", "plan.pdf.part",
    ".o12.md.swp", "o12.md~", ".git", ".gitkeep", ".nfs0000000001", ".fuse_hidden0001", ".sync.ffs_db", ".dropbox",
    ".tmp.drivedownload", "Icon\r", "@Recycle", "lost+found",
]  # fmt: skip
WRITTEN = ["o12.md", "o12.markdown", "files", "partial.pdf", "plan.parts", "desktop.ini.pdf", "แผน~ฉบับร่าง.pdf", "tmp"]


def test_names_that_nobody_wrote_are_known() -> None:
    assert [name for name in LEFT if not is_left_behind(name)] == []
    assert [name for name in WRITTEN if is_left_behind(name)] == []


COPIES = [
    ("o12 (conflicted copy).md", "o12.md"),
    ("o12 (สมชาย's conflicted copy 2025-01-02).md", "o12.md"),
    ("o12 (conflicted copy 2025-01-02 120000).md", "o12.md"),
    ("o12 (sync conflict 2025-01-02).md", "o12.md"),
    ("o12 (สำเนาที่ขัดแย้งกันของ สมชาย 2025-01-02).md", "o12.md"),
    ("o12 สำเนาที่ขัดแย้งกัน.md", "o12.md"),
    ("o12.sync-conflict-20250102-120000-ABCDEFG.md", "o12.md"),
    ("o12_NAS_Jan-02-1200-2025_Conflict.md", "o12.md"),
    ("o12-DESKTOP-AB12CD.md", "o12.md"),
    ("o12-LAPTOP-AB12CD34-2.md", "o12.md"),
    ("2568 (conflicted copy)", "2568"),
    ("แนวปฏิบัติ (Conflict of Interest).pdf", ""),
    ("my-desktop-guide1.pdf", ""),
    ("o12 (1).md", ""),
    ("(conflicted copy)", ""),
    ("", ""),
]


def test_a_copy_in_conflict_is_known_by_its_name() -> None:
    assert [(name, original_of(name)) for name, _ in COPIES] == COPIES


PLACES = ["content", "content/catalogues", "content/town", YEAR, f"{YEAR}/files", f"{YEAR}/files/ก/ข", "themes/mine"]


def test_leavings_everywhere_change_nothing_even_under_strict(small: WriteSmall) -> None:
    theme = {"themes/mine/theme.yaml": "name: mine\n", "content/site.yaml": "title: เว็บไซต์ทดสอบ\ntheme: mine\n"}
    evidence = {
        ITEM: "---\nitem: O1\nevidence:\n  - {file: files/ก/ข/plan.pdf, title: แผน}\n---\n",
        f"{YEAR}/files/ก/ข/plan.pdf": "%PDF",
    }
    project = small({**theme, **evidence})
    assert told(project.build()) == []
    before = project.site()
    for place in PLACES:
        for name in LEFT:
            if "\r" in name and os.name == "nt":
                continue
            project.write({f"{place}/{name}": b"\x00"})
    outcome = build(project, STRICT)
    assert (outcome.failed, told(outcome)) == (False, [])
    assert outcome.made == 0
    assert project.site() == before


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made as on Unix")
@pytest.mark.parametrize("place", PLACES)
def test_a_folder_a_link_or_a_pipe_of_such_a_name_is_passed_over(small: WriteSmall, tmp_path: Path, place: str) -> None:
    project = small({f"{place}/@eaDir/o02.md/x": "x", "secret.md": "SECRET"})
    (tmp_path / place / "Thumbs.db").symlink_to(tmp_path / "secret.md")
    os.mkfifo(tmp_path / place / "~$plan.docx")
    assert told(project.check()) == []


def test_a_copy_in_conflict_is_passed_over_beside_its_original(small: WriteSmall) -> None:
    files = {
        f"{YEAR}/o01 (conflicted copy 2025-01-02).md": "x",
        f"{YEAR}/results-DESKTOP-AB12CD3.yaml": "x",
        f"{YEAR}/results.yaml": "source: {title: รายงาน}\n",
        "content/town/agency (sync conflict 2025-01-02).yaml": "x",
        "content/town/2567 (conflicted copy)/o01.md": "x",
        "content/town (conflicted copy)/agency.yaml": "x",
        "content/site-LAPTOP-AB12CD3.yaml": "x",
        "content/catalogues/three (conflicted copy).yaml": "x",
    }
    outcome = build(small(files), STRICT)
    assert (outcome.failed, told(outcome)) == (False, [])


def test_a_copy_in_conflict_without_its_original_does_not_vanish(small: WriteSmall) -> None:
    outcome = small({f"{YEAR}/o02 (conflicted copy).md": "---\nitem: O2\n---\n"}).build()
    assert [(d.code, d.param("suggestion")) for d in outcome.diagnostics if d.severity == "error"] == [
        ("OIT128", "o02.md")
    ]


def test_a_document_that_a_page_refers_to_is_published_though_it_is_named_as_a_copy(small: WriteSmall) -> None:
    name = "files/plan (conflicted copy 2025-01-02).pdf"
    fields = f"evidence:\n  - {{file: {name}, title: แผน}}\n"
    project = small({
        ITEM: f"---\nitem: O1\n{fields}---\n",
        f"{YEAR}/{name}": "%PDF copy",
        f"{YEAR}/files/plan.pdf": "plan",
        f"{YEAR}/files/other (conflicted copy 2025-01-02).pdf": "nobody refers to it",
    })  # fmt: skip
    assert told(project.build()) == [("OIT313", f"{YEAR}/files/plan.pdf", 0, 0)]
    assert b"%PDF copy" in [data for path, data in project.site().items() if "/files/" in path]


def test_a_reference_to_the_owner_file_of_office_names_the_document(small: WriteSmall) -> None:
    fields = "evidence:\n  - {file: files/~$plan.docx, title: แผน}\n"
    project = small({ITEM: f"---\nitem: O1\n{fields}---\n", f"{YEAR}/files/plan.docx": "x"})
    errors = [(d.code, d.param("suggestion")) for d in project.check().diagnostics if d.severity == "error"]
    assert errors == [("OIT353", "files/plan.docx")]
