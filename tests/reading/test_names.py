"""Names of files and folders: which are refused, and which are one name on some machine or other."""

import unicodedata
from pathlib import Path

import pytest
from lacking import no_deep_folders, require_name
from projects import AGENCY, ITEM, SMALL, YEAR, WriteSmall, told

from generator.diagnostics import Report
from generator.reading.listing import MAX_SEGMENT
from generator.reading.snapshot import read_tree

from .test_snapshot import put, read

# P5: names that Windows keeps for its devices, on every system.

DEVICES = [
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *[f"{d}{n}" for d in ("com", "lpt") for n in "0123456789¹²³"],
]
POSITIONS = [
    "{}", "{}.md", "{}.pdf", "{}.tar.gz", "{} .pdf", "{}/x.md", "2567/{}.md", "2567/files/{}.pdf",
    "2567/files/{}/x.pdf",
]  # fmt: skip
NOT_DEVICES = [
    "console.md",
    "com.md",
    "com10.pdf",
    "lptx.pdf",
    "null.md",
    "aux-1.md",
    "x.con",
    "x.nul.pdf",
    "-con.md",
    "coni.md",
]


def test_there_are_thirty_devices() -> None:
    assert len(DEVICES) >= 30


@pytest.mark.parametrize("device", DEVICES)
def test_the_name_of_a_device_is_refused_wherever_it_stands(tmp_path: Path, device: str) -> None:
    require_name(tmp_path, device)
    for position in POSITIONS:
        name = position.format(device if len(position) % 2 else device.upper())
        put(tmp_path, {f"content/town/{name}": "x"})
        part = next(part for part in name.split("/") if device in part.lower())
        refused = f"content/town/{name[: name.index(part) + len(part)]}"
        assert read(tmp_path)[1] == [("OIT105", refused)]
        place = tmp_path / "content/town" / name
        place.unlink()
        if place.parent.name.lower() == device:
            place.parent.rmdir()


@pytest.mark.parametrize("name", NOT_DEVICES)
def test_names_that_only_look_like_devices_are_taken(tmp_path: Path, name: str) -> None:
    put(tmp_path, {f"content/town/2567/{name}": "x"})
    tree, codes = read(tmp_path)
    assert codes == []
    assert [*tree.texts, *tree.assets] == [f"2567/{name}"]


# Names that some system does not take, or that nobody can see.

