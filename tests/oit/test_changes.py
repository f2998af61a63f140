"""What changed between two days is told item by item, element by element, document by document."""

import pytest

from generator.oit.changes import changes
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import FrozenEvidence, FrozenItem
from generator.oit.item_state import ItemState

PLAN = FrozenEvidence(EvidenceKind.FILE, "files/plan.pdf", "แผน", 10, "ab" * 32)
LINK = FrozenEvidence(EvidenceKind.LINK, "https://example.go.th/", "เว็บ", 0, "")
ONE = FrozenItem("O1", ItemState.INCOMPLETE, ((1, True), (2, False)), "cd" * 32, (PLAN, LINK))
NOTHING = FrozenItem("O1", ItemState.NOT_STATED, (), "", ())


def test_what_stayed_is_not_told() -> None:
    assert changes((ONE,), (ONE,)) == ()
    assert changes((ONE,), (ONE._replace(evidence=(LINK, PLAN)),)) == ()
    assert changes((), ()) == ()


def test_each_element_and_each_document_is_told() -> None:
    other = PLAN._replace(size=12, sha256="ef" * 32)
    nil = FrozenEvidence(EvidenceKind.NIL, "ไม่มี", "ไม่มี", 0, "")
    after = ONE._replace(state=ItemState.VERIFIED, elements=((1, True), (2, True), (3, False)), evidence=(other, nil))
    (change,) = changes((ONE,), (after,))
    assert [tuple(one) for one in change.elements] == [(2, False, True), (3, None, False)]
    assert sorted((one.how, one.before, one.after) for one in change.evidence) == [
        ("added", None, nil),
        ("removed", LINK, None),
        ("replaced", PLAN, other),
    ]
    assert (change.how, change.words) == ("changed", False)
    assert (change.before.state, change.after.state) == (ItemState.INCOMPLETE, ItemState.VERIFIED)


def test_another_title_is_not_another_document() -> None:
    (change,) = changes((ONE,), (ONE._replace(evidence=(PLAN._replace(title="แผนใหม่"), LINK)),))
    assert [one.how for one in change.evidence] == ["retitled"]


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [((NOTHING,), (ONE,), "added"), ((ONE,), (NOTHING,), "removed"), ((), (ONE,), "added"), ((ONE,), (), "removed")],
)
def test_an_item_that_came_or_went(before: tuple[FrozenItem, ...], after: tuple[FrozenItem, ...], how: str) -> None:
    (change,) = changes(before, after)
    assert change.how == how


def test_other_words_are_told_even_when_nothing_else_changed() -> None:
    (change,) = changes((ONE,), (ONE._replace(words="00" * 32),))
    assert (change.words, change.elements, change.evidence) == (True, (), ())


def test_items_are_told_by_their_numbers_and_not_as_letters() -> None:
    later = [ONE._replace(item=f"O{number}") for number in (10, 9, 2)]
    assert [change.before.item for change in changes((), later)] == ["O2", "O9", "O10"]
