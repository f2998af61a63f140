"""Markdown to HTML that no content can break out of.

Raw HTML is shown as text. Links go to ``https``, ``http``, ``mailto`` and ``tel`` addresses and to
pages and files of the site that exist; pictures come from the site alone. What the parser would
drop silently (text nested too deep) is reported instead.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from generator.diagnostics import Report, Span
from generator.oit.evidence_format import IMAGES, suffix_of
from generator.reading.composed import normal
from generator.reading.contact_kinds import is_web_address
from generator.reading.spelling import BIDI, INVISIBLE, NEEDLESS
from generator.rendering.html import to_html
from generator.rendering.markup import EMPTY, made_by_renderer

MAX_NESTING = 40
MAX_GROWTH = 50
MAX_TOKENS = 100_000
MAX_BRACKETS = 2_000
_SPECIAL = re.compile(r"[\n\\`*_~\[\]!<>&]")
_HTML = re.compile(r"(?<!\]\()(?<!\]: )</?(?![A-Za-z][A-Za-z0-9+.-]+:|[^\s<>]+@)[A-Za-z][^<>\n]*>|<!--|<![A-Za-z]|<\?")
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
_WORDS = frozenset({"text", "text_special", "code_inline"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_DEEPEST = MAX_NESTING - 1
_NOT_IN_ID = re.compile(r"[^\w\u0e00-\u0e7f]+")
_PLAIN_ADDRESS = re.compile(r"(?:https?://[a-z0-9.-]+)?[A-Za-z0-9._~/#?=&-]*")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
_PHONE = re.compile(r"tel:[0-9+().-]+")

Resolver = Callable[[str], str | None]
"""From a relative link as written to one that is right for the page; nothing when there is no such page or file."""

Describer = Callable[[str], str]
"""From a relative link that leads somewhere to what a reader is told of the file there; nothing of a page."""


class Body(NamedTuple):
    """A rendered text and the ids of its headings, by the heading's text."""

    html: Markup
    headings: dict[str, str]


NOTHING = Body(EMPTY, {})


class _TooMuchError(Exception):
    """A text that would take longer to read than any real one."""


class _Source(NamedTuple):
    """The text being rendered, for the places of diagnostics, and what its links lead to."""

    path: str
    first_line: int
    lines: list[str]
    report: Report
    resolve: Resolver
    describe: Describer | None


def _inline_unless_plain(state: StateCore) -> None:
    """Parse the inline part of each block. A text without any special character is only itself and gets no children."""
    parse = state.md.inline.parse
    search = _SPECIAL.search
    if len(state.tokens) > MAX_TOKENS:
        raise _TooMuchError
    for token in state.tokens:
        if token.type == "inline" and search(token.content):
            if token.content.count("[") > MAX_BRACKETS:
                raise _TooMuchError
            token.children = []
            parse(token.content, state.md, state.env, token.children)


