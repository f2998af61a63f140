"""What an officer does with the ZIP, in a folder with Thai letters and a blank, on a simulated Windows."""

import os
import re
import shutil
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from programs import cannot
from test_zip import made  # noqa: F401
from wine import SECONDS, Machine, machine, windows_path

from generator.building.build import build
from generator.cli.main import COMMANDS, run
from generator.project import Project
from windows import parts
from windows.__main__ import CHECKOUT

pytestmark = [pytest.mark.windows, pytest.mark.checkout, pytest.mark.sweep]

BEGIN = (
    "--name", "เทศบาลตำบลแพง", "--name-en", "Phaeng", "--kind", "เทศบาลตำบล", "--district", "โกสุมพิสัย",
    "--province", "มหาสารคาม", "--year", "2568", "--lang", "en",
)  # fmt: skip


@pytest.fixture(scope="module")
def unpacked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:  # noqa: F811
    """The simulated Windows that all tests share."""
    with machine(made, tmp_path_factory.mktemp("windows")) as running:
        yield running


@pytest.fixture
def windows(unpacked: Machine) -> Iterator[Machine]:
    """The simulated Windows; a test leaves nothing outside the unpacked folder but in folders that it names."""
    before = unpacked.outside()
    yield unpacked
    assert unpacked.outside() == before


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site_on_linux(project: Path, place: Path) -> dict[str, bytes]:
    """The site of the same content, built here into a folder that is kept from one build to the next."""
    outcome = build(Project(str(project), str(place)))
    assert not outcome.failed, outcome.diagnostics
    return files(place)


def assert_same_site(project: Path, place: Path) -> None:
    built = files(project / "build")
    expected = site_on_linux(project, place)
    assert sorted(built) == sorted(expected)
    assert [name for name in expected if built[name] != expected[name]] == []


def wait_for(happens: Callable[[], bool], what: str) -> None:
    """Wait until something happens, and no longer than a test may take."""
    ends = time.monotonic() + SECONDS
    while not happens():
        assert time.monotonic() < ends, what


