"""Exactly one compliance index and one score summary on every page of an agency-year, whatever a theme does to them."""

import pytest
from projects import SITE, Write, told

from .everything import everything
from .page import Page

MINE = "themes/mine/templates"
KINDS = {
    "dashboard": "town/2567/index.html",
    "item": "town/2567/o01/index.html",
    "results": "town/2567/results/index.html",
    "analysis": "town/2567/analysis/index.html",
    "measures": "town/2567/measures/index.html",
    "progress": "town/2567/progress/index.html",
    "agency": "town/index.html",
}
"""The kinds of page that carry both, each with one of its addresses."""

INDEX, SUMMARY = ("OIT704",), ("OIT705",)
SLIPS = {
    "no index": ("{{ summary }}", INDEX),
    "no summary": ("{{ index }}", SUMMARY),
    "neither": ("", (*INDEX, *SUMMARY)),
    "two indexes": ("{{ index }}{{ summary }}{{ index }}", INDEX),
    "two summaries": ("{{ summary }}{{ index }}{{ summary }}", SUMMARY),
    "an index as text": ("{{ index|string|forceescape }}{{ summary }}", INDEX),
    "an index changed": ("{{ index|replace('data-state=', 'data-was=') }}{{ summary }}", INDEX),
    "an index with an item less": ("{{ index|replace('O2', 'O1') }}{{ summary }}", INDEX),
    "an index with another state": ("{{ index|replace('in-progress', 'complete') }}{{ summary }}", INDEX),
    "a summary changed": ("{{ index }}{{ summary|replace('0.00', '100.00') }}", SUMMARY),
    "a summary without its mark": ("{{ index }}{{ summary|replace('score-summary', 'scores') }}", SUMMARY),
    "an index in a comment": ("<!-- {{ index }} -->{{ summary }}", INDEX),
    "a summary in a comment": ("{{ index }}<!-- off {{ summary }} -->", SUMMARY),
    "a second index of its own": ('<nav id="compliance-index"></nav>{{ index }}{{ summary }}', INDEX),
    "a second summary of its own": ('{{ index }}{{ summary }}<p id="score-summary">', SUMMARY),
}


@pytest.mark.parametrize("slip", list(SLIPS))
def test_a_page_without_exactly_both_is_told_whatever_its_kind(project: Write, slip: str) -> None:
    template, codes = SLIPS[slip]
    written = project(everything("ก", site="theme: mine\n"))
    written.write({"themes/mine/theme.yaml": "name: mine\n"})
    written.write({f"{MINE}/{kind}.html": f"<html>{template}</html>" for kind in KINDS})
    found = {(code, path) for code, path, _, _ in told(written.build(), "error")}
    assert found == {(code, f"{MINE}/{kind}.html") for code in codes for kind in KINDS}
    assert written.site() == {}


@pytest.mark.parametrize("kind", list(KINDS))
def test_one_kind_of_page_without_both_keeps_the_site_from_being_published(project: Write, kind: str) -> None:
    written = project(everything("ก", site="theme: mine\n"))
    written.write({"themes/mine/theme.yaml": "name: mine\n", f"{MINE}/{kind}.html": "<html>{{ index }}</html>"})
    assert {(code, path) for code, path, _, _ in told(written.build(), "error")} == {("OIT705", f"{MINE}/{kind}.html")}
    assert written.site() == {}


