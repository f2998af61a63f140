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
        ITEM: "---\nitem: O1\nevidence:\n  - {file: files/x.pdf, title: x}\n---\n",
        f"{YEAR}/files/x.pdf": "one",
    }
    project = small(files)
    assert told(project.build()) == []
    before = project.site()
    project.write({f"{YEAR}/files/x.pdf": "two"})
    really = Publication.stage

    def late(self: Publication, *given: object) -> object:
        project.write({f"{YEAR}/files/x.pdf": "three"})
        return really(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Publication, "stage", late)
    outcome = project.build()
    assert [code for code, _, _, _ in told(outcome, "error")] == ["OIT805"]
    assert project.site() == before
    monkeypatch.undo()
    assert told(project.build()) == []
    assert project.site()["town/2567/files/x.pdf"] == b"three"


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
