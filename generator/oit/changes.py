"""What changed between two days: item by item, element by element, document by document."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import FrozenEvidence, FrozenItem, words_of
from generator.oit.item_state import ItemState
from generator.oit.seen_text import seen

How = Literal["added", "removed", "changed"]


class ElementChange(NamedTuple):
    """The declaration of one element before and after; None where there was none."""

    number: int
    before: bool | None
    after: bool | None


class EvidenceChange(NamedTuple):
    """One piece of evidence before and after: the same file, link, section or statement; one of them may be missing.

    Where both are there, the document was replaced or has another title.
    """

    before: FrozenEvidence | None
    after: FrozenEvidence | None

    @property
    def how(self) -> Literal["added", "removed", "replaced", "retitled"]:
        """What happened to it."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "retitled" if self.before.sha256 == self.after.sha256 else "replaced"


class ItemChange(NamedTuple):
    """One item before and after, with its differences. ``words``: whether the agency's text differs."""

    before: FrozenItem
    after: FrozenItem
    elements: tuple[ElementChange, ...]
    evidence: tuple[EvidenceChange, ...]
    words: bool

    @property
    def how(self) -> How:
        """``added``, ``removed`` or ``changed``."""
        if self.before.is_empty:
            return "added"
        return "removed" if self.after.is_empty else "changed"


def items_now(content: AgencyYear, assessment: Assessment) -> tuple[FrozenItem, ...]:
    """What an agency publishes, in the form in which it is frozen. Needs the SHA-256 of the evidence."""
    return tuple(_frozen(one, content) for one in assessment.items)


def changes(before: Iterable[FrozenItem], after: Iterable[FrozenItem]) -> tuple[ItemChange, ...]:
    """The items that differ, in the order of their numbers."""
    old, new = ({one.item: one for one in items} for items in (before, after))
    found = []
    for number in sorted({*old, *new}, key=lambda number: int(number[1:])):
        change = _change(old.get(number) or _nothing(new[number]), new.get(number) or _nothing(old[number]))
        if change is not None:
            found.append(change)
    return tuple(found)


def _frozen(one: ItemAssessment, content: AgencyYear) -> FrozenItem:
    disclosure = one.disclosure
    evidence = []
    for e in disclosure.evidence if disclosure is not None else ():
        file = content.files.get(e.target) if e.kind is EvidenceKind.FILE else None
        size, sha256 = (file.size, file.sha256) if file is not None else (0, "")
        evidence.append(FrozenEvidence(e.kind, e.target, e.title, size, sha256))
    marks = tuple((mark.number, mark.present) for mark in disclosure.elements) if disclosure is not None else ()
    words, as_typed = words_of(disclosure)
    return FrozenItem(
        item=one.item.number, state=one.state, elements=marks, words=words, evidence=tuple(evidence), as_typed=as_typed
    )


def _nothing(like: FrozenItem) -> FrozenItem:
    return FrozenItem(like.item, ItemState.NOT_STATED, (), "", ())


def _change(before: FrozenItem, after: FrozenItem) -> ItemChange | None:
    if before == after:
        return None
    old, new = dict(before.elements), dict(after.elements)
    elements = tuple(
        ElementChange(number, old.get(number), new.get(number))
        for number in sorted({*old, *new})
        if old.get(number) != new.get(number)
    )
    change = ItemChange(before, after, elements, _evidence(before, after), not before.says_the_same(after))
    differs = elements or change.evidence or change.words or before.state is not after.state
    return change if differs else None


def _evidence(before: FrozenItem, after: FrozenItem) -> tuple[EvidenceChange, ...]:
    old, new = ({(e.kind, seen(e.target)): e for e in item.evidence} for item in (before, after))
    pairs = (EvidenceChange(old.get(key), new.get(key)) for key in {**old, **new})
    return tuple(
        pair for pair in pairs if pair.before is None or pair.after is None or _differ(pair.before, pair.after)
    )


def _differ(before: FrozenEvidence, after: FrozenEvidence) -> bool:
    """Whether a document was replaced, or its title visibly changed."""
    return before.sha256 != after.sha256 or seen(before.title) != seen(after.title)
