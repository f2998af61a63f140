"""The to-do list of each agency-year, as text for the console or as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Span
from generator.language import Language
from generator.messages.message import told
from generator.messages.sentences import sentence
from generator.oit.assessment import ItemState
from generator.oit.rounding import points, short_points
from generator.oit.shortcoming import Cause
from generator.oit.todo import TodoItem, YearTodo

_SHOWN_ELEMENTS = 3
_SHOWN_CAUSES = 2


def as_text(todo: YearTodo, language: Language) -> Iterator[str]:
    """The lines of the list of one agency-year, a few for each item."""
    name = {"name": todo.name, "year": todo.year}
    if not todo.items:
        yield sentence("todo_none", language, **name)
        return
    yield sentence("todo", language, **name)
    for item in todo.items:
        yield f"  {item.number:<4} {item.title} ({sentence('todo_worth', language, points=points(item.worth))})"
        for line in _details(item, language):
            yield f"       {line}"
    if todo.more:
        yield "  " + sentence("todo_more", language, count=f"{todo.more:,}")


def _details(item: TodoItem, language: Language) -> Iterator[str]:
    if item.what_if is not None:
        now, then = points(item.what_if.now), points(item.what_if.then)
        key = "todo_what_if_own" if item.official is None else "todo_what_if"  # three scores that are never mixed
        yield sentence(key, language, now=now, then=then, item=item.number)
    for cause in item.causes[:_SHOWN_CAUSES]:
        yield sentence("todo_cause", language, cause=_cause(cause, language))
    if item.missing:
        key = "todo_unchecked" if item.state is ItemState.REPORTED else "todo_missing"
        yield sentence(key, language, elements=_some(item.missing))
    known: list[str] = []
    if item.state is ItemState.NOT_STATED:
        known.append(sentence("todo_silent", language))
    if item.official is not None:
        known.append(sentence("todo_official", language, score=short_points(item.official)))
    if item.offices:
        known.append(sentence("todo_owner", language, offices=" · ".join(item.offices)))
    if known:
        yield " · ".join(known)


def _cause(cause: Cause, language: Language) -> str:
    params = tuple((name, str(value)) for name, value in cause.params)
    return told(Diagnostic(cause.flaw.value, "warning", Span(""), (("item", cause.item), *params)), language).message


def _some(elements: Sequence[str]) -> str:
    rest = len(elements) - _SHOWN_ELEMENTS
    return " · ".join(elements[:_SHOWN_ELEMENTS]) + (f" (+{rest})" if rest > 0 else "")


def as_data(todo: YearTodo) -> dict[str, Any]:
    """The list of one agency-year as plain data; points are texts with two decimals."""
    return {
        "agency": todo.slug,
        "name": todo.name,
        "year": todo.year,
        "items": [
            {
                "item": item.number,
                "title": item.title,
                "state": item.state.value,
                "official": None if item.official is None else points(item.official),
                "worth": points(item.worth),
                "now": None if item.what_if is None else points(item.what_if.now),
                "then": None if item.what_if is None else points(item.what_if.then),
                "missing": list(item.missing),
                "offices": list(item.offices),
            }
            for item in todo.items
        ],
        "more": todo.more,
    }
