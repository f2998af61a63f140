"""Nothing that is written disappears: text nested too deep is told, and everything less deep is on the page."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sampling import examples
from tables import every_row

from generator.diagnostics import Report
from generator.rendering import dialect
from generator.rendering.dialect import MAX_NESTING
from generator.rendering.html import to_html
from generator.rendering.markdown import render

from .page import Page
from .test_raw_html import rendered, resolve

LIMIT = MAX_NESTING


def quotes(depth: int) -> str:
    return "".join("> " * n + f"เข็ม{n}\n" + "> " * n + "\n" for n in range(1, depth + 1))


def one_quote(depth: int) -> str:
    return "> " * depth + "เข็ม0"


def bullets(depth: int) -> str:
    return "".join("  " * (n - 1) + f"- เข็ม{n}\n" for n in range(1, depth + 1))


def numbers(depth: int) -> str:
    return "".join("   " * (n - 1) + f"1. เข็ม{n}\n" for n in range(1, depth + 1))


def bullets_in_a_line(depth: int) -> str:
    return "- " * depth + "เข็ม0"


def quoted_bullets(depth: int) -> str:
    return "> - " * depth + "เข็ม0"


def emphasis(depth: int) -> str:
    marks = ["*" if n % 2 else "_" for n in range(depth)]
    return "".join(f"{mark}เข็ม " for mark in marks) + "".join(reversed(marks))


def strong(depth: int) -> str:
    return "**ก " * depth + "เข็ม0" + "**" * depth


def brackets(depth: int) -> str:
    return "[" * depth + "เข็ม0" + "]" * depth


def pictures(depth: int) -> str:
    return "![" * depth + "เข็ม0" + "](files/seal.png)" * depth


def links(depth: int) -> str:
    return "[" * depth + "เข็ม0" + "](o02.md)" * depth


def table(depth: int) -> str:
    return "| เข็ม1 " * depth + "|\n" + "|---" * depth + "|\n" + "| เข็ม2 " * depth + "|\n"


def code(depth: int) -> str:
    return "`" * depth + "เข็ม0" + "`" * depth


def entities(depth: int) -> str:
    return "&amp;" * depth + "เข็ม0"


def headings(depth: int) -> str:
    return "".join(f"{'#' * min(6, n)} เข็ม{n}\n\n" for n in range(1, depth + 1))


SHAPES = [
    quotes, one_quote, bullets, numbers, bullets_in_a_line, quoted_bullets, emphasis, strong, brackets,
    pictures, links,
    table, code, entities, headings,
]  # fmt: skip
DEEP = {quotes, one_quote, bullets, numbers, bullets_in_a_line, quoted_bullets}
"""The shapes of which Markdown readers drop what lies too deep."""


def needles(text: str) -> list[str]:
    return re.findall(r"เข็ม[0-9]*", text)


@every_row("depth", [1, 10, LIMIT // 2 - 1, LIMIT // 2, LIMIT - 2, LIMIT - 1, LIMIT, LIMIT + 1, 3 * LIMIT, 1000])
@every_row("shape", SHAPES)
def test_every_word_is_on_the_page_or_is_told(shape: object, depth: int) -> None:
    assert callable(shape)
    text: str = shape(depth)
    report = Report()
    body = render(text, "a.md", 7, resolve, 3, report)
    page = Page(str(body.html))
    told = {d.code for d in report.diagnostics}
    shown = page.text + "".join(page.values("alt"))
    lost = [needle for needle in needles(text) if needle not in shown]
    if lost:
        assert told & {"OIT503", "OIT505"}, (len(lost), told)
        assert all(d.severity == "error" and d.span.line >= 7 for d in report.diagnostics)
    if depth <= 10:
        assert (lost, told) == ([], {"OIT511"} if shape is links and depth > 1 else set())  # no link in a link
    if depth > LIMIT and shape in DEEP:
        assert told == {"OIT503"}


def test_what_nests_too_deep_is_told_on_its_line() -> None:
    report = Report()
    render("ก\n\n" + bullets(30), "a.md", 5, resolve, 3, report)
    assert [(d.code, d.span.line) for d in report.diagnostics] == [("OIT503", 26)]
    report = Report()
    render("ก\n\nข\n\n" + one_quote(50), "a.md", 5, resolve, 3, report)
    assert [(d.code, d.span.line) for d in report.diagnostics] == [("OIT503", 9)]


PIECES = [
    "ก", "a", "1", "*", "**", "_", "`", "``", "[", "]", "(o02.md)", "![", "<", ">", "> ", "- ", "  - ", "1. ",
    "1) ", "+ ", "# ", "## ",
    "===", "---", "***", "\n", "\n\n", "    ", "\t", "|", "|---|", "| a | b |\n|---|---|\n", "```", "~~~", "~~",
    "&amp;", "&#60;", "\\",
    "<b>", "</b>", "<!--", "-->", "<https://a.b>", "[x]: o02.md\n", "[x]", "  \n", "\\\n", " ", "!", "…", "•",
    "—", "😀", ".", ":", "http://a.b",
]  # fmt: skip


PLAIN = [piece for piece in PIECES if piece not in ("1", "|", "[x]: o02.md\n", "\\", "_", "| a | b |\n|---|---|\n")]
"""Pieces that this Markdown and CommonMark take for the same; with ``ก`` beside marks, they differ."""


def commonmark(text: str) -> str:
    """What a parser without any rule of ours makes of a text, but for indented code."""
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "maxNesting": MAX_NESTING})
    parser.disable(["linkify", "replacements", "smartquotes", "strikethrough", "code"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return to_html(parser.parse(text))


@settings(max_examples=examples(400), deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PLAIN), max_size=25).map("".join))
def test_where_nothing_is_doubtful_a_text_is_what_commonmark_says(text: str) -> None:
    text = text.replace("ก", "b")
    assert to_html(dialect.parse(text)[0]) == commonmark(text)


@settings(max_examples=examples(300), deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_rendered_or_told(text: str) -> None:
    page, codes = rendered(text)
    assert set(codes) <= {"OIT211", *(f"OIT{number}" for number in range(501, 519))}
    if not codes and "[x]:" not in text and "](" not in text and "`" not in text and "~~~" not in text:
        for letter in "ก😀…•—":
            assert (letter in text) <= (letter in page.text + "".join(page.values("alt"))), letter


@settings(max_examples=examples(150), deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60))
def test_any_characters_are_rendered_or_told(text: str) -> None:
    rendered(text)
