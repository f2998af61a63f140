"""A site is published, changed and published again."""

import hashlib
import os
import pickle
import threading
from functools import partial

import pytest

from generator.writing.bundle import FileRef
from generator.writing.disk import CrashPoint, RealDisk
from generator.writing.publish import Outcome, Publication, PublishError, Reason, Staged
from generator.writing.state import State

from .disks import PointDisk, WatchedDisk
from .sites import Site, expected, generation, identities, leftovers, publish, read, tree, write

FIVE = ("bang-rak", "kok-tum", "nong-bua", "pa-sak", "tha-muang")


def changed(site: Site, **contents: bytes | None) -> Site:
    """A site with pages replaced, added or (None) taken away; ``__`` in a name stands for ``/``, ``_`` for ``-``."""
    units = {unit: dict(bundle) for unit, bundle in site.items()}
    for name, content in contents.items():
        address = name.replace("__", "/").replace("_", "-") + "/index.html"
        unit = address.partition("/")[0]
        bundle = units[unit if unit in units else ""]
        if content is None:
            del bundle[address]
        else:
            bundle[address] = content
    return units


class TestFirstPublication:
    def test_missing_folder_becomes_the_site(self, target: str) -> None:
        outcome = publish(target, generation("one"))

        assert tree(target) == expected(generation("one"))
        assert outcome == Outcome(part="", written=9, removed=0)
        assert leftovers(target) == set()
        assert not os.path.exists(State(target).former)

    def test_empty_folder_becomes_the_site_and_keeps_its_permissions(self, target: str) -> None:
        os.mkdir(target)
        os.chmod(target, 0o2750)

        publish(target, generation("one"))

        assert tree(target) == expected(generation("one"))
        assert os.stat(target).st_mode & 0o7777 == 0o2750
        assert not os.path.exists(State(target).former)

    def test_folders_on_the_way_are_made(self, target: str) -> None:
        publish(f"{target}/public/ita", generation("one"))

        assert tree(f"{target}/public/ita") == expected(generation("one"))

    def test_leaving_without_commit_publishes_nothing(self, target: str) -> None:
        with Publication(target) as publication:
            publication.stage("", generation("one")[""], None)

        assert tree(target) is None
        assert leftovers(target) == set()

    def test_an_error_of_the_caller_publishes_nothing_and_frees_the_space(self, target: str) -> None:
        def build_with_error() -> None:
            with Publication(target) as publication:
                publication.stage("", generation("one")[""], None)
                raise RuntimeError("a page could not be rendered")

        with pytest.raises(RuntimeError, match="rendered"):
            build_with_error()

        assert tree(target) is None
        assert leftovers(target) == set()

    def test_fresh_tells_whether_anything_was_published(self, target: str) -> None:
        with Publication(target) as publication:
            before = publication.fresh
        publish(target, generation("one"))
        with Publication(target) as publication:
            after = publication.fresh

        assert (before, after) == (True, False)

    def test_units_staged_by_forked_workers_are_published_together(self, target: str) -> None:
        site = generation("one", ("bang-rak", "kok-tum", "nong-bua", "tha-muang"))
        with Publication(target) as publication:
            pipes = []
            for share in (("bang-rak", "nong-bua"), ("kok-tum", "tha-muang")):
                reader, writer = os.pipe()
                child = os.fork()
                if not child:
                    staged = [publication.stage(unit, site[unit], unit) for unit in share]
                    os.write(writer, pickle.dumps(staged))
                    publication.__exit__(None, None, None)  # as leaving the context would; the parent must not notice
                    os._exit(0)
                os.close(writer)
                pipes.append((child, reader))
            collected: list[Staged] = []
            for child, reader in pipes:
                with os.fdopen(reader, "rb") as answer:
                    collected += pickle.loads(answer.read())
                os.waitpid(child, 0)
            publication.commit([*collected, publication.stage("", site[""], None)], [])

        assert tree(target) == expected(site)
        with Publication(target) as publication:
            assert [getattr(publication.published(unit), "data", "lost") for unit in site if unit] == sorted(site)[1:]


