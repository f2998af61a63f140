import os
from pathlib import Path

import pytest


@pytest.fixture
def target(tmp_path: Path) -> str:
    """A folder to publish into, not there yet."""
    return os.path.join(os.path.realpath(tmp_path), "build")
