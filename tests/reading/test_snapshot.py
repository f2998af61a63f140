"""What is read of a folder: regular files, each within its limit, all at one moment, and nothing through a link."""

import os
import shutil
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from effort import ends

from generator.diagnostics import Report
from generator.oit.refused_paths import RefusedPaths
from generator.reading import folder as folder_module
from generator.reading import snapshot
from generator.reading.snapshot import MAX_TEXT, Tree, files, folders, read_file, read_tree

Codes = list[tuple[str, str]]


def put(root: Path, content: dict[str, bytes | str]) -> None:
    for name, data in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def read(root: Path, below: str = "content/town") -> tuple[Tree, Codes]:
    report = Report()
    with ends():
        tree = read_tree(str(root), below, report, assets_below="files")
    return tree, [(d.code, d.span.path) for d in report.sorted()]


TOWN: dict[str, bytes | str] = {
    "content/town/agency.yaml": "name: ก\n",
    "content/town/2567/o01.md": "---\n---\n",
    "content/town/2567/files/plan.pdf": b"%PDF",
    "content/town/2567/files/notes.md": "evidence, whatever its ending\n",
    "content/town/2567/picture.png": b"PNG",
}


@pytest.fixture(params=[True, False], ids=["by descriptor", "by path"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways in which folders are opened: relative to an open one, and by paths where that cannot be."""
    monkeypatch.setattr(folder_module, "_RELATIVE", request.param)
    return bool(request.param)


@pytest.mark.usefixtures("way")
def test_a_folder_is_read_as_texts_and_assets(tmp_path: Path) -> None:
    put(tmp_path, {**TOWN, "content/town/.hidden/x.md": "x", "content/town/.x.md": "x"})
    tree, told = read(tmp_path)
    assert told == []
    assert tree.texts == {"agency.yaml": b"name: \xe0\xb8\x81\n", "2567/o01.md": b"---\n---\n"}
    assert {path: (asset.size, asset.path) for path, asset in tree.assets.items()} == {
        "2567/files/plan.pdf": (4, f"{tmp_path}/content/town/2567/files/plan.pdf"),
        "2567/files/notes.md": (30, f"{tmp_path}/content/town/2567/files/notes.md"),
        "2567/picture.png": (3, f"{tmp_path}/content/town/2567/picture.png"),
    }


def test_the_names_in_a_folder_are_sorted(tmp_path: Path) -> None:
    put(tmp_path, {"content/b/x": "", "content/a/x": "", "content/ก/x": "", "content/z.yaml": "", "content/c.yaml": ""})
    report = Report()
    assert folders(str(tmp_path), "content", report) == ["a", "b", "ก"]
    assert files(str(tmp_path), "content", report) == ["c.yaml", "z.yaml"]
    assert files(str(tmp_path), "nothing", report) == []
    assert report.diagnostics == []
    assert folders(str(tmp_path), "nothing", report) == []
    assert files(str(tmp_path), "content/c.yaml", report) == []
    assert [(d.code, d.span.path) for d in report.diagnostics] == [("OIT101", "nothing"), ("OIT101", "content/c.yaml")]


# The digest: equal for equal trees, whatever the times, and for no others.


def digest(root: Path) -> bytes:
    tree, told = read(root)
    assert told == []
    return tree.digest


def test_the_digest_does_not_know_times_or_modes(tmp_path: Path) -> None:
    put(tmp_path, TOWN)
    first = digest(tmp_path)
    for path in tmp_path.rglob("*"):
        os.utime(path, (0, 0))
    assert digest(tmp_path) == first
    (tmp_path / "content/town/agency.yaml").chmod(0o600)
    (tmp_path / "content/town/empty").mkdir()
    assert digest(tmp_path) == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "another byte of a text": lambda town: (town / "agency.yaml").write_bytes(b"name: \xe0\xb8\x82\n"),
    "another byte of an asset": lambda town: (town / "2567/files/plan.pdf").write_bytes(b"%PDG"),
    "a file more": lambda town: (town / "2567/o02.md").write_bytes(b""),
    "a file less": lambda town: (town / "2567/o01.md").unlink(),
    "a file renamed": lambda town: (town / "2567/o01.md").rename(town / "2567/o02.md"),
    "a file moved": lambda town: (town / "2567/o01.md").rename(town / "o01.md"),
    "a byte moved to the next file": lambda town: put(town, {"2567/o01.md": "---\n---", "2567/o02.md": "\n"}),
    "two files swapped": lambda town: put(town, {"2567/files/plan.pdf": b"PNG", "2567/picture.png": b"%PDF"}),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_the_digest_knows_every_change(tmp_path: Path, change: str) -> None:
    put(tmp_path, TOWN)
    first = digest(tmp_path)
    place = tmp_path / "content/town/agency.yaml"
    before = place.stat()
    CHANGES[change](tmp_path / "content/town")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digest(tmp_path) != first
    put(tmp_path, TOWN)
    for added in ("2567/o02.md", "o01.md"):
        (tmp_path / "content/town" / added).unlink(missing_ok=True)
    assert digest(tmp_path) == first


# P2: links are refused where they stand and never followed.

LINKS: dict[str, tuple[str, str]] = {
    "a text": ("content/town/2567/o02.md", "outside/secret.md"),
    "a text, to one inside": ("content/town/2567/o02.md", "project/content/town/2567/o01.md"),
    "the agency's own file": ("content/town/agency.yaml", "outside/secret.md"),
    "an asset": ("content/town/2567/files/secret.pdf", "outside/secret.pdf"),
    "a folder": ("content/town/2567/files", "outside"),
    "a folder, to one inside": ("content/town/2568", "project/content/town/2567"),
    "a year": ("content/town/2566", "outside"),
    "a link to a link": ("content/town/2567/o03.md", "project/content/town/2567/o02.md"),
    "a link to itself": ("content/town/2567/o04.md", "project/content/town/2567/o04.md"),
    "a link to nothing": ("content/town/2567/o05.md", "outside/nothing.md"),
    "a loop of folders": ("content/town/2567/loop", "project/content/town"),
    "a device": ("content/town/2567/o06.md", "../../../../../../../../../../dev/zero"),
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", list(LINKS))
@pytest.mark.parametrize("relative", [False, True], ids=["absolute", "relative"])
def test_a_link_is_told_and_not_followed(tmp_path: Path, name: str, relative: bool) -> None:
    place, target = LINKS[name]
    put(tmp_path / "outside", {"secret.md": "SECRET", "secret.pdf": b"SECRET"})
    project = tmp_path / "project"
    put(project, {"content/town/agency.yaml": "name: x\n", "content/town/2567/o01.md": "---\n---\n"})
    if name == "a link to a link":
        (project / "content/town/2567/o02.md").symlink_to(tmp_path / "outside/secret.md")
    link = project / place
    link.unlink(missing_ok=True)
    link.parent.mkdir(exist_ok=True)
    path = tmp_path / target
    link.symlink_to(os.path.relpath(path, link.parent) if relative else path)
    tree, told = read(project)
    assert ("OIT102", place) in told
    assert {code for code, _ in told} == {"OIT102"}
    assert place.removeprefix("content/town/") not in {*tree.texts, *tree.assets}
    assert b"SECRET" not in b"".join(tree.texts.values())
    assert not any(path.startswith(("2568", "2566", "2567/loop")) for path in (*tree.texts, *tree.assets))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("linked", ["content", "content/town", "content/town/2567"])
def test_no_folder_on_the_way_is_a_link(tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, TOWN)
    project = tmp_path / "project"
    place = project / linked
    place.parent.mkdir(parents=True)
    place.symlink_to(elsewhere / linked)
    below = linked if linked == "content/town/2567" else "content/town"
    everything = RefusedPaths(frozenset(("",)))
    nothing = Tree({}, {}, read(tmp_path / "nothing")[0].digest, everything)
    assert read(project, below) == (nothing, [("OIT102", linked)])
    report = Report()
    assert folders(str(project), below, report) == []
    assert files(str(project), below, report) == []
    assert read_file(str(project), f"{below}/agency.yaml", report) is None
    assert [(d.code, d.span.path) for d in report.diagnostics] == [("OIT102", linked)] * 3


def test_the_project_itself_may_be_reached_through_a_link(tmp_path: Path) -> None:
    put(tmp_path / "project", TOWN)
    (tmp_path / "shortcut").symlink_to(tmp_path / "project")
    assert read(tmp_path / "shortcut")[0].texts == read(tmp_path / "project")[0].texts


def test_a_folder_swapped_for_a_link_while_it_is_read_shows_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, TOWN)
    put(tmp_path / "outside", {"o01.md": "SECRET", "o09.md": "SECRET", "files/plan.pdf": b"SECRET"})
    year, entries = tmp_path / "content/town/2567", folder_module.Folder.entries

    def swap(self: folder_module.Folder) -> list[os.DirEntry[str]]:
        found = entries(self)
        if year.is_dir() and not year.is_symlink() and "o01.md" in {entry.name for entry in found}:
            year.rename(tmp_path / "moved")
            year.symlink_to(tmp_path / "outside")
        return found

    monkeypatch.setattr(folder_module.Folder, "entries", swap)
    tree, told = read(tmp_path)
    assert tree.texts["2567/o01.md"] == b"---\n---\n"
    assert told == [("OIT102", "content/town/2567")]
    assert not any("plan" in path for path in tree.assets)


def test_a_file_swapped_for_a_link_while_its_folder_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, TOWN)
    put(tmp_path, {"outside.md": "SECRET"})
    place, entries = tmp_path / "content/town/2567/o01.md", folder_module.Folder.entries

    def swap(self: folder_module.Folder) -> list[os.DirEntry[str]]:
        found = entries(self)
        if place.is_file() and "o01.md" in {entry.name for entry in found}:
            place.unlink()
            place.symlink_to(tmp_path / "outside.md")
        return found

    monkeypatch.setattr(folder_module.Folder, "entries", swap)
    tree, told = read(tmp_path)
    assert told == [("OIT102", "content/town/2567/o01.md")]
    assert "2567/o01.md" not in tree.texts


# P3: what is no regular file, or too large, or not to be read.


OPEN_FILES = "/proc/self/fd"
"""Where Linux shows what this process has open."""


def fifo(path: Path) -> None:
    os.mkfifo(path)


def sock(path: Path) -> None:
    if not os.path.isdir(OPEN_FILES):
        pytest.skip("the path of a socket is too long here")
    server = socket.socket(socket.AF_UNIX)
    here = os.open(path.parent, os.O_RDONLY)
    try:
        server.bind(f"{OPEN_FILES}/{here}/{path.name}")  # the path of a socket may be no longer than 107 bytes
    finally:
        os.close(here)
        server.close()


def device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only the superuser makes devices")


SPECIAL = {"a pipe": fifo, "a socket": sock, "a device": device}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("special", list(SPECIAL))
@pytest.mark.parametrize("name", ["2567/o02.md", "2567/files/x.pdf", "2566"])
def test_a_special_file_is_told_and_does_not_block(tmp_path: Path, special: str, name: str) -> None:
    put(tmp_path, TOWN)
    SPECIAL[special](tmp_path / "content/town" / name)
    tree, told = read(tmp_path)
    assert told == [("OIT102", f"content/town/{name}")]
    assert set(tree.texts) == {"agency.yaml", "2567/o01.md"}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("special", list(SPECIAL))
def test_a_special_file_in_place_of_a_known_one_is_told(tmp_path: Path, special: str) -> None:
    (tmp_path / "content").mkdir()
    SPECIAL[special](tmp_path / "content/site.yaml")
    report = Report()
    with ends():
        assert read_file(str(tmp_path), "content/site.yaml", report) is None
    codes = [(d.code, d.span.path) for d in report.diagnostics]
    assert codes in ([("OIT102", "content/site.yaml")], [("OIT101", "content/site.yaml")])


def test_a_special_file_that_came_after_the_listing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, TOWN)
    entries = folder_module.Folder.entries

    def swap(self: folder_module.Folder) -> list[os.DirEntry[str]]:
        found = entries(self)
        for name in ("o01.md", "plan.pdf"):
            if name in {entry.name for entry in found}:
                place = next(tmp_path.rglob(name))
                place.unlink()
                os.mkfifo(place)
        return found

    monkeypatch.setattr(folder_module.Folder, "entries", swap)
    assert read(tmp_path)[1] == [
        ("OIT102", "content/town/2567/files/plan.pdf"),
        ("OIT102", "content/town/2567/o01.md"),
    ]


def test_files_beyond_their_limit_are_told_before_they_are_read(tmp_path: Path) -> None:
    put(tmp_path, TOWN)
    for name, size in (("2567/o02.md", 1 << 40), ("2567/files/film.mp4", 1 << 40), ("2567/o03.md", MAX_TEXT + 1)):
        with (tmp_path / "content/town" / name).open("wb") as file:
            file.truncate(size)
    tree, told = read(tmp_path)
    assert told == [
        ("OIT103", "content/town/2567/files/film.mp4"),
        ("OIT103", "content/town/2567/o02.md"),
        ("OIT103", "content/town/2567/o03.md"),
    ]
    assert "2567/o03.md" not in tree.texts


def test_a_text_as_large_as_may_be_is_read(tmp_path: Path) -> None:
    put(tmp_path, {"a.md": b"x" * MAX_TEXT, "b.md": b"x" * (MAX_TEXT + 1)})
    report = Report()
    assert read_file(str(tmp_path), "a.md", report) == b"x" * MAX_TEXT
    assert report.diagnostics == []
    assert read_file(str(tmp_path), "b.md", report) is None
    assert [(d.code, d.param("size"), d.param("limit")) for d in report.diagnostics] == [
        ("OIT103", "256.1 KB", "256.0 KB")
    ]


def test_more_files_than_any_agency_has_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "MAX_FILES", 4)
    put(tmp_path, {f"content/town/2567/o0{n}.md": "" for n in range(1, 4)})
    assert read(tmp_path)[1] == []
    put(tmp_path, {"content/town/2567/o04.md": ""})
    assert read(tmp_path)[1] == [("OIT117", "content/town/2567")]


@pytest.mark.parametrize("name", ["2567/o01.md", "2567/files/plan.pdf", "2567"])
def test_what_the_system_does_not_give_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    put(tmp_path, TOWN)
    really = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == name.rpartition("/")[2]:
            raise PermissionError(13, "Permission denied")
        return really(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)
    tree, told = read(tmp_path)
    assert told == [("OIT101", f"content/town/{name}")]
    assert "agency.yaml" in tree.texts


def test_a_path_longer_than_the_system_takes_is_told(tmp_path: Path) -> None:
    put(tmp_path, TOWN)
    here = os.open(tmp_path / "content/town/2567/files", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 190, dir_fd=here)
        below = os.open("d" * 190, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("x.pdf", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    tree, told = read(tmp_path)
    shutil.rmtree(tmp_path / "content")  # no other program could
    assert told == []
    assert sum(path.endswith("/x.pdf") for path in tree.assets) == 1


# P8: files that change while they are read.


def reading(monkeypatch: pytest.MonkeyPatch, between: Callable[[int], object]) -> None:
    """Call ``between`` with 0, 1, 2 … before each piece of a file is read."""
    really, count = os.read, 0

    def slow(descriptor: int, size: int) -> bytes:
        nonlocal count
        between(count)
        count += 1
        return really(descriptor, size)

    monkeypatch.setattr(os, "read", slow)


@pytest.mark.parametrize("after", [b"---\nlonger: yes\n---\n", b"", b"-"])
def test_a_text_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bytes
) -> None:
    put(tmp_path, {"content/town/o01.md": "---\nold: yes\n---\n"})
    place = tmp_path / "content/town/o01.md"
    reading(monkeypatch, lambda turn: place.write_bytes(after) if turn == 0 else None)
    tree, told = read(tmp_path)
    assert (tree.texts["o01.md"], told) == (after, [])


def test_a_text_replaced_while_it_is_read_is_read_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"content/town/o01.md": "old", "new.md": "new and longer"})
    reading(
        monkeypatch,
        lambda turn: (tmp_path / "new.md").rename(tmp_path / "content/town/o01.md") if turn == 0 else None,
    )
    assert read(tmp_path)[0].texts["o01.md"] == b"old"


def test_a_text_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"content/town/o01.md": "x"})
    place = tmp_path / "content/town/o01.md"
    reading(monkeypatch, lambda turn: place.write_bytes(b"x" * (turn + 2)))
    tree, told = read(tmp_path)
    assert (tree.texts, told) == ({}, [("OIT130", "content/town/o01.md")])


def test_a_text_that_grows_beyond_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"content/town/o01.md": "x"})
    place = tmp_path / "content/town/o01.md"
    reading(monkeypatch, lambda turn: place.write_bytes(b"x" * (MAX_TEXT + 1)) if turn == 0 else None)
    assert read(tmp_path)[1] == [("OIT103", "content/town/o01.md")]


@pytest.mark.parametrize("after", [b"%PDF longer", b"%"])
def test_an_asset_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bytes
) -> None:
    put(tmp_path, {"content/town/files/plan.pdf": "%PDF"})
    place = tmp_path / "content/town/files/plan.pdf"
    reading(monkeypatch, lambda turn: place.write_bytes(after) if turn == 0 else None)
    tree, told = read(tmp_path)
    assert (tree.assets["files/plan.pdf"].size, told) == (len(after), [])


def test_an_asset_that_something_goes_on_writing_is_no_asset_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"content/town/files/plan.pdf": "%PDF"})
    place = tmp_path / "content/town/files/plan.pdf"
    reading(monkeypatch, lambda turn: place.write_bytes(b"%PDF" + b"x" * (turn + 1)))
    tree, told = read(tmp_path)
    assert (tree.assets, told) == ({}, [])
    assert tree.unfinished == {"files/plan.pdf"}


def swap_folder(place: Path) -> None:
    shutil.rmtree(place)
    place.write_bytes(b"a file now")


def swap_file(place: Path) -> None:
    place.unlink()
    place.mkdir()


GOES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a text is removed": ("2567/o01.md", Path.unlink),
    "a document is removed": ("2567/files/plan.pdf", Path.unlink),
    "a text becomes a folder": ("2567/o01.md", swap_file),
    "a document becomes a folder": ("2567/files/plan.pdf", swap_file),
    "a folder is removed": ("2567/files", shutil.rmtree),
    "a folder becomes a file": ("2567/files", swap_folder),
    "a year becomes a file": ("2567", swap_folder),
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("what", list(GOES))
def test_what_goes_after_the_listing_was_never_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    name, go = GOES[what]
    put(tmp_path, TOWN)
    place = tmp_path / "content/town" / name
    entries = folder_module.Folder.entries

    def late(self: folder_module.Folder) -> list[os.DirEntry[str]]:
        found = entries(self)
        if place.name in {entry.name for entry in found}:
            [entry.is_dir(follow_symlinks=False) for entry in found]
            go(place)
            monkeypatch.setattr(folder_module.Folder, "entries", entries)
        return found

    monkeypatch.setattr(folder_module.Folder, "entries", late)
    tree, told = read(tmp_path)
    assert told == []
    assert not any(path == name or path.startswith(f"{name}/") for path in (*tree.texts, *tree.assets))
    assert "agency.yaml" in tree.texts


@pytest.mark.skipif(not os.path.isdir(OPEN_FILES), reason="this system does not show what is open")
def test_no_descriptor_stays_open(tmp_path: Path) -> None:
    put(tmp_path, TOWN)
    (tmp_path / "content/town/2566").symlink_to(tmp_path)
    (tmp_path / "content/town/2567/o02.md").symlink_to(tmp_path)
    read(tmp_path)
    before = len(os.listdir(OPEN_FILES))
    for _ in range(5):
        read(tmp_path)
        read(tmp_path, "content/nothing")
        read(tmp_path, "content/town/2566")
        read_file(str(tmp_path), "content/town/2566/x", Report())
    assert len(os.listdir(OPEN_FILES)) == before
