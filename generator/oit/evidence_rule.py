"""What the documents behind an item are looked through for, as data of a fiscal year beside its catalogue."""

from typing import NamedTuple

from generator.oit.catalogue import Basis


class WordRule(NamedTuple):
    """Words for one item. They are alternatives: one of them is enough.

    ``element`` is the number of the element that they belong to, 0 for the item as a whole; ``only_for`` a kind of
    agency, or ``local-government``, where the rule holds for no other.
    """

    item: str
    element: int
    words: tuple[str, ...]
    basis: Basis
    only_for: str = ""


class EvidenceRules(NamedTuple):
    """The rules of one fiscal year: words that the documents need, and words of a document of another sort."""

    look_for: tuple[WordRule, ...] = ()
    unlike: tuple[WordRule, ...] = ()
