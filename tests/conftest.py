"""A project as a dictionary of files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.project import Project

Write = Callable[[Mapping[str, str | bytes]], Project]


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Write files below a folder of their own; the project in it, whose target is its ``build``."""

    def write(files: Mapping[str, str | bytes]) -> Project:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return Project(str(tmp_path), str(tmp_path / "build"))

    return write
