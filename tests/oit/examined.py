"""A report examined: what is found in it, as a list or as the only one of its kind."""

from typing import Any

from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.observation import Matter, Observation
from generator.oit.reference import Reference, ReferenceKind

from .builders import content, report_of, shipped

TOTAL = Reference(ReferenceKind.TOTAL, "")
NINE = Reference(ReferenceKind.INDICATOR, "9")
AGREEING = {
    "1": "92.89", "2": "86.49", "3": "88.22", "4": "82.66", "5": "80.55",
    "6": "88.32", "7": "85.09", "8": "85.93", "9": "100", "10": "93.75",
}  # fmt: skip


def found(year: int = 2565, **printed: Any) -> list[Observation]:
    """Everything that is found in a report that prints so much."""
    year_of = content(shipped(year), results=report_of(**printed))
    return list(cross_examine(year_of, assess(year_of).official))


def only(matter: Matter, year: int = 2565, **printed: Any) -> Observation:
    """What is found of one matter, and nothing else of it."""
    seen = [one for one in found(year, **printed) if one.matter is matter]
    assert len(seen) == 1, seen
    return seen[0]


def without(matter: Matter, year: int = 2565, **printed: Any) -> bool:
    """Whether nothing of one matter is found."""
    return all(one.matter is not matter for one in found(year, **printed))
