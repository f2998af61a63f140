"""Markdown to HTML that no content can break out of.

Raw HTML is shown as text. Links go to ``https``, ``http``, ``mailto`` and ``tel`` addresses and to
pages and files of the site that exist; pictures come from the site alone. What the parser would
drop silently (text nested too deep) is reported instead.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token
from markupsafe import Markup

from generator.diagnostics import Report
from generator.oit.composed import normal
from generator.reading.spelling import INVISIBLE, NEEDLESS
from generator.rendering.dialect import MAX_NESTING, TooMuchError, parse
from generator.rendering.doubts import tell
from generator.rendering.hidden import check_entities, strip_needless
from generator.rendering.html import to_html
from generator.rendering.links import check_links
from generator.rendering.lost_words import lost_line
from generator.rendering.markup import EMPTY, made_by_renderer
from generator.rendering.source_text import NOWHERE, MarkdownSource, Resolver, Surroundings

MAX_GROWTH = 50
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
_WORDS = frozenset({"text", "text_special", "code_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_DEEPEST = MAX_NESTING - 1
_NOT_IN_ID = re.compile(r"[^\w\u0e00-\u0e7f]+")


class Body(NamedTuple):
    """A rendered text and the ids of its headings, by the heading's text."""

    html: Markup
    headings: dict[str, str]


NOTHING = Body(EMPTY, {})


def render(
    text: str, path: str, first_line: int, resolve: Resolver, level: int, report: Report,
    around: Surroundings = NOWHERE,
) -> Body:  # fmt: skip
    """The HTML of a Markdown text, its headings starting at ``level``.

    ``path`` and ``first_line`` say where the text stands, for diagnostics.
    """
    if not text or text.isspace():
        return NOTHING
    source = MarkdownSource(path, first_line, text.split("\n"), report, resolve, around)
    try:
        tokens, noticed = parse(text)
    except Exception as error:
        reason = "size" if isinstance(error, TooMuchError) else type(error).__name__
        report.error("OIT505", source.span(0), reason=reason)
        return NOTHING
    lost = lost_line(tokens, text)
    headings, anchors = _name_headings(tokens, level)
    known = len(report.diagnostics)
    tell(tokens, noticed, text, source)
    _check(tokens, source, anchors)
    if lost is not None and not any(one.severity == "error" for one in report.diagnostics[known:]):
        report.error("OIT505", source.span(lost, 0, len(source.lines[lost])), reason="lost")
    if "&" in text:
        check_entities(tokens, text, source)
    if "&" in text or NEEDLESS.search(text):
        strip_needless(tokens)
    html = to_html(tokens)
    if len(html) > MAX_GROWTH * len(text) + 10_000:
        report.error("OIT505", source.span(0), reason="size")
        return NOTHING
    return Body(made_by_renderer(html), headings)


def anchors_of(text: str) -> dict[str, str]:
    """The ids of the headings of a text, by whatever a link may call them; none where it cannot be rendered."""
    try:
        return _name_headings(parse(text)[0], 1)[1]
    except Exception:  # told where the text is rendered
        return {}


def _name_headings(tokens: list[Token], level: int) -> tuple[dict[str, str], dict[str, str]]:
    """Shift and name the headings: their ids by their text, and by whatever a link may call them."""
    headings: dict[str, str] = {}
    anchors: dict[str, str] = {}
    used: dict[str, int] = {}
    places = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
    shift = level - min([int(tokens[place].tag[1]) for place in places], default=level)
    for place in places:
        opening, inline, closing = tokens[place : place + 3]
        opening.tag = closing.tag = f"h{min(6, int(opening.tag[1]) + shift)}"
        title = _plain(inline)
        opening.attrs["id"] = name = _unique(title, used)
        headings.setdefault(title, name)
        for written in (name, name.removeprefix("h-"), title, title.replace(" ", "-")):
            anchors.setdefault(written, name)
    return headings, anchors


def _check(tokens: Sequence[Token], source: MarkdownSource, anchors: dict[str, str]) -> None:
    """Check links and pictures, and report what nests too deep."""
    line = 0
    is_told = False
    for token in tokens:
        if token.map:
            line = token.map[0]
        is_deep = token.level >= _DEEPEST and token.type in _CONTAINERS
        if token.children:
            is_deep = is_deep or any(child.level >= _DEEPEST for child in token.children)
            check_links(token.children, line, source, anchors)
        if is_deep and not is_told:
            source.report.error("OIT503", source.span(line), limit=MAX_NESTING)
            is_told = True


def _plain(heading: Token) -> str:
    """The text of a heading, in the form in which a field names it."""
    if not heading.children:
        parts = [heading.content]
    else:
        parts = [
            child.content if child.type in _WORDS else " " if child.type in _BREAKS else ""
            for child in heading.children
        ]
    return " ".join(INVISIBLE.sub("", normal("".join(parts))).split())


def _unique(title: str, used: dict[str, int]) -> str:
    """An id with the prefix ``h-``, so that no heading can take the name of a part of the page.

    ``used`` counts for each id how many were made from it.
    """
    base = "h-" + (_NOT_IN_ID.sub("-", title).strip("-").lower() or "section")
    number = used.get(base, 0) + 1
    name = base if number == 1 else f"{base}-{number}"
    while name in used:
        number += 1
        name = f"{base}-{number}"
    used[base] = number
    used.setdefault(name, 1)
    return name
