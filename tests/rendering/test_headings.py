"""Headings: their levels, and ids that nothing else on a page has and that stay when the text elsewhere changes."""

import pytest
from tables import every_row

from generator.diagnostics import Report
from generator.rendering import markdown
from generator.rendering.markdown import render

from .page import Page
from .test_raw_html import rendered, resolve

IDS = [
    ("a heading", "# Plan", ["h-plan"]),
    ("Thai", "# แผนการดำเนินงาน ปี ๒๕๖๔", ["h-แผนการดำเนินงาน-ปี-๒๕๖๔"]),
    ("Thai with tone marks", "# ที่ตั้ง น้ำ", ["h-ที่ตั้ง-น้ำ"]),
    ("marks", "# a, b & c: (d) / e!", ["h-a-b-c-d-e"]),
    ("nothing but marks", "# ... !", ["h-section"]),
    ("nothing", "#\n\n# ", ["h-section", "h-section-2"]),
    ("the same twice", "# a\n\n# a\n\n# a", ["h-a", "h-a-2", "h-a-3"]),
    ("the same but for marks", "# a b\n\n# a-b\n\n# A, B", ["h-a-b", "h-a-b-2", "h-a-b-3"]),
    ("one that looks like a second", "# a\n\n# a-2\n\n# a", ["h-a", "h-a-2", "h-a-3"]),
    ("a second before one that looks like it", "# a\n\n# a\n\n# a-2", ["h-a", "h-a-2", "h-a-2-2"]),
    ("at another level", "# a\n\n## a", ["h-a", "h-a-2"]),
    ("underlined", "ก ข\n===\n\nค\n---", ["h-ก-ข", "h-ค"]),
    ("in a quote and a list", "> # a\n\n- # a", ["h-a", "h-a-2"]),
    ("with marks of its own", "# **a** `b` [c](o02.md) ![d](files/seal.png)", ["h-a-b-c"]),
    ("with HTML", "# <b id=x>a</b>", ["h-b-id-x-a-b"]),
    ("with an escape", "# \\# a \\* b", ["h-a-b"]),
    ("with an entity", "# a &amp; b &lt;c&gt;", ["h-a-b-c"]),
    ("with quotation marks", "# \"a\" 'b'", ["h-a-b"]),
    ("with hidden characters", "# a\u200db\u00ad\u200bc", ["h-abc"]),
    ("with a bidirectional mark", "# a\u202eb", ["h-a-b"]),
    ("an emoji", "# 😀 a", ["h-a"]),
    ("the name of a part of a program", "# \\_\\_proto\\_\\_", ["h-__proto__"]),
    *[(f"the name of a part of a page: {name}", f"# {name}", [f"h-{name.lower()}"]) for name in
      ("main", "compliance-index", "score-summary", "body", "location", "constructor", "getElementById", "h-a")],
]  # fmt: skip


@every_row(("text", "ids"), [case[1:] for case in IDS])
def test_a_heading_has_an_id_of_its_own(text: str, ids: list[str]) -> None:
    page = rendered(text)[0]
    assert page.values("id") == ids
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("h-") for name in ids)


def test_there_are_twenty_five_cases() -> None:
    assert len(IDS) >= 25


@pytest.mark.parametrize(
    "change",
    [
        "ก\n\n# a\n\nข\n\n## b\n\n# a",
        "# a\n\n## b\n\n> # c\n\n# a",
        "# a\n\n## b\n\n# a\n\n# d",
        "x\n\n# a\n\n# b\n\n## a",
    ],
)
def test_an_id_stays_when_the_text_elsewhere_changes(change: str) -> None:
    before = set(rendered("# a\n\n## b\n\n# a")[0].values("id"))
    assert before <= set(rendered(change)[0].values("id"))


class Counting(dict[str, int]):
    """A dictionary that counts how often it is asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_a_thousand_headings_alike_are_named_without_counting_from_one_each_time() -> None:
    used = Counting()
    names = {markdown._unique("a", used) for _ in range(1000)}
    assert len(names) == 1000
    assert used.asked <= 3000


@every_row(
    ("text", "level", "tags"),
    [
        ("# a\n\n## b\n\n### c", 3, ["h3", "h4", "h5"]),
        ("# a\n\n## b\n\n### c", 2, ["h2", "h3", "h4"]),
        ("### a\n\n#### b", 3, ["h3", "h4"]),
        ("## a\n\n# b", 3, ["h4", "h3"]),
        ("# a\n\n###### b", 3, ["h3", "h6"]),
        ("# a\n\n##### b\n\n###### c", 5, ["h5", "h6", "h6"]),
        ("> ## a", 2, ["h2"]),
    ],
)
def test_headings_begin_below_those_of_the_page(text: str, level: int, tags: list[str]) -> None:
    body = render(text, "a.md", 1, resolve, level, Report())
    assert [tag for tag, _ in Page(str(body.html)).elements if tag[0] == "h"] == tags


LINKS = [
    ("# a b\n\n[x](#a-b)", "#h-a-b"),
    ("[x](#a-b)\n\n# a b", "#h-a-b"),
    ("# a b\n\n[x](#h-a-b)", "#h-a-b"),
    ("# แผน ก\n\n[x](<#แผน ก>)", "#h-แผน-ก"),
    ("[x](#แผน-ก)\n\n# แผน ก", "#h-แผน-ก"),
    ("# a\n\n# a\n\n[x](#a-2)", "#h-a-2"),
    ("[x](#a-2)\n\n# a\n\n# a", "#h-a-2"),
    ("# A B\n\n[x](#a-b)", "#h-a-b"),
    ("a\n===\n\n[x](#a)", "#h-a"),
    ("# **a** b\n\n[x](#a-b)", "#h-a-b"),
    ("# น\u0e49\u0e33\n\n[x](#น\u0e4d\u0e49\u0e32)", "#h-น\u0e49\u0e33"),
    ("# ผ\u0e49\u0e38\n\n[x](#ผ\u0e38\u0e49)", "#h-ผ\u0e38\u0e49"),
]


@every_row(("text", "href"), LINKS)
def test_a_link_to_a_heading_leads_to_its_id(text: str, href: str) -> None:
    page, told = rendered(text)
    assert told == []
    assert page.values("href") == [href]
    assert href[1:] in page.values("id")


@every_row("text", ["[x](#a)", "```\n# a\n```\n\n[x](#a)", "# b\n\n[x](#a)", "[x](#main)", "# a\n\n[x](#a-2)"])
def test_a_link_to_no_heading_is_told(text: str) -> None:
    assert rendered(text)[1] == ["OIT502"]


@every_row(
    ("text", "titles"),
    [
        ("# a\n\n# a", {"a": "h-a"}),
        ("#  a   b  #", {"a b": "h-a-b"}),
        ("a\nb\n===", {"a b": "h-a-b"}),
        ("# **a** `b`", {"a b": "h-a-b"}),
        ("# น\u0e4d\u0e49\u0e32", {"น\u0e49\u0e33": "h-น\u0e49\u0e33"}),
        ("# a\u200bb", {"ab": "h-ab"}),
        ("```\n# a\n```", {}),
        ("\\# a", {}),
    ],
)
def test_headings_are_known_by_their_text(text: str, titles: dict[str, str]) -> None:
    assert render(text, "a.md", 1, resolve, 3, Report()).headings == titles
