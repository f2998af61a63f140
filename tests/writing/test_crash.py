"""Killed at any moment (D1, D6, D7): the target is the old site or the new one, and the next publication succeeds."""

import os
import random
import signal
from collections.abc import Callable

import pytest

from generator.writing.disk import CrashPoint
from generator.writing.publish import Publication
from generator.writing.state import State

from .disks import Countdown, PointDisk, WatchedDisk, in_child
from .sites import Site, expected, generation, leftovers, publish, tree, write

WHOLE = (generation("one"), generation("two"))
PART = (generation("one"), {**generation("one"), "kok-tum": generation("two")["kok-tum"]})
REMOVAL = (generation("one"), generation("one", ("kok-tum",)))
PAGES = (
    generation("one"),
    {**generation("one"), "kok-tum": {**generation("one")["kok-tum"], "kok-tum/2567/x": b"x", "kok-tum/2567/y": b"y"}},
)
ADDITION = (generation("one"), generation("one", ("kok-tum", "nong-bua", "tha-muang")))
FIRST = (None, generation("one"))
CHANGES = {"first": FIRST, "whole": WHOLE, "part": PART, "pages": PAGES, "removal": REMOVAL, "addition": ADDITION}

Change = tuple[Site | None, Site]


@pytest.fixture(
    params=[
        pytest.param(change, id=name, marks=[] if name in ("first", "part", "removal") else pytest.mark.sweep)
        for name, change in CHANGES.items()
    ]
)
def change(request: pytest.FixtureRequest) -> Change:
    """The old site, or None, and the new one."""
    found: Change = request.param
    return found


def exit_hard() -> None:
    os._exit(77)


def interrupt() -> None:
    raise KeyboardInterrupt


def put(target: str, site: Site | None) -> None:
    """Have a site published, with former generations to reuse."""
    if site is not None:
        for step in ("x", "y", "z"):
            publish(target, {**site, "": {"index.html": step.encode()}, "kok-tum": generation(step)["kok-tum"]})
        publish(target, site)


def look(site: Site | None) -> dict[str, bytes | None] | None:
    return None if site is None else expected(site)


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("point", CrashPoint)
def test_at_every_named_point(target: str, change: Change, point: CrashPoint, exchanges: bool) -> None:
    old, new = change
    put(target, old)

    code = in_child(lambda: void(publish(target, new, disk=PointDisk(point, exit_hard, exchanges=exchanges))))

    renamed = not exchanges and change in (WHOLE, PART, PAGES)
    if code == 0:
        assert point in (CrashPoint.JOURNALED, CrashPoint.HALFWAY)
        assert not renamed
    else:
        assert code == 77
    if point is not CrashPoint.HALFWAY:
        assert tree(target) in (look(old), look(new))
        after = point in (CrashPoint.SWAPPED, CrashPoint.SHELVED, CrashPoint.RECORDED, CrashPoint.FINISHED)
        if code:
            assert tree(target) == look(new if after else old)
    for site in (old, new) if old is not None else (new,):
        publish(target, site)
        assert tree(target) == look(site)
        assert leftovers(target) == set()
        assert publish(target, site).part is None


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        ("part", exit_hard),
        *(pytest.param(kind, exit_hard, marks=pytest.mark.sweep) for kind in CHANGES if kind != "part"),
        *(pytest.param(kind, interrupt, marks=pytest.mark.sweep) for kind in ("whole", "part")),
    ],
)
def test_at_every_operation(target: str, kind: str, then: Callable[[], None]) -> None:
    old, new = CHANGES[kind]
    put(target, old)
    passing = 0
    finished = False
    while not finished:

        def step(passing: int = passing) -> None:
            disk = WatchedDisk(Countdown(passing, then))
            try:
                publish(target, new, disk=disk)
            except KeyboardInterrupt:
                os._exit(77)

        finished = in_child(step) == 0
        assert tree(target) in (look(old), look(new)), passing
        # some of the times: the process that follows finds what several killed ones left
        if passing % 3 == 0:
            publish(target, new)
            assert tree(target) == look(new), passing
            assert leftovers(target) == set(), passing
            if old is None:
                os.rename(target, f"{target}-{passing}")
            else:
                publish(target, old)
        passing += 1
    assert passing > 20


