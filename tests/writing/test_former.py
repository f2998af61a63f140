"""Former generations: there for slow readers, then taken apart for the next site."""

import os
from functools import partial

from generator.writing.disk import CrashPoint, RealDisk
from generator.writing.state import State

from .disks import PointDisk, WatchedDisk
from .sites import FIVE, changed, expected, generation, publish, tree, write


def test_what_was_displaced_last_is_there_until_the_next_exchange(target: str) -> None:
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


def test_a_change_of_most_units_leaves_no_old_generation_but_the_last(target: str) -> None:
    site = generation("one", tuple("abcdefgh"))
    publish(target, site)
    for step in range(3):
        site = changed(site, a__2567__o12=b"%d" % step, search=b"%d" % step)
        publish(target, site)
    assert len(os.listdir(State(target).former)) == 2

    publish(target, generation("two", tuple("abcdefgh")))

    assert len(os.listdir(State(target).former)) == 1


def test_whole_generations_are_reused_and_do_not_pile_up(target: str) -> None:
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


def test_a_former_generation_that_was_tampered_with_is_not_reused(target: str) -> None:
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


def test_without_records_a_former_generation_is_no_model(target: str) -> None:
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


def test_the_real_disk_can_exchange_here(target: str) -> None:
    """The other tests of the exchange would pass with the fallback, too."""
    os.makedirs(f"{target}/one/x")
    os.makedirs(f"{target}/other")

    assert RealDisk.exchange(f"{target}/one", f"{target}/other")
    assert os.path.isdir(f"{target}/other/x")
