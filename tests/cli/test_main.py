"""The command line: exit codes, and no traceback for anything a user can cause."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from diagnostics.cases import BASE, item
from projects import Write

from generator.__main__ import main
from generator.building.result import BuildOptions, Outcome
from generator.cli import main as cli
from generator.cli.main import run
from generator.project import Project


@pytest.fixture(autouse=True)
def _thai(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_built(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project(BASE)
    assert run(["build", made.root]) == 0
    assert os.path.isfile(f"{made.target}/index.html")
    assert capsys.readouterr().out.startswith("สร้างเว็บไซต์แล้ว ")


def test_built_elsewhere(project: Write) -> None:
    made = project(BASE)
    assert run(["build", made.root, "--out", f"{made.root}/elsewhere", "--quiet"]) == 0
    assert os.path.isfile(f"{made.root}/elsewhere/index.html")
    assert not os.path.exists(made.target)


def test_content_has_an_error(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project({**BASE, **item("state: เสร็จ\n")})
    assert run(["build", made.root]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "ข้อผิดพลาด[OIT203]" in captured.err
    assert not os.path.exists(f"{made.target}/index.html")


def test_a_check_writes_nothing(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project(BASE)
    assert run(["check", made.root, "--lang", "en"]) == 0
    assert capsys.readouterr().out.endswith("Nothing was written.\n")
    assert not os.path.exists(made.target)


def test_strict(project: Write) -> None:
    made = project({**BASE, **item("state: not-started\nevidence:\n  - nil: ไม่มี\n")})
    assert run(["check", made.root]) == 0
    assert run(["check", made.root, "--strict"]) == 1
    assert run(["build", made.root, "--strict"]) == 1
    assert not os.path.exists(f"{made.target}/index.html")
    assert run(["build", made.root]) == 0


def test_the_target_cannot_be_used(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project({**BASE, "build/letters.txt": "เรียน"})
    assert run(["build", made.root]) == 3
    assert "ข้อผิดพลาด[OIT802]" in capsys.readouterr().err


def test_a_file_cannot_be_read(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(BASE)
    real = os.open

    def refusing(path: str, *rest: Any, **more: Any) -> int:
        if str(path).endswith("o01.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refusing)
    assert run(["check", made.root]) == 3


def test_not_a_project(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project({"content/readme.md": ""})
    assert run(["build", made.root]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert made.root in captured.err
    assert "content/site.yaml" in captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish"],
        ["build", "--lang", "fr"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "-1"],
        ["build", "--jobs", "๒"],
        ["build", "--jobs", "many"],
        ["build", "--format", "xml"],
        ["build", "--no-such-option"],
        ["build", "a", "b"],
    ],
)
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: prongsai")
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["explain", "--help"], ["--version"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert "prongsai" in capsys.readouterr().out


def test_one_document_for_machines(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    made = project({**BASE, **item("state: เสร็จ\n")})
    assert run(["check", made.root, "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert [one["code"] for one in json.loads(captured.out)["diagnostics"]] == ["OIT203"]
    assert captured.err == ""


def _failing(problem: BaseException) -> object:
    def build(project: Project, options: BuildOptions) -> Outcome:
        raise problem

    return build


def test_a_bug_is_asked_to_be_reported(
    project: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = project(BASE)
    monkeypatch.setattr("generator.cli.build.build", _failing(RuntimeError("\x1b[2Jodd")))
    assert run(["build", made.root]) == 4
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "RuntimeError: <U+001B>[2Jodd" in err
    assert "--verbose" in err
    assert run(["build", made.root, "--verbose"]) == 4
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_is_told_to_machines(
    project: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.cli.check.check", _failing(RecursionError()))
    assert run(["check", project(BASE).root, "--format", "json"]) == 4
    assert json.loads(capsys.readouterr().out)["trouble"]["key"] == "bug"


def test_stopped_by_the_keyboard(
    project: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.cli.build.build", _failing(KeyboardInterrupt()))
    assert run(["build", project(BASE).root, "--lang", "en"]) == 130
    assert capsys.readouterr().err == "prongsai: Stopped as asked; what is published is whole.\n"


def test_nobody_reads_what_is_said(project: Write) -> None:
    """As with ``prongsai explain | head -1``: no traceback, and Python says nothing either."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    call = [sys.executable, "-m", "generator", "explain"]
    done = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_stopped_before_a_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", stopped)
    assert main() == 130
