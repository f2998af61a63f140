"""Folders that a site cannot be published in: told why, with a folder that can, and nothing is touched."""

import errno
import os
import subprocess
import sys

import pytest
from projects import SITE, WriteSmall

from generator.building.build import build
from generator.building.output_file import is_inside
from generator.cli.ending import BLOCKED, OK
from generator.cli.main import run
from generator.writing.disk import RealDisk

PORTAL = "title: ทดสอบ\nagency: all\n"


def entries(root: str) -> set[str]:
    """Every name below a folder."""
    return {os.path.join(place, name) for place, folders, files in os.walk(root) for name in (*folders, *files)}


@pytest.mark.parametrize(
    "place",
    [
        "content", "content/public", "content/town", "content/town/2567/files", "content/town/site", "content/a/b/c",
        "content/../content/public", "build/../content/public", "themes", "themes/public", "themes/own/assets/x",
        "link/public", "link/town/public", "linked-themes/x", ".git/site", ".git",
    ],
)  # fmt: skip
def test_a_target_among_the_sources_is_refused(
    small: WriteSmall, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    made = small({SITE: PORTAL})
    for name in ("build", ".git"):
        os.mkdir(os.path.join(made.root, name))
    os.symlink("content", f"{made.root}/link")
    if "linked" in place:
        os.mkdir(f"{made.root}/themes")
        os.symlink("themes", f"{made.root}/linked-themes")
    before = entries(made.root)

    assert run(["build", made.root, "--out", os.path.join(made.root, place), "--lang", "en"]) == BLOCKED

    assert "error[OIT803]" in capsys.readouterr().err
    assert entries(made.root) == before
    assert is_inside(os.path.join(made.root, place, "site.zip"), made)
    assert not made.check().failed


def test_it_is_told_of_what_part_of_the_project_the_target_would_lie_in(small: WriteSmall) -> None:
    made = small({})
    (found,) = build(made._replace(target=f"{made.root}/content/public")).diagnostics
    assert found.param("folder") == f"{made.root}/content"


@pytest.mark.parametrize("place", ["contents", "content-public", "public/content", "site/themes", "a/b/c"])
def test_a_target_that_is_only_called_like_a_source_is_fine(small: WriteSmall, place: str) -> None:
    made = small({})
    assert run(["build", made.root, "--out", os.path.join(made.root, place)]) == OK


MOUNTING = """
import os, subprocess, sys
root, place = sys.argv[1:3]
if "bind" in place:
    subprocess.run(["mount", "--bind", place, place], check=True)
else:
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=True)
from generator.cli.main import run
code = run(["build", root, "--out", place, "--lang", "en"])
print(os.listdir(place))
inside = run(["build", root, "--out", os.path.join(place, "site"), "--lang", "en"])
print(sorted(os.listdir(os.path.join(place, "site")))[:2])
sys.exit(100 + code * 10 + inside)
"""


def can_mount() -> bool:
    """Whether this user may mount in a namespace of its own."""
    done = subprocess.run(["unshare", "-m", "true"], capture_output=True) if sys.platform == "linux" else None
    return done is not None and done.returncode == 0


@pytest.mark.skipif(not can_mount(), reason="this user may not mount")
@pytest.mark.parametrize("name", ["tmpfs", "bind", "bind with blanks"])
def test_a_mount_point_is_explained_and_a_folder_inside_it_is_fine(
    small: WriteSmall, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    made = small({})
    place = tmp_path_factory.mktemp("volumes") / name
    place.mkdir()
    done = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", MOUNTING, made.root, str(place)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 100 + BLOCKED * 10 + OK, done.stderr
    assert "error[OIT809]" in done.stderr
    assert f"--out {place}/site" in done.stderr
    assert done.stdout.startswith("[]\n")
    assert [entry.name for entry in place.parent.iterdir()] == [name]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_a_target_beside_which_nothing_may_be_written_is_explained(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    made = small({})
    os.mkdir(made.target)

    def make(path: str) -> None:
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr(RealDisk, "make", staticmethod(make))
    (found,) = build(made).diagnostics
    assert (found.code, found.span.path) == ("OIT810", made.target)
    assert (found.param("detail"), found.param("folder")) == (made.root, f"{made.target}/site")


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "space"), (errno.EDQUOT, "space"), (errno.EACCES, "rights"), (errno.EROFS, "read-only"),
        (errno.EBUSY, "busy"), (errno.EIO, ""),
    ],
)  # fmt: skip
def test_free_space_is_spoken_of_only_where_there_is_none(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, remedy: str
) -> None:
    made = small({})

    def write(disk: RealDisk, path: str, content: bytes) -> None:
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr(RealDisk, "write", write)
    (found,) = build(made).diagnostics
    assert (found.code, found.param("remedy")) == ("OIT804", remedy)
    assert run(["build", made.root, "--lang", "en"]) == BLOCKED
    assert ("free some space" in capsys.readouterr().err) == (remedy == "space")


def test_the_folder_of_a_target_may_be_named_through_a_link(small: WriteSmall) -> None:
    made = small({})
    os.mkdir(f"{made.root}/sites")
    os.symlink("sites", f"{made.root}/linked")
    assert run(["build", made.root, "--out", f"{made.root}/linked/site"]) == OK
    assert os.path.isfile(f"{made.root}/sites/site/index.html")
