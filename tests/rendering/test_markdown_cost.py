"""Texts made to cost: each shape ends, its work grows with its size and no faster, its page stays within bounds."""

from collections.abc import Callable

import pytest
from effort import calls, ends

from generator.diagnostics import Report
from generator.rendering.dialect import MAX_BRACKETS, MAX_TOKENS
from generator.rendering.markdown import MAX_GROWTH, Body, render

from .test_raw_html import resolve


def many(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + piece * ((size - len(before + after)) // len(piece)) + after


def columns(size: int) -> str:
    count = 8
    return "|" + "a|" * count + "\n|" + "-|" * count + "\n" + "b\n" * (size // 2)


def deeper(size: int) -> str:
    return "".join("  " * n + "- a\n" for n in range(int(size**0.5)))


def runs(size: int) -> str:
    return " ".join("`" * n for n in range(1, int((2 * size) ** 0.5)))


SHAPES: dict[str, Callable[[int], str]] = {
    "quotes": many("> "),
    "lists": many("- a\n"),
    "lists in lists": deeper,
    "numbers": many("1. "),
    "open brackets": many("["),
    "open pictures": many("!["),
    "open links": many("[a](b"),
    "links in links": many("[a]("),
    "nested brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "closed brackets": many("]("),
    "links": many("[a](o02.md) "),
    "links that lead nowhere": many("[a](zz)\n\n"),
    "links to no heading": many("[a](#zz)\n\n"),
    "references": many("[a]: o02.md\n"),
    "uses of a reference": many("[a] ", "[a]: o02.md\n\n"),
    "stars": many("*"),
    "stars and words": many("*a "),
    "stars of two kinds": many("*a _b "),
    "stars that do not close": many("a**b", after="c* "),
    "backticks": many("`"),
    "runs of backticks": runs,
    "angle brackets": many("<"),
    "tags": many("<a "),
    "comments": many("<!--"),
    "autolinks": many("<https://a.b> "),
    "entities": many("&#x41;"),
    "ampersands": many("&"),
    "backslashes": many("\\"),
    "tables": columns,
    "rows of no table": many("|a|b\n"),
    "rows of dashes that do not fit": many("|-|-\n|-\n"),
    "rows with too many cells": many("|a|b|c|\n", "|a|\n|-|\n"),
    "cells in a row": many("|a", "|a|b|\n|-|-|\n"),
    "tildes": many("~~a "),
    "underlines": many("__a "),
    "figures in a quotation": many("1", "> "),
    "footnotes": many("[^"),
    "links with blanks": many("[a](files/b c.pdf) "),
    "links turned around": many("(a)[files/b] "),
    "addresses": many("https://a.b "),
    "definitions": many("[ก]: ข\n\n"),
    "definitions of their own": lambda size: "".join(f"[{n:05}]: o02.md\n" for n in range(size // 16)),
    "numbers that fall": lambda size: "".join(f"{size - n}. a\n" for n in range(size // 8)),
    "numbers with noughts": many("01. a\n"),
    "no-break spaces": many("\u00a0"),
    "servers": many("\\\\a "),
    "lines across": many("---\n"),
    "headings alike": many("# a\n"),
    "headings of blanks": many(" ", "# a", "b"),
    "underlined": many("a\n", after="==="),
    "lines of a paragraph": many("a\n"),
    "lines of a quote": many("a\n", "> "),
    "fences": many("```\n"),
    "empty lines": many("\n", "a"),
    "tabs": many("\t", "a"),
    "Thai": many("ก"),
    "hidden characters": many("ก\u200d"),
}


def work(shape: str, size: int) -> Callable[[], Body]:
    text = SHAPES[shape](size)
    return lambda: render(text, "a.md", 1, resolve, 3, Report())


@pytest.mark.parametrize("shape", list(SHAPES))
def test_sixteen_thousand_characters_of_a_shape_end_and_make_no_huge_page(shape: str) -> None:
    text = SHAPES[shape](16_000)
    report = Report()
    with ends():
        body = render(text, "a.md", 1, resolve, 3, report)
    assert report.failed or len(body.html) <= MAX_GROWTH * len(text) + 10_000


@pytest.mark.sweep
@pytest.mark.parametrize("shape", list(SHAPES))
def test_four_times_the_text_is_little_more_than_four_times_the_work(shape: str) -> None:
    work(shape, 500)()
    assert calls(work(shape, 8_000)) <= 4**1.3 * calls(work(shape, 2_000)) + 1_000


def codes(text: str) -> list[tuple[str, str]]:
    report = Report()
    with ends():
        render(text, "a.md", 1, resolve, 3, report)
    return [(d.code, d.param("reason")) for d in report.diagnostics if d.severity == "error"]


def test_more_brackets_than_any_paragraph_has_are_refused() -> None:
    assert codes("[" * MAX_BRACKETS) == []
    assert codes("[" * (MAX_BRACKETS + 1)) == [("OIT505", "size")]
    assert codes(("[" * MAX_BRACKETS + "\n\n") * 2) == []


def test_more_parts_than_any_text_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_TOKENS == 100_000
    monkeypatch.setattr("generator.rendering.dialect.MAX_TOKENS", 300)
    assert codes("ก\n\n" * 100) == []
    assert codes("ก\n\n" * 101) == [("OIT505", "size")]


def test_a_page_fifty_times_the_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.rendering.markdown.MAX_GROWTH", 0)
    assert codes("ก") == []
    assert codes("ก" * 10_000) == [("OIT505", "size")]


def test_whatever_the_parser_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, env: object) -> None:
        raise IndexError

    monkeypatch.setattr("generator.rendering.dialect._PARSER.parse", fail)
    assert codes("ก") == [("OIT505", "IndexError")]
