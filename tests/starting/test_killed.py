"""A beginning that is killed leaves nothing that keeps the next one from its work."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from writing.disks import in_child

from generator.cli.main import run
from generator.writing.placing import place_folder, tidy

from .beginnings import WORDS, Commands, tree

CALL = ("new", *WORDS, "--year", "2569")
STEPS = ("mkdir", "rename", "replace", "makedirs", "rmdir", "unlink")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def at_step(patch: pytest.MonkeyPatch, passing: int, then: Callable[[], None]) -> list[str]:
    """Let so many steps pass and do something before the next; the steps that there were."""
    seen: list[str] = []

    def watched(name: str) -> None:
        real = getattr(os, name)

        def step(*words: Any, **more: Any) -> Any:
            seen.append(name)
            if len(seen) == passing + 1:
                then()
            return real(*words, **more)

        patch.setattr(os, name, step)

    for name in STEPS:
        watched(name)
    return seen


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("existing", [True, pytest.param(False, marks=pytest.mark.sweep)])
def test_begun_again_a_project_is_whole_wherever_the_first_was_killed(
    existing: bool, tmp_path: Path, command: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        if existing:
            (tmp_path / "whole").mkdir()
        steps = at_step(patch, 1000, die)
        assert command("new", tmp_path / "whole", *CALL[1:]).code == 0
    whole = tree(tmp_path / "whole")
    early = [number for number, name in enumerate(steps) if name in ("rename", "rmdir")]
    for passing in sorted({0, 1, 2, len(steps) // 2, len(steps) - 1, *early}):
        parent = tmp_path / str(passing)
        parent.mkdir()
        if existing:
            (parent / "site").mkdir()

        def doomed(passing: int = passing, parent: Path = parent) -> None:
            at_step(monkeypatch, passing, die)
            run(["new", str(parent / "site"), *CALL[1:], "--lang", "en"])

        assert in_child(doomed) == -signal.SIGKILL
        finished = (parent / "site/content/site.yaml").exists()
        told = command("new", parent / "site", *CALL[1:])
        assert told.code == (2 if finished else 0), told.err
        assert tree(parent / "site") == whole
        assert os.listdir(parent) == ["site"]


def test_what_comes_from_elsewhere_takes_nothing_away(tmp_path: Path) -> None:
    """A folder that looks like what a killed beginning leaves, with a list of entries that are the user's own."""
    (tmp_path / "letter.txt").write_text("เรียน", encoding="utf-8")
    (tmp_path / ".prongsai-new.0/files").mkdir(parents=True)
    (tmp_path / ".prongsai-new.0/files/rest").write_bytes(b"")
    (tmp_path / ".prongsai-new.0/moved").write_text("1 letter.txt\nletter.txt\n../x", encoding="utf-8")
    tidy(str(tmp_path))
    assert os.listdir(tmp_path) == ["letter.txt"]


def test_an_entry_that_somebody_else_put_there_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.txt": b"a", "b.txt": b"b", "content/c.txt": b"c"}
    exists = os.path.lexists
    monkeypatch.setattr(os.path, "lexists", lambda path: _put(tmp_path, path) or exists(path))
    with pytest.raises(FileExistsError):
        place_folder(str(tmp_path), files)
    assert tree(tmp_path) == {"b.txt": b"mine"}


def _put(folder: Path, path: str) -> bool:
    """Somebody puts a file in place just before it is looked at."""
    if path == str(folder / "b.txt"):
        (folder / "b.txt").write_bytes(b"mine")
    return False
