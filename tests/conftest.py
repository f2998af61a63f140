"""A project as a dictionary of files."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from projects import SMALL, Files, Write, WriteSmall, Written


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Write files below a folder of their own; the project in it, whose target is its ``build``."""

    def write(files: Mapping[str, str | bytes]) -> Written:
        written = Written(str(tmp_path), str(tmp_path / "build"))
        written.write(files)
        return written

    return write


@pytest.fixture
def small(tmp_path: Path) -> WriteSmall:
    """Write the small project with other files in place of its own or beside them; nothing leaves one out."""

    def write(files: Files) -> Written:
        written = Written(str(tmp_path), str(tmp_path / "build"))
        both = {**SMALL, **files}
        written.write({name: content for name, content in both.items() if content is not None})
        return written

    return write
