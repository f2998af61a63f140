"""What does not change stays what it is: the same file, the same time."""

import errno
import os
import threading

import pytest
from lacking import no_modes

from generator.writing.publish import Publication, PublishError

from .disks import WatchedDisk
from .sites import FIVE, changed, expected, generation, identities, publish, tree


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two renames"])
def test_unchanged_files_and_folders_stay_what_they_are_through_many_publications(target: str, exchanges: bool) -> None:
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


@no_modes
def test_permissions_of_folders_survive(target: str) -> None:
    publish(target, generation("one"))
    for folder in (target, f"{target}/kok-tum", f"{target}/kok-tum/2567"):
        os.chmod(folder, 0o2775)

    publish(target, generation("two"))

    assert [os.stat(folder).st_mode & 0o7777 for folder in (target, f"{target}/kok-tum", f"{target}/kok-tum/2567")] == [
        0o2775
    ] * 3


@pytest.mark.parametrize(
    "refusal",
    [
        PermissionError(errno.EPERM, "Operation not permitted"),  # Linux, on a USB stick
        OSError(errno.EINVAL, "Incorrect function"),  # Windows, there
        OSError(errno.EMLINK, "Too many links"),
    ],
)
def test_where_links_are_impossible_files_are_copied_with_their_time(target: str, refusal: OSError) -> None:
    def no_links(operation: str, path: str) -> None:
        if operation == "link":
            raise refusal

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


def test_many_files_are_linked_by_two_threads(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_an_error_in_the_second_thread_keeps_the_old_site(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(operation: str, path: str) -> None:
        if operation == "link" and threading.current_thread() is not threading.main_thread():
            raise OSError(28, "No space left on device", path)

    monkeypatch.setattr("generator.writing.completion._MANY", 1)
    site = generation("one", ("a", "b", "c"))
    publish(target, site)

    with pytest.raises(PublishError, match="No space left"):
        publish(target, changed(site, search=b"new", c__2567=b"new"), disk=WatchedDisk(full))

    assert tree(target) == expected(site)
