"""A report examined: what is found in it, as a list or as the only one of its kind."""

from typing import Any, TypeVar

from generator.oit.assessment import assess
from generator.oit.consistency import cross_examine
from generator.oit.observation import Observation
from generator.oit.reference import Reference, ReferenceKind

from .builders import content, report_of, shipped

Kind = TypeVar("Kind", bound=Observation)
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


def only(kind: type[Kind], year: int = 2565, **printed: Any) -> Kind:
    """The one observation of a kind."""
    seen = [one for one in found(year, **printed) if isinstance(one, kind)]
    assert len(seen) == 1, seen
    return seen[0]


def without(kind: type[Kind], year: int = 2565, **printed: Any) -> bool:
    """Whether nothing of a kind is found."""
    return not any(isinstance(one, kind) for one in found(year, **printed))
