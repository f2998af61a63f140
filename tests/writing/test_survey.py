"""The state folder of a project that was received from others: nothing in it is followed, believed or touched."""

import json
import os
import shutil
import socket
from collections.abc import Callable

import pytest
from lacking import no_deep_folders

from generator.writing.publish import Publication, PublishError, Reason
from generator.writing.state import MARK, MARKER, State

from .disks import WatchedDisk
from .sites import FIVE, changed, expected, generation, leftovers, publish, read, tree, write

Make = Callable[[str, str], None]


def link_to_folder(path: str, home: str) -> None:
    os.symlink(home, path)


def link_to_file(path: str, home: str) -> None:
    os.symlink(f"{home}/thesis.txt", path)


def link_to_a_site(path: str, home: str) -> None:
    os.symlink(f"{home}/site", path)


def dangling_link(path: str, home: str) -> None:
    os.symlink(f"{home}/not-there", path)


def link_to_itself(path: str, home: str) -> None:
    os.symlink(os.path.basename(path), path)


def file(path: str, home: str) -> None:
    write(path, b"precious")


def hard_link(path: str, home: str) -> None:
    os.link(f"{home}/thesis.txt", path)


def folder(path: str, home: str) -> None:
    os.mkdir(path)
    write(f"{path}/o01.html", b"forged")


def pipe(path: str, home: str) -> None:
    os.mkfifo(path)


