"""What is written before what (D8): after a power failure the target is the old site or the new one, too."""

import os

import pytest
from lacking import no_exchange

from generator.paths import address_of
from generator.writing.disk import RealDisk
from generator.writing.state import State

from .disks import WatchedDisk
from .sites import Site, expected, generation, publish, tree

CHANGES: dict[str, tuple[Site, str]] = {
    "whole": (generation("two"), ""),
    "part": ({**generation("one"), "kok-tum": generation("two")["kok-tum"]}, "kok-tum"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
def test_files_then_folders_then_the_swap_then_the_folder_above(target: str, change: str, exchanges: bool) -> None:
    site, part = CHANGES[change]
    state = State(target)
    place = os.path.join(target, part) if part else target
    publish(target, generation("one"))
    heard: list[tuple[str, str]] = []

    publish(
        target,
        site,
        disk=WatchedDisk(lambda operation, path: heard.append((operation, path)), exchanges=exchanges),
        durable=True,
    )

    swap = heard.index(("exchange", place)) if exchanges else heard.index(("move", place))
    ((flush, following),) = [(number, path) for number, (operation, path) in enumerate(heard) if operation == "flush"]
    staged = [
        number
        for number, (operation, path) in enumerate(heard)
        if path.startswith(following + os.sep) and operation in ("make", "write", "copy", "link", "date", "allow")
    ]
    assert max(staged) < flush < swap < heard.index(("sync", os.path.dirname(place)))
    if not exchanges:
        order = [
            ("overwrite", state.journal),
            ("sync", state.journal),
            ("sync", state.folder),
            ("move", state.displaced),
        ]
        assert [flush, *sorted(map(heard.index, order)), swap] == [flush, *map(heard.index, order), swap]
    assert tree(target) == expected(site)


def test_without_a_call_for_the_whole_file_system_each_file_is_synced_before_its_folder(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.writing.disk._sync_file_system", lambda folder: False)
    publish(target, generation("one"))
    synced: list[str] = []

    class Listening(RealDisk):
        def sync(self, path: str, /) -> None:
            synced.append(address_of(path, target))
            super().sync(path)

    Listening().flush(target)

    assert set(synced) == {*expected(generation("one")), ""}
    for number, path in enumerate(synced):
        assert os.path.dirname(path) not in synced[:number]


@no_exchange  # the note of the two renames is waited for, even by default
def test_by_default_nothing_is_waited_for(target: str) -> None:
    """A killed process needs no sync, and a first publication of many pages would wait long for it."""
    heard: list[str] = []
    publish(target, generation("one"))

    publish(target, generation("two"), disk=WatchedDisk(lambda operation, path: heard.append(operation)))

    assert "sync" not in heard
    assert "flush" not in heard