ODD = [
    "a<b.md", "a>b.md", "a:b.md", 'a"b.md', "a|b.md", "a?b.md", "a*b.md", "a\\b.md", "a\nb.md", "a\tb.md",
    "a\x01b.md", "a\x7fb.md",
    "a\x85b.md", "a\u2028b.md", "a.md ", " a.md", "a.md.", "a. ", "...md.", "a\u202eb.md", "a\u2066b.md",
    "a\u061cb.md", "a\u200eb.md",
    "a\u200bb.md", "a\u200cb.md", "a\u200db.md", "a\u2060b.md", "a\ufeffb.md", "a\u00adb.md", "a\udcffb.md",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_odd_names_are_refused(tmp_path: Path, name: str) -> None:
    if name[0] == ".":
        name = f"x{name}"
    put(tmp_path, {"content/town/2567/o01.md": "x"})
    require_name(tmp_path / "content/town/2567", name)
    (tmp_path / "content/town/2567" / name).write_bytes(b"x")
    (tmp_path / "content/town" / name).mkdir()
    tree, codes = read(tmp_path)
    assert [code for code, _ in codes] == ["OIT105", "OIT105"]
    assert set(tree.texts) == {"2567/o01.md"}
    for _, path in codes:
        path.encode()  # a path told of can be written anywhere


# P6: lengths.

LENGTHS = [(1, True), (100, True), (199, True), (200, True), (201, False), (255, False)]


@pytest.mark.parametrize(("length", "taken"), LENGTHS)
@pytest.mark.parametrize("letter", ["a", "ก"])
def test_a_name_has_no_more_than_two_hundred_bytes(tmp_path: Path, length: int, taken: bool, letter: str) -> None:
    size = len(letter.encode())
    name = "x" * (length % size) + letter * (length // size)
    assert len(name.encode()) == length
    put(tmp_path, {f"content/town/{name}/o01.md": "x"})
    tree, codes = read(tmp_path)
    assert codes == ([] if taken else [("OIT105", f"content/town/{name}")])
    assert list(tree.texts) == ([f"{name}/o01.md"] if taken else [])


def test_thai_names_of_sixty_six_letters_are_taken_and_of_sixty_seven_refused(tmp_path: Path) -> None:
    put(tmp_path, {f"content/town/files/{'ก' * 66}": "x", f"content/town/files/{'ข' * 67}": "x"})
    tree, codes = read(tmp_path)
    assert list(tree.assets) == [f"files/{'ก' * 66}"]
    assert codes == [("OIT105", f"content/town/files/{'ข' * 67}")]
    assert 66 * 3 <= MAX_SEGMENT < 67 * 3


@pytest.mark.parametrize(
    "depth", [1, 10, pytest.param(100, marks=no_deep_folders), pytest.param(400, marks=no_deep_folders)]
)
def test_folders_may_lie_deep(tmp_path: Path, depth: int) -> None:
    below = "/".join("d" * depth)
    put(tmp_path, {f"content/town/files/{below}/x.pdf": "x"})
    tree, codes = read(tmp_path)
    assert (list(tree.assets), codes) == ([f"files/{below}/x.pdf"], [])


# P4: names that meet on some system.

MEETING = [
    ("Plan.pdf", "plan.pdf"), ("PLAN.PDF", "plan.pdf"), ("pLan.pdf", "plAn.pdf"), ("É.pdf", "é.pdf"),
    ("Straße.pdf", "STRASSE.pdf"),
    ("Ω.pdf", "ω.pdf"), ("ﬁ.pdf", "FI.pdf"), ("ſ.pdf", "S.pdf"), ("K.pdf", "k.pdf"),
    ("caf\u00e9.pdf", "cafe\u0301.pdf"), ("CAF\u00c9.pdf", "cafe\u0301.pdf"),
    ("\u1e9b\u0323.pdf", "\u017f\u0323\u0307.pdf"),
    ("ผ\u0e38\u0e49.pdf", "ผ\u0e49\u0e38.pdf"), ("น\u0e33.pdf", "น\u0e4d\u0e32.pdf"),
    ("น\u0e49\u0e33.pdf", "น\u0e4d\u0e49\u0e32.pdf"), ("ร\u0e39\u0e48.pdf", "ร\u0e48\u0e39.pdf"),
    ("\uac00.pdf", "\u1100\u1161.pdf"), ("Å.pdf", "A\u030a.pdf"), ("\u212b.pdf", "å.pdf"), ("Ä b.pdf", "ä b.pdf"),
]  # fmt: skip


@pytest.mark.parametrize("pair", MEETING, ids=ascii)
@pytest.mark.parametrize("what", ["two files", "a file and a folder"])
def test_names_that_are_one_name_elsewhere_are_told_with_both(tmp_path: Path, pair: tuple[str, str], what: str) -> None:
    first, second = sorted(pair)
    put(tmp_path, {f"content/town/files/{first}": "1"})
    put(tmp_path, {f"content/town/files/{second}{'/x.pdf' if what != 'two files' else ''}": "2"})
    report = Report()
    tree = read_tree(str(tmp_path), "content/town", report, assets_below="files")
    assert [(d.code, d.span.path, d.param("name"), d.param("other")) for d in report.diagnostics] == [
        ("OIT106", f"content/town/files/{second}", second, first)
    ]
    assert len(tree.assets) == 1


@pytest.mark.parametrize(
    "pair", [("plan1.pdf", "plan2.pdf"), ("ป\u0e35.pdf", "ป\u0e34.pdf"), ("O0.pdf", "OO.pdf"), ("ä.pdf", "a.pdf")]
)
def test_names_that_are_two_everywhere_are_both_taken(tmp_path: Path, pair: tuple[str, str]) -> None:
    put(tmp_path, {f"content/town/files/{name}": "x" for name in pair})
    tree, codes = read(tmp_path)
    assert codes == []
    assert len(tree.assets) == 2


@pytest.mark.parametrize("below", ["content/TOWN/agency.yaml", "content/town/2567/O01.md", "content/Town/2567/o01.md"])
def test_agencies_and_items_that_meet_keep_the_site_from_being_published(small: WriteSmall, below: str) -> None:
    project = small({below: SMALL[AGENCY]})
    outcome = project.build()
    assert outcome.failed
    assert "OIT106" in [d.code for d in outcome.diagnostics]
    assert project.site() == {}


# A name is found however its letters were typed.


@pytest.mark.parametrize(
    ("on_disk", "in_field"),
    [
        ("ผ\u0e49\u0e38.pdf", "ผ\u0e38\u0e49.pdf"),
        ("ผ\u0e38\u0e49.pdf", "ผ\u0e49\u0e38.pdf"),
        ("น\u0e4d\u0e49\u0e32.pdf", "น\u0e49\u0e33.pdf"),
        ("cafe\u0301.pdf", "caf\u00e9.pdf"),
        ("caf\u00e9.pdf", "cafe\u0301.pdf"),
    ],
    ids=ascii,
)
def test_evidence_is_found_in_either_form_of_its_name(small: WriteSmall, on_disk: str, in_field: str) -> None:
    project = small(
        {
            ITEM: f"---\nitem: O1\nevidence: [{{file: files/{in_field}, title: x}}]\n---\n[x](<files/{in_field}>)\n",
            f"{YEAR}/files/{on_disk}": b"%PDF",
        }
    )
    outcome = project.build()
    assert told(outcome) == []
    assert b"%PDF" in project.site().values()
    assert unicodedata.normalize("NFC", on_disk) == on_disk or outcome.pages > 0
