"""The same content gives the same bytes, whatever the machine, the clock and the user's settings."""

import os
import shutil
from pathlib import Path

import pytest

from .conftest import EXAMPLE, PROJECT, publish
from .site import Site

HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}
THERE = {
    "PYTHONHASHSEED": "4294967295",
    "TZ": "Asia/Bangkok",
    "LC_ALL": "C",
    "LANG": "th_TH.TIS-620",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "4102444800",
}


def _copy(project: Path, to: Path) -> Path:
    """The project in another folder: its files written last to first, all touched long ago."""
    files = sorted((path for path in (project / "content").rglob("*") if path.is_file()), reverse=True)
    for path in files:
        copied = to / path.relative_to(project)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
        os.utime(copied, (0, 0))
    return to


@pytest.mark.parametrize(
    "project", [pytest.param(PROJECT, id="portal", marks=pytest.mark.sweep), pytest.param(EXAMPLE, id="one-agency")]
)
def test_two_builds_are_the_same_to_the_byte(project: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "อีก โฟลเดอร์" / "there"
    there.parent.mkdir()
    publish(project, here, "--jobs", "1", umask=0o022, **HERE)
    publish(_copy(project, tmp_path / "copy"), there, "--jobs", "3", umask=0o077, **THERE)
    assert Site(there).files == Site(here).files


def test_a_second_build_into_the_same_folder_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(EXAMPLE, target)
    before = Site(target).files
    publish(EXAMPLE, target)
    assert Site(target).files == before


def test_a_build_forgets_what_stood_in_the_folder_before(tmp_path: Path, shipped: Site, example: Site) -> None:
    """A build over another site gives what a build into a new folder gives."""
    target = tmp_path / "site"
    shutil.copytree(shipped.root, target)
    publish(EXAMPLE, target)
    assert Site(target).files == example.files
