"""Questions on a terminal: what is missing is asked for, and asked again until it can be used."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tables import every_row

from generator.cli.main import run
from generator.starting.interview import slug_of


class Terminal(io.StringIO):
    """An input at which somebody sits and types these lines."""

    def isatty(self) -> bool:
        return True


class Foreign(Terminal):
    """A terminal whose first line is not in the encoding that Python expects."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as the class itself does
        if self.tell() == 0:
            self.seek(1)
            raise UnicodeDecodeError("utf-8", b"\xa1", 0, 1, "invalid start byte")
        return super().readline()


class Story:
    """A conversation: what is typed, what is shown, and the project that comes of it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.out = self.err = ""

    def answers(self, *lines: str, words: Sequence[str] = (), lang: str = "th", at: type[Terminal] = Terminal) -> int:
        self._monkeypatch.setattr(sys, "stdin", at("".join(f"{line}\n" for line in lines)))
        code = run(["new", str(self.folder), *words, "--lang", lang])
        self.out, self.err = self._capsys.readouterr()
        return code

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Story:
    return Story(tmp_path / "site", monkeypatch, capsys)


def test_a_year_without_a_list_of_items_is_not_suggested(story: Story) -> None:
    words = ["--name", "ก", "--kind", "other", "--province", "ข", "--slug", "ab", "--year", "2569"]
    assert story.answers(words=words) == 0
    assert story.answers("") == 0
    assert "ไม่มีรายการข้อ O ของปี 2570" in story.out
    assert "[2568]" in story.out
    assert (story.folder / "content/ab/2568/o01.md").is_file()


def test_all_is_asked_for_in_thai_and_an_empty_answer_takes_what_is_suggested(story: Story) -> None:
    assert story.answers("เทศบาลตำบลทดลอง", "Thot Long Town", "", "", "ทดลอง", "", "") == 0
    assert "ชื่อหน่วยงาน" in story.out
    assert "จังหวัด" in story.out
    assert "[subdistrict-municipality]" in story.out
    assert "[2569]" in story.out
    assert "[thot-long]" in story.out
    agency = story.text("content/thot-long/agency.yaml")
    assert "name: เทศบาลตำบลทดลอง\n" in agency
    assert "kind: subdistrict-municipality\n" in agency
    assert "district:" not in agency
    assert (story.folder / "content/thot-long/2569/o01.md").is_file()


@every_row(
    ("name", "slug"),
    [
        ("Kut Chik Subdistrict Municipality", "kut-chik"),
        ("The City of Nong Khai", "nong-khai"),
        ("Phu Khieo Town Municipality (Chaiyaphum)", "phu-khieo-chaiyaphum"),
        ("Nakhon Sawan Provincial Administrative Organization", "nakhon-sawan"),
        ("Sán’s Pá-Tong", "sans-pa-tong"),
        ("Provincial Office", "provincial-office"),
        ("Aux Town Municipality", "aux-town-municipality"),
        ("Method", "method-agency"),
        ("CON", "con-agency"),
        ("Wang Nam Yen " * 9, "-".join(["wang-nam-yen"] * 4) + "-wang-nam"),
        ("เทศบาลตำบลกุดจิก (Kut Chik)", "kut-chik"),
        ("เทศบาลตำบลกุดจิก", "agency"),
        ("", "agency"),
    ],
)
def test_the_folder_is_named_after_the_english_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_who_gives_no_english_name_is_told_what_the_folder_is_called(story: Story) -> None:
    words = ["--name", "เทศบาลตำบลกุดจิก", "--kind", "other", "--province", "นครราชสีมา", "--year", "2569"]
    assert story.answers(words=words) == 0
    assert "โฟลเดอร์ของหน่วยงานชื่อ agency เพราะยังไม่มีชื่อภาษาอังกฤษ" in story.out


def test_who_names_the_folder_is_told_nothing_of_it(story: Story) -> None:
    words = ["--name", "ก", "--kind", "other", "--province", "ข", "--year", "2569", "--slug", "agency"]
    assert story.answers(words=words) == 0
    assert "เพราะยังไม่มีชื่อภาษาอังกฤษ" not in story.out


def test_a_kind_may_be_chosen_by_its_number_or_its_word(story: Story) -> None:
    assert story.answers("กองทดลอง", "", "7", "", "ทดลอง", "๒๕๖๘", "kong") == 0
    assert "  7. ส่วนราชการ (government-agency)\n" in story.out
    assert "kind: government-agency\n" in story.text("content/kong/agency.yaml")
    assert (story.folder / "content/kong/2568/o28.md").is_file()


def test_a_bad_answer_is_explained_and_asked_again(story: Story) -> None:
    lines = (
        "",
        "กองทดลอง",
        "",
        "หมู่บ้าน",
        "0111",
        "มหาวิทยาลัย",
        "",
        "",
        "ทดลอง",
        "2026",
        "2570",
        "2569",
        "กอง",
        "all",
        "kong",
    )
    assert story.answers(*lines) == 0
    assert story.out.count("ชื่อหน่วยงาน เช่น") == 2
    assert story.out.count("ประเภทหน่วยงาน") == 3
    assert "“หมู่บ้าน”" in story.out
    assert story.out.count("จังหวัด: ") == 2
    assert story.out.count("ปีงบประมาณ พ.ศ. [2569]") == 3
    assert story.out.count("ชื่อโฟลเดอร์ของหน่วยงาน (") == 3
    assert "kind: university\n" in story.text("content/kong/agency.yaml")


def test_only_what_is_missing_is_asked_for(story: Story) -> None:
    words = ("--name", "เทศบาลตำบลทดลอง", "--kind", "เทศบาลตำบล", "--year", "2568")
    assert story.answers("", "", "ทดลอง", "", words=words) == 0
    assert "ประเภทหน่วยงาน" not in story.out
    assert "ปีงบประมาณ พ.ศ. [" not in story.out
    assert (story.folder / "content/agency/2568/o28.md").is_file()


def test_who_says_all_that_is_needed_is_asked_nothing(story: Story) -> None:
    words = ("--name", "ก", "--kind", "other", "--province", "ทดลอง", "--year", "2568")
    assert story.answers(words=words, lang="en") == 0
    assert story.out.startswith("Began a project in ")


def test_a_wrong_option_is_refused_before_anything_is_asked(story: Story) -> None:
    assert story.answers("เทศบาลตำบลทดลอง", words=("--year", "2599")) == 2
    assert story.out == ""
    assert story.err.count("\n") == 1


@pytest.mark.parametrize("typed", [[], ["เทศบาลตำบลทดลอง"], ["เทศบาลตำบลทดลอง", "", "", "", "ทดลอง"]])
def test_who_leaves_before_the_end_leaves_nothing(typed: list[str], story: Story) -> None:
    assert story.answers(*typed) == 2
    assert not story.folder.exists()


def test_an_answer_in_another_encoding_is_explained_and_asked_again(story: Story) -> None:
    assert story.answers("?เทศบาลตำบลทดลอง", "", "", "", "ทดลอง", "", "", at=Foreign) == 0
    assert "UTF-8" in story.out
    assert "name: เทศบาลตำบลทดลอง\n" in story.text("content/agency/agency.yaml")


def test_questions_are_asked_in_english_too(story: Story) -> None:
    assert story.answers("ก", "", "other", "", "ข", "", "", lang="en") == 0
    assert "Kind of agency (number or word)" in story.out


def test_the_next_year_is_suggested_in_a_project(story: Story) -> None:
    words = ("--name", "ก", "--kind", "other", "--province", "ทดลอง", "--year", "2567")
    assert story.answers(words=words) == 0
    assert story.answers("2599", "") == 0
    assert story.out.count("[2568]") == 2
    assert (story.folder / "content/agency/2568/o28.md").is_file()
