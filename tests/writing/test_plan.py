"""Only the smallest part that holds all changes is exchanged."""

import os

import pytest

from generator.writing.publish import Publication

from .sites import changed, expected, generation, identities, leftovers, publish, read, tree


def test_nothing_changed_leaves_everything_untouched(target: str) -> None:
    publish(target, generation("one"))
    paths = [target, *(os.path.join(target, address) for address in expected(generation("one")))]
    before = [(seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns) for seen in map(os.lstat, paths)]

    outcome = publish(target, generation("one"))

    assert outcome.part is None
    assert [(seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns) for seen in map(os.lstat, paths)] == before


def test_equal_content_under_a_new_note_leaves_everything_untouched(target: str) -> None:
    site = generation("one")
    publish(target, site)
    before = identities(target), os.lstat(target).st_mtime_ns
    with Publication(target) as publication:
        outcome = publication.commit(
            [publication.stage("kok-tum", site["kok-tum"], {"inputs": "new"})], ["nong-bua", ""]
        )

    assert outcome.part is None
    assert (identities(target), os.lstat(target).st_mtime_ns) == before
    with Publication(target) as publication:
        record = publication.published("kok-tum")
        assert record is not None
        assert record.data == {"inputs": "new"}


@pytest.mark.parametrize(
    ("contents", "part"),
    [
        ({"kok_tum__2567__o12": b"new"}, "kok-tum/2567/o12/index.html"),
        ({"kok_tum__2567__o12": b"new", "kok_tum__2567": b"new"}, "kok-tum/2567"),
        ({"kok_tum__2567__o13": b"new"}, "kok-tum/2567/o13"),
        ({"kok_tum__2567__o13": b"new", "kok_tum__2567__o14": b"new"}, "kok-tum/2567"),
        ({"kok_tum__2567__o12": None}, "kok-tum/2567/o12"),
        ({"kok_tum__2568__o1": b"new", "kok_tum__2568": b"new"}, "kok-tum/2568"),
        ({"kok_tum__2567__o12": b"new", "kok_tum__2568__o1": b"new"}, "kok-tum"),
        ({"kok_tum__2567__o12": b"new", "nong_bua__2567__o12": b"new"}, ""),
        ({"kok_tum__2567__o12": b"new", "search": b"new"}, ""),
        ({"search": b"new"}, "search/index.html"),
        ({"search": None}, "search"),
    ],
)
def test_only_the_deepest_part_that_holds_all_changes_is_exchanged(
    target: str, contents: dict[str, bytes | None], part: str
) -> None:
    publish(target, generation("one"))
    site = changed(generation("one"), **contents)

    outcome = publish(target, site)

    assert tree(target) == expected(site)
    assert outcome.part == part
    assert outcome.written == sum(content is not None for content in contents.values())
    assert outcome.removed == sum(content is None for content in contents.values())
    assert leftovers(target) == set()
    with Publication(target) as publication:
        assert all(publication.published(unit) is not None for unit in site)


def test_neighbours_whose_names_only_begin_alike_are_told_apart(target: str) -> None:
    site = {"": {"a/b/c": b"1", "a/b-x/c": b"1", "a/b.y": b"1"}}
    publish(target, site)

    site = {"": {"a/b/c": b"2", "a/b-x/c": b"2", "a/b.y": b"2"}}
    outcome = publish(target, site)

    assert outcome.part == "a"
    assert tree(target) == expected(site)


@pytest.mark.parametrize(("old", "new"), [(b"12", b"1"), (b"1", b"12"), (b"1", b""), (b"", b"1"), (b"12", b"21")])
def test_contents_are_compared_to_their_ends(target: str, old: bytes, new: bytes) -> None:
    publish(target, {"": {"index.html": old}})

    publish(target, {"": {"index.html": new}})

    assert read(f"{target}/index.html") == new


def test_a_file_may_become_a_folder_and_a_folder_a_file(target: str) -> None:
    publish(target, {"": {"index.html": b"1", "a": b"file", "b/c": b"in a folder"}})
    site = {"": {"index.html": b"1", "a/c": b"in a folder", "b": b"file"}}

    publish(target, site)

    assert tree(target) == expected(site)
