"""The site sent to a plain FTP host by the program of the documentation, and as a ZIP that is unpacked by hand."""

import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from programs import cannot

from generator.cli import main as cli

from .conftest import EXAMPLE, publish
from .hosts import Answer, ask, own_links, recipe, served
from .site import Site
from .walk import walk

READY = re.compile(r"starting FTP server on 127\.0\.0\.1:(\d+)")
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789")}
LONGEST = 200
"""Characters of a path, so that below most folders it stays under the 260 of older Windows."""


@contextmanager
def ftp_host(folder: Path) -> Iterator[str]:
    """The address, without a scheme, of an FTP server that shares a folder with ``ita``, by a password."""
    command = (sys.executable, "-m", "pyftpdlib", "-i", "127.0.0.1", "-p", "0", "-w", "-d", str(folder))
    with subprocess.Popen((*command, "-u", "ita", "-P", "ความลับ"), stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stderr is not None
        try:
            port = next(found[1] for line in running.stderr if (found := READY.search(line)))
            threading.Thread(target=running.stderr.read, daemon=True).start()  # it tells of every file
            yield f"ita@127.0.0.1:{port}"
        finally:
            running.terminate()


def send(program: Path, host: str, *archives: Path, password: str = "ความลับ") -> subprocess.CompletedProcess[str]:
    """Run the program as an officer does, but for the password, which comes from no terminal."""
    command = (sys.executable, str(program), f"ftp://{host}/public_html/ita", *map(str, archives))
    return subprocess.run(
        command, input=f"{password}\n", capture_output=True, encoding="utf-8", start_new_session=True, check=False
    )


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The example as a ZIP, and once more after a document was taken out of it."""
    folder = tmp_path_factory.mktemp("archives")
    shutil.copytree(EXAMPLE / "content", folder / "content")
    item = folder / "content" / "ban-taeng" / "2566" / "o01.md"
    publish(folder, folder / "build", "--zip", str(folder / "former.zip"))
    text = item.read_text(encoding="utf-8")
    item.write_text(text[: text.index("evidence:")] + "---\nไม่มีเอกสารแล้ว\n", encoding="utf-8")
    publish(folder, folder / "build", "--zip", str(folder / "site.zip"))
    return folder / "former.zip", folder / "site.zip"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("program") / "send.py"
    path.write_text(recipe("FTP", "python"), encoding="utf-8")
    return path


def names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    code = cli.run(["verify", str(folder), "--lang", "en"])
    return code == 0 and "All is as published" in capsys.readouterr().out


def test_what_is_sent_is_what_was_published_and_what_changed_is_sent_alone(
    archives: tuple[Path, Path], program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former, site = archives
    there = tmp_path / "public_html" / "ita"
    there.mkdir(parents=True)
    (there / "of-another.txt").write_text("ไม่ใช่ของเว็บไซต์นี้", encoding="utf-8")
    with ftp_host(tmp_path) as host:
        first = send(program, host, former)
        assert first.stdout.endswith(f"{len(names(former))} sent, 0 deleted\n"), first.stderr
        (there / "of-another.txt").unlink()
        assert verified(there, capsys)
        second = send(program, host, site, former)
    assert verified(there, capsys)
    assert set(Site(there).files) == names(site)
    gone = names(former) - names(site)
    assert "2566/files/structure-2566.txt" in gone
    sent, deleted = map(int, re.findall(r"(\d+) (?:sent|deleted)", second.stdout))
    assert deleted == len(gone)
    assert 0 < sent < len(names(site))


def test_a_reader_meets_no_page_before_the_files_it_needs(
    archives: tuple[Path, Path], program: Path, tmp_path: Path
) -> None:
    """The host tells the order in which files take their places."""
    (tmp_path / "public_html" / "ita").mkdir(parents=True)
    with ftp_host(tmp_path) as host:
        assert send(program, host, archives[0]).returncode == 0
    times = {name: path.stat().st_mtime_ns for name, path in _files(tmp_path / "public_html" / "ita")}
    assert max(time for name, time in times.items() if not name.endswith(".html")) <= min(
        time for name, time in times.items() if name.endswith(".html")
    )


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def test_a_wrong_password_sends_nothing(archives: tuple[Path, Path], program: Path, tmp_path: Path) -> None:
    there = tmp_path / "public_html" / "ita"
    there.mkdir(parents=True)
    with ftp_host(tmp_path) as host:
        assert send(program, host, archives[0], password="อื่น").returncode != 0
    assert list(there.iterdir()) == []


@pytest.mark.parametrize("tool", ["python", "unzip"])
def test_the_zip_unpacked_by_hand_is_the_site(
    archives: tuple[Path, Path], tool: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if tool == "unzip":
        found = shutil.which("unzip") or cannot("no unzip on the PATH")
        subprocess.run((found, "-q", str(archives[0]), "-d", str(tmp_path)), check=True)
    else:
        with zipfile.ZipFile(archives[0]) as opened:
            opened.extractall(tmp_path)
    assert verified(tmp_path, capsys)


def test_every_name_can_be_written_on_any_disk(shipped: Site, example: Site) -> None:
    for site in (shipped, example):
        folded = [name.casefold() for name in site.files]
        assert len(set(folded)) == len(folded)
        for name in site.files:
            assert len(name) <= LONGEST, name
            for part in name.split("/"):
                assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\.)", part), name
                assert part.partition(".")[0].casefold() not in DEVICES, name


@pytest.mark.browser
def test_what_was_sent_works_on_a_host_that_sends_no_headers(
    browser: Browser, archives: tuple[Path, Path], tmp_path: Path
) -> None:
    with zipfile.ZipFile(archives[0]) as opened:
        opened.extractall(tmp_path)
    site = Site(tmp_path)
    kinds = {page.kind: address for address, page in site.pages.items()}

    def bare(path: str) -> Answer:
        address = path.removeprefix("/ita/")
        address += "index.html" if address == "" or address.endswith("/") else ""
        if path.startswith("/ita/") and address in site.files:
            return Answer(200, {}, site.files[address])
        return Answer(404, {}, b"")

    with served(bare) as host:
        links = own_links(site, f"{host}/ita/")
        assert len(links) > 50
        assert [link for link in links if ask(link).status != 200] == []
        walked = walk(browser, [f"{host}/ita/{address}" for address in kinds.values()])
        assert walked.outside(f"{host}/ita/") == []
    assert walked.wrong == []
