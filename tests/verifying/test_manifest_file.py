"""A manifest from somewhere else is believed only as far as it can do no harm."""

import pytest

from generator.exports.manifest import Listed, Manifest
from generator.verifying.manifest_file import LARGEST, read_manifest

SUM = "ab" * 32
PAGE = Listed("index.html", 1, SUM)


def text(*files: Listed, manifests: tuple[Listed, ...] = ()) -> bytes:
    return Manifest(tuple(sorted(files)), manifests).text()


def test_what_was_written_is_read() -> None:
    below = Listed("town/manifest.json", 5, SUM)
    assert read_manifest(text(PAGE, manifests=(below,))) == Manifest((PAGE,), (below,))
    assert read_manifest(text()) == Manifest((), ())


@pytest.mark.parametrize(
    "path",
    [
        "../index.html", "/etc/passwd", "a/../b", "a//b", "./a", "C:/a", "a\\b", "https://example.com/",
        "//example.com/a",
        "a?b", "a#b", "a%2e", "a b", "", ".", "..", "con", "a/", "é", "manifest.json", "a\nb", "x" * 201,
    ],
)  # fmt: skip
def test_a_path_that_could_lead_elsewhere_is_no_path(path: str) -> None:
    assert read_manifest(text(PAGE._replace(path=path))) is None


@pytest.mark.parametrize("path", ["manifest.json", "a/b/manifest.json", "a/index.html", "../manifest.json"])
def test_manifests_are_those_of_the_folders_just_below(path: str) -> None:
    assert read_manifest(text(PAGE, manifests=(Listed(path, 5, SUM),))) is None


@pytest.mark.parametrize(
    "row",
    [
        PAGE._replace(size=-1), PAGE._replace(size=LARGEST + 1), PAGE._replace(sha256="ab"),
        PAGE._replace(sha256=SUM.upper()),
    ],
)  # fmt: skip
def test_sizes_and_sums_are_what_they_can_be(row: Listed) -> None:
    assert read_manifest(text(row)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff", b"[]", b"null", b"{}", b'{"format": 2}', b'{"format": 1}', b"[" * 100_000, b"9" * 5000,
        text(PAGE, PAGE), text(PAGE) + b" ", text(PAGE).replace(b'"size": 1', b'"size": true'),
        text(PAGE).replace(b'"size": 1', b'"size": 1.0'), text(PAGE).replace(b'"format": 1', b'"format": true'),
        text(PAGE).replace(b'"index.html"', b'["index.html"]'), text(PAGE).replace(b'{"path"', b'{"more": 1, "path"'),
    ],
)  # fmt: skip
def test_whatever_is_not_in_the_one_form_is_damaged(data: bytes) -> None:
    assert read_manifest(data) is None
