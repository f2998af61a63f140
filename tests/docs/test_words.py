"""Words with a fixed meaning: the values that the guides explain are those that the code knows."""

from collections.abc import Iterable
from enum import Enum
from typing import get_args

from generator.diagnostics import Severity
from generator.oit.assessment import MOMENTARY_KINDS, ItemState
from generator.oit.catalogue import Basis
from generator.oit.crosswalk import Relation
from generator.oit.disclosure import EvidenceKind
from generator.oit.period import PeriodRule

from .documents import document
from .glossary import groups


def _codes(group: str) -> list[str]:
    return [term.code for term in groups()[group].terms]


def _values(known: Iterable[Enum]) -> list[str]:
    return sorted(one.value for one in known)


def test_what_the_code_tells_apart_is_in_the_glossary() -> None:
    assert sorted(_codes("states")) == _values(ItemState)
    assert sorted(_codes("bases")) == _values(Basis)
    assert sorted(_codes("periods")) == _values(PeriodRule)
    assert sorted(_codes("relations")) == _values(Relation)
    assert sorted(_codes("evidence")) == _values(EvidenceKind)
    assert sorted(_codes("severities")) == sorted(get_args(Severity))


def test_a_term_has_one_meaning() -> None:
    terms = [term for group in groups().values() for term in group.terms]

    for of in (0, 1):
        names = [term.term[of] for term in terms]
        assert sorted(names) == sorted(set(names))


def test_the_kinds_of_passing_events_are_named() -> None:
    section = document("catalogues.md").section("Periods")

    assert [kind for kind in MOMENTARY_KINDS if f"`{kind}`" not in section] == []
