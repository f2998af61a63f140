"""Field kind for what a row of a report is about."""

import re
from collections.abc import Sequence

from generator.oit.reference import Reference, ReferenceKind
from generator.reading.kinds import OfScalar
from generator.reading.schema import SourceText
from generator.reading.spelling import arabic_digits, item_number, question_number
from generator.reading.yamltree import Scalar

_SUB_INDICATOR = re.compile(r"[1-9][0-9]?\.[1-9][0-9]?")
_INDICATOR = re.compile(r"[1-9][0-9]?")


class About(OfScalar[Reference]):
    """What a row is about: an item, a question, an indicator, a sub-indicator, an instrument or the total."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Reference | None:
        reference = reference_from(text)
        if reference is None:
            from generator.reading.near_values import near_reference  # needed only when something is wrong

            source.error("OIT212", node, value=text, suggestion=near_reference(text))
        return reference


TOTAL_WORDS = ("total", "คะแนนรวม")
REFERENCE_WORDS: Sequence[tuple[tuple[str, ...], ReferenceKind, re.Pattern[str]]] = (
    (("sub-indicator ", "ตัวชี้วัดย่อย "), ReferenceKind.SUB_INDICATOR, _SUB_INDICATOR),
    (("indicator ", "ตัวชี้วัด "), ReferenceKind.INDICATOR, _INDICATOR),
    (("instrument ", "แบบวัด "), ReferenceKind.INSTRUMENT, re.compile(r"[A-Z]{2,6}")),
)
"""How a reference to something numbered begins, and what may follow."""


def reference_from(text: str) -> Reference | None:
    """The thing a text refers to, or nothing."""
    digits = " ".join(arabic_digits(text).split())
    if digits in TOTAL_WORDS:
        return Reference(ReferenceKind.TOTAL, "")
    for words, kind, pattern in REFERENCE_WORDS:
        for word in words:
            if digits.startswith(word):
                number = digits[len(word) :]
                return Reference(kind, number) if pattern.fullmatch(number) else None
    question = question_number(digits)
    if question is not None:
        return Reference(ReferenceKind.QUESTION, question)
    item = item_number(digits) if digits[:1] in "Oo0" or digits.startswith("ข้อ") else None
    return Reference(ReferenceKind.ITEM, item) if item is not None else None