def test_a_portal_is_built_and_followed_as_on_linux(windows: Machine, tmp_path: Path) -> None:
    project, linux = tmp_path / "จังหวัด", tmp_path / "linux"
    shutil.copytree(CHECKOUT / "content", project / "content")
    first = windows.prongsai("build", project, "--lang", "en")
    assert first.code == 0, first
    assert_same_site(project, linux)

    before = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")}
    again = windows.prongsai("build", project, "--lang", "en")
    assert (again.code, again.out.split(",")[0]) == (0, "Nothing has changed"), again
    assert {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*")} == before

    slugs = sorted(path.name for path in (project / "content").iterdir() if (path / "agency.yaml").is_file())
    item = next((project / "content").glob("*/*/o*.md"))
    item.write_text(item.read_text(encoding="utf-8") + "\nข้อความที่เพิ่ม\n", encoding="utf-8")
    changed = windows.prongsai("build", project)
    assert changed.code == 0, changed
    assert_same_site(project, linux)

    shutil.copytree(project / "content" / slugs[1], project / "content" / "added-town")
    added = windows.prongsai("build", project)
    assert added.code == 0, added
    assert (project / "build/added-town/index.html").is_file()
    assert_same_site(project, linux)

    shutil.rmtree(project / "content" / slugs[1])
    removed = windows.prongsai("build", project)
    assert removed.code == 0, removed
    assert not (project / "build" / slugs[1]).exists()
    assert_same_site(project, linux)


def test_the_worked_example_and_what_can_be_done_with_it(windows: Machine, tmp_path: Path) -> None:
    project, linux = tmp_path / "ตัวอย่าง", tmp_path / "linux"
    begun = windows.prongsai("new", project, "--example")
    assert begun.code == 0, begun
    archive = tmp_path / "เว็บ ไซต์.zip"
    built = windows.prongsai("build", project, "--zip", archive)
    assert built.code == 0, built
    assert_same_site(project, linux)
    assert run(["build", str(project), "--out", str(linux), "--zip", str(tmp_path / "linux.zip"), "--quiet"]) == 0
    assert archive.read_bytes() == (tmp_path / "linux.zip").read_bytes()

    checked = windows.prongsai("check", project, "--lang", "en")
    assert (checked.code, checked.out.endswith("Nothing was written.\n")) == (0, True), checked
    assert windows.prongsai("verify", project / "build").code == 0
    (project / "build/index.html").write_bytes(b"other")
    assert windows.prongsai("verify", project / "build").code == 1

    (slug,) = (path.parent.name for path in (project / "content").glob("*/agency.yaml"))
    year = max(path.name for path in (project / "content" / slug).iterdir() if path.name.isdecimal())
    day = ("--date", "2568-04-30")
    before = files(project / "content")
    frozen = windows.prongsai("freeze", slug, year, project, *day)
    assert frozen.code == 0, frozen
    of_windows = files(project / "content")
    (record,) = of_windows.keys() - before.keys()
    (project / "content" / record).unlink()
    assert run(["freeze", slug, year, str(project), *day]) == 0
    assert files(project / "content") == of_windows

    explained = windows.prongsai("explain", "OIT203", "--lang", "th")
    assert (explained.code, explained.out.startswith("OIT203")) == (0, True), explained


def test_a_project_of_ones_own_is_begun_and_a_mistake_is_told_at_its_place(windows: Machine, tmp_path: Path) -> None:
    project = tmp_path / "โครงการ ใหม่"
    begun = windows.prongsai("new", project, *BEGIN)
    assert begun.code == 0, begun
    assert windows.prongsai("build", project).code == 0
    assert_same_site(project, tmp_path / "linux")
    assert run(["new", str(tmp_path / "here"), *BEGIN]) == 0
    assert files(tmp_path / "here") == {
        name: data for name, data in files(project).items() if not name.startswith(("build/", ".build."))
    }
    (project / "content/phaeng/2568/o01.md").write_text("---\nitem: O1\nstate: เสร็จ\n---\n", encoding="utf-8")
    wrong = windows.prongsai("build", project, "--lang", "th")
    assert wrong.code == 1
    assert "content/phaeng/2568/o01.md:3:8: " in wrong.err


@pytest.mark.parametrize("code_page", ["cp874", "cp1252"])
def test_help_into_a_pipe_of_an_old_code_page(windows: Machine, code_page: str) -> None:
    program = f"""
import sys
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding={code_page!r}, errors="strict")
from generator.cli.main import COMMANDS, run
sys.exit(any(run(words) for words in (["--help"], *([command, "--help"] for command in COMMANDS))))
"""
    shown = windows.python("-X", "utf8", "-c", program, encoding=code_page)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.count("usage: prongsai") == 1 + len(COMMANDS)


def test_the_command_files_pass_words_and_exit_codes_on(windows: Machine) -> None:
    version = windows.command_file("prongsai.cmd", "--version")
    assert (version.code, version.out.startswith("prongsai ")) == (0, True), version
    assert windows.command_file("prongsai.cmd", "check", "ไม่มี โครงการ").code == 2


def test_the_preview_follows_an_edit_on_every_page(windows: Machine, tmp_path: Path) -> None:
    project = tmp_path / "ดู ตัวอย่าง"
    assert run(["new", str(project), *BEGIN]) == 0
    with windows.running("preview", project, "--lang", "en") as process:
        assert process.stdout is not None
        found = re.match(r"Preview at (http://127\.0\.0\.1:[0-9]+/)", process.stdout.readline())
        assert found is not None
        address = found[1]

        def page(name: str) -> str:
            with urllib.request.urlopen(f"{address}{name}", timeout=SECONDS) as answer:
                text: bytes = answer.read()
            return text.decode()

        assert "เทศบาลตำบลแพง" in page("")
        agency = project / "content/phaeng/agency.yaml"
        agency.write_text(agency.read_text(encoding="utf-8").replace("ตำบลแพง", "ตำบลแก้ไขแล้ว"), encoding="utf-8")
        wait_for(lambda: "ตำบลแก้ไขแล้ว" in page("2568/o01/"), "an edit is seen")
        assert "ตำบลแก้ไขแล้ว" in page("2568/o02/")


def test_a_double_click_begins_a_project_and_a_second_one_takes_another_port(windows: Machine) -> None:
    answers = "เทศบาลตำบลแพง\nPhaeng\n\nโกสุมพิสัย\nมหาสารคาม\n\n\n"
    place = re.compile(r"Preview at (http://\S+/)")
    with windows.running(program="เริ่มใช้งาน.cmd") as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(answers)
        first.stdin.flush()
        one = next(match[1] for line in first.stdout if (match := place.search(line)))
        assert (windows.folder / "เว็บไซต์/content/phaeng/agency.yaml").is_file()
        with windows.running(program="start.cmd") as second:
            assert second.stdout is not None
            other = next(match[1] for line in second.stdout if (match := place.search(line)))
            assert one != other
            for address in (one, other):
                with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                    assert answer.status == 200
        windows.end()
    built = windows.command_file("สร้างเว็บไซต์.cmd")
    assert "Built " in built.out, built
    assert_same_site(windows.folder / "เว็บไซต์", windows.folder.parent.parent / "linux of the double click")


def test_a_build_after_one_that_was_killed_gives_the_whole_site(windows: Machine, tmp_path: Path) -> None:
    project = tmp_path / "ถูกปิด"
    shutil.copytree(CHECKOUT / "content", project / "content")

    def staged() -> list[Path]:
        return list((project / ".build.prongsai").glob("next*/*"))

    with windows.running("build", project) as process:
        wait_for(lambda: process.poll() is not None or len(staged()) > 1, "staging begins")
        assert process.poll() is None, "the build ended before it was seen to stage"
        process.kill()
        process.wait()
    assert not (project / "build/index.html").exists()
    done = windows.prongsai("build", project)
    assert done.code == 0, done
    assert_same_site(project, tmp_path / "linux")
    assert staged() == []


# The tests of the generator, run by that Python.

TOOLS = (
    "pytest", "pluggy", "iniconfig", "packaging", "Pygments", "hypothesis", "sortedcontainers", "attrs",
    "jsonschema", "jsonschema-specifications", "referencing", "rpds-py",
)  # fmt: skip
"""What runs the tests. It is no part of the ZIP."""
SUITES = os.environ.get("PRONGSAI_WINDOWS_SUITES", "oit starting").split()
"""Folders or modules of tests. Others take many times as long there as here, so they are run where somebody asks."""
SUITE_SECONDS = 900 if "PRONGSAI_WINDOWS_SUITES" not in os.environ else 7200
"""The most that one of them may take."""
LEFT_OUT = ("-m", "not hypothesis")
"""Random inputs take most of the time; elsewhere they are run like all others."""
RUN = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
os.environ["TMPDIR"] = sys.argv.pop(1)
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder from which the Windows Python imports pytest and what it needs."""
    tested = parts.pins(CHECKOUT / "requirements-dev.txt")
    wheels, folder = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("tools")
    try:
        parts.download(wheels, *parts.FOR_WINDOWS, *(f"{name}=={tested[name][0]}" for name in TOOLS))
    except parts.PartError as error:
        cannot(f"no pytest for Windows: {error}")
    for wheel in wheels.iterdir():
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(folder)
    return folder


@pytest.mark.parametrize("suite", SUITES)
def test_the_tests_of_the_generator_hold_on_windows(
    windows: Machine, tools: Path, suite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setitem(windows.environment, "HYPOTHESIS_STORAGE_DIRECTORY", windows_path(tmp_path / "hypothesis"))
    done = windows.python(
        "-X", "utf8", "-X", f"pycache_prefix={windows_path(tools / 'compiled')}", "-c", RUN, windows_path(tools),
        windows_path(tmp_path / "temporary"), windows_path(CHECKOUT / "tests" / suite), *LEFT_OUT,
        "-q", "-p", "no:cacheprovider", "--tb=short", "-c", windows_path(CHECKOUT / "pyproject.toml"),
        "--rootdir", windows_path(CHECKOUT), "--basetemp", windows_path(tmp_path / "tests"),
        seconds=SUITE_SECONDS,
    )  # fmt: skip
    assert done.code == 0, done.out[-8000:] + done.err[-2000:]
    assert " passed" in done.out.splitlines()[-1]
