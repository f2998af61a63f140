"""A manifest from somewhere else is believed only as far as it can do no harm."""

import tracemalloc

import pytest
from effort import ends
from tables import every_row

from generator.exports.manifest import Listed, Manifest
from generator.verifying import manifest_file
from generator.verifying.manifest_file import LARGEST, LONGEST, MOST_FILES, read_manifest

SUM = "ab" * 32
PAGE = Listed("index.html", 1, SUM)


def text(*files: Listed, manifests: tuple[Listed, ...] = ()) -> bytes:
    return Manifest(tuple(sorted(files)), manifests).text()


def test_what_was_written_is_read() -> None:
    below = Listed("town/manifest.json", 5, SUM)
    assert read_manifest(text(PAGE, manifests=(below,))) == Manifest((PAGE,), (below,))
    assert read_manifest(text()) == Manifest((), ())


@every_row("path", [
        "../index.html", "/etc/passwd", "a/../b", "a//b", "./a", "C:/a", "a\\b", "https://example.com/",
        "//example.com/a",
        "a?b", "a#b", "a%2e", "a b", "", ".", "..", "con", "a/", "é", "manifest.json", "a\nb", "x" * 201,
    ])  # fmt: skip
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


@every_row("data", [
        b"", b"\xff", b"[]", b"null", b"{}", b'{"format": 2}', b'{"format": 1}', b"[" * 100_000, b"9" * 5000,
        text(PAGE, PAGE), text(PAGE) + b" ", text(PAGE).replace(b'"size": 1', b'"size": true'),
        text(PAGE).replace(b'"size": 1', b'"size": 1.0'), text(PAGE).replace(b'"format": 1', b'"format": true'),
        text(PAGE).replace(b'"index.html"', b'["index.html"]'), text(PAGE).replace(b'{"path"', b'{"more": 1, "path"'),
    ])  # fmt: skip
def test_whatever_is_not_in_the_one_form_is_damaged(data: bytes) -> None:
    assert read_manifest(data) is None


MEGABYTES = 8
"""As large as is needed to see that what is taken grows with the files, and with nothing else."""

NONSENSE = {
    "empty lists": b"[" + b"[]," * (MEGABYTES << 18) + b"[]]",
    "lists in lists": b"[" * (MEGABYTES << 20),
    "a number": b"9" * (MEGABYTES << 20),
    "a string": b'{"format": 1,\n"files": [\n {"path": "' + b"a" * (MEGABYTES << 20),
    "rows of empty lists": b'{"format": 1,\n"files": [\n ' + b"[],\n " * (MEGABYTES << 18),
    "blanks": b'{"format": 1,\n"files": [\n ' + b" " * (MEGABYTES << 20),
    "a size without end": b'{"format": 1,\n"files": [\n {"path": "a", "size": ' + b"1" * (MEGABYTES << 20),
}


@pytest.mark.parametrize("what", list(NONSENSE))
def test_what_is_no_manifest_takes_no_memory(what: str) -> None:
    tracemalloc.start()
    try:
        with ends():
            assert read_manifest(NONSENSE[what]) is None
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_a_manifest_lists_so_many_files_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest_file, "MOST_FILES", 3)
    rows = [Listed(f"p{number}.html", 1, SUM) for number in range(4)]
    found = read_manifest(text(*rows[:3]))
    assert found is not None
    assert len(found.files) == 3
    assert read_manifest(text(*rows)) is None


def test_the_largest_manifest_holds_all_files_that_may_be_listed() -> None:
    row = len(text(PAGE._replace(path="x" * 22, size=LARGEST))) - len(text())
    assert MOST_FILES * row <= LONGEST < 2 * MOST_FILES * row


def test_rows_out_of_order_are_damaged() -> None:
    first, second = Listed("a.html", 1, SUM), Listed("b.html", 1, SUM)
    assert read_manifest(Manifest((first, second), ()).text()) is not None
    swapped = Manifest((first, second), ()).text().replace(b"a.html", b"z.html")
    assert read_manifest(swapped) is None
