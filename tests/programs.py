"""Programs of the machine that some tests need."""

import os
import shutil
from typing import NoReturn

import pytest

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def cannot(reason: str) -> NoReturn:
    """Skip a test for want of a program; in CI, where all programs must be at hand, it fails instead."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def chromium() -> str:
    """The program named by PRONGSAI_CHROMIUM, or the first on the PATH; without one a test cannot run."""
    found = os.environ.get("PRONGSAI_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    return found or cannot(f"no Chromium: none of {', '.join(_CHROMIUM)} on the PATH and PRONGSAI_CHROMIUM is not set")
