"""Invisible characters from entities such as ``&zwj;``, checked as if typed."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from generator.reading.spelling import BIDI, CONTROL, HIDDEN, NEEDLESS
from generator.rendering.source_text import MarkdownSource

_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


def check_entities(tokens: Sequence[Token], text: str, source: MarkdownSource) -> None:
    """Report what entities bring in that no text may hold, or that none needs."""
    for line, character, written in _brought_in(tokens, 0, text):
        span = source.find(written, line)
        if CONTROL.match(character):
            source.report.error("OIT109", span, character=_name(character))
        elif BIDI.match(character):
            source.report.warning("OIT108", span, character=_name(character))
        elif HIDDEN.match(character):
            source.report.warning("OIT127", span, character=_name(character))


def strip_needless(tokens: Sequence[Token]) -> None:
    """Leave out invisible characters that no text needs."""
    for token in tokens:
        if token.content:
            token.content = NEEDLESS.sub("", token.content)
        if "title" in token.attrs:
            token.attrs["title"] = NEEDLESS.sub("", str(token.attrs["title"]))
        if token.children:
            strip_needless(token.children)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _brought_in(tokens: Sequence[Token], line: int, text: str) -> Iterator[tuple[int, str, str]]:
    """Characters that entities stand for, each with the line of its block and the entity as it is written."""
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.info == "entity":
            number = _NUMBER.fullmatch(token.markup)
            code = int(number[1], 16) if number and number[1] else int(number[2]) if number else ord(token.content[0])
            yield line, chr(code) if code <= 0x10FFFF else token.content, token.markup
        elif "title" in token.attrs:
            for character in str(token.attrs["title"]):
                if character not in text:
                    yield line, character, next(_written(character, text), character)
        if token.children:
            yield from _brought_in(token.children, line, text)


def _written(character: str, text: str) -> Iterator[str]:
    return (match[0] for match in _ENTITY.finditer(text) if unescapeAll(match[0]) == character)
