"""A site is published, changed and published again."""

import os
import pickle

import pytest
from lacking import no_modes

from generator.writing.commit import Committed
from generator.writing.publish import Publication
from generator.writing.staging import Staged
from generator.writing.state import State

from .sites import Site, expected, generation, identities, leftovers, publish, read, tree


class TestFirstPublication:
    def test_missing_folder_becomes_the_site(self, target: str) -> None:
        outcome = publish(target, generation("one"))

        assert tree(target) == expected(generation("one"))
        assert outcome == Committed(part="", written=9, removed=0)
        assert leftovers(target) == set()
        assert not os.path.exists(State(target).former)

    @no_modes
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
