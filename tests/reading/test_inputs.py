"""A project as a whole: which folders are agencies, what keeps it from being published, what changes meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from effort import ends
from projects import AGENCY, ITEM, SITE, SMALL, YEAR, Content, WriteSmall, Written, told

from generator.reading import snapshot
from generator.writing.publish import Publication

OTHER = SMALL[AGENCY]


@pytest.mark.parametrize(
    "name",
    [
        "เทศบาล",
        "City",
        "my town",
        "my_town",
        "-town",
        "town-",
        "a--b",
        "404.html",
        "assets",
        "method",
        "a'b",
        "a&b",
        "a" * 61,
    ],
)
def test_a_folder_that_cannot_be_part_of_an_address_is_no_agency(small: WriteSmall, name: str) -> None:
    project = small({f"content/{name}/agency.yaml": OTHER})
    outcome = project.build()
    assert told(outcome, "error") == [("OIT216", f"content/{name}", 0, 0)]
    assert project.site() == {}


@pytest.mark.parametrize("name", ["a", "my-town", "2567", "index", "o12", "a" * 60])
def test_a_folder_with_a_plain_name_is_an_agency(small: WriteSmall, name: str) -> None:
    project = small({f"content/{name}/agency.yaml": OTHER})
    assert told(project.build()) == []
    assert f"{name}/index.html" in project.site()


def test_a_file_beside_the_agencies_is_told(small: WriteSmall) -> None:
    outcome = small({"content/sites.yaml": "x", "content/notes.txt": "x", "content/.hidden": "x"}).build()
    assert told(outcome) == [("OIT107", "content/notes.txt", 0, 0), ("OIT107", "content/sites.yaml", 0, 0)]
    assert [d.param("suggestion") for d in outcome.diagnostics] == ["", "site.yaml"]


def test_settings_that_vanish_are_told(small: WriteSmall) -> None:
    project = small({SITE: None})
    for outcome in (project.check(), project.build()):
        assert told(outcome) == [("OIT124", "content", 0, 0)]
        assert outcome.failed


# P2, P3: links and special files, through the whole generator, before and after a first publication.


def link(place: str, target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        path = root / place
        if path.is_dir() and not path.is_symlink():
            path.rename(root / "moved")
        else:
            path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(root / target)

    return make


def pipe(place: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        path = root / place
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)

    return make


def sparse(place: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.truncate(1 << 40)

    return make


ODD: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a linked item": (link(ITEM, "secret.md"), "OIT102", ITEM),
    "a linked agency": (link("content/city", "content/town"), "OIT102", "content/city"),
    "a linked year": (link("content/town/2566", YEAR), "OIT102", "content/town/2566"),
    "a linked document": (link(f"{YEAR}/files/x.pdf", "secret.md"), "OIT102", f"{YEAR}/files/x.pdf"),
    "a linked folder of documents": (link(f"{YEAR}/files", "content"), "OIT102", f"{YEAR}/files"),
    "linked settings": (link(SITE, "secret.md"), "OIT102", SITE),
    "linked content": (link("content", "moved"), "OIT102", "content"),
    "a linked catalogue": (link("content/catalogues/own.yaml", "secret.md"), "OIT102", "content/catalogues/own.yaml"),
    "linked catalogues": (link("content/catalogues", "moved"), "OIT102", "content/catalogues"),
    "linked themes": (link("themes", "content"), "OIT102", "themes"),
    "a linked theme": (link("themes/mine", "content"), "OIT102", "themes/mine"),
    "a linked template": (link("themes/mine/templates/x.html", "secret.md"), "OIT102", "themes/mine/templates/x.html"),
    "a pipe for an item": (pipe(ITEM), "OIT102", ITEM),
    "a pipe for an agency": (pipe(AGENCY), "OIT102", AGENCY),
    "a pipe for settings": (pipe(SITE), "OIT102", SITE),
    "a pipe for a document": (pipe(f"{YEAR}/files/x.pdf"), "OIT102", f"{YEAR}/files/x.pdf"),
    "a pipe for a theme": (pipe("themes/mine/theme.yaml"), "OIT102", "themes/mine/theme.yaml"),
    "an enormous item": (sparse(f"{YEAR}/o02.md"), "OIT103", f"{YEAR}/o02.md"),
    "an enormous document": (sparse(f"{YEAR}/files/x.mp4"), "OIT103", f"{YEAR}/files/x.mp4"),
    "an enormous template": (sparse("themes/mine/templates/x.html"), "OIT103", "themes/mine/templates/x.html"),
}


@pytest.mark.parametrize("odd", list(ODD))
def test_what_is_no_ordinary_file_keeps_the_site_as_it_is(small: WriteSmall, tmp_path: Path, odd: str) -> None:
    make, code, path = ODD[odd]
    project = small({"secret.md": "SECRET"})
    assert told(project.build()) == []
    before = project.site()
    make(tmp_path)
    with ends():
        for outcome in (project.check(), project.build()):
            assert (code, path) in [(found, where) for found, where, _, _ in told(outcome, "error")]
    assert project.site() == before


# P8: what changes while the site is being made.


def test_a_document_that_changes_after_it_was_read_stops_the_publication(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    files: dict[str, Content] = {
        ITEM: "---\nitem: O1\nevidence:\n  - {file: files/x.txt, title: x}\n---\n",
        f"{YEAR}/files/x.txt": "one",
    }
    project = small(files)
    assert told(project.build()) == []
    before = project.site()
    project.write({f"{YEAR}/files/x.txt": "two"})
    really = Publication.stage

    def late(self: Publication, *given: object) -> object:
        project.write({f"{YEAR}/files/x.txt": "three"})
        return really(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Publication, "stage", late)
    outcome = project.build()
    assert [code for code, _, _, _ in told(outcome, "error")] == ["OIT805"]
    assert project.site() == before
    monkeypatch.undo()
    assert told(project.build()) == []
    assert project.site()["town/2567/files/x.txt"] == b"three"


def test_a_text_that_changes_after_it_was_read_waits_for_the_next_build(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small({ITEM: "---\nitem: O1\n---\nหนึ่ง\n"})
    really = snapshot.read_tree
    changed = False

    def late(*given: object, **named: object) -> snapshot.Tree:
        nonlocal changed
        tree = really(*given, **named)  # type: ignore[arg-type]
        if not changed:
            changed = True
            project.write({ITEM: "---\nitem: O1\n---\nสอง\n"})
        return tree

    monkeypatch.setattr("generator.reading.inputs.read_tree", late)
    project.build()
    page = project.site()["town/2567/o01/index.html"].decode()
    assert ("หนึ่ง" in page) != ("สอง" in page)
    data = project.site()["town/2567/data.json"].decode()
    assert ("หนึ่ง" in page) == ("หนึ่ง" in data)
    monkeypatch.undo()
    project.build()
    assert "สอง" in project.site()["town/2567/o01/index.html"].decode()


def test_a_warning_about_the_project_is_told_again_at_every_build(small: WriteSmall) -> None:
    project: Written = small({"content/notes.txt": "x"})
    for _ in range(3):
        outcome = project.build()
        assert told(outcome) == [("OIT107", "content/notes.txt", 0, 0)]
        assert not outcome.failed


EVIDENCE: dict[str, Content] = {
    ITEM: "---\nitem: O1\nevidence:\n  - {file: files/x.txt, title: x}\n---\n[x](files/x.txt)\n",
    f"{YEAR}/files/x.txt": "one",
}


@pytest.mark.parametrize("referred", [True, False])
def test_a_document_that_is_still_written_matters_only_where_a_page_refers_to_it(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch, referred: bool
) -> None:
    project = small(EVIDENCE if referred else {f"{YEAR}/files/x.txt": "one"})
    really, size = os.read, 3

    def growing(descriptor: int, wanted: int) -> bytes:
        nonlocal size
        size += 1
        project.write({f"{YEAR}/files/x.txt": b"x" * size})
        return really(descriptor, wanted)

    monkeypatch.setattr(os, "read", growing)
    outcome = project.check()
    monkeypatch.undo()
    assert told(outcome) == ([("OIT130", f"{YEAR}/files/x.txt", 0, 0)] if referred else [])


# What was refused is told once: nothing else that is said of it would be true.


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "too large": (sparse(f"{YEAR}/files/x.txt"), "OIT103"),
    "a link": (link(f"{YEAR}/files/x.txt", "secret.md"), "OIT102"),
    "a pipe": (pipe(f"{YEAR}/files/x.txt"), "OIT102"),
    "in a linked folder": (link(f"{YEAR}/files", "content"), "OIT102"),
    "in a folder that is a pipe": (pipe(f"{YEAR}/files"), "OIT102"),
}


@pytest.mark.parametrize("how", list(REFUSED))
def test_a_document_that_is_refused_is_not_called_missing(small: WriteSmall, tmp_path: Path, how: str) -> None:
    make, code = REFUSED[how]
    project = small({"secret.md": "SECRET", **EVIDENCE})
    (tmp_path / f"{YEAR}/files/x.txt").unlink()
    (tmp_path / f"{YEAR}/files").rmdir()
    make(tmp_path)
    for outcome in (project.check(), project.build()):
        assert [found for found, _, _, _ in told(outcome)] == [code]


@pytest.mark.parametrize("name", ["files/x?.pdf", "files/ก./x.txt", "files/x .pdf ", "files/con.pdf"])
@pytest.mark.skipif(os.name == "nt", reason="no such names can be made there")
def test_a_document_whose_name_is_refused_is_not_called_missing(small: WriteSmall, name: str) -> None:
    fields = f'evidence:\n  - {{file: "{name}", title: x}}\n'
    outcome = small({ITEM: f"---\nitem: O1\n{fields}---\n", f"{YEAR}/{name}": "x"}).check()
    assert [code for code, _, _, _ in told(outcome)] == ["OIT105"]


@pytest.mark.parametrize("place", [AGENCY, "content/town/2567/results.yaml", "content/town"])
def test_a_refused_file_is_told_once(small: WriteSmall, tmp_path: Path, place: str) -> None:
    project = small({})
    if place == "content/town":
        (tmp_path / "town").mkdir()
        (tmp_path / place).rename(tmp_path / "moved")
        link(place, "moved")(tmp_path)
        project.write({SITE: "title: x\nagency: town\n"})
    else:
        sparse(place)(tmp_path)
    assert len(told(project.check())) == 1


def test_files_that_were_not_looked_at_are_not_called_missing(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small(EVIDENCE)
    monkeypatch.setattr(snapshot, "MAX_FILES", 3)
    assert [code for code, _, _, _ in told(project.check())] == ["OIT117"]
