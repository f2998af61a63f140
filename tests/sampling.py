"""How much of what could be tried is tried: a sample by ``make test``, the whole by ``make sweeps``.

A test that asks is marked ``sampled``, so that the sweeps run it too; what Hypothesis draws is marked by itself.
"""

import os
from typing import TypeVar

T = TypeVar("T")

WHOLE = bool(os.environ.get("PRONGSAI_SWEEP"))
"""Whether the whole is tried; ``tasks.py`` says so."""


def whole_or(few: T, whole: T) -> T:
    """The whole in the sweeps, else the few."""
    return whole if WHOLE else few


def examples(whole: int) -> int:
    """How many examples a law is tried with: the whole number in the sweeps, else a fifth."""
    return whole_or(whole // 5, whole)
