"""Warnings about Markdown that may not mean what it says; each kind once per text, with all its lines.

Only errors lose text. Everything else appears as typed, or as Markdown reads it, and the officer
learns what to write where something else was meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from markdown_it.token import Token

from generator.diagnostics import Span
from generator.rendering.dialect import EXTRA_CELLS, SHOWN_DEFINITIONS, like_address
from generator.rendering.plain_words import Words, WrittenPlace, words_of
from generator.rendering.source_text import MarkdownSource, Resolver
from generator.rendering.unmade_links import bare_addresses, unmade_links

_MOST_LINES = 10
_HTML = re.compile(
    r"(?<!\]\()(?<!\]: )</?(?![A-Za-z][A-Za-z0-9+.-]+:|www\.|files/|o[0-9]+\.md>|[^\s<>]+@)[A-Za-z][^<>\n]*>"
    r"|<!--|<![A-Za-z]|<\?"
)
_CODE = re.compile(r"`[^`]*`")
_RULE_OF_TABLE = re.compile(r"(?=[^|]*\|)(?=[^-–—−]*[-–—−])[|\s:\-–—−]+")
_DEFINED = re.compile(r"\[[^\]]*\]:\s*<?([^\s<>]+)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_HEADING = re.compile(r"#{7,}|#{1,6}(?![\s#0-9๐-๙.,:;!?)\-])")
_UNPAIRED = re.compile(
    r"(?<![0-9])\*\*.*?\*\*|~~\S(?:.{0,200}\S)?~~|(?<![\w_])__[^\s_](?:.{0,200}[^\s_])?__(?!_)", re.DOTALL
)
_MORE_THAN = re.compile(r"(?:[\s>*+-]|[0-9]{1,9}[.)]\s)*?(>\s?(?:=|[0-9๐-๙]{1,12}(?![0-9๐-๙]*[.)]\s)).*)")


class Looked(NamedTuple):
    """A text that is looked through: its tokens, what the parser noticed, its lines, and the words of its blocks."""

    tokens: Sequence[Token]
    noticed: dict[str, Any]
    lines: Sequence[str]
    words: Sequence[Words]
    resolve: Resolver


class DoubtKind(NamedTuple):
    """A kind of doubt: its code, the signs without one of which no text has it, and how its places are found."""

    code: str
    signs: tuple[str, ...]
    find: Callable[[Looked], Iterator[WrittenPlace]]


class _Told(NamedTuple):
    code: str
    place: WrittenPlace
    more: int | None
    lines: str


def tell(tokens: Sequence[Token], noticed: dict[str, Any], text: str, source: MarkdownSource) -> None:
    """Report the doubts about a text. ``noticed`` is the environment of the parser."""
    losses = _possible(_LOSSES, text)
    doubts = _possible(_DOUBTS, text)
    if not (losses or doubts):
        return
    looked = Looked(tokens, noticed, source.lines, tuple(words_of(tokens)), source.resolve)
    for lost in _told(losses, looked, source):
        written, suggestion = lost.place.written, lost.place.suggestion
        source.report.error(
            lost.code, _span(lost, source), written=written, suggestion=suggestion, more=lost.more, lines=lost.lines
        )
    for doubt in _told(doubts, looked, source):
        written, suggestion = doubt.place.written, doubt.place.suggestion
        source.report.warning(
            doubt.code, _span(doubt, source), written=written, suggestion=suggestion, more=doubt.more, lines=doubt.lines
        )


def _possible(kinds: Sequence[DoubtKind], text: str) -> list[DoubtKind]:
    found = []
    for kind in kinds:
        for sign in kind.signs:
            if sign in text:
                found.append(kind)
                break
    return found


def _told(kinds: Sequence[DoubtKind], looked: Looked, source: MarkdownSource) -> Iterator[_Told]:
    for kind in kinds:
        places = sorted(set(kind.find(looked)))
        if places:
            numbers = sorted({source.first_line + place.line for place in places[1:]})
            lines = ", ".join(map(str, numbers[:_MOST_LINES])) + (", …" if len(numbers) > _MOST_LINES else "")
            yield _Told(kind.code, places[0], len(places) - 1 or None, lines)


def _span(told: _Told, source: MarkdownSource) -> Span:
    return source.span(told.place.line, told.place.column, len(told.place.written))


def _extra_cells(looked: Looked) -> Iterator[WrittenPlace]:
    for line, cell in looked.noticed.get(EXTRA_CELLS, ()):
        yield WrittenPlace(line, max(0, looked.lines[line].rfind(cell)), cell)


def _unmade_links(looked: Looked) -> Iterator[WrittenPlace]:
    for words in looked.words:
        for place in unmade_links(words, looked.lines):
            looked.resolve(place.written)  # a file that such a link names is not one that no page refers to
            yield place


def _bare_addresses(looked: Looked) -> Iterator[WrittenPlace]:
    shown = looked.noticed.get(SHOWN_DEFINITIONS, ())  # told already
    for words in looked.words:
        if words.line not in shown:
            yield from bare_addresses(words, looked.lines)


def _html(looked: Looked) -> Iterator[WrittenPlace]:
    is_fenced = False
    for number, line in enumerate(looked.lines):
        if line.lstrip().startswith(("```", "~~~")):
            is_fenced = not is_fenced
        elif not is_fenced:
            for match in _HTML.finditer(_CODE.sub(lambda code: " " * len(code[0]), line)):
                yield WrittenPlace(number, match.start(), match[0])


def _unmade_tables(looked: Looked) -> Iterator[WrittenPlace]:
    """Rows of cells with a row of dashes that does not fit them, or with none."""
    for words in looked.words:
        rows = words.text.split("\n") if words.in_paragraph and "|" in words.text else ()
        ruled = [number for number, row in enumerate(rows) if _RULE_OF_TABLE.fullmatch(row.strip())]
        framed = [number for number, row in enumerate(rows) if len(row) > 2 and row[0] == row.rstrip()[-1:] == "|"]
        if len(rows) > 1 and (ruled or len(framed) > 1):
            number = (ruled or framed)[0]
            yield words.place(sum(len(row) + 1 for row in rows[:number]), rows[number].strip(), looked.lines)


def _unused_definitions(looked: Looked) -> Iterator[WrittenPlace]:
    for line in looked.noticed.get(SHOWN_DEFINITIONS, ()):
        match = _DEFINED.search(looked.lines[line])
        if match and like_address(match[1]):
            yield WrittenPlace(line, match.start(), match[0])


def _footnotes(looked: Looked) -> Iterator[WrittenPlace]:
    for words in looked.words:
        for match in _FOOTNOTE.finditer(words.text):
            yield words.place(match.start(), match[0], looked.lines)


def _underlined(looked: Looked) -> Iterator[WrittenPlace]:
    """Headings that a line of dashes makes of the line above it, or any underline of a whole paragraph."""
    for token in looked.tokens:
        if token.type == "heading_open" and token.map and token.markup in ("-", "="):
            line = token.map[1] - 1
            if token.markup == "-" or line - token.map[0] > 1:
                written = looked.lines[line].strip(" \t>")
                yield WrittenPlace(line, max(0, looked.lines[line].find(written)), written)


def _headings_without_blank(looked: Looked) -> Iterator[WrittenPlace]:
    for words in looked.words:
        start = 0
        for row in words.text.split("\n") if words.in_paragraph else ():
            match = _HEADING.match(row.lstrip())
            if match and (len(match[0]) > 1 or "#" not in row.lstrip()[1:]):  # #one #two are tags of a web page
                title = row.lstrip().lstrip("#").strip()
                yield words.place(start, match[0], looked.lines, f"{'#' * min(6, len(match[0]))} {title}")
            start += len(row) + 1


def _unpaired_marks(looked: Looked) -> Iterator[WrittenPlace]:
    for words in looked.words:
        for match in _UNPAIRED.finditer(words.text):
            yield words.place(match.start(), match[0].split("\n")[0], looked.lines)


def _open_fences(looked: Looked) -> Iterator[WrittenPlace]:
    for token in looked.tokens:
        if token.type == "fence" and token.map:
            first, last = token.map[0], token.map[1] - 1
            if first == last or not looked.lines[last].rstrip().endswith(token.markup):
                yield WrittenPlace(first, max(0, looked.lines[first].find(token.markup)), token.markup)


def _more_than(looked: Looked) -> Iterator[WrittenPlace]:
    """Quotations that begin with a figure: ``>`` may have meant that it is more."""
    for token in looked.tokens:
        if token.type == "blockquote_open" and token.map:
            match = _MORE_THAN.match(looked.lines[token.map[0]])
            if match:
                yield WrittenPlace(token.map[0], match.start(1), match[1], f"\\{match[1]}")


_LOSSES = (
    DoubtKind("OIT507", ("|",), _extra_cells),
    DoubtKind("OIT511", ("](", "] (", "]\u00a0(", "（", "】(", "］(", "]:", ")[", "<"), _unmade_links),
)
"""A cell that no page shows, a link that leads nowhere."""
_DOUBTS = (
    DoubtKind("OIT506", ("<",), _html),
    DoubtKind("OIT508", ("|",), _unmade_tables),
    DoubtKind("OIT509", ("]:",), _unused_definitions),
    DoubtKind("OIT510", ("[^",), _footnotes),
    DoubtKind("OIT513", ("\n-", "\n=", "\n "), _underlined),
    DoubtKind("OIT514", ("#",), _headings_without_blank),
    DoubtKind("OIT515", ("**", "~~", "__"), _unpaired_marks),
    DoubtKind("OIT516", ("://", "www."), _bare_addresses),
    DoubtKind("OIT517", ("```", "~~~"), _open_fences),
    DoubtKind("OIT518", (">",), _more_than),
)
