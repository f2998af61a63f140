"""The two sites that these tests look at, each built once through the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import generator

from .site import Page, Site

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = Path(__file__).resolve().parent / "example"


def publish(project: Path, target: Path, *words: str, umask: int = -1, **environment: str) -> None:
    """Build a project in a process of its own that stands beside the target."""
    known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).resolve().parents[1]), **environment}
    command = (sys.executable, "-m", "generator", "build", str(project), "--out", str(target), *words)
    done = subprocess.run(
        command, cwd=target.parent, env=known, umask=umask, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The portal of the content that comes with the generator. It stands in a folder ``ita``, as on a host."""
    root = tmp_path_factory.mktemp("shipped") / "ita"
    publish(PROJECT, root)
    return Site(root)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one invented agency that fills in every field, in Thai numerals."""
    root = tmp_path_factory.mktemp("example") / "ita"
    publish(EXAMPLE, root)
    return Site(root)


@pytest.fixture(scope="session")
def pages(shipped: Site, example: Site) -> list[Page]:
    """Every page of both sites."""
    return [*shipped.pages.values(), *example.pages.values()]
