"""The ZIP for Windows: what is in it, from where, and the same bytes every time."""

import fcntl
import hashlib
import re
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from programs import cannot

from windows import archive, parts
from windows.__main__ import CHECKOUT, KEPT, make
from windows.contents import FOLDER, LicenceError, contents

TARGET = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "python_version": "3.11"}


@contextmanager
def alone() -> Iterator[None]:
    """While this holds, no other process of the tests makes the ZIP: there is one place for it and its parts."""
    folder = CHECKOUT / "dist"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def made() -> Path:
    """The ZIP of this checkout."""
    with alone():
        try:
            path = make(CHECKOUT)
        except parts.PartError as error:
            cannot(f"no parts of the ZIP for Windows: {error}")
    return path


@pytest.fixture
def files(made: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(made) as opened:
        return {name.removeprefix(f"{FOLDER}/"): opened.read(name) for name in opened.namelist()}


@pytest.mark.sweep
def test_two_runs_give_the_same_bytes(made: Path) -> None:
    with alone():
        before = made.read_bytes()
        assert make(CHECKOUT).read_bytes() == before


def test_everything_lies_in_one_folder_and_thai_names_are_marked_as_utf_8(made: Path) -> None:
    with zipfile.ZipFile(made) as opened:
        entries = opened.infolist()
    assert {entry.filename.split("/")[0] for entry in entries} == {FOLDER}
    thai = [entry for entry in entries if not entry.filename.isascii()]
    assert {f"{FOLDER}/เริ่มใช้งาน.cmd", f"{FOLDER}/สร้างเว็บไซต์.cmd"} <= {entry.filename for entry in thai}
    assert all(entry.flag_bits & 0x800 for entry in thai)


def test_python_is_the_pinned_one_and_looks_only_inside_the_folder(files: dict[str, bytes]) -> None:
    kept = CHECKOUT / KEPT / "python"
    given = parts.python_files(kept)
    for name, data in given.items():
        if not name.endswith("._pth"):
            assert files[f"python/{name}"] == data, name
    assert files["python/python311._pth"].decode().split() == ["python311.zip", ".", "..\\app\\site", "..\\app\\src"]
    assert "python/bcryptprimitives.dll" not in files


def test_the_generator_is_that_of_the_checkout_with_its_themes_inside(files: dict[str, bytes]) -> None:
    for name in (
        "cli/main.py",
        "messages/messages.yaml",
        "catalogues/oit-2569.yaml",
        "preview/client.js",
        "starting/first_steps.py",
    ):
        assert files[f"app/src/generator/{name}"] == (CHECKOUT / "generator" / name).read_bytes()
    theme = "themes/base/theme.yaml"
    assert files[f"app/src/generator/{theme}"] == (CHECKOUT / theme).read_bytes()
    assert not [name for name in files if "__pycache__" in name or name.endswith(".pyc")]


def test_the_command_files_have_line_ends_and_letters_that_the_interpreter_reads(files: dict[str, bytes]) -> None:
    commands = {name: data for name, data in files.items() if name.endswith(".cmd")}
    assert set(commands) == {"prongsai.cmd", "start.cmd", "build.cmd", "เริ่มใช้งาน.cmd", "สร้างเว็บไซต์.cmd"}
    for name, data in commands.items():
        assert b"\r\n" in data, name
        assert not re.search(rb"[^\r]\n", data), name
        lines = data.decode("utf-8").split("\r\n")
        assert lines[0] == "@echo off", name
        (known,) = (number for number, line in enumerate(lines) if line.startswith("chcp 65001"))
        assert all(line.isascii() for line in lines[:known]), "a letter before its code page"
        # quoted, and not ending in a backslash that would quote the quotation mark
        assert all('"%~dp0python\\python.exe" -X utf8 -m generator' in line for line in lines if "-m generator" in line)
        assert not re.search(rb'%~dp0"', data), name
    for name in ("start.cmd", "build.cmd"):
        assert b"Unpack the whole ZIP first" in commands[name]
    assert commands["start.cmd"] == commands["เริ่มใช้งาน.cmd"]
    assert commands["build.cmd"] == commands["สร้างเว็บไซต์.cmd"]


def test_the_notes_for_a_person_open_in_notepad(files: dict[str, bytes]) -> None:
    note = files["อ่านก่อน.txt"]
    assert note == files["read-me.txt"]
    assert note.decode("utf-8-sig").count("\r\n") > 10
    for name in re.findall(r'"([^"]+\.cmd|licences)"', note.decode("utf-8-sig")):
        assert any(file == name or file.startswith(f"{name}/") for file in files), name


def test_the_licence_of_every_part_is_there(files: dict[str, bytes]) -> None:
    of = {name.split("/")[1].partition("-")[0].lower() for name in files if name.startswith("licences/")}
    named = {re.sub("[-.]", "_", name).lower() for name in parts.pins(parts.WHEELS)}
    assert of == named | {"python", "prongsai", "fonts"}
    assert all(files[name].strip() for name in files if name.startswith("licences/"))


def test_a_part_without_a_licence_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "odd-1.0-py3-none-any.whl"
    archive.write({"odd.py": b"", "odd-1.0.dist-info/METADATA": b""}, wheel)
    with pytest.raises(LicenceError, match="odd-1"):
        contents({"LICENSE.txt": b""}, [wheel], CHECKOUT)


def test_the_versions_are_those_that_the_checkout_is_tested_with() -> None:
    tested = parts.pins(CHECKOUT / "requirements-dev.txt")
    packed = parts.pins(parts.WHEELS)
    assert {name: version for name, (version, _) in packed.items()} == {name: tested[name][0] for name in packed}
    assert all(digest for _, digest in (*packed.values(), *parts.pins(parts.PYTHON).values()))


def test_the_wheels_are_all_that_the_generator_needs_on_windows() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pending, needed = list(project["dependencies"]), set()
    while pending:
        wanted = Requirement(pending.pop())
        name = wanted.name.lower().replace("_", "-")
        if name not in needed and (wanted.marker is None or wanted.marker.evaluate({**TARGET, "extra": ""})):
            needed.add(name)
            pending += requires(name) or ()
    assert {name.lower().replace("_", "-") for name in parts.pins(parts.WHEELS)} == needed


def test_parts_that_are_not_what_they_should_be_are_fetched_again_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, fetched = b"good", []
    named = tmp_path / "named.txt"
    named.write_text(f"part==1 --hash=sha256:{hashlib.sha256(good).hexdigest()}\n", encoding="utf-8")
    monkeypatch.setattr(parts, "WHEELS", named)

    def download(folder: Path, *options: str, **environment: str) -> None:
        fetched.append(folder)
        (folder / "part.whl").write_bytes(good if len(fetched) == 1 else b"bad")

    monkeypatch.setattr(parts, "download", download)
    folder = tmp_path / "kept"
    assert parts.wheels(folder) == parts.wheels(folder) == [folder / "part.whl"]
    assert len(fetched) == 1
    (folder / "part.whl").write_bytes(b"spoiled")
    with pytest.raises(parts.PartError, match="not what"):
        parts.wheels(folder)
