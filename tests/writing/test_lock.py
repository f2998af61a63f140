"""One publication at a time (D3), and a lock that dies with its holder (D4)."""

import os
import signal
from contextlib import suppress

import pytest

from generator.writing.lock import Lock, LockedError
from generator.writing.publish import Publication, PublishError, Reason
from generator.writing.state import State

from .disks import in_child
from .sites import expected, generation, leftovers, publish, tree, write


def test_the_second_is_told_who_is_publishing(target: str) -> None:
    publish(target, generation("one"))
    before = tree(State(target).folder)

    def second() -> None:
        with pytest.raises(PublishError) as caught:
            publish(target, generation("two"))
        assert caught.value.reason is Reason.LOCKED
        assert caught.value.path == target
        assert caught.value.holder is not None
        assert caught.value.holder.pid == os.getppid()
        assert caught.value.holder.since.endswith("Z")

    with Publication(target):
        before = tree(State(target).folder)
        assert in_child(second) == 0
        assert tree(State(target).folder) == before
    assert tree(target) == expected(generation("one"))


def test_while_somebody_publishes_nobody_judges_what_is_in_the_target(target: str) -> None:
    """Between two renames it may be missing or strange for a moment."""
    with Publication(target):
        os.mkdir(target)
        write(f"{target}/strange", b"")
        with pytest.raises(PublishError) as caught, Publication(target):
            pass
        os.unlink(f"{target}/strange")

    assert caught.value.reason is Reason.LOCKED


def test_of_many_at_once_those_that_win_publish_whole_sites(target: str) -> None:
    start, go = os.pipe()
    children = {}
    for number in range(6):
        child = os.fork()
        if not child:
            code = 9
            try:
                os.close(go)
                os.read(start, 1)  # until the parent closes its end, for all at once
                publish(target, generation(f"by {number}"))
                code = 0
            except PublishError as error:
                code = 3 if error.reason is Reason.LOCKED and error.holder is not None else 8
            finally:
                os._exit(code)
        children[child] = number
    os.close(go)
    codes = {children[child]: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children}
    os.close(start)

    winners = [number for number, code in codes.items() if code == 0]
    assert winners
    assert set(codes.values()) <= {0, 3}
    assert tree(target) in [expected(generation(f"by {number}")) for number in winners]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_holder_that_is_killed_holds_nothing(target: str, how: signal.Signals) -> None:
    def die_holding() -> None:
        with Publication(target):
            os.kill(os.getpid(), how)

    assert in_child(die_holding) == -how
    publish(target, generation("one"))
    assert tree(target) == expected(generation("one"))


@pytest.mark.parametrize("note", [b"1 2020-01-01T00:00:00Z\n", b"", b"\xff\x00 nonsense", b"9" * 5000])
def test_a_note_left_in_the_lock_file_locks_nothing(target: str, note: bytes) -> None:
    """After a restart of the machine the file is there, and its process number may belong to anybody."""
    os.makedirs(State(target).folder)
    write(State(target).lock, note)

    publish(target, generation("one"))

    assert tree(target) == expected(generation("one"))


@pytest.mark.parametrize(
    "note",
    [b"", b"\xff\x00 nonsense", b"0 2020-01-01T00:00:00Z", b"%d 2020-01-01T00:00:00Z" % os.getppid(), b"9" * 90, b"-1"],
)
def test_a_holder_whose_note_is_not_true_is_still_a_holder_but_not_named(target: str, note: bytes) -> None:
    """Also a process that is there, but does not have the file open."""
    holder = Lock(target)
    holder.take()
    write(target, note)

    with pytest.raises(LockedError) as caught:
        Lock(target).take()

    assert caught.value.holder == (0, "")
    holder.release()
    Lock(target).take()


def test_the_note_of_a_former_holder_is_gone(target: str) -> None:
    write(target, b"9" * 50)
    holder = Lock(target)
    holder.take()

    with pytest.raises(LockedError) as caught:
        Lock(target).take()

    assert caught.value.holder.pid == os.getpid()
    assert len(caught.value.holder.since) == len("2567-01-31T00:00:00Z")
    holder.release()


def test_leaving_gives_the_lock_back(target: str) -> None:
    with Publication(target):
        pass
    with Publication(target) as publication:
        assert publication.fresh


def test_a_process_that_outlives_the_holder_holds_nothing_and_spoils_nothing(target: str) -> None:
    """It still stages when its parent is dead and another publication under way: beside that one, not into it."""
    publish(target, generation("old"))
    told, tell = os.pipe()  # the survivor waits until this one tells it to go on
    ended, end = os.pipe()  # and this one until the survivor is no more

    def die_leaving_a_worker() -> None:
        with Publication(target) as publication:
            if not os.fork():
                os.close(tell)
                os.read(told, 1)
                with suppress(PublishError):
                    publication.stage("kok-tum", {"kok-tum/index.html": b"late", "kok-tum/late.html": b"late"}, None)
                os._exit(0)
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(die_leaving_a_worker) == -signal.SIGKILL
    os.close(told)
    os.close(end)
    with Publication(target) as publication:
        staged = [publication.stage(unit, bundle, None) for unit, bundle in generation("new").items()]
        os.close(tell)
        assert os.read(ended, 1) == b""
        publication.commit(staged, [])
    os.close(ended)

    assert tree(target) == expected(generation("new"))
    publish(target, generation("newer"))
    assert tree(target) == expected(generation("newer"))
    assert leftovers(target) == set()
