"""What templates see: the tables of ``themes.md`` against the view objects, field by field."""

import typing
from collections.abc import Sequence
from types import UnionType
from typing import Any

import pytest
from jinja2.filters import FILTERS
from markupsafe import Markup

from generator.diagnostics import Report, Span
from generator.oit.assessment import ItemState
from generator.reading.kinds import Placed
from generator.reading.theme import Theme
from generator.reading.theme_files import read_theme
from generator.rendering import contract, views
from generator.rendering.pages import PAGE_KINDS
from generator.rendering.templates import Templates
from generator.rendering.views import years

from .conftest import Rendered
from .documents import PROJECT, document, rows

VIEWS = list(
    dict.fromkeys(
        view
        for module in (views, years)
        for view in vars(module).values()
        if isinstance(view, type) and hasattr(view, "_fields")
    )
)
_WORDS: dict[Any, str] = {str: "text", bool: "true or false", int: "number", Markup: "HTML", type(None): "none"}


def in_words(kind: Any) -> str:
    """A type as the documentation names it."""
    inner = typing.get_args(kind)
    if kind in _WORDS:
        return _WORDS[kind]
    if isinstance(kind, UnionType):
        return " or ".join(in_words(one) for one in inner)
    if typing.get_origin(kind) in (tuple, Sequence):
        pair = typing.get_origin(kind) is tuple and inner[-1] is not Ellipsis
        return f"({', '.join(map(in_words, inner))})" if pair else f"list of {in_words(inner[0])}"
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


def _theme() -> Theme:
    report = Report()
    theme = read_theme(Placed("base", Span("site.yaml")), str(PROJECT), PAGE_KINDS, report)
    assert theme is not None, report.diagnostics
    return theme


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_documented_with_its_type(view: Any) -> None:
    hints = typing.get_type_hints(view)
    table = rows(document("themes.md").section(view.__name__))

    assert [row[:2] for row in table] == [[f"`{name}`", in_words(hints[name])] for name in view._fields]
    assert all(row[2] for row in table)


def test_no_view_is_documented_that_there_is_not() -> None:
    section = document("themes.md").section("สิ่งที่แม่แบบเห็น · What templates see")
    headings = [line.removeprefix("### ") for line in section.split("\n") if line.startswith("### ")]

    assert sorted(headings) == sorted(view.__name__ for view in VIEWS)


def test_every_template_sees_the_names_that_are_documented(rendered: list[Rendered]) -> None:
    section = document("themes.md").section("แม่แบบ · Templates")
    told = {row[0].strip("`"): set(row[2].replace("`", "").split()) for row in rows(section)}

    assert told == {one.template: set(one.context) for one in rendered}
    for one in rendered:
        assert set(one.context) == told[one.template]


def test_the_names_have_the_types_that_are_documented(rendered: list[Rendered]) -> None:
    section = document("themes.md").section("แม่แบบ · Templates").split("| ชื่อ · name |")[1]
    told = {name.strip("` "): row[1] for row in rows(f"| ชื่อ · name |{section}") for name in row[0].split(",")}
    names = {name for one in rendered for name in one.context}
    found: dict[str, set[str]] = {name: set() for name in names}
    for one in rendered:
        for name, value in one.context.items():
            inner = value[0] if isinstance(value, (tuple, list)) and value and not hasattr(value, "_fields") else value
            if hasattr(inner, "_fields"):
                found[name].add(type(inner).__name__)

    assert set(told) == names
    assert [(name, kind) for name, kinds in found.items() for kind in kinds if f"[{kind}](" not in told[name]] == []


def test_every_template_block_and_filter_of_the_base_theme_is_documented() -> None:
    theme = _theme()
    page = document("themes.md").text
    blocks = {
        line.split("{% block ")[1].split(" ")[0]
        for name in ("layout.html", "year.html")
        for line in theme.templates[name].text.split("\n")
        if "{% block " in line
    }
    filters = Templates(theme)._environment.filters.keys() - FILTERS.keys()

    names = (*(name for name in theme.templates if not name.startswith("base/")), *blocks, *filters)

    assert [name for name in names if f"`{name}`" not in page] == []
    assert "`base/layout.html`" in page


def test_every_state_is_documented() -> None:
    table = rows(document("themes.md").text.split('<a id="states">')[1])

    assert [row[0].strip("`") for row in table] == [state.value for state in ItemState]


def test_the_contract_is_documented_as_it_is_checked() -> None:
    section = document("themes.md").text.split('<a id="contract">')[1]

    assert f"`{contract.INDEX_ID}`" in section
    assert f"`{contract.SUMMARY_ID}`" in section
    assert {row[1] for row in rows(section)} == {"OIT704", "OIT705", "OIT706", "OIT709"}
