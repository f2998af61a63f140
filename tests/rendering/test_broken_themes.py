"""A theme with a slip: what is wrong is told at its template and line, and nothing is published."""

import pytest
from effort import ends
from projects import SITE, Content, WriteSmall, told

MINE = "themes/mine"
ITEM = f"{MINE}/templates/item.html"
TEMPLATE = "themes/mine/templates/{}.html"
THEME = f"{MINE}/theme.yaml"


def theme(files: dict[str, Content]) -> dict[str, Content]:
    """A project's own theme over the base theme."""
    return {SITE: "title: ก\ntheme: mine\n", THEME: "name: mine\n", **files}


GOOD_ITEM = "<html>\n{{ index }}\n{{ summary }}\n</html>\n"
BROKEN: list[tuple[str, dict[str, Content], tuple[str, str, int]]] = [
    ("an unknown name", {ITEM: "<p>\n{{ nothing }}"}, ("OIT703", ITEM, 2)),
    ("an unknown attribute", {ITEM: "\n\n{{ item.nothing }}"}, ("OIT703", ITEM, 3)),
    ("an attribute of an unknown name", {ITEM: "{{ nothing.at.all }}"}, ("OIT703", ITEM, 1)),
    ("an unknown name in a condition", {ITEM: "\n{% if nothing %}x{% endif %}"}, ("OIT703", ITEM, 2)),
    ("an unknown name in a loop", {ITEM: "\n{% for x in nothing %}x{% endfor %}"}, ("OIT703", ITEM, 2)),
    ("an unknown name given to a filter", {ITEM: "\n{{ nothing|n }}"}, ("OIT703", ITEM, 2)),
    ("an unknown name in an attribute", {ITEM: '\n<a href="{{ nothing }}">'}, ("OIT703", ITEM, 2)),
    ("an unknown word of the interface", {ITEM: "\n\n{{ t.nothing }}"}, ("OIT703", ITEM, 3)),
    ("an unknown filter", {ITEM: "\n{{ page.title|nothing }}"}, ("OIT702", ITEM, 2)),
    ("an unknown test", {ITEM: "\n{% if page is nothing %}x{% endif %}"}, ("OIT703", ITEM, 2)),
    ("an unknown tag", {ITEM: "\n\n{% nothing %}"}, ("OIT702", ITEM, 3)),
    ("a function of Jinja's own", {ITEM: "\n{{ range(3) }}"}, ("OIT703", ITEM, 2)),
    ("an open expression", {ITEM: "\n{{ page.title"}, ("OIT702", ITEM, 2)),
    ("an open tag", {ITEM: "\n{% if page"}, ("OIT702", ITEM, 2)),
    ("an open condition", {ITEM: "\n{% if page %}x"}, ("OIT702", ITEM, 2)),
    ("an open block", {ITEM: "{% block x %}\nx"}, ("OIT702", ITEM, 2)),
    ("an open note", {ITEM: "\n{# x"}, ("OIT702", ITEM, 2)),
    ("an end without a beginning", {ITEM: "\n{% endif %}"}, ("OIT702", ITEM, 2)),
    ("a block twice", {ITEM: "{% block x %}{% endblock %}\n{% block x %}{% endblock %}"}, ("OIT702", ITEM, 2)),
    ("a stray bracket", {ITEM: "\n{{ page.title) }}"}, ("OIT702", ITEM, 2)),
    ("nothing between the braces", {ITEM: "\n{{ }}"}, ("OIT702", ITEM, 2)),
    ("a template that is not there", {ITEM: '\n{% include "nothing.html" %}'}, ("OIT708", ITEM, 2)),
    ("a base that is not there", {ITEM: '{% extends "nothing.html" %}'}, ("OIT708", ITEM, 1)),
    ("macros that are not there", {ITEM: '\n{% import "nothing.html" as x %}'}, ("OIT708", ITEM, 2)),
    ("a template outside", {ITEM: '\n{% include "../../secret.html" %}'}, ("OIT708", ITEM, 2)),
    ("a template by its absolute path", {ITEM: '\n{% include "/etc/passwd" %}'}, ("OIT708", ITEM, 2)),
    ("a template that includes itself", {ITEM: '\n{% include "item.html" %}'}, ("OIT703", ITEM, 2)),
    ("a template that extends itself", {ITEM: '{% extends "item.html" %}'}, ("OIT703", ITEM, 1)),
    (
        "two templates that include each other",
        {ITEM: '\n{% include "a.html" %}', f"{MINE}/templates/a.html": '\n\n{% include "item.html" %}'},
        ("OIT703", "", 0),
    ),
    ("a macro that calls itself", {ITEM: "{% macro m() %}\n{{ m() }}{% endmacro %}\n{{ m() }}"}, ("OIT703", ITEM, 2)),
    ("a sum of words and numbers", {ITEM: "\n{{ page.title + 1 }}"}, ("OIT703", ITEM, 2)),
    ("a division by nothing", {ITEM: "\n\n{{ 1 // 0 }}"}, ("OIT703", ITEM, 3)),
    ("a call of what is none", {ITEM: "\n{{ page.title() }}"}, ("OIT703", ITEM, 2)),
    ("a format without its parameter", {ITEM: "\n{{ t.of_items|format(x=1) }}"}, ("OIT703", ITEM, 2)),
    (
        "a slip in what it includes",
        {ITEM: '\n{% include "a.html" %}', f"{MINE}/templates/a.html": "\n\n{{ nothing }}"},
        ("OIT703", f"{MINE}/templates/a.html", 3),
    ),
    (
        "a mistake in what it includes",
        {ITEM: '\n{% include "a.html" %}', f"{MINE}/templates/a.html": "\n\n{% nothing %}"},
        ("OIT702", f"{MINE}/templates/a.html", 3),
    ),
    ("a slip in the index", {TEMPLATE.format("index"): "\n{{ nothing }}"}, ("OIT703", TEMPLATE.format("index"), 2)),
    ("a slip in the summary", {TEMPLATE.format("summary"): "{% if %}"}, ("OIT702", TEMPLATE.format("summary"), 1)),
    ("a slip in the portal", {TEMPLATE.format("portal"): "\n{{ agency }}"}, ("OIT703", TEMPLATE.format("portal"), 2)),
    ("a slip in the page for no page", {TEMPLATE.format("404"): "{{ item }}"}, ("OIT703", TEMPLATE.format("404"), 1)),
    ("a control character", {ITEM: "a\n\x00"}, ("OIT109", ITEM, 2)),
    ("no UTF-8", {ITEM: b"a\n\xff"}, ("OIT104", ITEM, 2)),
    ("an unknown kind of page", {THEME: "name: mine\npages: [items]\n"}, ("OIT203", THEME, 2)),
    ("an unknown field", {THEME: "name: mine\nextend: base\n"}, ("OIT201", THEME, 2)),
    ("itself as its base", {THEME: "name: mine\nextends: mine\n"}, ("OIT707", THEME, 2)),
    ("a base that is no theme", {THEME: "name: mine\nextends: other\n"}, ("OIT701", THEME, 2)),
    ("no YAML", {THEME: "name: [mine\n"}, ("OIT113", THEME, 1)),
    ("words that are a list", {f"{MINE}/strings/th.yaml": "home: [a]\n"}, ("OIT204", f"{MINE}/strings/th.yaml", 1)),
    ("an unfinished sign", {f"{MINE}/strings/th.yaml": "items_n: 9% ข้อ\n"}, ("OIT710", f"{MINE}/strings/th.yaml", 1)),
    ("an asset that no host can serve", {f"{MINE}/assets/ภาพ.png": b"x"}, ("OIT105", f"{MINE}/assets/ภาพ.png", 0)),
]  # fmt: skip