def a_socket(path: str, home: str) -> None:
    """Bound by a short name: the system allows about a hundred bytes."""
    here = os.open(os.path.dirname(path), os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{here}/{os.path.basename(path)}")
    os.close(here)


LEADING_AWAY: tuple[Make, ...] = (link_to_folder, link_to_file, link_to_a_site, dangling_link, link_to_itself)
NO_FILES: tuple[Make, ...] = (*LEADING_AWAY, pipe, a_socket)

REFUSED: dict[str, tuple[Make, ...]] = {
    "": (*NO_FILES, file),
    "next": (*NO_FILES, file),
    "next.0123abcd": (*NO_FILES, file),
    "former": (*NO_FILES, file),
    "records": (*NO_FILES, file),
    "trash": (*NO_FILES, file),
    "displaced": NO_FILES,
    "journal": (*NO_FILES, folder, hard_link),
    "lock": (*NO_FILES, folder, hard_link),
    "unknown": (*NO_FILES, file, folder),
    "Trash": (*NO_FILES, file, folder),
    "LOCK": (*NO_FILES, file, folder),
    "thumbs.db": NO_FILES,
    "records/_.json": (*NO_FILES, folder),
    "records/kok-tum.json": (*NO_FILES, folder),
    "records/no address.json": (*NO_FILES, file, folder),
    "records/kok-tum": (*NO_FILES, file, folder),
    "former/1": (*NO_FILES, file),
    "former/1.2.site": (*NO_FILES, file),
    "former/site": (*NO_FILES, file, folder),
    "former/1.site/kok-tum": NO_FILES,
    "former/1.2/kok-tum": NO_FILES,
    "trash/0": NO_FILES,
    "trash/x": (*NO_FILES, file, folder),
    "trash/0/kok-tum": NO_FILES,
    "next/kok-tum": NO_FILES,
    "next/kok-tum/index.html": NO_FILES,
    "next.0123abcd/kok-tum": NO_FILES,
    "displaced/kok-tum": NO_FILES,
}
"""What publishing never puts there, by its place in the state folder."""


@pytest.fixture
def home(target: str) -> str:
    """A folder outside the project, with files of somebody's and a site."""
    home = os.path.join(os.path.dirname(target), "home")
    os.makedirs(f"{home}/docs")
    write(f"{home}/thesis.txt", b"precious")
    write(f"{home}/docs/letter.txt", b"dear")
    publish(f"{home}/site", generation("theirs"))
    return home


def remove(path: str) -> None:
    """Take away whatever is there, if anything is."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


def seen(top: str) -> dict[str, tuple[int, ...]]:
    """Every entry below a folder as the system sees it, links themselves included, but not times of reading."""
    found: dict[str, tuple[int, ...]] = {}
    for place, folders, files in os.walk(top):
        for path in (os.path.join(place, name) for name in ("", *folders, *files)):
            look = os.lstat(path)
            found[path] = (look.st_ino, look.st_mode, look.st_size, look.st_mtime_ns, look.st_nlink)
    return found


@pytest.mark.parametrize("published", [True, False], ids=["published before", "nothing published"])
@pytest.mark.parametrize("place", REFUSED)
def test_what_publishing_does_not_put_there_is_refused_and_nothing_is_touched(
    target: str, home: str, place: str, published: bool
) -> None:
    if published:
        publish(target, generation("one"))
    kept = State(target).folder + "-kept"
    if published:
        os.rename(State(target).folder, kept)
    path = os.path.join(State(target).folder, place) if place else State(target).folder
    for make in REFUSED[place]:
        if place:
            if published:
                shutil.copytree(kept, State(target).folder)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            remove(path)
        make(path, home)
        before = seen(os.path.dirname(target))

        with pytest.raises(PublishError) as caught:
            publish(target, generation("two"))

        refused = caught.value
        assert (refused.reason, refused.path, refused.folder) == (Reason.STRANGE, path, State(target).folder), make
        assert seen(os.path.dirname(target)) == before, make
        remove(State(target).folder)


@pytest.mark.parametrize(
    "part",
    [
        "..", "../home/x", "../.git/hooks/post-commit", "kok-tum/../../home/x", "/etc/x", "//x", "kok-tum//x",
        "kok-tum/", ".", "./x", "a\\b", "..\\home",
        "C:/x", "c:x", "x\0y", "~/x", "ก", "X", "con", "kok-tum/nul.txt", "x.",
        "a" * 300, MARKER, ".git",
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", [True, False], ids=["published before", "nothing published"])
def test_a_journal_that_names_no_address_is_refused(target: str, home: str, part: str, published: bool) -> None:
    if published:
        publish(target, generation("one"))
    os.makedirs(State(target).folder, exist_ok=True)
    write(State(target).displaced, b"forged")
    write(State(target).journal, json.dumps({"part": part}).encode())
    before = seen(os.path.dirname(target))

    with pytest.raises(PublishError) as caught:
        publish(target, generation("two"))

    assert (caught.value.reason, caught.value.path) == (Reason.STRANGE, State(target).journal)
    assert seen(os.path.dirname(target)) == before


@pytest.mark.parametrize(
    "journal",
    [
        b"", b"{", b"null", b"7", b"[]", b'"../home/x"', b'{"part": null}', b'{"part": ["x"]}', b"\xff\xfe", b"\0" * 50,
        b"[" * 100_000, b'{"part":' * 50_000, b" " * 10_000_000, b'{"part": "' + b"a" * 9000 + b'"}',
    ],
    ids=lambda journal: repr(journal[:12]),
)  # fmt: skip
def test_a_journal_that_says_nothing_puts_nothing_back(target: str, home: str, journal: bytes) -> None:
    publish(target, generation("one"))
    write(State(target).displaced, b"forged")
    write(State(target).journal, journal)
    before = seen(home)

    publish(target, generation("two"))

    assert tree(target) == expected(generation("two"))
    assert leftovers(target) == set()
    assert seen(home) == before


@pytest.mark.parametrize("part", ["kok-tum/forged/index.html", "kok-tum/2567/forged", "forged", "nong-bua"])
def test_what_a_forged_journal_puts_into_the_site_does_not_stay(target: str, part: str) -> None:
    publish(target, generation("one"))
    os.mkdir(State(target).displaced)
    write(f"{State(target).displaced}/index.html", b"forged")
    write(State(target).journal, json.dumps({"part": part}).encode())

    publish(target, generation("one"))

    assert tree(target) == expected(generation("one"))


@pytest.mark.parametrize("part", ["kok-tum", "kok-tum/x", "kok-tum/2567/x.html"])
def test_nothing_is_put_back_through_a_link_in_the_target(target: str, home: str, part: str) -> None:
    publish(target, generation("one"))
    shutil.rmtree(f"{target}/kok-tum")
    os.symlink(home, f"{target}/kok-tum")
    write(State(target).displaced, b"forged")
    write(State(target).journal, json.dumps({"part": part}).encode())
    before = seen(home)

    publish(target, generation("two"))

    assert tree(target) == expected(generation("two"))
    assert seen(home) == before


def test_what_a_killed_publication_left_is_asked_for_entries_only_where_it_is_a_folder(target: str) -> None:
    """What a listing of a file ends with differs from system to system."""
    for left in ("next.0123abcd/kok-tum/index.html", "trash/0/index.html", "trash/1", "displaced"):
        path = f"{State(target).folder}/{left}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write(path, b"left")

    def before(operation: str, path: str) -> None:
        assert operation != "list" or not os.path.isfile(path), path

    publish(target, generation("one"), disk=WatchedDisk(before))

    assert tree(target) == expected(generation("one"))


def test_a_journal_of_a_site_that_is_gone_keeps_nobody_from_publishing(target: str) -> None:
    os.makedirs(State(target).folder)
    write(State(target).displaced, b"part of it")
    write(State(target).journal, b'{"part": "kok-tum/2567/index.html"}')

    publish(target, generation("one"))

    assert tree(target) == expected(generation("one"))


def test_a_record_with_another_name_is_not_written_through_it(target: str, home: str) -> None:
    publish(target, generation("one"))
    os.unlink(State(target).record(""))
    os.link(f"{home}/thesis.txt", State(target).record(""))

    publish(target, generation("two"))

    assert read(f"{home}/thesis.txt") == b"precious"
    assert publish(target, generation("two")).part is None


def test_a_generation_that_was_displaced_elsewhere_gives_nothing(target: str) -> None:
    """Even one that looks like the published site in every recorded respect, its own files being the published ones."""
    site = generation("0", FIVE)
    publish(target, site)
    forged = f"{State(target).former}/0.7.site"
    shutil.copytree(target, forged, copy_function=os.link)
    write(f"{forged}/bang-rak/2567/forged.html", b"forged")
    for place, folders, _ in os.walk(target):
        for name in folders:
            moment = os.lstat(os.path.join(place, name)).st_mtime_ns
            os.utime(os.path.join(forged, os.path.relpath(place, target), name), ns=(moment, moment))

    for step in range(1, 5):
        site = changed(site, kok_tum__2567__o12=b"%d" % step, search=b"%d" % step)
        publish(target, site)
        assert tree(target) == expected(site)
        assert "0.7.site" not in os.listdir(State(target).former)


@pytest.mark.parametrize("name", ["3", "3.site", "12.site"])
def test_a_generation_that_an_earlier_version_named_is_taken_away(target: str, name: str) -> None:
    publish(target, generation("one"))
    shutil.copytree(target, f"{State(target).former}/{name}")

    assert publish(target, generation("one")).part is None
    assert os.listdir(State(target).former) == []


def test_links_that_somebody_put_into_the_target_are_gone_and_keep_nobody_from_publishing(
    target: str, home: str
) -> None:
    before = seen(home)
    for step, place in enumerate(("forged", "kok-tum/2567/x", "kok-tum/2567/o12", "search", "index.html", "old/x/y")):
        for make in NO_FILES:
            publish(target, generation(f"{step}"))
            path = f"{target}/{place}"
            remove(path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            make(path, home)
            for token in ("a", "b"):
                publish(target, generation(f"{step}{token}"))
                assert tree(target) == expected(generation(f"{step}{token}"))
    assert seen(home) == before


def test_a_folder_of_the_target_that_was_moved_and_linked_is_written_anew(target: str, home: str) -> None:
    """Seen through the link its files are the published ones."""
    publish(target, generation("one"))
    moment = os.lstat(f"{target}/kok-tum").st_mtime_ns
    top = os.lstat(target).st_mtime_ns
    os.rename(f"{target}/kok-tum", f"{home}/kok-tum")
    os.symlink(f"{home}/kok-tum", f"{target}/kok-tum")
    os.utime(f"{target}/kok-tum", ns=(moment, moment), follow_symlinks=False)
    os.utime(target, ns=(top, top))
    before = seen(home)

    publish(target, generation("one"))

    assert not os.path.islink(f"{target}/kok-tum")
    assert tree(target) == expected(generation("one"))
    assert seen(home) == before


def test_what_file_managers_leave_is_passed_over(target: str) -> None:
    publish(target, generation("one"))
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        for place in ("", "records/", "former/"):
            os.makedirs(f"{State(target).folder}/{place}", exist_ok=True)
            write(f"{State(target).folder}/{place}{name}", b"")
    os.mkdir(f"{State(target).folder}/@eaDir")

    for token in ("two", "three"):
        publish(target, generation(token))

    assert tree(target) == expected(generation("three"))
    assert read(f"{State(target).records}/.DS_Store") == b""


@no_deep_folders
def test_folders_beyond_measure_are_taken_away(target: str) -> None:
    """Deeper than functions can call each other."""
    publish(target, generation("one"))
    place = f"{State(target).folder}/trash/0"
    os.makedirs(place)
    for _ in range(1050):
        place += "/a"
        os.mkdir(place)

    publish(target, generation("two"))

    assert tree(target) == expected(generation("two"))
    assert leftovers(target) == set()


def test_a_forged_site_that_waits_to_be_put_back_is_made_anew(target: str) -> None:
    os.makedirs(State(target).displaced)
    write(f"{State(target).displaced}/{MARKER}", MARK)
    write(f"{State(target).displaced}/index.html", b"forged")
    write(f"{State(target).displaced}/forged.html", b"forged")
    write(State(target).journal, b'{"part": ""}')

    publish(target, generation("one"))

    assert tree(target) == expected(generation("one"))


def test_a_link_beside_the_target_is_no_state_folder(target: str, home: str) -> None:
    os.symlink(f"{home}/.site.prongsai", State(target).folder)
    before = seen(home)

    with pytest.raises(PublishError) as caught, Publication(target):
        pass

    assert caught.value.reason is Reason.STRANGE
    assert seen(home) == before