class TestSmallestPart:
    def test_nothing_changed_leaves_everything_untouched(self, target: str) -> None:
        publish(target, generation("one"))
        paths = [target, *(os.path.join(target, address) for address in expected(generation("one")))]
        before = [(seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns) for seen in map(os.lstat, paths)]

        outcome = publish(target, generation("one"))

        assert outcome.part is None
        assert [(seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns) for seen in map(os.lstat, paths)] == before

    def test_equal_content_under_a_new_note_leaves_everything_untouched(self, target: str) -> None:
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
        self, target: str, contents: dict[str, bytes | None], part: str
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

    def test_neighbours_whose_names_only_begin_alike_are_told_apart(self, target: str) -> None:
        site = {"": {"a/b/c": b"1", "a/b-x/c": b"1", "a/b.y": b"1"}}
        publish(target, site)

        site = {"": {"a/b/c": b"2", "a/b-x/c": b"2", "a/b.y": b"2"}}
        outcome = publish(target, site)

        assert outcome.part == "a"
        assert tree(target) == expected(site)

    @pytest.mark.parametrize(("old", "new"), [(b"12", b"1"), (b"1", b"12"), (b"1", b""), (b"", b"1"), (b"12", b"21")])
    def test_contents_are_compared_to_their_ends(self, target: str, old: bytes, new: bytes) -> None:
        publish(target, {"": {"index.html": old}})

        publish(target, {"": {"index.html": new}})

        assert read(f"{target}/index.html") == new

    def test_a_file_may_become_a_folder_and_a_folder_a_file(self, target: str) -> None:
        publish(target, {"": {"index.html": b"1", "a": b"file", "b/c": b"in a folder"}})
        site = {"": {"index.html": b"1", "a/c": b"in a folder", "b": b"file"}}

        publish(target, site)

        assert tree(target) == expected(site)