def test_there_are_thirty_ways() -> None:
    assert len({case[0] for case in BROKEN}) == len(BROKEN) >= 30


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_slip_is_told_at_its_line(
    small: WriteSmall, files: dict[str, Content], expected: tuple[str, str, int]
) -> None:
    project = small(theme(files))
    with ends():
        outcome = project.build()
    errors = [(code, path, line) for code, path, line, _ in told(outcome, "error")]
    if expected[1]:
        assert errors == [expected]
    else:
        assert [code for code, _, _ in errors] == [expected[0]]
    assert project.site() == {}


def test_a_base_theme_of_the_project_may_hold_nothing_but_what_is_other(small: WriteSmall) -> None:
    own = {"themes/base/theme.yaml": "name: base\n", "themes/base/strings/th.yaml": "home: บ้าน\n"}
    project = small({**own, "themes/base/templates/search.html": "{% extends 'layout.html' %}"})
    assert told(project.build()) == []
    site = project.site()
    assert "บ้าน".encode() in site["index.html"]
    assert "คะแนน".encode() in site["index.html"]
    assert b"data-found" not in site["search/index.html"]
    assert "assets/style.css" in site


def test_a_sound_theme_is_published(small: WriteSmall) -> None:
    project = small(theme({ITEM: GOOD_ITEM, f"{MINE}/strings/th.yaml": "home: บ้าน\n", f"{MINE}/assets/x.css": "a{}"}))
    assert told(project.build()) == []
    site = project.site()
    assert site["town/2567/o01/index.html"].startswith(b"<html>\n<nav")
    assert site["assets/x.css"] == b"a{}"
    assert "บ้าน".encode() in site["index.html"]


def test_a_slip_on_many_pages_is_told_once(small: WriteSmall) -> None:
    outcome = small(theme({ITEM: "{{ nothing }}", f"{MINE}/templates/dashboard.html": "{{ nothing }}"})).check()
    assert [(code, path) for code, path, _, _ in told(outcome)] == [
        ("OIT703", f"{MINE}/templates/dashboard.html"),
        ("OIT703", ITEM),
    ]
