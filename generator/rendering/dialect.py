"""The Markdown dialect of officers: CommonMark with tables, adapted so that text appears as intended.

It differs from CommonMark in this: bold and italic work beside Thai letters; a line that is indented is no code; only
a definition that some link uses is one; a table ends before a line without ``|``; ``*`` between digits, three or more
``_`` in a row and the strokes of a path of Windows are themselves; items keep the numbers they are given.
"""

import re
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block
from markdown_it.rules_block.reference import reference
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

MAX_NESTING = 40
MAX_TOKENS = 100_000
MAX_BRACKETS = 2_000

EXTRA_CELLS = "extra cells"
"""In the parser's environment: rows with more cells than their table has columns, as (line, first cell too many)."""
SHOWN_DEFINITIONS = "shown definitions"
"""In the parser's environment: the lines of definitions that are shown because no link uses them."""

_UNUSED = "unused"
_SPECIAL = re.compile(r"[\n\\`*_~\[\]!<>&]")
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u200b]")
_PLAIN_ADDRESS = re.compile(r"(?:https?://[a-z0-9.-]+)?[A-Za-z0-9._~/#?=&-]*")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|www\.|files/|\.{0,2}/|#).*|.*\.(?:[a-z]{2,4}|[a-z]{2,3}[0-9x])(?:[#?].*)?", re.IGNORECASE
)
_PADDED_NUMBER = re.compile(r"0[0-9]+[.)](?:\s|$)")
_PATH = re.compile(r"(?:(?<![\w:\\])\\\\(?=[\w\u0e01-\u0e5b])|(?<=(?<![A-Za-z])[A-Za-z]:)\\)[^\s*`\[\]()<>|\"]*")
_OTHER_BLANKS = re.compile(
    "^([ \t>]*)([\u00a0\u3000\u200b\ufeff]+)|^([ \t>]*(?:#{1,6}|[-+*]|[0-9]{1,9}[.)]))[\u00a0\u3000]", re.MULTILINE
)


class TooMuchError(Exception):
    """A text that would take too long to parse."""


def parse(text: str) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of a text, and what was noticed while they were made, by the names above."""
    if "\u00a0" in text or "\u3000" in text or "\u200b" in text:
        text = _OTHER_BLANKS.sub(_plain_blanks, text)
    env: dict[str, Any] = {}
    tokens = _PARSER.parse(text, env)
    if "references" in env:
        unused = env["references"].keys() - _used(tokens)
        if unused:
            env = {_UNUSED: unused}
            tokens = _PARSER.parse(text, env)
    return tokens, env


def like_address(written: str) -> bool:
    """Whether a text begins or ends as the address of a page or a file does."""
    return _ADDRESS.fullmatch(written) is not None


def _plain_blanks(match: re.Match[str]) -> str:
    """As many plain blanks for those that Markdown does not know, where a line or the text of an item begins."""
    if match[3] is not None:
        return f"{match[3]} "
    return match[1] + " " * len(match[2])


def _used(tokens: list[Token]) -> set[str]:
    """The labels of the definitions that links and pictures use."""
    labels: set[str] = set()
    for token in tokens:
        if "label" in token.meta:
            labels.add(token.meta["label"])
        if token.children:
            labels |= _used(token.children)
    return labels


def _inline_unless_plain(state: StateCore) -> None:
    """Parse the inline part of each block. A text without any special character is only itself and gets no children."""
    parse = state.md.inline.parse
    search = _SPECIAL.search
    if len(state.tokens) > MAX_TOKENS:
        raise TooMuchError
    for token in state.tokens:
        if token.type == "inline" and search(token.content):
            if token.content.count("[") > MAX_BRACKETS:
                raise TooMuchError
            token.children = []
            parse(token.content, state.md, state.env, token.children)


def _paragraph(state: StateBlock, start: int, end: int) -> None:
    content = state.getLines(start, end, state.blkIndent, False).strip()
    state.line = end
    state.push("paragraph_open", "p", 1).map = [start, end]
    inline = state.push("inline", "", 0)
    inline.content, inline.map = content, [start, end]
    state.push("paragraph_close", "p", -1)


def _paragraph_of_one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a letter and has none below it is a paragraph, whatever else the other rules look for."""
    following = start + 1
    if silent or (following < state.lineMax and not state.isEmpty(following)):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start]]
    if not (first.isalpha() or first >= "\u0e01"):
        return False
    _paragraph(state, start, following)
    return True


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A link's definition; one that no link uses, that comes twice or that gives no address is text and is shown."""
    known: dict[str, dict[str, Any]] = state.env.setdefault("references", {})
    count, line = len(known), state.line
    if not reference(state, start, end, silent):
        return False
    following, state.line = state.line, line
    label = next(reversed(known)) if len(known) > count else ""
    if label and label not in state.env.get(_UNUSED, ()) and _leads_somewhere(state, start, label, known[label]):
        state.line = following
        return True
    is_note = label and not _leads_somewhere(state, start, label, known.pop(label))
    if is_note:
        return False
    state.env.setdefault(SHOWN_DEFINITIONS, []).append(start)
    _paragraph(state, start, following)
    return True


