"""Records are hints: whatever happened to the files or to the record itself, the next publication is right."""

import os
from collections.abc import Callable

import pytest

from generator.writing import record as records
from generator.writing.disk import RealDisk
from generator.writing.publish import Publication, UnitRecord
from generator.writing.state import State

from .sites import expected, generation, publish, read, tree, write

PAGE = "kok-tum/2567/o12/index.html"


def _edited_to_the_same_size(target: str) -> None:
    content = read(f"{target}/{PAGE}")
    write(f"{target}/{PAGE}", content[::-1])
    seen = os.stat(f"{target}/{PAGE}")
    os.utime(f"{target}/{PAGE}", ns=(seen.st_mtime_ns, seen.st_mtime_ns + 1))


def _replaced_with_the_same_time(target: str) -> None:
    seen = os.stat(f"{target}/{PAGE}")
    content = read(f"{target}/{PAGE}")
    write(f"{target}/{PAGE}.new", content[::-1])
    os.replace(f"{target}/{PAGE}.new", f"{target}/{PAGE}")
    os.utime(f"{target}/{PAGE}", ns=(seen.st_mtime_ns, seen.st_mtime_ns))


def _deleted(target: str) -> None:
    os.unlink(f"{target}/{PAGE}")


def _deleted_with_its_folder(target: str) -> None:
    os.unlink(f"{target}/{PAGE}")
    os.rmdir(os.path.dirname(f"{target}/{PAGE}"))


def _deleted_with_its_unit(target: str) -> None:
    os.rename(f"{target}/kok-tum", f"{target}/../elsewhere")


def _added_file(target: str) -> None:
    write(f"{target}/kok-tum/2567/extra.html", b"added")


def _added_folders(target: str) -> None:
    os.makedirs(f"{target}/kok-tum/2567/extra/empty")


def _added_link(target: str) -> None:
    os.symlink("/etc", f"{target}/kok-tum/2567/link")


def _added_pipe(target: str) -> None:
    os.mkfifo(f"{target}/kok-tum/pipe")


def _page_became_a_link(target: str) -> None:
    content = read(f"{target}/{PAGE}")
    os.unlink(f"{target}/{PAGE}")
    write(f"{target}/../same.html", content)
    os.symlink(f"{target}/../same.html", f"{target}/{PAGE}")


def _page_became_a_pipe(target: str) -> None:
    os.unlink(f"{target}/{PAGE}")
    os.mkfifo(f"{target}/{PAGE}")


def _page_became_a_folder(target: str) -> None:
    os.unlink(f"{target}/{PAGE}")
    os.mkdir(f"{target}/{PAGE}")


def _folder_became_a_link(target: str) -> None:
    os.rename(f"{target}/kok-tum/2567", f"{target}/../moved")
    os.symlink(f"{target}/../moved", f"{target}/kok-tum/2567")


def _folder_became_a_file(target: str) -> None:
    os.rename(f"{target}/kok-tum/2567", f"{target}/../moved")
    write(f"{target}/kok-tum/2567", b"a file")


TAMPERINGS = [
    _edited_to_the_same_size,
    _replaced_with_the_same_time,
    _deleted,
    _deleted_with_its_folder,
    _deleted_with_its_unit,
    _added_file,
    _added_folders,
    _added_link,
    _added_pipe,
    _page_became_a_link,
    _page_became_a_pipe,
    _page_became_a_folder,
    _folder_became_a_link,
    _folder_became_a_file,
]


@pytest.mark.parametrize("tamper", TAMPERINGS)
def test_whatever_was_done_to_a_published_unit_is_noticed_and_undone(
    target: str, tamper: Callable[[str], None]
) -> None:
    site = generation("one")
    publish(target, site)
    tamper(target)

    with Publication(target) as publication:
        assert publication.published("kok-tum") is None
        assert publication.published("nong-bua") is not None
    publish(target, site)

    assert tree(target) == expected(site)
    assert publish(target, site).part is None


@pytest.mark.parametrize("name", ["extra.html", "extra/page.html", "extra/a/b", ".hidden/x"])
def test_what_was_added_at_the_top_is_noticed_and_taken_away(target: str, name: str) -> None:
    site = generation("one")
    publish(target, site)
    os.makedirs(os.path.dirname(f"{target}/{name}"), exist_ok=True)
    write(f"{target}/{name}", b"added")

    with Publication(target) as publication:
        assert publication.published("") is None
        assert publication.published("kok-tum") is not None
    publish(target, site)

    assert tree(target) == expected(site)


def test_undoing_touches_only_what_was_touched(target: str) -> None:
    publish(target, generation("one"))
    _edited_to_the_same_size(target)

    assert publish(target, generation("one")).part == PAGE


def test_a_record_is_whole_or_nothing(target: str) -> None:
    os.mkdir(target)
    path = f"{target}/unit.json"
    record = UnitRecord({"ปี": [2567, None, True, "\ud800"]}, ("a/b.html",), "0f", {"a/b.html": "77"})
    records.save(RealDisk(), path, record)
    whole = read(path)
    assert records.load(RealDisk(), path) == record

    for length in range(len(whole)):
        write(path, whole[:length])
        assert records.load(RealDisk(), path) is None, length
    for place in range(len(whole)):
        write(path, whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert records.load(RealDisk(), path) is None, place


def test_a_shorter_record_replaces_a_longer_one_whole(target: str) -> None:
    os.mkdir(target)
    path = f"{target}/unit.json"
    records.save(RealDisk(), path, UnitRecord("long" * 100, (), "", {}))
    records.save(RealDisk(), path, UnitRecord("short", (), "", {}))

    assert records.load(RealDisk(), path) == UnitRecord("short", (), "", {})


@pytest.mark.parametrize("content", [None, b"", b"nonsense", b"\n[]", b"\xff" * 100])
def test_without_records_the_site_is_compared_and_left_as_it_is(target: str, content: bytes | None) -> None:
    site = generation("one")
    publish(target, site)
    for name in os.listdir(State(target).records):
        if content is None:
            os.unlink(f"{State(target).records}/{name}")
        else:
            write(f"{State(target).records}/{name}", content)

    assert publish(target, site).part is None
    assert tree(target) == expected(site)


def test_without_records_units_that_are_no_more_still_vanish(target: str) -> None:
    publish(target, generation("one"))
    for name in os.listdir(State(target).records):
        os.unlink(f"{State(target).records}/{name}")
    site = generation("one", ("nong-bua",))

    publish(target, site)

    assert tree(target) == expected(site)


def test_records_of_a_site_that_was_deleted_count_for_nothing(target: str) -> None:
    publish(target, generation("one"))
    os.rename(target, f"{target}-away")

    with Publication(target) as publication:
        assert publication.fresh
        assert publication.published("kok-tum") is None
    publish(target, generation("one", ("nong-bua",)))

    assert tree(target) == expected(generation("one", ("nong-bua",)))
    assert sorted(os.listdir(State(target).records)) == ["_.json", "nong-bua.json"]


def test_the_note_comes_back(target: str) -> None:
    note = {"inputs": "c0ffee", "scores": [["o12", "100"]], "none": None}
    with Publication(target) as publication:
        publication.commit(
            [publication.stage("a", {"a/b.html": b"1"}, note), publication.stage("", {"index.html": b"2"}, 7)], []
        )
    with Publication(target) as publication:
        units = publication.published("a"), publication.published("")
        assert [(one.data, one.addresses) for one in units if one is not None] == [
            (note, ("a/b.html",)),
            (7, ("index.html", ".prongsai")),
        ]
