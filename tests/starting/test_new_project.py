"""A new project: complete, buildable as it is, and never written over anything."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from reading.editor import typed

import generator
from generator.diagnostics import Report
from generator.reading.agency_file import read_agency
from generator.reading.site_file import read_site

from .beginnings import WORDS, Commands, tree

YEARS = range(2563, 2570)


@pytest.mark.parametrize("year", YEARS)
def test_a_project_of_each_year_builds_as_it_is(year: int, tmp_path: Path, command: Commands) -> None:
    told = command("new", tmp_path / "site", *WORDS, "--year", str(year))
    assert (told.code, told.err) == (0, "")
    built = command.build(tmp_path / "site")
    assert built["diagnostics"] == []
    assert built["outcome"]["published"] is True
    assert (tmp_path / "site/build" / str(year) / "o01/index.html").is_file()


@pytest.mark.parametrize(("year", "count"), [(2563, 43), (2566, 43), (2567, 35), (2568, 28), (2569, 26)])
def test_there_is_a_file_for_every_item(year: int, count: int, tmp_path: Path, command: Commands) -> None:
    told = command("new", tmp_path / "site", *WORDS, "--year", str(year))
    assert f"{count} items of fiscal year {year}" in told.out
    names = sorted(path.name for path in (tmp_path / f"site/content/agency/{year}").glob("*.md"))
    assert names == [f"o{number:02d}.md" for number in range(1, count + 1)]


def test_what_is_written_beside_the_content(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2569")
    files = tree(tmp_path / "site")
    assert "prongsai preview" in files["README.md"].decode()
    assert "content/agency/2569/" in files["README.md"].decode()
    assert files[".gitignore"].decode().splitlines()[-2:] == ["/build/", "/.build.prongsai/"]
    assert files[".gitattributes"].decode().splitlines()[-1] == "content/**/files/** -text"
    assert json.loads(files[".vscode/extensions.json"])["recommendations"] == ["redhat.vscode-yaml"]
    schemas = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    assert schemas["./.prongsai/schema/results-2569.json"] == "content/*/2569/results.yaml"
    assert {path.removeprefix("./") for path in schemas} <= files.keys()
    assert files["content/agency/2569/files/.gitkeep"] == b""


@pytest.mark.parametrize(("year", "told"), [(2568, ""), (2569, " เมื่อมีรายการข้อ O ของปี 2570 แล้ว")])
def test_the_next_year_is_promised_once_there_is_a_list_of_its_items(
    year: int, told: str, tmp_path: Path, command: Commands
) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", str(year))
    (line,) = (
        line for line in tree(tmp_path / "site")["README.md"].decode().splitlines() if "prongsai new --year" in line
    )
    assert line.partition(f"`prongsai new --year {year + 1}`")[2].partition(" คือ")[0] == told
    assert command("new", tmp_path / "site", "--year", str(year + 1)).code == (2 if told else 0)


def test_a_file_says_what_its_item_asks_for(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2565")
    text = (tmp_path / "site/content/agency/2565/o12.md").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[1] == "# O12 รายงานผลการดำเนินงานประจำปี"
    assert any(re.match(r"# ช่วงเวลาที่ต้องครอบคลุม.*: ปีงบประมาณ พ\.ศ\. 2564$", line) for line in lines)
    assert "state: not-started" in lines
    assert "office:" in lines
    assert "evidence:" in lines
    marks = [line for line in lines if re.match(r"  # [0-9]+ ", line)]
    assert "[ ]" not in text  # a box in a comment asks to be ticked, and nothing would read it
    assert len(marks) == len([line for line in lines if re.fullmatch(r"  [0-9]+:", line)]) >= 4
    assert "#    covers: 2564" in lines


def test_what_no_document_of_the_year_confirms_is_called_guidance(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2568")
    confirmed = (tmp_path / "site/content/agency/2568/o01.md").read_text(encoding="utf-8")
    assert "# องค์ประกอบที่ต้องมี: " in confirmed
    guidance = (tmp_path / "site/content/agency/2568/o05.md").read_text(encoding="utf-8")
    assert "# องค์ประกอบที่ต้องมี (แนวทาง): " in guidance


def test_elements_for_local_government_are_asked_of_local_government_alone(tmp_path: Path, command: Commands) -> None:
    said = ("--name", "กรมทดลอง", "--province", "ทดลอง", "--year", "2568")
    command("new", tmp_path / "a", *said, "--kind", "government-agency")
    command("new", tmp_path / "b", *said, "--kind", "town-municipality")
    first = "content/agency/2568/o01.md"
    assert "  6:" not in (tmp_path / "a" / first).read_text(encoding="utf-8").splitlines()
    assert "  6:" in (tmp_path / "b" / first).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("words", [(*WORDS, "--year", "2569"), ("--example",)])
def test_yaml_files_name_their_schema_and_markdown_files_name_none(
    words: tuple[str, ...], tmp_path: Path, command: Commands
) -> None:
    """Editors complete YAML files by their first line; no editor reads that line in a Markdown file."""
    command("new", tmp_path / "site", *words)
    for path in (tmp_path / "site/content").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert named is not None, path
        schema = json.loads((path.parent / named[1]).resolve().read_text(encoding="utf-8"))
        assert list(Draft7Validator(schema).iter_errors(typed(text))) == []
    markdown = [path.read_text(encoding="utf-8") for path in (tmp_path / "site/content").rglob("*.md")]
    assert len(markdown) > 20
    assert [text for text in markdown if "$schema" in text] == []


def test_the_fields_of_every_item_fit_the_schema_of_their_year(tmp_path: Path, command: Commands) -> None:
    command("new", tmp_path / "site", *WORDS, "--year", "2569")
    schema = json.loads((tmp_path / "site/.prongsai/schema/disclosure-2569.json").read_text(encoding="utf-8"))
    files = sorted((tmp_path / "site/content").rglob("o*.md"))
    assert len(files) == 26
    for path in files:
        fields = path.read_text(encoding="utf-8").split("---\n")[1]
        assert list(Draft7Validator(schema).iter_errors(typed(fields))) == [], path


@pytest.mark.parametrize(
    ("name", "english", "slug"),
    [
        ("เทศบาลตำบลทดลอง", "", "agency"),
        ("เทศบาลตำบลทดลอง", "Thot Long Subdistrict Municipality", "thot-long"),
        ("อบต.ทดลอง", "Office of the Thot Long Subdistrict Administrative Organization", "thot-long"),
        ("Thot Long", "", "thot-long"),
        ("เทศบาลตำบลทดลอง", "All", "all-agency"),
        ("เทศบาลตำบลทดลอง", "Catalogues", "catalogues-agency"),
        ("เทศบาลตำบลทดลอง", "Con", "con-agency"),
        ("เทศบาลตำบลทดลอง", "Saint John's Town", "saint-johns"),
    ],
)
def test_the_folder_of_the_agency_is_named_after_it(
    name: str, english: str, slug: str, tmp_path: Path, command: Commands
) -> None:
    words = ("--name", name, "--name-en", english, "--kind", "other", "--province", "ทดลอง", "--year", "2569")
    assert command("new", tmp_path / "site", *words).code == 0
    assert (tmp_path / f"site/content/{slug}/agency.yaml").is_file()
    assert f"agency: {slug}" in (tmp_path / "site/content/site.yaml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "name", ["yes", "12", "ก: ข", "ก #1", '"ก"', "- ก", "*ก", "ก\tข", "[ก]", "'", "@ก", "null", "ก\\", "ก ", "ก\nข"]
)
def test_any_name_is_written_so_that_it_is_read_as_it_was(name: str, tmp_path: Path, command: Commands) -> None:
    words = ("--kind", "other", "--province", name, "--district", name, "--year", "2569", "--slug", "agency")
    assert command("new", tmp_path / "site", "--name", name, *words).code == 0
    report = Report()
    agency = read_agency((tmp_path / "site/content/agency/agency.yaml").read_bytes(), "agency.yaml", "agency", report)
    site = read_site((tmp_path / "site/content/site.yaml").read_bytes(), "site.yaml", report)
    assert report.diagnostics == []
    assert agency is not None
    assert site is not None
    written = " ".join(name.split())
    assert (agency.name, agency.district, agency.province) == (written, written, written)
    assert site.title == f"ข้อมูลเพื่อความโปร่งใสของ{written}"


def test_an_empty_folder_is_filled_and_stays_itself(tmp_path: Path, command: Commands) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    before = folder.stat().st_ino
    assert command("new", folder, *WORDS, "--year", "2569").code == 0
    assert folder.stat().st_ino == before
    assert sorted(path.name for path in folder.iterdir()) == [
        ".gitattributes",
        ".gitignore",
        ".prongsai",
        ".vscode",
        "README.md",
        "content",
    ]


@pytest.mark.parametrize("left", [".git/config", "desktop.ini", "Thumbs.db", ".DS_Store", "~$o12.docx", "@eaDir/x"])
def test_what_a_system_or_git_leaves_in_a_folder_counts_for_nothing(
    left: str, tmp_path: Path, command: Commands
) -> None:
    (tmp_path / left).parent.mkdir(exist_ok=True)
    (tmp_path / left).write_text("ของเดิม", encoding="utf-8")
    told = command("new", tmp_path, *WORDS, "--year", "2569")
    assert told.code == 0, told.err
    assert (tmp_path / "content/site.yaml").is_file()
    assert (tmp_path / left).read_text(encoding="utf-8") == "ของเดิม"


def test_a_file_of_the_name_of_one_that_is_made_is_left_alone(tmp_path: Path, command: Commands) -> None:
    (tmp_path / ".gitignore").write_text("ของเดิม", encoding="utf-8")
    assert command("new", tmp_path, *WORDS, "--year", "2569").code == 2
    assert tree(tmp_path) == {".gitignore": "ของเดิม".encode()}


def test_folders_on_the_way_are_made(tmp_path: Path, command: Commands) -> None:
    assert command("new", tmp_path / "a/b/site", *WORDS, "--year", "2569").code == 0
    assert command.build(tmp_path / "a/b/site")["diagnostics"] == []


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, command: Commands) -> None:
    (tmp_path / "notes.txt").write_text("ของเดิม", encoding="utf-8")
    told = command("new", tmp_path, *WORDS, "--year", "2569")
    assert told.code == 2
    assert one_line(told.err)
    assert tree(tmp_path) == {"notes.txt": "ของเดิม".encode()}


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_what_is_no_folder_is_left_alone(kind: str, tmp_path: Path, command: Commands) -> None:
    place = tmp_path / "site"
    if kind == "file":
        place.write_text("ของเดิม", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")
    told = command("new", place, *WORDS, "--year", "2569")
    assert told.code == 2
    assert one_line(told.err)
    assert not place.is_dir()


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("function", ["rename", "makedirs", "mkdir"])
def test_when_it_cannot_be_written_nothing_is_left_behind(
    existing: bool, function: str, tmp_path: Path, command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    if existing:
        (tmp_path / "site").mkdir()
    real = getattr(os, function)
    calls: list[object] = []

    def failing(*words: object, **options: object) -> object:
        calls.append(words)
        if len(calls) > 2 or function != "makedirs":
            raise OSError(28, "No space left on device")
        return real(*words, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, function, failing)
        told = command("new", tmp_path / "site", *WORDS, "--year", "2569")
    assert told.code == 3
    assert one_line(told.err)
    assert "No space left on device" in told.err
    assert list(tmp_path.rglob("*")) == ([tmp_path / "site"] if existing else [])


BAD = {
    "nothing": ([], "--name --kind --province --year"),
    "no name": (["--kind", "other", "--province", "ก", "--year", "2569"], "--name"),
    "a blank name": (["--name", " ", "--kind", "other", "--province", "ก", "--year", "2569"], "--name"),
    "no year": ([*WORDS], "--year"),
    "no such kind": (["--name", "ก", "--kind", "เทศบาลตำบ", "--province", "ก", "--year", "2569"], "เทศบาลตำบล"),
    "a year without a catalogue": ([*WORDS, "--year", "2570"], "2569"),
    "a year of the common era": ([*WORDS, "--year", "2026"], "2569"),
    "a year in words": ([*WORDS, "--year", "ปีนี้"], "--year"),
    "a slug with capitals": ([*WORDS, "--year", "2569", "--slug", "Kok"], "--slug"),
    "a slug that is taken": ([*WORDS, "--year", "2569", "--slug", "catalogues"], "--slug"),
    "a slug that Windows keeps for itself": ([*WORDS, "--year", "2569", "--slug", "con"], "--slug"),
    "the slug of a portal": ([*WORDS, "--year", "2569", "--slug", "all"], "--slug"),
    "an endless name": ([*WORDS, "--year", "2569", "--name", "ก" * 1001], "--name"),
    "a control character": ([*WORDS, "--year", "2569", "--name", "ก\x07"], "--name"),
    "bytes that are no text": ([*WORDS, "--year", "2569", "--name", "ก\udcff"], "--name"),
    "an example of a name": (["--example", "--name", "ก"], "--example"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_carried_out_is_told_in_one_line(what: str, tmp_path: Path, command: Commands) -> None:
    words, part = BAD[what]
    told = command("new", tmp_path / "site", *words)
    assert (told.code, told.out) == (2, "")
    assert one_line(told.err)
    assert part in told.err
    assert not (tmp_path / "site").exists()


def test_thai_digits_and_thai_kinds_are_understood(tmp_path: Path, command: Commands) -> None:
    words = ("--name", "อบต.ทดลอง", "--kind", "องค์การบริหารส่วนตำบล", "--province", "ทดลอง", "--year", "๒๕๖๙")
    assert command("new", tmp_path / "site", *words).code == 0
    assert "kind: subdistrict-organization" in (tmp_path / "site/content/agency/agency.yaml").read_text(
        encoding="utf-8"
    )
    assert (tmp_path / "site/content/agency/2569/o26.md").is_file()


def test_from_the_command_line_begin_build_and_read_what_to_do_next(tmp_path: Path) -> None:
    def prongsai(*words: str) -> subprocess.CompletedProcess[str]:
        known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=tmp_path,
            env=known,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    begun = prongsai("new", "เว็บ ของเรา", *WORDS, "--year", "2569", "--lang", "th")
    assert begun.returncode == 0, begun.stderr
    assert 'prongsai preview --open "เว็บ ของเรา"' in begun.stdout
    built = prongsai("build", "เว็บ ของเรา", "--lang", "th")
    assert (built.returncode, built.stderr) == (0, "")
    again = prongsai("new", "เว็บ ของเรา", *WORDS, "--year", "2569", "--lang", "th")
    assert again.returncode == 2
    assert one_line(again.stderr)
    asked = prongsai("new", "อีกที่หนึ่ง", "--lang", "th")
    assert asked.returncode == 2
    assert "--name --kind --province --year" in asked.stderr


def one_line(text: str) -> bool:
    return text.startswith("prongsai: ") and text.count("\n") == 1 and text.endswith("\n")
