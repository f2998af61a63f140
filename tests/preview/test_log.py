"""What the terminal says while a preview runs: a line for each change, each problem in full once."""

import re
from pathlib import Path

import pytest

from generator.language import Language
from generator.preview.log import Log
from generator.preview.session import SHARED, Session
from generator.project import find_project

from .test_session import AGENCY, O1, SITE, write

FILE = "content/one/2567/o01.md"
WRONG = O1.replace("state: done", "state: finished")


class Terminal:
    """A session of which the log is read."""

    def __init__(self, root: Path, language: Language = "th") -> None:
        write(root, {"content/site.yaml": SITE, "content/one/agency.yaml": AGENCY, FILE: O1})
        project = find_project(str(root), str(root / "public"))
        assert project is not None
        self.root = root
        self.lines: list[str] = []
        self.session = Session(project)
        self.log = Log(project, language, self.lines.append)
        self.session.get("one/2567/o01/index.html")
        self.log.problems(self.session.problems)

    def save(self, files: dict[str, str | bytes], *hints: str) -> list[str]:
        """The lines that a save brings, without the time of day."""
        write(self.root, files)
        return self.look(*hints)

    def look(self, *hints: str) -> list[str]:
        self.lines.clear()
        change = self.session.refresh(hints or {"one"})
        if change is not None:
            self.log.changed(change, self.session.problems)
        return [re.sub(r"^\d\d:\d\d:\d\d ", "", line) for line in self.lines]


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_a_save_is_one_line_with_the_file_and_no_name_of_a_field(terminal: Terminal) -> None:
    assert terminal.save({FILE: O1.replace("เดิม", "ใหม่")}) == [f"แก้ไข {FILE} — หน้าเว็บเปลี่ยนตามแล้ว"]


def test_a_save_without_a_change_says_nothing(terminal: Terminal) -> None:
    assert terminal.save({FILE: O1}) == []


def test_english_is_spoken_where_it_is_asked_for(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "en")

    assert terminal.save({FILE: O1.replace("เดิม", "ใหม่")}) == [f"edited {FILE} — the pages follow"]


def test_added_and_removed_files_are_named(terminal: Terminal) -> None:
    other = "content/one/2567/o02.md"
    assert terminal.save({other: O1.replace("O1", "O2")}) == [f"เพิ่ม {other} — หน้าเว็บเปลี่ยนตามแล้ว"]
    (terminal.root / other).unlink()
    assert terminal.look() == [f"ลบ {other} — หน้าเว็บเปลี่ยนตามแล้ว"]


def test_many_files_are_counted_after_the_first(terminal: Terminal) -> None:
    names = [f"content/one/2567/o{number:02}.md" for number in range(2, 9)]
    (line,) = terminal.save({name: O1.replace("O1", f"O{int(name[-5:-3])}") for name in names})

    assert line.startswith(f"เพิ่ม {names[0]}, เพิ่ม {names[1]}, เพิ่ม {names[2]}, +4 — ")


def test_an_error_is_told_in_full_once_and_then_only_counted(terminal: Terminal) -> None:
    line, told = terminal.save({FILE: WRONG})
    assert line.startswith(f"แก้ไข {FILE} — พบข้อผิดพลาดใหม่ 1 แห่ง")
    assert "OIT203" in told

    assert terminal.save({FILE: WRONG.replace("เดิม", "ใหม่")}) == [
        f"แก้ไข {FILE} — หน้าเว็บเปลี่ยนตามแล้ว ยังมีข้อผิดพลาดที่แจ้งไว้ 1 แห่ง"
    ]
    assert terminal.save({FILE: WRONG.replace("item", "# บรรทัดใหม่\nitem")}) == [
        f"แก้ไข {FILE} — หน้าเว็บเปลี่ยนตามแล้ว ยังมีข้อผิดพลาดที่แจ้งไว้ 1 แห่ง"
    ]
    assert terminal.save({FILE: O1}) == [f"แก้ไข {FILE} — แก้ข้อผิดพลาดแล้ว 1 แห่ง ไม่มีเหลือ"]


def test_of_two_errors_the_one_that_is_left_is_not_told_again(terminal: Terminal) -> None:
    both = WRONG.replace("office:", "ofice:")
    assert len(terminal.save({FILE: both})) == 3

    assert terminal.save({FILE: WRONG}) == [f"แก้ไข {FILE} — แก้ข้อผิดพลาดแล้ว 1 แห่ง ยังเหลือ 1 แห่ง"]
    _line, told = terminal.save({FILE: both})
    assert "OIT201" in told
    assert "OIT203" not in told


def test_a_warning_that_an_error_kept_from_being_found_is_not_told_again(terminal: Terminal) -> None:
    extra = "content/one/2567/notes.txt"
    _line, told = terminal.save({extra: "ก"})
    assert "OIT107" in told
    assert len(terminal.save({"content/one/agency.yaml": "name: [\n"})) == 2

    assert len(terminal.save({"content/one/agency.yaml": AGENCY})) == 1


def test_shared_files_and_agencies_are_named(terminal: Terminal) -> None:
    assert terminal.save({"content/site.yaml": SITE + "numerals: thai\n"}, SHARED) == [
        "แก้ไข content/site.yaml — หน้าเว็บเปลี่ยนตามแล้ว"
    ]
    assert terminal.save({"content/two/agency.yaml": AGENCY}, SHARED, "two") == ["เพิ่ม content/two — หน้าเว็บเปลี่ยนตามแล้ว"]
    assert terminal.save({"themes/mine/theme.yaml": "name: mine\nextends: base\n"}, SHARED) == [
        "แก้ไข themes — หน้าเว็บเปลี่ยนตามแล้ว"
    ]


def test_a_name_that_a_terminal_would_obey_is_written_out(terminal: Terminal) -> None:
    name = "content/one/2567/files/\u202eplan.txt"
    lines = terminal.save({name: "ก"})

    assert all("\u202e" not in line for line in lines)