OWN = (
    "{% for g in index.groups %}{% for r in g.rows %}"
    '<a data-item="{{ r.number }}" data-state="{{ r.state }}">'
    "{% endfor %}{% endfor %}"
)
NUMBERS = "{% for s in summary.scores %}{{ s.score }} {% endfor %}{{ summary.official_total }}"
FRAGMENTS = {
    "an index without its mark": ("index", f"<nav>{OWN}</nav>", "OIT704"),
    "an index with its mark twice": (
        "index",
        f'<nav id="compliance-index"><p id="compliance-index">{OWN}</nav>',
        "OIT704",
    ),
    "an index the other way round": (
        "index",
        '<nav id="compliance-index">' + OWN.replace("in index.groups", "in index.groups|reverse"),
        "OIT706",
    ),
    "an index with an item twice": (
        "index",
        f'<nav id="compliance-index">{OWN}<a data-item="O1" data-state="x">',
        "OIT706",
    ),
    "an index with an item of its own": (
        "index",
        f'<nav id="compliance-index">{OWN}<a data-item="O9" data-state="x">',
        "OIT706",
    ),
    "an index without states": (
        "index",
        '<nav id="compliance-index">' + OWN.replace("data-state", "data-is"),
        "OIT706",
    ),
    "an index with one state for all": (
        "index",
        '<nav id="compliance-index">' + OWN.replace("{{ r.state }}", "complete"),
        "OIT706",
    ),
    "an index of the first group": (
        "index",
        '<nav id="compliance-index">' + OWN.replace("index.groups", "index.groups[:1]"),
        "OIT706",
    ),
    "an empty index": ("index", '<nav id="compliance-index"></nav>', "OIT706"),
    "a summary without its mark": ("summary", f"<section>{NUMBERS}</section>", "OIT705"),
    "a summary with its mark twice": ("summary", f'<p id="score-summary">{NUMBERS}<p id="score-summary">', "OIT705"),
    "a summary without numbers": ("summary", '<section id="score-summary"></section>', "OIT709"),
    "a summary of yesterday's numbers": ("summary", '<section id="score-summary">12.34 85.20 100</section>', "OIT709"),
    "a summary with its numbers in attributes": (
        "summary",
        '<section id="score-summary">{% for s in summary.scores %}<b title="{{ s.score }}"></b>{% endfor %}</section>',
        "OIT709",
    ),
}


@pytest.mark.parametrize("slip", list(FRAGMENTS))
def test_an_index_or_a_summary_that_does_not_hold_what_it_must_is_told_at_its_template(
    project: Write, slip: str
) -> None:
    name, template, code = FRAGMENTS[slip]
    written = project(everything("ก", site="theme: mine\n"))
    written.write({"themes/mine/theme.yaml": "name: mine\n", f"{MINE}/{name}.html": template})
    outcome = written.build()
    assert {(code, path) for code, path, _, _ in told(outcome, "error")} == {(code, f"{MINE}/{name}.html")}
    assert written.site() == {}


@pytest.mark.parametrize("numerals", ["arabic", "thai"])
def test_a_theme_may_arrange_both_as_it_likes(project: Write, numerals: str) -> None:
    written = project(everything("ก", site=f"theme: mine\nnumerals: {numerals}\n"))
    written.write(
        {
            "themes/mine/theme.yaml": "name: mine\n",
            f"{MINE}/index.html": f'<ol id="compliance-index">{OWN}</ol>',
            f"{MINE}/summary.html": '<p id="score-summary">{% for s in summary.scores %}<b>{{ s.score|n }}</b>'
            "{% endfor %}{{ summary.official_total|n }}</p>",
            f"{MINE}/item.html": "<!-- mine --><html><p>{{ summary }}</p><!-- a --><hr>{{ index }}<!-- b --></html>",
        }
    )
    assert told(written.build(), "error") == []
    page = Page(written.site()[KINDS["item"]].decode())
    assert page.values("data-item") == ["O1", "O2", "O3"]
    assert page.values("id") == ["score-summary", "compliance-index"]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_page_of_the_base_theme_carries_both(project: Write, kind: str) -> None:
    written = project(everything("ก"))
    assert told(written.build(), "error") == []
    page = Page(written.site()[KINDS[kind]].decode())
    ids = page.values("id")
    assert ids.count("compliance-index") == ids.count("score-summary") == 1
    assert page.values("data-item") == ["O1", "O2", "O3"]
    current = [
        dict(attributes).get("data-item") for _, attributes in page.elements if ("aria-current", "page") in attributes
    ]
    assert current.count("O1") == (kind == "item")


def test_nothing_of_an_old_site_changes_when_the_theme_breaks(project: Write) -> None:
    written = project(everything("ก", site="theme: mine\n"))
    written.write({"themes/mine/theme.yaml": "name: mine\n"})
    assert told(written.build(), "error") == []
    before = written.site()
    written.write({f"{MINE}/item.html": "{{ index }}", SITE: "title: ข\ntheme: mine\n"})
    assert written.build().failed
    assert written.site() == before
