"""What a row of a report is about."""

from enum import Enum
from typing import NamedTuple


class ReferenceKind(Enum):
    """The things a catalogue numbers."""

    TOTAL = "total"
    INSTRUMENT = "instrument"
    INDICATOR = "indicator"
    SUB_INDICATOR = "sub-indicator"
    ITEM = "item"
    QUESTION = "question"


class Reference(NamedTuple):
    """One numbered thing of a catalogue: ``O12``, ``i20``, indicator ``9``, sub-indicator ``9.3``, or the total."""

    kind: ReferenceKind
    number: str

    def __str__(self) -> str:
        if self.kind in (ReferenceKind.ITEM, ReferenceKind.QUESTION):
            return self.number
        return f"{self.kind.value} {self.number}".rstrip()
