"""A report as a PDF: never half of one, never in the place of anything else, and no site left in temporary folders."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import AGENCY, SITE, SMALL, WriteSmall, Written

import generator
from generator.cli import main as cli
from generator.printing import report_pdf as printing

PRINTER = """\
#!/bin/sh
for word; do case $word in --print-to-pdf=*) made=${word#--print-to-pdf=};; esac; done
"""
MAKES = PRINTER + "echo '%PDF-1.4 made' > \"$made\"\n"
FAILS = PRINTER + "echo 'no display' >&2\n"
WAITS = PRINTER + 'echo $$ > "$(dirname "$0")/waits"; exec sleep 60\n'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the printer is a script of the shell")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files of its own, and a printer that makes a PDF."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    printer(monkeypatch, tmp_path, MAKES)
    yield folder
    tempfile.tempdir = None


def printer(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Let this script be the browser."""
    path = folder / "printer"
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv(printing.VARIABLE, str(path))


def report(written: Written, place: Path | str, *, year: str = "2567") -> int:
    return cli.run(["report", "town", year, "progress", written.root, "--pdf", str(place), "--lang", "en"])


def test_a_report_is_printed_and_nothing_else_is_left(small: WriteSmall, tmp_path: Path, temporary: Path) -> None:
    written = small({})
    (tmp_path / "out").mkdir()
    place = tmp_path / "out/report.pdf"
    for former in (None, b"", b"%PDF-1.4 former"):
        if former is not None:
            place.write_bytes(former)
        assert report(written, place) == 0
        assert place.read_bytes() == b"%PDF-1.4 made\n"
        assert os.listdir(place.parent) == ["report.pdf"]
        assert os.listdir(temporary) == []


@pytest.mark.parametrize(
    "place",
    [SITE, AGENCY, "content/new.pdf", "content/town/2567/new.pdf", "themes/own/new.pdf", "build/new.pdf",
     ".build.prongsai/new.pdf", ".prongsai/schema/site.json"],
)  # fmt: skip
def test_it_is_never_put_into_what_the_project_consists_of(
    place: str, small: WriteSmall, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small({"themes/own/theme.yaml": "name: own\n", ".prongsai/schema/site.json": "{}"})
    assert not written.build().failed
    before = {path: path.read_bytes() for path in Path(written.root).rglob("*") if path.is_file()}
    assert report(written, Path(written.root, place)) == 2
    assert "Name another place" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path(written.root).rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("kind", "words"),
    [("file", "another kind"), ("folder", "a folder"), ("link", "a link"), ("pipe", "no ordinary file"),
     ("nowhere", "No such file or directory")],
)  # fmt: skip
def test_what_is_no_pdf_stays_and_is_told(
    kind: str, words: str, small: WriteSmall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small({})
    place = tmp_path / "out/report.pdf"
    if kind != "nowhere":
        place.parent.mkdir()
    if kind == "file":
        place.write_bytes(b"PK\3\4 minutes")
    elif kind == "folder":
        place.mkdir()
    elif kind == "link":
        place.symlink_to(tmp_path / SITE)
    elif kind == "pipe":
        os.mkfifo(place)
    before = os.lstat(place) if kind != "nowhere" else None
    assert report(written, place) == 3
    assert words in capsys.readouterr().err
    assert (os.lstat(place) if os.path.lexists(place) else None) == before
    assert (tmp_path / SITE).read_text(encoding="utf-8") == SMALL[SITE]


def test_a_printer_that_fails_leaves_the_old_pdf(
    small: WriteSmall, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small({})
    place = tmp_path / "report.pdf"
    place.write_bytes(b"%PDF-1.4 former")
    printer(monkeypatch, tmp_path, FAILS)
    assert report(written, place) == 3
    assert report(written, place, year="2560") == 2
    assert place.read_bytes() == b"%PDF-1.4 former"
    assert os.listdir(temporary) == []


def test_a_killed_run_leaves_the_old_pdf_and_the_next_one_takes_its_site_away(
    small: WriteSmall, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small({})
    place = tmp_path / "report.pdf"
    place.write_bytes(b"%PDF-1.4 former")
    printer(monkeypatch, tmp_path, WAITS)
    environment = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).parents[1])}
    call = [sys.executable, "-m", "generator", "report", "town", "2567", "progress", written.root, "--pdf", str(place)]
    with subprocess.Popen(call, env=environment, stdout=subprocess.DEVNULL) as running:
        waits = tmp_path / "waits"
        while not (waits.is_file() and waits.read_text()) and running.poll() is None:
            pass
        running.kill()
    os.kill(int(waits.read_text()), signal.SIGKILL)
    assert place.read_bytes() == b"%PDF-1.4 former"
    assert len(os.listdir(temporary)) == 1
    printer(monkeypatch, tmp_path, MAKES)
    assert report(written, place) == 0
    assert place.read_bytes() == b"%PDF-1.4 made\n"
    assert os.listdir(temporary) == []


def test_the_browser_of_windows_is_found_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(printing.VARIABLE)
    for name in ("PATH", "ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.setenv(name, "")
    assert printing.find_printer() is None
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    assert printing.find_printer() == printing.Printer("chromium", str(edge))
