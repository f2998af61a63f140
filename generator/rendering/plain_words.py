"""The plain words of a Markdown text, and places in them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

_BREAKS = frozenset({"softbreak", "hardbreak"})
OTHER = "\0"
"""Stands for a link, a picture, code, an escape or a mark of emphasis; a text itself never holds it."""
_OTHERS = re.compile(f"{OTHER}+")


class WrittenPlace(NamedTuple):
    """What was written where; lines and columns count from 0. ``suggestion`` is what to write instead."""

    line: int
    column: int
    written: str
    suggestion: str = ""


class Words(NamedTuple):
    """The words of one block. ``line`` is that of the text on which it begins."""

    line: int
    text: str
    in_paragraph: bool

    def place(self, start: int, written: str, lines: Sequence[str], suggestion: str = "") -> WrittenPlace:
        """The place of what is written at ``start``; on its line, it is looked for as it is."""
        line = self.line + self.text.count("\n", 0, start)
        seen = written.split("\n")[0].split(OTHER)[0]
        column = max(0, lines[line].find(seen)) if line < len(lines) else 0
        return WrittenPlace(line, column, _OTHERS.sub("…", written), "" if OTHER in suggestion else suggestion)


def words_of(tokens: Sequence[Token]) -> Iterator[Words]:
    """The words of each block that is no code."""
    before = ""
    for token in tokens:
        if token.type == "inline" and token.content:
            text = _without_markup(token.children) if token.children else token.content
            yield Words(token.map[0] if token.map else 0, text, before == "paragraph_open")
        before = token.type


def _without_markup(children: Sequence[Token]) -> str:
    parts: list[str] = []
    links = 0
    for child in children:
        links += child.nesting if child.tag == "a" else 0
        if child.type in _BREAKS:
            parts.append("\n")
        else:
            parts.append(child.content if child.type == "text" and not links else OTHER)
    return "".join(parts)
