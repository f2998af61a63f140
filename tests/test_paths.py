"""Paths and addresses: what a path is made of, here and where the separator is another."""

import os
from pathlib import Path

import pytest

from generator.paths import address_in, address_of, path_of, paths_of, prefix, url_path


@pytest.fixture(params=["/", "\\"])
def separator(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The separator of this system, and that of Windows."""
    monkeypatch.setattr(os, "sep", request.param)
    assert isinstance(request.param, str)
    return request.param


def test_a_path_has_the_separator_of_directory_listings(separator: str) -> None:
    assert path_of("C:x", "town/2567/index.html") == separator.join(["C:x", "town", "2567", "index.html"])
    assert paths_of("C:x", ["a/b", "c"]) == [path_of("C:x", "a/b"), path_of("C:x", "c")]


def test_the_root_of_a_drive_ends_in_a_separator_already(separator: str) -> None:
    assert path_of(f"E:{separator}", "build/a") == f"E:{separator}build{separator}a"


def test_the_empty_address_is_the_folder_itself(separator: str) -> None:
    assert path_of("site", "") == "site"
    assert path_of("", "a/b") == f"a{separator}b"


def test_an_address_has_the_same_separator_everywhere(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert address_of(path_of(folder, "หน่วยงาน/2567/a b.pdf"), folder) == "หน่วยงาน/2567/a b.pdf"
    assert address_of(folder, folder) == ""
    assert (address_in("", "a"), address_in("a", ""), address_in("a", "b/c", "d")) == ("a", "a", "a/b/c/d")
    assert (prefix(""), prefix("a/b")) == ("", "a/b/")


@pytest.mark.parametrize(
    ("system", "path", "expected"),
    [
        ("/", "/home/a b/#1.html", "/home/a%20b/%231.html"),
        ("/", "/home/a\\b", "/home/a%5Cb"),
        ("\\", "C:\\งาน\\a.html", "/C:/%E0%B8%87%E0%B8%B2%E0%B8%99/a.html"),
        ("\\", "\\\\nas\\ita\\a.html", "//nas/ita/a.html"),
    ],
)
def test_the_path_of_a_url_begins_with_a_slash(
    system: str, path: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sep", system)
    assert url_path(path) == expected
