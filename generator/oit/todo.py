"""To-do list: items that are not complete, by the points of the total that each would add."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment, ItemState
from generator.oit.catalogue import Catalogue
from generator.oit.evidence_review import causes
from generator.oit.shortcoming import Cause
from generator.oit.what_if import WhatIf, assessed_with, official_with

FIRST = 5
"""Items of a year that a command names; the rest are counted."""


class TodoItem(NamedTuple):
    """An item that is not complete. ``missing`` is what it lacks; ``worth`` is in points of the total.
    ``causes`` are why the evidence that is given does not count.

    ``what_if`` is nothing where the total is not determined by what is known.
    """

    number: str
    title: str
    state: ItemState
    official: Fraction | None
    worth: Fraction
    what_if: WhatIf | None
    missing: tuple[str, ...]
    offices: tuple[str, ...]
    causes: tuple[Cause, ...] = ()


class YearTodo(NamedTuple):
    """The first things to do of one agency-year; ``more`` is how many items wait beside them."""

    slug: str
    name: str
    year: int
    items: tuple[TodoItem, ...]
    more: int


def waiting(assessment: Assessment) -> list[ItemAssessment]:
    """The items that are not complete: those the regulator found wanting first, then by the points they bring.

    What the regulator gave full points for, and of which nothing else is said, is not to be done.
    """
    known = {item.official for item in assessment.items if item.official is not None}
    full = max(known, default=None)
    found = [
        item
        for item in assessment.items
        if not item.complete and not (item.state is ItemState.NOT_STATED and item.official and item.official == full)
    ]
    found.sort(key=lambda item: (item.official is None or item.official > 0, -item.worth))
    return found


def todo_items(catalogue: Catalogue, assessment: Assessment) -> Iterator[TodoItem]:
    """All to-do items, most useful first; each is calculated on demand."""
    met = {item.item.number: item.complete for item in assessment.items}
    for item in waiting(assessment):
        yield _todo_item(item, catalogue, assessment, met)


def year_todo(content: AgencyYear, assessment: Assessment) -> YearTodo:
    """The first things to do of an agency-year."""
    first = tuple(islice(todo_items(content.catalogue, assessment), FIRST))
    more = len(waiting(assessment)) - len(first)
    return YearTodo(content.agency.slug, content.agency.name, content.year, first, more)


def missing(item: ItemAssessment) -> tuple[str, ...]:
    """What an item lacks before it can be complete; nothing when nothing at all is stated."""
    if item.state is ItemState.NOT_STATED:
        return ()
    return tuple(check.element.text for check in item.elements if not check.met)


def _todo_item(item: ItemAssessment, catalogue: Catalogue, assessment: Assessment, met: Mapping[str, bool]) -> TodoItem:
    what_if = None
    if item.official == catalogue.unmet:
        what_if = official_with(catalogue, assessment.official, item.item)
    elif item.official is None and assessment.complete_total is not None:
        what_if = assessed_with(catalogue, met, assessment.complete_total, item.item)
    why = tuple(causes(item))
    return TodoItem(
        number=item.item.number,
        title=item.item.title,
        state=item.state,
        official=item.official,
        worth=item.worth,
        what_if=what_if,
        missing=tuple(one.element.text for one in item.elements if one.declared is not True) if why else missing(item),
        offices=item.disclosure.offices if item.disclosure is not None else (),
        causes=why,
    )
