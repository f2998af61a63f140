"""What wakes the preview: every change of the sources, whatever becomes of the system's events."""

import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.preview.session import SHARED
from generator.preview.watcher import BY_EVENTS, Events, Watch, Watcher, system_events
from generator.project import Project

from .test_session import write

PATIENCE = 20.0
FILE = "content/one/2567/o01.md"


class Watching:
    """A watcher at work, and what it has told."""

    def __init__(self, root: Path, events: Events = system_events) -> None:
        self.root = root
        self._stirred: queue.Queue[set[str]] = queue.Queue()
        self._told: queue.Queue[Watch] = queue.Queue()
        project = Project(str(root), str(root / "build"))
        self.watcher = Watcher(project, self._stirred.put, self._told.put, events)
        self.watcher.start()
        assert self.sees(SHARED)

    def sees(self, hint: str) -> bool:
        """Whether a hint comes before patience ends."""
        end = time.monotonic() + PATIENCE
        while (left := end - time.monotonic()) > 0:
            try:
                if hint in self._stirred.get(timeout=left):
                    return True
            except queue.Empty:
                return False
        return False

    def edits(self, name: str, text: str, hint: str) -> bool:
        """Whether an edit is seen, of which nothing was told before."""
        while not self._stirred.empty():
            self._stirred.get()
        write(self.root, {name: text})
        return self.sees(hint)

    def told(self) -> Watch:
        """The next way of watching."""
        return self._told.get(timeout=PATIENCE)


Watch_ = Callable[..., Watching]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watch_]:
    root = tmp_path / "project"
    write(root, {"content/site.yaml": "title: ก\n", "content/one/agency.yaml": "name: ก\n", FILE: "ก"})
    write(root, {"content/one/2567/files/plan.txt": "ก"})
    started: list[Watching] = []

    def start(events: Events = system_events) -> Watching:
        started.append(Watching(root, events))
        return started[-1]

    yield start
    for one in started:
        one.watcher.stop()


def replace(folder: Path) -> None:
    """Put a copy of a folder in its place, as switching between two copies of a project does."""
    beside = folder.with_name("copy")
    shutil.copytree(folder, beside)
    folder.rename(folder.with_name("away"))
    beside.rename(folder)


def restore(folder: Path) -> None:
    """Remove a folder and put the same one back at once."""
    beside = folder.parent.parent / "kept"
    shutil.copytree(folder, beside)
    shutil.rmtree(folder)
    shutil.copytree(beside, folder)


HAPPENINGS: dict[str, Callable[[Path], None]] = {
    "content replaced": lambda root: replace(root / "content"),
    "content removed and restored": lambda root: restore(root / "content"),
    "the project replaced": replace,
    "an agency replaced": lambda root: replace(root / "content/one"),
    "an agency removed and restored": lambda root: restore(root / "content/one"),
    "its documents replaced": lambda root: replace(root / "content/one/2567/files"),
    "its year removed and restored": lambda root: restore(root / "content/one/2567"),
}


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_what_is_saved_in_a_folder_that_took_the_place_of_another_is_seen(watching: Watch_, happening: str) -> None:
    here = watching()
    HAPPENINGS[happening](here.root)
    assert here.sees("one")

    for number in range(3):
        assert here.edits(FILE, f"ข้อความ {number}", "one")
        assert here.edits("content/one/2567/files/plan.txt", f"แผน {number}", "one")


def test_content_that_is_away_for_a_while_is_seen_when_it_is_back(watching: Watch_) -> None:
    here = watching()
    (here.root / "content").rename(here.root / "away")
    assert here.sees(SHARED)
    (here.root / "away").rename(here.root / "content")
    assert here.sees("one")

    assert here.edits(FILE, "ข้อความใหม่", "one")


@pytest.mark.parametrize("name", ["themes/mine/theme.yaml", "content/catalogues/mine.yaml"])
def test_a_folder_made_after_the_start_is_watched(watching: Watch_, name: str) -> None:
    here = watching()

    for number in range(3):
        assert here.edits(name, f"name: {number}\n", SHARED)


def refused(folders: list[str], stop: threading.Event) -> Iterator[set[str]]:
    raise OSError('OS file watch limit reached. about ["/a/content"] (Error { kind: MaxFilesWatch })')


def failing(folders: list[str], stop: threading.Event) -> Iterator[set[str]]:
    yield set()
    raise RuntimeError("error in underlying watcher")


def silent(folders: list[str], stop: threading.Event) -> Iterator[set[str]]:
    """Events that never come, as on a network drive."""
    while not stop.wait(0.05):
        yield set()


@pytest.mark.parametrize(
    ("events", "reason"), [(refused, "OS file watch limit reached"), (failing, "error in underlying watcher")]
)
def test_events_that_fail_are_told_of_and_every_change_is_seen_without_them(
    watching: Watch_, events: Events, reason: str
) -> None:
    here = watching(events)

    told = here.told()
    assert told.reason == reason
    assert told.seconds > 0
    for number in range(3):
        assert here.edits(FILE, f"ข้อความ {number}", "one")
        assert here.edits("themes/mine/theme.yaml", f"name: {number}\n", SHARED)


def test_events_that_never_come_are_told_of_and_every_change_is_seen_without_them(watching: Watch_) -> None:
    here = watching(silent)

    for number in range(4):
        assert here.edits(FILE, f"ข้อความ {number}", "one")
    told = here.told()
    assert told.reason == ""
    assert told.seconds > 0


def test_events_that_come_again_are_told_of(watching: Watch_) -> None:
    comes = threading.Event()
    path = ""

    def late(folders: list[str], stop: threading.Event) -> Iterator[set[str]]:
        while not stop.wait(0.05):
            yield {path} if comes.is_set() else set()

    here = watching(late)
    path = str(here.root / FILE)
    for number in range(4):
        assert here.edits(FILE, f"ข้อความ {number}", "one")
    assert here.told() != BY_EVENTS

    comes.set()

    assert here.told() == BY_EVENTS
