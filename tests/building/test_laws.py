"""What holds of any project after any edit.

What ``check`` accepts, ``build`` publishes; a build over the former site, a build from nothing and a preview that has
seen every edit are the same to the byte; what is refused leaves the published site as it was.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from projects import Content, Written, bytes_of
from random_edits import Editor

from generator.building.result import Outcome
from generator.diagnostics import Report
from generator.language import LANGUAGES
from generator.messages.diagnostic_text import as_data, notice
from generator.messages.excerpt import Sources
from generator.preview.session import SHARED, Session
from generator.reading import catalogue_file, catalogues, theme_files

Read = Callable[[bytes, str, Report], Any]
pytestmark = pytest.mark.sweep

IN_CI = bool(os.environ.get("CI"))
SEQUENCES = 40 if IN_CI else 4
STEPS = 50
FROM_NOTHING = 5
"""Every so many steps the site is built from nothing too."""


@pytest.fixture(scope="module", autouse=True)
def _shipped_files_read_once() -> Iterator[None]:
    """What is read of a shipped file is a function of it, and reading all of them takes longer than a small site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "read_catalogue", _remembering(catalogue_file.read_catalogue, "generator/"))
        patch.setattr(theme_files, "_strings", _remembering(theme_files._strings, "themes/base/"))
        yield


def _remembering(read: Read, shipped: str) -> Read:
    """A reader that remembers what it made of the files in a folder; only sound ones have nothing to report."""
    known: dict[tuple[bytes, str], Any] = {}

    def remembered(data: bytes, path: str, report: Report) -> Any:
        if not path.startswith(shipped):
            return read(data, path, report)
        if (data, path) not in known:
            own = Report()
            made = read(data, path, own)
            report.extend(own.diagnostics)
            if own.diagnostics:
                return made
            known[data, path] = made
        return known[data, path]

    return remembered


class Walk:
    """A project that is edited step by step, its published site, and a preview that sees each step."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.editor = Editor(seed)
        self.written = Written(str(folder), str(folder / "build"))
        self.other = Written(str(folder), str(folder / "other"))
        self.on_disk: dict[str, Content] = {}
        self.accepted: dict[str, Content] = {}
        self.published: dict[str, bytes] = {}
        self.edits: list[str] = []
        self._save()
        assert not self.written.build().failed
        self.accepted, self.published = dict(self.editor.files), self.written.site()
        self.session = Session(self.written)

    def step(self, number: int) -> None:
        """Edit, and hold the law."""
        self.edits.append(self.editor.edit())
        self._save()
        checked, built = self.written.check(), self.written.build()
        assert_told(checked, self.written)
        assert built.diagnostics == checked.diagnostics
        assert not built.blocked
        self.session.refresh({SHARED, *self.session.agencies})
        if checked.failed:
            assert self.written.site() == self.published
            if self.editor.dice.random() < 0.8:
                self.edits.append("undo")
                self.editor.files = dict(self.accepted)
            return
        self.accepted = dict(self.editor.files)
        self.published = self.written.site()
        assert self.published
        if number % FROM_NOTHING == 0:
            shutil.rmtree(self.other.target, ignore_errors=True)
            self.other.build()
            assert_same(self.other.site(), self.published)
        previewed = {address: bytes_of(self.session.get(address)) for address in self.session.addresses()}
        assert_same(previewed, self.published)

    def _save(self) -> None:
        """Bring the disk to what the editor holds. A name that cannot be written is no part of the project."""
        for path in self.on_disk.keys() - self.editor.files.keys():
            os.remove(os.path.join(self.written.root, path))
            del self.on_disk[path]
            _prune(self.written.root, path)
        for path, content in sorted(self.editor.files.items()):
            if self.on_disk.get(path) == content:
                continue
            try:
                self.written.write({path: content})
            except OSError:
                del self.editor.files[path]
            else:
                self.on_disk[path] = content


def _prune(root: str, path: str) -> None:
    """Remove the folders that held nothing else."""
    folder = os.path.dirname(path)
    while folder and not os.listdir(os.path.join(root, folder)):
        os.rmdir(os.path.join(root, folder))
        folder = os.path.dirname(folder)


def assert_told(outcome: Outcome, written: Written) -> None:
    """Whatever is wrong can be said, in each language and to a machine."""
    for language in LANGUAGES:
        for diagnostic in outcome.diagnostics:
            assert diagnostic.code in notice(diagnostic, language, Sources(written.root), 80)
            assert json.dumps(as_data(diagnostic, language), ensure_ascii=False).encode()


def assert_same(found: Mapping[str, bytes | None], wanted: Mapping[str, bytes]) -> None:
    """Two sites are the same; their names first, which are easier to read than their bytes."""
    assert sorted(found) == sorted(wanted)
    assert [address for address in wanted if found[address] != wanted[address]] == []


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_what_is_accepted_is_published_and_it_is_the_same_however_it_was_made(seed: int, tmp_path: Path) -> None:
    walk = Walk(tmp_path, seed)
    try:
        for number in range(STEPS):
            walk.step(number)
    except BaseException:
        print(f"seed {seed}:", *walk.edits, sep="\n  ")
        raise
    assert walk.published