def _leads_somewhere(state: StateBlock, start: int, label: str, definition: dict[str, Any]) -> bool:
    """Whether what looks like a definition is none of a footnote, and no paragraph that begins with ``[…]:``."""
    written = unquote(definition["href"])
    if label.startswith("^"):
        return False
    return written.isascii() or like_address(written) or "]: <" in state.src[state.bMarks[start] : state.eMarks[start]]


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table; it ends before a line that has no cells, and rows with more cells than columns are noted."""
    if "|" not in _line(state, start) or not table(state, start, end, True):
        return False
    if silent:
        return True
    columns = len(_cells(_line(state, start)))
    last = start + 2
    while last < end and (columns == 1 or "|" in _line(state, last)):
        last += 1
    table(state, start, last, False)
    for line in range(start + 2, state.line):
        row = _line(state, line)
        if row.count("|") >= columns and (extra := _extra(row, columns)):
            state.env.setdefault(EXTRA_CELLS, []).append((line, extra))
    return True


def _extra(row: str, columns: int) -> str:
    """The first cell with words in it that stands beyond the last column."""
    return next((cell.strip() for cell in _cells(row)[columns:] if cell.strip()), "")


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()


def _cells(row: str) -> list[str]:
    cells = escapedSplit(row)
    return cells[not cells[0] : len(cells) - (len(cells) > 1 and not cells[-1])]


def _padded_number(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Whether a line begins with a number such as ``01.``, of which a list would show the ``1`` alone: it ends one."""
    return silent and _PADDED_NUMBER.match(state.src, state.bMarks[start] + state.tShift[start]) is not None


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list, whose items keep their numbers; it is counted where every number is 1. ``01.`` begins no list."""
    if _padded_number(state, start, end, silent=True):
        return False
    first, outer = len(state.tokens), state.blkIndent
    if not silent and state.sCount[start] - outer > 3:
        state.blkIndent = state.sCount[start]  # the whole list is indented, and none of its items is a part of another
    is_list = list_block(state, start, end, silent)
    state.blkIndent = outer
    if not is_list:
        return False
    if not silent and state.tokens[first].tag == "ol":
        level = state.tokens[first].level + 1
        _keep_numbers([one for one in state.tokens[first:] if one.level == level and one.type == "list_item_open"])
    return True


def _keep_numbers(items: list[Token]) -> None:
    if all(item.info == "1" for item in items):
        return
    following = int(items[0].info)
    for item in items:
        number = int(item.info)
        if number != following:
            item.attrs = {"value": number}
        following = number + 1


def _path(state: StateInline, silent: bool) -> bool:
    """A path of Windows, ``\\\\nas\\แผน`` or ``C:\\_งาน``, in which no stroke is an escape."""
    match = _PATH.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.append_pending(match[0])
    state.pos = match.end()
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """A run of ``*`` or ``_``, which opens and closes emphasis beside Thai letters as it does beside blanks.

    CommonMark takes ``**…:**`` for neither where a letter follows, which supposes blanks between words. The rule for
    letters of languages without them is that of the CJK-friendly emphasis extension of CommonMark.
    """
    source, start = state.src, state.pos
    marker = source[start]
    if silent or marker not in "*_":
        return False
    can_open, can_close, length = state.scanDelims(start, marker == "*")
    before = source[start - 1] if start else " "
    after = source[start + length] if start + length < state.posMax else " "
    if (marker == "_" and length > 2) or (before.isdecimal() and after.isdecimal()):
        state.append_pending(marker * length)
        state.pos += length
        return True
    if marker == "*":
        can_open = can_open or (_THAI.match(before) is not None and not after.isspace())
        can_close = can_close or (_THAI.match(after) is not None and not before.isspace())
    for _ in range(length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, can_open, can_close))
    state.pos += length
    return True


def _normal_link(address: str) -> str:
    """An address as it stands in an attribute; a plain one, as nearly all are, stands as it is."""
    return address if _PLAIN_ADDRESS.fullmatch(address) else normalizeLink(address)


def _parser() -> MarkdownIt:
    options = {"html": False, "linkify": False, "maxNesting": MAX_NESTING, "store_labels": True}
    parser = MarkdownIt("js-default", options)
    # raw HTML is text whether or not its rules look at it, and nothing else of these is wanted
    parser.disable(["linkify", "replacements", "smartquotes", "html_block", "html_inline", "strikethrough", "code"])
    # whatever is read has one kind of line end and no control character, and texts are joined when they are written
    parser.core.ruler.disable(["normalize", "text_join"])
    parser.normalizeLink = _normal_link  # type: ignore[method-assign, assignment]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is checked later, with its place
    parser.core.ruler.at("inline", _inline_unless_plain)
    block, inline = parser.block.ruler, parser.inline.ruler
    block.at("table", _table, {"alt": ["paragraph", "reference"]})
    block.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    block.before("list", "padded_number", _padded_number, {"alt": ["list"]})
    block.at("reference", _definition)
    block.before("table", "paragraph_of_one_line", _paragraph_of_one_line)
    inline.before("escape", "path", _path)
    inline.at("emphasis", _emphasis)
    return parser


_PARSER = _parser()
