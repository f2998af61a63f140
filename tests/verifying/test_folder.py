"""A site in a folder: one changed byte, one file too many or too few, and it is told."""

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main as cli
from generator.exports.manifest import listed, manifest_of


def verified(capsys: pytest.CaptureFixture[str], place: Path | str, *words: str) -> tuple[int, list[str]]:
    """The exit code, and the lines on standard output."""
    code = cli.run(["verify", str(place), "--lang", "en", *words])
    return code, capsys.readouterr().out.splitlines()


def test_a_site_as_it_was_published(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = verified(capsys, site)
    own = sha256((site / "manifest.json").read_bytes()).hexdigest()
    files = sum(path.is_file() and path.name != ".prongsai" for path in site.rglob("*"))
    assert (code, lines) == (0, [f"All is as published: {files} files. The SHA-256 of manifest.json is {own}"])


def test_one_byte_anywhere_is_noticed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in [path for path in sorted(site.rglob("*")) if path.is_file()]:
        data = path.read_bytes()
        name = path.relative_to(site).as_posix()
        for place in (0, len(data) // 2, len(data) - 1):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            code, lines = verified(capsys, site)
            assert code == 1, (name, place)
            if not name.endswith(("manifest.json", ".prongsai")):
                assert lines == [f"changed {name}"]
        path.write_bytes(data)
    assert verified(capsys, site)[0] == 0


def test_the_differences_are_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sum(path.is_file() and path.name != ".prongsai" for path in site.rglob("*"))
    own = sha256((site / "manifest.json").read_bytes()).hexdigest()
    for name, thai, english in (
        ("404.html", "ไม่ตรง 1 แห่ง", "1 difference"),
        ("robots.txt", "ไม่ตรง 2 แห่ง", "2 differences"),
    ):
        (site / name).write_bytes(b"another")
        for language, told in (
            ("th", f"{thai} จากที่ระบุไว้ {files} ไฟล์ ค่า SHA-256 ของ manifest.json คือ {own}"),
            ("en", f"{english} among {files} files. The SHA-256 of manifest.json is {own}"),
        ):
            assert cli.run(["verify", str(site), "--lang", language]) == 1
            assert capsys.readouterr().err == f"prongsai: {told}\n"


def test_every_byte_of_the_manifest_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = listed("town/index.html", b"page")
    below = manifest_of({}, [page], (), "town/").text()
    data = manifest_of({"index.html": b"front"}, (), [listed("town/manifest.json", below)], "").text()
    (tmp_path / "town").mkdir()
    for name, content in {"town/index.html": b"page", "town/manifest.json": below, "index.html": b"front"}.items():
        (tmp_path / name).write_bytes(content)
    path = tmp_path / "manifest.json"
    path.write_bytes(data)
    assert verified(capsys, tmp_path)[0] == 0
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert verified(capsys, tmp_path)[0] == 1, data[:place]
    for spaced in (data + b"\n", data.replace(b"\n", b"\r\n"), b" " + data, data.replace(b'"size": ', b'"size":')):
        path.write_bytes(spaced)
        assert verified(capsys, tmp_path) == (1, ["unreadable manifest.json (the list is damaged)"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda site: (site / "town/2567/o01/index.html").unlink(), ["removed town/2567/o01/index.html"]),
        (lambda site: (site / "town/new.html").write_text("x"), ["added town/new.html"]),
        (lambda site: (site / "town/.htaccess").write_text("x"), ["added town/.htaccess"]),
        (lambda site: os.symlink("/", site / "town/root"), ["added town/root"]),
        (lambda site: (site / "town/manifest.json").unlink(), ["removed town/manifest.json"]),
        (lambda site: (site / "manifest.json").unlink(), ["removed manifest.json"]),
        (lambda site: (site / ".prongsai").write_text("another"), ["added .prongsai"]),
        (lambda site: (site / ".prongsai").unlink(), []),
    ],
    ids=["removed", "added", "hidden", "link", "agency's manifest", "manifest", "mark", "no mark"],
)
def test_what_came_or_went(site: Path, capsys: pytest.CaptureFixture[str], change: Any, told: list[str]) -> None:
    change(site)
    code, lines = verified(capsys, site)
    assert (code, lines if told else []) == (bool(told), told)


def test_a_link_in_place_of_a_page_is_not_followed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = site / "index.html"
    shutil.copy(page, site.parent / "copy.html")
    page.unlink()
    page.symlink_to(site.parent / "copy.html")
    code, lines = verified(capsys, site)
    assert code == 1
    assert [line.split(" (")[0] for line in lines] == ["unreadable index.html"]


def test_what_may_stand_beside_the_site_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("x")
    (site / "_headers").write_text("x")
    assert verified(capsys, site, "--allow", ".well-known/", "--allow", "_headers")[0] == 0
    assert verified(capsys, site, "--allow", "_headers") == (1, ["added .well-known/security.txt"])


def test_a_sum_that_was_kept_elsewhere_tells_of_a_manifest_that_was_made_anew(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site / "manifest.json"
    kept = sha256(path.read_bytes()).hexdigest()
    page = site / "404.html"
    page.write_bytes(page.read_bytes() + b"!")
    tree = json.loads(path.read_bytes())
    (row,) = [row for row in tree["files"] if row["path"] == "404.html"]
    text = path.read_bytes().replace(
        f'"size": {row["size"]}, "sha256": "{row["sha256"]}"'.encode(),
        f'"size": {row["size"] + 1}, "sha256": "{sha256(page.read_bytes()).hexdigest()}"'.encode(),
    )
    path.write_bytes(text)
    assert verified(capsys, site)[0] == 0
    assert verified(capsys, site, "--digest", kept.upper()) == (1, ["changed manifest.json"])


def test_the_part_of_an_agency_can_be_verified_by_itself(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(capsys, site / "town")[0] == 0
    (site / "town/2567/index.html").write_text("x")
    assert verified(capsys, site / "town") == (1, ["changed 2567/index.html"])


@pytest.mark.parametrize(
    "place", ["nowhere", "ftp://127.0.0.1/", "http://example.com/", "https://a@127.0.0.1/", "http://"]
)
def test_no_place_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    assert verified(capsys, place if "://" in place else tmp_path / place) == (2, [])
