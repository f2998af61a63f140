"""Commands for every story of this folder."""

import pytest

from .beginnings import Commands


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Commands:
    """A command line that speaks English."""
    return Commands(capsys)
