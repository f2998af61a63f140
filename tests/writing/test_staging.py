"""Evidence documents: copied once, and only if they are still what was read."""

import hashlib
import os

import pytest

from generator.writing.bundle import FileRef
from generator.writing.publish import PublishError, Reason
from generator.writing.state import State

from .disks import WatchedDisk
from .sites import Site, expected, identities, publish, tree, write


@pytest.fixture
def source(target: str) -> FileRef:
    path = os.path.join(os.path.dirname(target), "แผน.pdf")
    content = b"%PDF" * 600_000  # more than one chunk
    write(path, content)
    return FileRef(path, len(content), hashlib.blake2b(content).hexdigest())


def test_a_source_file_is_copied(target: str, source: FileRef) -> None:
    site: Site = {"": {"index.html": b"1", "files/plan.pdf": source}}

    publish(target, site)

    assert tree(target) == expected(site)


def test_an_unchanged_one_is_neither_copied_nor_read_again(target: str, source: FileRef) -> None:
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


def test_without_a_record_it_is_compared_by_its_digest(target: str, source: FileRef) -> None:
    publish(target, {"": {"index.html": b"1", "files/plan.pdf": source}})
    before = identities(target)["files/plan.pdf"]
    os.unlink(State(target).record(""))

    publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

    assert identities(target)["files/plan.pdf"] == before


def test_one_that_changed_since_it_was_read_stops_the_publication(target: str, source: FileRef) -> None:
    publish(target, {"": {"index.html": b"1"}})
    write(source.path, b"something else")

    with pytest.raises(PublishError) as caught:
        publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

    assert (caught.value.reason, caught.value.path) == (Reason.CHANGED, source.path)
    assert tree(target) == expected({"": {"index.html": b"1"}})


def test_one_that_is_gone_stops_the_publication(target: str, source: FileRef) -> None:
    os.unlink(source.path)

    with pytest.raises(PublishError) as caught:
        publish(target, {"": {"index.html": b"2", "files/plan.pdf": source}})

    assert (caught.value.reason, caught.value.path) == (Reason.FAILED, source.path)