@pytest.mark.parametrize("point", CrashPoint)
def test_interrupted_at_every_named_point(target: str, point: CrashPoint) -> None:
    publish(target, WHOLE[0])
    if point in (CrashPoint.JOURNALED, CrashPoint.HALFWAY):
        disk = PointDisk(point, interrupt, exchanges=False)
    else:
        disk = PointDisk(point, interrupt)

    with pytest.raises(KeyboardInterrupt):
        publish(target, WHOLE[1], disk=disk)

    after = point in (CrashPoint.SWAPPED, CrashPoint.SHELVED, CrashPoint.RECORDED, CrashPoint.FINISHED)
    assert tree(target) == expected(WHOLE[after])
    publish(target, WHOLE[1])
    assert tree(target) == expected(WHOLE[1])
    assert leftovers(target) == set()


def test_killed_at_random_moments(target: str) -> None:
    """The child tells each operation through a pipe; it is killed some operations later, wherever it is by then."""
    sites = [generation(str(number)) for number in range(4)]
    publish(target, sites[0])
    chance = random.Random(2567)
    for _ in range(40):
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            disk = WatchedDisk(lambda operation, path, writer=writer: void(os.write(writer, b".")))  # type: ignore[misc]
            while True:
                for site in sites:
                    publish(target, site, disk=disk)
        os.close(writer)
        left = chance.randrange(1, 600)
        while left > 0:
            left -= len(os.read(reader, left))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        assert tree(target) in [expected(site) for site in sites]
    publish(target, sites[0])
    assert tree(target) == expected(sites[0])
    assert leftovers(target) == set()


class TestBetweenTwoRenames:
    """Where folders cannot be exchanged, the part is missing for a moment."""

    @pytest.mark.parametrize("sites", [WHOLE, PART], ids=["whole", "part"])
    def test_the_next_publication_puts_the_old_part_back_before_anything_else(
        self, target: str, sites: tuple[Site, Site]
    ) -> None:
        old, new = sites
        publish(target, old)
        disk = PointDisk(CrashPoint.HALFWAY, exit_hard, exchanges=False)
        assert in_child(lambda: void(publish(target, new, disk=disk))) == 77
        assert tree(target) not in (expected(old), expected(new))

        with Publication(target) as publication:
            assert not publication.fresh
            assert tree(target) == expected(old)

        assert tree(target) == expected(old)
        publish(target, new)
        assert tree(target) == expected(new)

    def test_killed_again_while_putting_back(self, target: str) -> None:
        old, new = WHOLE
        publish(target, old)
        disk = PointDisk(CrashPoint.HALFWAY, exit_hard, exchanges=False)
        in_child(lambda: void(publish(target, new, disk=disk)))

        for passing in range(12):
            in_child(
                lambda passing=passing: void(  # type: ignore[misc]
                    publish(target, new, disk=WatchedDisk(Countdown(passing, exit_hard), exchanges=False))
                )
            )
            assert tree(target) in (None, expected(old), expected(new))
        with Publication(target):
            assert tree(target) == expected(old)

    @pytest.mark.parametrize("journal", [b"", b"{", b"[1]", b'{"part": 7}', b"\xff\xff"])
    def test_a_damaged_journal_does_not_lose_the_site(self, target: str, journal: bytes) -> None:
        publish(target, WHOLE[0])
        os.rename(target, State(target).displaced)
        write(State(target).journal, journal)

        with Publication(target):
            assert tree(target) == expected(WHOLE[0])
        publish(target, WHOLE[1])

        assert tree(target) == expected(WHOLE[1])
        assert leftovers(target) == set()

    def test_a_part_whose_journal_is_damaged_is_not_taken_for_the_site(self, target: str) -> None:
        publish(target, WHOLE[0])
        os.rename(f"{target}/kok-tum", State(target).displaced)
        os.rename(target, f"{target}-away")
        write(State(target).journal, b"")

        publish(target, WHOLE[1])

        assert tree(target) == expected(WHOLE[1])

    def test_a_journal_without_renames_changes_nothing(self, target: str) -> None:
        publish(target, WHOLE[0])
        write(State(target).journal, b'{"part": "kok-tum"}')

        with Publication(target):
            assert tree(target) == expected(WHOLE[0])
        assert leftovers(target) == set()


def void(result: object) -> None:
    """For work of which only the effect is wanted."""
