"""``start``: one double click makes the project if there is none, and shows it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import ending
from generator.language import Language
from generator.preview.listening import Listening
from generator.project import Project
from generator.starting.first_steps import NEW_PROJECT

from .beginnings import Commands, tree

ANSWERS = "เทศบาลตำบลแพง\nPhaeng\n\nโกสุมพิสัย\nมหาสารคาม\n\n\n"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Project]:
    """The projects whose preview is shown; the preview itself ends at once, and no browser opens."""
    found: list[Project] = []

    def preview(project: Project, language: Language, listening: Listening, ready: Callable[[], None]) -> None:
        found.append(project)
        listening.close()

    monkeypatch.setattr("generator.cli.preview.preview", preview)
    return found


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_the_first_time_it_asks_and_puts_the_project_beside_itself(
    command: Commands, tmp_path: Path, shown: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "python").mkdir()
    answer(monkeypatch, ANSWERS)
    told = command("start", tmp_path)
    assert told.code == 0, told.err
    made = tmp_path / NEW_PROJECT
    assert (made / "content/phaeng/agency.yaml").is_file()
    assert [project.root for project in shown] == [str(made)]
    assert "To stop: press Ctrl+C" in told.out
    assert f'type prongsai build "{made}"' in told.out
    assert {path.name for path in tmp_path.iterdir()} == {"python", NEW_PROJECT}


def test_the_next_time_it_shows_what_is_there_and_asks_nothing(
    command: Commands, tmp_path: Path, shown: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, ANSWERS)
    command("start", tmp_path)
    (tmp_path / NEW_PROJECT).rename(tmp_path / "งานของเรา")
    before = tree(tmp_path)
    answer(monkeypatch, "")
    assert command("start", tmp_path).code == 0
    assert command("start", tmp_path / "งานของเรา").code == 0
    assert {project.root for project in shown[1:]} == {str(tmp_path / "งานของเรา")}
    assert tree(tmp_path) == before


def test_of_many_projects_one_is_chosen_by_its_number(
    command: Commands, tmp_path: Path, shown: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ก", "ข"):
        (tmp_path / name / "content").mkdir(parents=True)
        (tmp_path / name / "content/site.yaml").write_text("title: ก\n", encoding="utf-8")
    answer(monkeypatch, "3\nข\n2\n")
    assert command("start", tmp_path).code == 0
    assert [project.root for project in shown] == [str(tmp_path / "ข")]
    answer(monkeypatch, "")
    assert command("start", tmp_path).code == ending.USAGE


def test_a_build_is_of_the_same_project(command: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, ANSWERS)
    assert command("start", "--build", tmp_path).code == 0
    assert (tmp_path / NEW_PROJECT / "build/index.html").is_file()


def test_answers_that_end_early_make_nothing(
    command: Commands, tmp_path: Path, shown: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "เทศบาลตำบลแพง\n")
    told = command("start", tmp_path)
    assert (told.code, shown, list(tmp_path.iterdir())) == (ending.USAGE, [], [])
    assert "no project was made" in told.err


def test_in_the_folder_of_the_zip_it_names_the_file_to_double_click(
    command: Commands, tmp_path: Path, shown: list[Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build.cmd").touch()
    answer(monkeypatch, ANSWERS)
    assert "double-click build.cmd, or type" in command("start", tmp_path).out
