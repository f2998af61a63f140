"""Operations that fail (D2): an error with its path, the old site or the new one, and nothing left over later."""

import errno
import os

import pytest

from generator.writing.commit import Committed
from generator.writing.publish import PublishError, Reason
from generator.writing.state import State

from .disks import Countdown, WatchedDisk
from .sites import Site, expected, generation, leftovers, publish, tree

OLD = generation("one")
CHANGES: dict[str, Site] = {
    "whole": generation("two"),
    "part": {**OLD, "kok-tum": generation("two")["kok-tum"]},
    "removal": generation("one", ("kok-tum",)),
    "nothing": OLD,
}


class Failure:
    """Raises an error of the system at one operation and remembers at which."""

    def __init__(self, passing: int, number: int) -> None:
        self._left = passing
        self._number = number
        self.at = ""

    def __call__(self, operation: str, path: str) -> None:
        self._left -= 1
        if self._left == -1:
            self.at = operation
            raise OSError(self._number, os.strerror(self._number), path)


def attempt(target: str, site: Site, failure: Failure, *, exchanges: bool) -> PublishError | Committed:
    try:
        return publish(target, site, disk=WatchedDisk(failure, exchanges=exchanges))
    except PublishError as error:
        return error


@pytest.mark.parametrize(
    ("change", "number", "exchanges"),
    [
        ("part", errno.ENOSPC, True),
        ("whole", errno.EACCES, False),
        *(
            pytest.param(change, number, exchanges, marks=pytest.mark.sweep)
            for change, number, exchanges in (
                *((change, errno.ENOSPC, True) for change in CHANGES if change != "part"),
                *((change, errno.ENOSPC, False) for change in ("whole", "part")),
                *(("part", number, True) for number in (errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)),
            )
        ),
    ],
)
def test_every_operation_fails_once(target: str, change: str, number: int, exchanges: bool) -> None:
    new = CHANGES[change]
    publish(target, OLD)
    publish(target, generation("zero"))
    publish(target, OLD)
    failed = 0
    while True:
        failure = Failure(failed, number)
        result = attempt(target, new, failure, exchanges=exchanges)
        if not failure.at:
            break
        failed += 1
        seen = tree(target)
        if isinstance(result, Committed):
            # what could not be read was made anew, or it was only rubbish that could not be removed
            assert failure.at in ("read", "list", "remove"), failed
            assert seen == expected(new), failed
        else:
            assert result.reason in (Reason.FAILED, Reason.UNFINISHED, Reason.FOREIGN), failed
            assert result.path.startswith(os.path.dirname(target)), failed
            assert seen in (expected(OLD), expected(new)), failed
            if result.reason is Reason.UNFINISHED:
                assert seen == expected(new), failed
            if result.reason is Reason.FAILED:
                assert result.detail == os.strerror(number)
                assert seen == expected(OLD), failed
        publish(target, OLD)
        assert tree(target) == expected(OLD), failed
        assert leftovers(target) == set(), failed
    assert failed > 20
    assert tree(target) == expected(new)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_every_operation_of_a_first_publication_fails_once(target: str, number: int) -> None:
    failed = 0
    while True:
        place = f"{target}{failed}"
        failure = Failure(failed, number)
        result = attempt(place, OLD, failure, exchanges=True)
        if not failure.at:
            break
        failed += 1
        assert isinstance(result, PublishError) or failure.at in ("read", "list", "remove"), failed
        assert tree(place) in (None, expected(OLD)), failed
        publish(place, OLD)
        assert tree(place) == expected(OLD), failed
        assert leftovers(place) == set(), failed
    assert failed > 20


def test_a_full_disk_is_given_its_space_back_at_once(target: str) -> None:
    publish(target, OLD)

    def full(operation: str, path: str) -> None:
        if operation == "link":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    with pytest.raises(PublishError, match="No space left") as caught:
        publish(target, {**CHANGES["part"], "": {"index.html": b"new"}}, disk=WatchedDisk(full))

    assert caught.value.path.startswith(State(target).next)
    assert leftovers(target) == set()


def test_a_write_that_fails_half_way_names_the_file(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own error names none."""
    real = os.write

    def write(descriptor: int, content: bytes) -> int:
        if b"nong-bua" in bytes(content) and len(content) < 20:
            real(descriptor, content[:3])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, content)

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(PublishError, match="No space left") as caught:
        publish(target, OLD)

    assert caught.value.path.startswith(State(target).next)
    assert "nong-bua" in caught.value.path.split(os.sep)
    assert tree(target) is None
    assert leftovers(target) == set()


def test_an_exchange_that_is_refused_for_good_reason_is_an_error(target: str) -> None:
    """Only a file system that cannot exchange leads to the two renames; a refusal is no reason to go on."""

    def refuse(operation: str, path: str) -> None:
        if operation == "exchange":
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), path)

    publish(target, OLD)
    with pytest.raises(PublishError) as caught:
        publish(target, generation("two"), disk=WatchedDisk(refuse))

    assert (caught.value.reason, caught.value.path) == (Reason.FAILED, target)
    assert tree(target) == expected(OLD)


def test_no_operation_goes_past_the_disk_that_fails(target: str) -> None:
    """Else the loops above would be empty tests."""
    heard: set[str] = set()
    passing = Countdown(10_000, lambda: None)

    def listen(operation: str, path: str) -> None:
        heard.add(operation)
        passing(operation, path)

    for site in (OLD, CHANGES["whole"], OLD, CHANGES["part"], OLD):
        publish(target, site, disk=WatchedDisk(listen))

    assert passing.left < 10_000 - 300
    assert heard >= {"stat", "list", "read", "make", "write", "overwrite", "move", "exchange", "date", "remove"}
