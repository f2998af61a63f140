"""Projects begun in a folder of their own, and what building them told."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.cli.main import run

WORDS = ("--name", "เทศบาลตำบลทดลอง", "--kind", "เทศบาลตำบล", "--district", "ทดลอง", "--province", "ทดลอง")
"""What must be said of an agency, but for the year."""


class Told(NamedTuple):
    """How a command ended: its exit code and what it wrote to either stream."""

    code: int
    out: str
    err: str


class Commands:
    """Runs commands in this process, speaking English."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Told:
        self._capsys.readouterr()
        code = run([*map(str, words), "--lang", "en"])
        return Told(code, *self._capsys.readouterr())

    def build(self, project: Path) -> dict[str, Any]:
        """Build a project; its outcome as data."""
        self._capsys.readouterr()
        run(["build", str(project), "--jobs", "1", "--format", "json", "--lang", "en"])
        told: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        return told


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