class TestIdentity:
    @pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
    def test_unchanged_files_and_folders_stay_what_they_are_through_many_publications(
        self, target: str, exchanges: bool
    ) -> None:
        disk = WatchedDisk(lambda operation, path: None, exchanges=exchanges)
        site = generation("one", FIVE)
        publish(target, site, disk=disk)
        before = identities(target)
        folders = [target, f"{target}/kok-tum", f"{target}/nong-bua", f"{target}/nong-bua/2567/o12"]
        times = [os.lstat(folder).st_mtime_ns for folder in folders]

        # by whole site, by part, by whole site again: the later ones reuse former generations
        for step, contents in enumerate(
            [
                {"kok_tum__2567__o12": b"1", "search": b"1"},
                {"kok_tum__2567__o12": b"2", "search": b"2"},
                {"kok_tum__2567__o12": b"3", "search": b"3"},
                {"kok_tum__2567__o12": b"4", "kok_tum__2567__o13": b"4"},
                {"kok_tum__2567__o12": b"alone"},
                {"kok_tum__2567__o12": b"5", "search": b"5"},
                {"kok_tum__2567__o12": b"6", "search": b"6"},
            ]
        ):
            site = changed(site, **contents)
            earlier = identities(target)
            publish(target, site, disk=disk)
            after = identities(target)

            assert tree(target) == expected(site), step
            written = {name.replace("__", "/").replace("_", "-") + "/index.html" for name in contents}
            assert {address for address in after if after[address] != earlier.get(address)} == written, step
            assert [os.lstat(folder).st_mtime_ns for folder in folders] == times, step
        unchanged = set(before) - {"kok-tum/2567/o12/index.html", "search/index.html"}
        assert {address: before[address] for address in unchanged} == {
            address: identities(target)[address] for address in unchanged
        }

    def test_permissions_of_folders_survive(self, target: str) -> None:
        publish(target, generation("one"))
        for folder in (target, f"{target}/kok-tum", f"{target}/kok-tum/2567"):
            os.chmod(folder, 0o2775)

        publish(target, generation("two"))

        assert [
            os.stat(folder).st_mode & 0o7777 for folder in (target, f"{target}/kok-tum", f"{target}/kok-tum/2567")
        ] == [0o2775] * 3

    def test_where_links_are_impossible_files_are_copied_with_their_time(self, target: str) -> None:
        def no_links(operation: str, path: str) -> None:
            if operation == "link":
                raise PermissionError(1, "Operation not permitted", path)

        publish(target, generation("one"))
        site = changed(generation("one"), kok_tum__2567__o12=b"new", search=b"new")
        times = {address: time for address, (_, time) in identities(target).items()}

        publish(target, site, disk=WatchedDisk(no_links))

        assert tree(target) == expected(site)
        after = {address: time for address, (_, time) in identities(target).items()}
        assert {address for address in times if times[address] != after[address]} == {
            "kok-tum/2567/o12/index.html",
            "search/index.html",
        }
        with Publication(target) as publication:
            assert all(publication.published(unit) is not None for unit in site)

    def test_many_files_are_linked_by_two_threads(self, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("generator.writing.completion._MANY", 1)
        site = generation("one", ("a", "b", "c", "d", "e"))
        publish(target, site)
        before = identities(target)
        site = changed(site, a__2567__o12=b"new", search=b"new")

        publish(target, site)

        assert tree(target) == expected(site)
        after = identities(target)
        assert {address for address in after if after[address] != before[address]} == {
            "a/2567/o12/index.html",
            "search/index.html",
        }

    def test_an_error_in_the_second_thread_keeps_the_old_site(
        self, target: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(operation: str, path: str) -> None:
            if operation == "link" and threading.current_thread() is not threading.main_thread():
                raise OSError(28, "No space left on device", path)

        monkeypatch.setattr("generator.writing.completion._MANY", 1)
        site = generation("one", ("a", "b", "c"))
        publish(target, site)

        with pytest.raises(PublishError, match="No space left"):
            publish(target, changed(site, search=b"new", c__2567=b"new"), disk=WatchedDisk(full))

        assert tree(target) == expected(site)


class TestUnits:
    def test_a_unit_that_is_no_more_vanishes(self, target: str) -> None:
        publish(target, generation("one"))
        site = generation("one", ("nong-bua",))

        outcome = publish(target, site)

        assert outcome.part == "kok-tum"
        assert tree(target) == expected(site)
        with Publication(target) as publication:
            assert publication.published("kok-tum") is None
            assert publication.published("") is not None

    def test_a_unit_that_is_new_appears(self, target: str) -> None:
        publish(target, generation("one"))
        site = generation("one", ("kok-tum", "nong-bua", "tha-muang"))

        outcome = publish(target, site)

        assert outcome.part == "tha-muang"
        assert tree(target) == expected(site)
        assert publish(target, site).part is None

    def test_a_site_may_be_one_unit_at_the_root(self, target: str) -> None:
        bundle = {"index.html": b"agency", "2566/o1/index.html": b"o1", "2567/o1/index.html": b"o1"}
        publish(target, {"": bundle})
        before = identities(target)

        outcome = publish(target, {"": {**bundle, "2567/o1/index.html": b"o1, corrected"}})

        assert outcome.part == "2567/o1/index.html"
        assert read(f"{target}/2567/o1/index.html") == b"o1, corrected"
        assert {address for address, seen in identities(target).items() if before[address] != seen} == {
            "2567/o1/index.html"
        }

    def test_a_portal_may_become_a_single_agency_and_back(self, target: str) -> None:
        portal = generation("one")
        single: Site = {"": {"index.html": b"agency", "kok-tum/history/index.html": b"now a page of the site"}}
        for site in (portal, single, portal):
            publish(target, site)
            assert tree(target) == expected(site)

    def test_a_unit_without_files_has_no_folder(self, target: str) -> None:
        site: Site = {**generation("one"), "nong-bua": {}}
        publish(target, generation("one"))

        publish(target, site)

        assert tree(target) == expected(site)
        assert publish(target, site).part is None

    def test_a_kept_unit_must_have_been_published(self, target: str) -> None:
        publish(target, generation("one"))
        with Publication(target) as publication, pytest.raises(ValueError, match="tha-muang"):
            publication.commit([], ["", "kok-tum", "nong-bua", "tha-muang"])

    def test_the_site_s_own_unit_must_be_there(self, target: str) -> None:
        publish(target, generation("one"))
        with Publication(target) as publication, pytest.raises(ValueError, match="once"):
            publication.commit([], ["kok-tum", "nong-bua"])

    def test_no_unit_is_both_staged_and_kept(self, target: str) -> None:
        site = generation("one")
        publish(target, site)
        with Publication(target) as publication:
            staged = publication.stage("kok-tum", site["kok-tum"], None)
            with pytest.raises(ValueError, match="once"):
                publication.commit([staged], ["", "kok-tum", "nong-bua"])

    def test_the_site_s_own_unit_may_not_write_into_another(self, target: str) -> None:
        publish(target, generation("one"))
        with Publication(target) as publication:
            staged = publication.stage("", {"kok-tum/more.html": b"more"}, None)
            with pytest.raises(ValueError, match="belongs to a unit"):
                publication.commit([staged], ["kok-tum", "nong-bua"])

    @pytest.mark.parametrize(
        ("unit", "bundle", "fault"),
        [
            ("kok-tum", {"nong-bua/index.html": b""}, "does not belong"),
            ("kok-tum", {"kok-tum": b""}, "does not belong"),
            ("kok-tum", {"kok-tum/../index.html": b""}, "not an address"),
            ("Kok-tum", {"Kok-tum/index.html": b""}, "not an address"),
            ("kok-tum/2567", {"kok-tum/2567/index.html": b""}, "not a unit"),
            ("", {".prongsai": b"mine"}, "not an address"),
            ("", {"a": b"file", "a/b": b"in a folder"}, "a file and a folder"),
        ],
    )
    def test_a_bundle_that_cannot_be_published_is_refused_before_anything_is_written(
        self, target: str, unit: str, bundle: dict[str, bytes], fault: str
    ) -> None:
        with Publication(target) as publication, pytest.raises(ValueError, match=fault):
            publication.stage(unit, bundle, None)
        assert tree(target) is None


class TestEvidence:
    @pytest.fixture
    def source(self, target: str) -> FileRef:
        path = os.path.join(os.path.dirname(target), "แผน.pdf")
        content = b"%PDF" * 600_000  # more than one chunk
        write(path, content)
        return FileRef(path, len(content), hashlib.blake2b(content).hexdigest())

    def test_a_source_file_is_copied(self, target: str, source: FileRef) -> None:
        site: Site = {"": {"index.html": b"1", "files/plan.pdf": source}}

        publish(target, site)

        assert tree(target) == expected(site)

    def test_an_unchanged_one_is_neither_copied_nor_read_again(self, target: str, source: FileRef) -> None:
        heard: list[tuple[str, str]] = []
        publish(target, {"": {"index.html": b"1", "files/plan.pdf": source}})
        before = identities(target)["files/plan.pdf"]

        publish(
            target,
            {"": {"index.html": b"2", "files/plan.pdf": source}},
            disk=WatchedDisk(lambda operation, path: heard.append((operation, path))),
        )

        assert identities(target)["files/plan.pdf"] == before
        assert {operation for operation, path in heard if path.endswith("plan.pdf")} == {"stat"}

    def test_without_a_record_it_is_compared_by_its_digest(self, target: str, source: FileRef) -> None:
        publish(target, {"": {"index.html": b"1", "files/plan.pdf": source}})
        before = identities(target)["files/plan.pdf"]
        os.unlink(State(target).record(""))

        publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

        assert identities(target)["files/plan.pdf"] == before

    def test_one_that_changed_since_it_was_read_stops_the_publication(self, target: str, source: FileRef) -> None:
        publish(target, {"": {"index.html": b"1"}})
        write(source.path, b"something else")

        with pytest.raises(PublishError) as caught:
            publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

        assert (caught.value.reason, caught.value.path) == (Reason.CHANGED, source.path)
        assert tree(target) == expected({"": {"index.html": b"1"}})

    def test_one_that_is_gone_stops_the_publication(self, target: str, source: FileRef) -> None:
        os.unlink(source.path)

        with pytest.raises(PublishError) as caught:
            publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

        assert (caught.value.reason, caught.value.path) == (Reason.FAILED, source.path)


class TestFormerGenerations:
    def test_what_was_displaced_last_is_there_until_the_next_exchange(self, target: str) -> None:
        def look(reader: int, token: int) -> None:
            for address, content in (("kok-tum/2567/o12/index.html", token), ("nong-bua/index.html", 0)):
                with os.fdopen(os.open(address, os.O_RDONLY, dir_fd=reader), "rb") as file:
                    assert file.read().endswith(b"%d" % content)
            looked.append(token)

        looked: list[int] = []
        site = generation("0", FIVE)
        publish(target, site)
        displaced = -1
        for step in range(1, 13):
            reader = os.open(target, os.O_RDONLY)
            site = changed(site, kok_tum__2567__o12=b"%d" % step, search=b"%d" % step)
            if displaced < 0:
                publish(target, site)
            else:
                publish(target, site, disk=PointDisk(CrashPoint.SYNCED, partial(look, displaced, step - 2)))
                os.close(displaced)
            displaced = reader
        os.close(displaced)

        assert looked == list(range(11))

    def test_a_change_of_most_units_leaves_no_old_generation_but_the_last(self, target: str) -> None:
        site = generation("one", tuple("abcdefgh"))
        publish(target, site)
        for step in range(3):
            site = changed(site, a__2567__o12=b"%d" % step, search=b"%d" % step)
            publish(target, site)
        assert len(os.listdir(State(target).former)) == 2

        publish(target, generation("two", tuple("abcdefgh")))

        assert len(os.listdir(State(target).former)) == 1

    def test_whole_generations_are_reused_and_do_not_pile_up(self, target: str) -> None:
        site = generation("one", tuple("abcdefgh"))
        publish(target, site)
        links, generations = [], []
        for step in range(12):
            heard: list[str] = []
            if step % 4 == 3:  # something less than the whole site in between
                site = changed(site, b__2567__o12=b"%d" % step)
                publish(target, site)
            site = changed(site, a__2567__o12=b"%d" % step, search=b"%d" % step)
            publish(target, site, disk=WatchedDisk(lambda operation, path, heard=heard: heard.append(operation)))  # type: ignore[misc]
            links.append(heard.count("link"))
            generations.append(len(os.listdir(State(target).former)))
            assert tree(target) == expected(site)

        assert links[:2] == [25, 25]  # 8 units of 3 files, the front page and the marker, without the 2 written
        assert set(links[2:]) == {4, 7}  # what is left of the two, and at times the 3 of the unit that changed between
        assert max(generations) == 2

    def test_a_former_generation_that_was_tampered_with_is_not_reused(self, target: str) -> None:
        site = generation("one", tuple("abcd"))
        publish(target, site)
        for step in range(2):
            site = changed(site, a__2567__o12=b"%d" % step, search=b"%d" % step)
            publish(target, site)
        for name in os.listdir(State(target).former):
            former = f"{State(target).former}/{name}"
            os.unlink(f"{former}/b/index.html")
            write(f"{former}/b/index.html", b"tampered")
            write(f"{former}/c/extra.html", b"tampered")

        site = changed(site, a__2567__o12=b"last", search=b"last")
        publish(target, site)

        assert tree(target) == expected(site)

    def test_without_records_a_former_generation_is_no_model(self, target: str) -> None:
        """What is not known to have looked alike is not taken to look alike."""
        site = generation("one", tuple("abcd"))
        publish(target, site)
        for step in range(2):
            site = changed(site, a__2567__o12=b"%d" % step, search=b"%d" % step)
            publish(target, site)
        for name in os.listdir(State(target).former):
            os.unlink(f"{State(target).former}/{name}/b/index.html")
        os.unlink(State(target).record("b"))

        site = changed(site, a__2567__o12=b"last", search=b"last")
        publish(target, site)

        assert tree(target) == expected(site)

    def test_the_real_disk_can_exchange_here(self, target: str) -> None:
        """The other tests of the exchange would pass with the fallback, too."""
        os.makedirs(f"{target}/one/x")
        os.makedirs(f"{target}/other")

        assert RealDisk.exchange(f"{target}/one", f"{target}/other")
        assert os.path.isdir(f"{target}/other/x")