def _paragraph_of_one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a letter and has none below it is a paragraph, whatever else the other rules look for."""
    following = start + 1
    if silent or state.is_code_block(start) or (following < state.lineMax and not state.isEmpty(following)):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start]]
    if not (first.isalpha() or first >= "\u0e01"):
        return False
    content = state.getLines(start, following, state.blkIndent, False).strip()
    state.line = following
    state.push("paragraph_open", "p", 1).map = [start, following]
    inline = state.push("inline", "", 0)
    inline.content, inline.map = content, [start, following]
    state.push("paragraph_close", "p", -1)
    return True


def _normal_link(address: str) -> str:
    """An address as it stands in an attribute; a plain one, as nearly all are, stands as it is."""
    return address if _PLAIN_ADDRESS.fullmatch(address) else normalizeLink(address)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "maxNesting": MAX_NESTING})
    # raw HTML is text whether or not its rules look at it, and nothing else of these is wanted
    parser.disable(["linkify", "replacements", "smartquotes", "html_block", "html_inline", "strikethrough"])
    # whatever is read has one kind of line end and no control character, and texts are joined when they are written
    parser.core.ruler.disable(["normalize", "text_join"])
    parser.normalizeLink = _normal_link  # type: ignore[method-assign, assignment]
    parser.core.ruler.at("inline", _inline_unless_plain)
    parser.block.ruler.before("table", "paragraph_of_one_line", _paragraph_of_one_line)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is checked below, with its place
    return parser


_PARSER = _parser()


def render(
    text: str, path: str, first_line: int, resolve: Resolver, level: int, report: Report,
    describe: Describer | None = None,
) -> Body:  # fmt: skip
    """The HTML of a Markdown text, its headings starting at ``level``.

    ``path`` and ``first_line`` say where the text stands, for diagnostics.
    """
    if not text or text.isspace():
        return NOTHING
    source = _Source(path, first_line, [], report, resolve, describe)
    try:
        tokens = _PARSER.parse(text)
    except Exception as error:
        reason = "size" if isinstance(error, _TooMuchError) else type(error).__name__
        report.error("OIT505", Span(path, first_line, 1, 2), reason=reason)
        return NOTHING
    headings, anchors = _name_headings(tokens, level)
    _check(tokens, text, source, anchors)
    if NEEDLESS.search(text):
        _strip(tokens)
    if "<" in text:
        _warn_of_html(text, source)
    html = to_html(tokens)
    if len(html) > MAX_GROWTH * len(text) + 10_000:
        report.error("OIT505", Span(path, first_line, 1, 2), reason="size")
        return NOTHING
    return Body(made_by_renderer(html), headings)


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


def _check(tokens: list[Token], text: str, source: _Source, anchors: dict[str, str]) -> None:
    """Check links and pictures, and report what nests too deep."""
    line = 0
    is_told = False
    for token in tokens:
        if token.map:
            line = token.map[0]
        is_deep = token.level >= _DEEPEST and token.type in _CONTAINERS
        if token.children:
            for child in token.children:
                is_deep = is_deep or child.level >= _DEEPEST
                if child.type == "link_open":
                    _check_link(child, text, line, source, anchors)
                elif child.type == "image":
                    _check_image(child, text, line, source)
        if is_deep and not is_told:
            source.report.error("OIT503", Span(source.path, source.first_line + line, 1, 2), limit=MAX_NESTING)
            is_told = True


def _strip(tokens: Sequence[Token]) -> None:
    """Leave out invisible characters that no text needs."""
    for token in tokens:
        if token.content:
            token.content = NEEDLESS.sub("", token.content)
        if token.children:
            _strip(token.children)


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


def _check_link(token: Token, text: str, line: int, source: _Source, anchors: dict[str, str]) -> None:
    href = str(token.attrs.get("href", ""))
    written = normal(unquote(href))
    if BIDI.search(written) or INVISIBLE.search(written):
        source.report.error("OIT501", _place(href, text, line, source), link=written)
    elif href.startswith(("https://", "http://")):
        if is_web_address(href):
            token.attrs["rel"] = "noopener noreferrer"
        else:
            source.report.error("OIT211", _place(href, text, line, source), value=written)
    elif href.startswith("#"):
        name = anchors.get(written[1:])
        if name is None:
            source.report.error("OIT502", _place(href, text, line, source), link=written)
        else:
            token.attrs["href"] = f"#{name}"
    elif re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", written) or written.startswith("//"):
        if not (_MAIL.fullmatch(href) or _PHONE.fullmatch(href)):
            source.report.error("OIT501", _place(href, text, line, source), link=written)
    else:
        found = source.resolve(written)
        if found is None:
            source.report.error("OIT502", _place(href, text, line, source), link=written)
        else:
            token.attrs["href"] = found
            token.meta["file"] = source.describe(written) if source.describe else ""


def _check_image(token: Token, text: str, line: int, source: _Source) -> None:
    address = str(token.attrs.get("src", ""))
    written = normal(unquote(address))
    outside = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", written)
    found = None if outside else source.resolve(written)
    if outside:
        source.report.error("OIT504", _place(address, text, line, source), link=written)
    elif found is None:
        source.report.error("OIT502", _place(address, text, line, source), link=written)
    elif suffix_of(written) not in IMAGES:
        source.report.error("OIT504", _place(address, text, line, source), link=written)
    else:
        token.attrs["src"] = found
        token.attrs["loading"] = "lazy"


def _place(address: str, text: str, line: int, source: _Source) -> Span:
    """Where an address was written: looked for from the line on which its block begins."""
    if not source.lines:
        source.lines.extend(text.split("\n"))
    for wanted in (address, unquote(address)):
        for number in range(line, min(line + 200, len(source.lines))):
            column = source.lines[number].find(wanted) if wanted else -1
            if column >= 0:
                return Span(source.path, source.first_line + number, column + 1, column + 1 + len(wanted))
    return Span(source.path, source.first_line + line, 1, 2)


def _warn_of_html(text: str, source: _Source) -> None:
    fenced = False
    for number, line in enumerate(text.split("\n")):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        match = None if fenced else _HTML.search(re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line))
        if match is not None:
            place = Span(source.path, source.first_line + number, match.start() + 1, match.end() + 1)
            source.report.warning("OIT506", place, markup=match[0])
