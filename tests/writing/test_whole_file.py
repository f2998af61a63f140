"""One file is written whole or not at all: on a disk that fails at any operation, and by a process killed at any."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from generator.writing.scratch import scratch
from generator.writing.whole_file import (
    FOLDER,
    LINK,
    OTHER,
    PURPOSE,
    SPECIAL,
    UnsuitableError,
    new_file,
    replace_file,
)

from .disks import in_child

OPERATIONS = ("mkdir", "open", "write", "fsync", "replace", "link", "rename", "scandir", "lstat", "ftruncate")
OLD, NEW = b"old", b"new" * 100


def written(file: BinaryIO) -> None:
    file.write(NEW)


def counting(patch: pytest.MonkeyPatch, passing: int, then: Callable[[], None]) -> list[str]:
    """Let so many operations of the system pass, then do something at each; the operations that there were."""
    seen: list[str] = []

    def watched(name: str) -> None:
        real = getattr(os, name)

        def operation(*words: Any, **more: Any) -> Any:
            seen.append(name)
            if len(seen) > passing:
                then()
            return real(*words, **more)

        patch.setattr(os, name, operation)

    for name in OPERATIONS:
        watched(name)
    return seen


def refuse() -> None:
    raise OSError(28, "No space left on device")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fails(work: Callable[[Path], None], place: Path) -> bool:
    """Whether some work is told to have failed."""
    try:
        work(place)
    except OSError:
        return True
    return False


def operations(folder: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Path], None]) -> int:
    """How many operations some work takes when all goes well."""
    (folder / "counted").mkdir()
    with monkeypatch.context() as patch:
        seen = counting(patch, 1000, refuse)
        work(folder / "counted" / "a.pdf")
    return len(seen)


def replaced(path: Path) -> None:
    replace_file(str(path), written)


def added(path: Path) -> None:
    new_file(str(path), NEW)


@pytest.mark.parametrize(("work", "before"), [(replaced, OLD), (replaced, None), (added, None)])
def test_a_disk_that_fails_at_any_operation_leaves_the_old_file_or_the_new(
    work: Callable[[Path], None], before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for passing in range(operations(tmp_path, monkeypatch, work)):
        folder = tmp_path / str(passing)
        folder.mkdir()
        place = folder / "a.pdf"
        if before is not None:
            place.write_bytes(before)
        with monkeypatch.context() as patch:
            counting(patch, passing, refuse)
            failed = fails(work, place)
        assert (place.read_bytes() if place.exists() else None) == (before if failed else NEW)
        place.unlink(missing_ok=True)
        work(place)
        assert os.listdir(folder) == ["a.pdf"]
        assert place.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize(("work", "before"), [(replaced, OLD), (replaced, None), (added, None)])
def test_a_process_killed_at_any_operation_leaves_the_old_file_or_the_new_and_the_next_one_tidies_up(
    work: Callable[[Path], None], before: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for passing in range(operations(tmp_path, monkeypatch, work)):
        folder = tmp_path / str(passing)
        folder.mkdir()
        place = folder / "a.pdf"
        if before is not None:
            place.write_bytes(before)

        def doomed(passing: int = passing, place: Path = place) -> None:
            counting(monkeypatch, passing, die)
            work(place)

        assert in_child(doomed) == -signal.SIGKILL
        assert (place.read_bytes() if place.exists() else None) in (before, NEW)
        if work is added:
            place.unlink(missing_ok=True)
        work(place)
        assert os.listdir(folder) == ["a.pdf"]
        assert place.read_bytes() == NEW


def test_what_is_still_being_written_is_left_alone(tmp_path: Path) -> None:
    with scratch(str(tmp_path), PURPOSE) as held:
        replace_file(str(tmp_path / "a.pdf"), written)
        assert sorted(os.listdir(tmp_path)) == sorted([os.path.basename(held), "a.pdf"])
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_link_that_has_the_name_of_such_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/letter.txt").write_bytes(OLD)
    (tmp_path / f"{PURPOSE}.0").symlink_to("elsewhere")
    (tmp_path / f"{PURPOSE}.1").mkdir()
    (tmp_path / f"{PURPOSE}.1/in").symlink_to("../elsewhere")
    replace_file(str(tmp_path / "a.pdf"), written)
    assert (tmp_path / "elsewhere/letter.txt").read_bytes() == OLD
    assert not (tmp_path / f"{PURPOSE}.1").exists()


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    def failing(file: BinaryIO) -> None:
        file.write(NEW)
        raise KeyboardInterrupt

    place = tmp_path / "a.pdf"
    place.write_bytes(OLD)
    with pytest.raises(KeyboardInterrupt):
        replace_file(str(place), failing)
    assert os.listdir(tmp_path) == ["a.pdf"]
    assert place.read_bytes() == OLD


@pytest.mark.parametrize("reason", [FOLDER, LINK, SPECIAL, OTHER])
def test_what_is_no_file_to_be_replaced_is_refused_and_stays(reason: str, tmp_path: Path) -> None:
    place = tmp_path / "a.pdf"
    if reason == FOLDER:
        place.mkdir()
    elif reason == LINK:
        place.symlink_to("b.pdf")
    elif reason == SPECIAL:
        os.mkfifo(place)
    else:
        place.write_bytes(b"title: x")
    before = os.lstat(place)
    with pytest.raises(UnsuitableError) as caught:
        replace_file(str(place), written, (b"%PDF-",))
    assert caught.value.strerror == reason
    assert os.lstat(place) == before
    assert os.listdir(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize("former", [b"", b"%PDF-1.4"])
def test_an_empty_file_and_one_of_the_kind_are_replaced(former: bytes, tmp_path: Path) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(former)
    replace_file(str(place), written, (b"%PDF-",))
    assert place.read_bytes() == NEW


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    place = tmp_path / "a.pdf"
    place.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        new_file(str(place), NEW)
    assert place.read_bytes() == OLD
    assert os.listdir(tmp_path) == ["a.pdf"]
