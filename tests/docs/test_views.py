"""What templates see: the pages on themes against the types and templates of the code."""

import re

from jinja2.filters import FILTERS

from generator.diagnostics import Report, Span
from generator.reading.kinds import Placed
from generator.reading.theme import Theme
from generator.reading.theme_files import read_theme
from generator.rendering import contract
from generator.rendering.pages import PAGE_KINDS
from generator.rendering.templates import Templates

from .conftest import Rendered
from .documents import PROJECT, document, rows
from .theme_values import described, templates, views


def _theme() -> Theme:
    report = Report()
    theme = read_theme(Placed("base", Span("site.yaml")), str(PROJECT), PAGE_KINDS, report)
    assert theme is not None, report.diagnostics
    return theme


def test_every_field_of_a_view_has_a_meaning_and_no_other_name_has_one() -> None:
    told = described()["values"]

    assert {name: list(view._fields) for name, view in views().items()} == {
        name: list(one["fields"]) for name, one in told.items()
    }
    assert [name for name, one in told.items() for field in one["fields"].values() if set(field) != {"th", "en"}] == []


def test_every_template_sees_the_names_that_are_documented(rendered: list[Rendered]) -> None:
    told = {one.name: set(one.names) for one in templates()}

    assert told == {one.template: set(one.context) for one in rendered}
    for one in rendered:
        assert set(one.context) == told[one.template]


def test_the_names_have_the_types_that_are_documented(rendered: list[Rendered]) -> None:
    told = {
        (one.name, name): set(re.findall(r"\w+", words["type"]))
        for one in templates()
        for name, words in one.names.items()
    }
    found: dict[tuple[str, str], set[str]] = {key: set() for key in told}
    for one in rendered:
        for name, value in one.context.items():
            inner = value[0] if isinstance(value, (tuple, list)) and value and not hasattr(value, "_fields") else value
            if hasattr(inner, "_fields"):
                found[one.template, name].add(type(inner).__name__)

    assert [key for key, kinds in found.items() if not kinds <= told[key]] == []


def test_every_template_block_and_filter_of_the_base_theme_is_documented() -> None:
    theme = _theme()
    page = document("themes.md").text + document("theme-values.md").text
    blocks = {
        line.split("{% block ")[1].split(" ")[0]
        for name in ("layout.html", "year.html")
        for line in theme.templates[name].text.split("\n")
        if "{% block " in line
    }
    filters = Templates(theme)._environment.filters.keys() - FILTERS.keys()

    names = (*(name for name in theme.templates if not name.startswith("base/")), *blocks, *filters)

    assert [name for name in names if f"`{name}`" not in page and f"## {name}\n" not in page] == []
    assert '"base/layout.html"' in page


def test_the_contract_is_documented_as_it_is_checked() -> None:
    section = document("themes.md").text.split('<a id="contract">')[1]

    assert f"`{contract.INDEX_ID}`" in section
    assert f"`{contract.SUMMARY_ID}`" in section
    assert {row[1] for row in rows(section)} == {"OIT704", "OIT705", "OIT706", "OIT709"}
