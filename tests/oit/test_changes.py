"""What changed between two days is told item by item, element by element, document by document."""

import pytest
from tables import every_row

from generator.diagnostics import Span
from generator.oit.changes import changes
from generator.oit.disclosure import Disclosure, EvidenceKind, Progress
from generator.oit.freeze import FrozenEvidence, FrozenItem, words_of
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
    after = ONE._replace(state=ItemState.COMPLETE, elements=((1, True), (2, True), (3, False)), evidence=(other, nil))
    (change,) = changes((ONE,), (after,))
    assert [tuple(one) for one in change.elements] == [(2, False, True), (3, None, False)]
    assert sorted((one.how, one.before, one.after) for one in change.evidence) == [
        ("added", None, nil),
        ("removed", LINK, None),
        ("replaced", PLAN, other),
    ]
    assert (change.how, change.words) == ("changed", False)
    assert (change.before.state, change.after.state) == (ItemState.INCOMPLETE, ItemState.COMPLETE)


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


ALIKE = {
    "sara am as two characters": ("น้ำประปา", "น\u0e49\u0e4d\u0e32ประปา"),
    "sara am as two characters, the tone mark last": ("น้ำประปา", "น\u0e4d\u0e49\u0e32ประปา"),
    "decomposed letters": ("résumé", "re\u0301sume\u0301"),
    "marks in another order": ("ผู้", "ผ\u0e49\u0e39"),
    "a joiner": ("แผน", "แ\u200dผน"),
    "a non-joiner": ("แผน", "แ\u200cผน"),
    "a place to break the line": ("แผนงาน", "แผน\u200bงาน"),
    "a soft hyphen": ("แผนงาน", "แผน\u00adงาน"),
    "a byte order mark inside": ("แผนงาน", "แผน\ufeffงาน"),
    "a no-break space": ("แผน งาน", "แผน\u00a0งาน"),
    "two SARA E": ("แผน", "\u0e40\u0e40ผน"),
    "blanks at the end": ("แผน\n\nงาน", "แผน  \n\nงาน \t\n"),
    "one blank at the end of a line": ("แผน\nงาน", "แผน \nงาน"),
}
OTHER = {
    "another letter": ("แผน", "แผล"),
    "a mark more": ("แผน", "แผ่น"),
    "a line break": ("แผน\nงาน", "แผน  \nงาน"),
    "a paragraph": ("แผน\nงาน", "แผน\n\nงาน"),
    "a blank more": ("แผนงาน", "แผน งาน"),
}


def frozen(title: str, body: str) -> FrozenItem:
    here = Span("o01.md")
    said = Disclosure("O1", title, Progress.DONE, (title,), None, (), (), (), (title,), title, body, 4, here, here)
    words, as_typed = words_of(said)
    return FrozenItem("O1", ItemState.REPORTED, (), words, (), as_typed)


def kept(item: FrozenItem) -> FrozenItem:
    return item._replace(as_typed="")


@every_row("what", list(ALIKE))
def test_words_that_look_alike_are_the_same_in_either_order(what: str) -> None:
    for one, other in (ALIKE[what], ALIKE[what][::-1]):
        assert changes((kept(frozen(one, one)),), (frozen(other, other),)) == ()
        titled = kept(frozen("", "x"))._replace(evidence=(PLAN._replace(title=one),))
        assert changes((titled,), (titled._replace(evidence=(PLAN._replace(title=other),)),)) == ()


@every_row("what", list(OTHER))
def test_words_that_look_different_are_told(what: str) -> None:
    one, other = OTHER[what]
    (change,) = changes((kept(frozen("", one)),), (frozen("", other),))
    assert change.words


def test_a_record_of_an_earlier_version_which_kept_words_as_typed_still_fits() -> None:
    for one, other in ALIKE.values():
        for now in (one, other):
            earlier = kept(frozen(now, now))._replace(words=frozen(now, now).as_typed)
            assert changes((earlier,), (frozen(now, now),)) == ()
        clean = kept(frozen("", one))._replace(words=frozen("", one).as_typed)
        assert changes((clean,), (frozen("", other),)) == ()
