"""Render Markdown tokens as HTML: text escaped, no style attributes, wide tables in a scrolling region.

A table is named by the heading or the paragraph right before it, a link to a file tells what the file is.
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from generator.rendering.markup import escaped

LONGEST_NAME = 160
"""Letters of a paragraph that is short enough to be the name of the table below it."""
_BREAKS = {"softbreak": "<br>\n", "hardbreak": "<br>\n"}
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z+#_-]*[0-9]?")
_MARKS = {("th_open", ""): ' scope="col"', ("ordered_list_open", ")"): ' class="paren"'}
_ALIGNMENT = {"text-align:left": "align-left", "text-align:center": "align-center", "text-align:right": "align-right"}


def to_html(tokens: Sequence[Token]) -> str:
    """The HTML of a whole text."""
    out: list[str] = []
    add = out.append
    tables = paragraph = length = 0
    before = heading = ""
    for token in tokens:
        kind = token.type
        if kind == "inline":
            length = len(token.content)
            if token.children:
                _inline(token.children, out)
            else:
                add(escaped(token.content))
        elif token.hidden:
            continue
        elif token.nesting == 1:
            if kind == "table_open":
                tables += 1
                name = heading if before == "heading_close" else ""
                if before == "paragraph_close" and length <= LONGEST_NAME:
                    name = f"t-{tables}"
                    out[paragraph] = f'<p id="{name}">'
                add(_table(name, tables))
            else:
                if kind == "paragraph_open":
                    paragraph = len(out)
                elif kind == "heading_open":
                    heading = str(token.attrs.get("id", ""))
                scope = _MARKS.get((kind, token.markup), "")
                add(f"<{token.tag}{scope}{_attributes(token)}>" if token.attrs else f"<{token.tag}{scope}>")
        elif token.nesting == -1:
            add(f"</{token.tag}>\n")
            if kind == "table_close":
                add("</div>\n")
        elif kind == "fence":
            add(f"<pre><code>{escaped(_code(token))}</code></pre>\n")
        elif token.tag:
            add(f"<{token.tag}>\n")
        else:
            add(escaped(token.content))
        before = kind
    return "".join(out)


def _table(name: str, number: int) -> str:
    """How a table begins: in a part that scrolls, both named by the element with the id ``name``, or by a number."""
    if not name:
        return f'<div class="scroll" tabindex="0" role="region" aria-label="ตารางในเนื้อหา {number}"><table>'
    return f'<div class="scroll" tabindex="0" role="region" aria-labelledby="{name}"><table aria-labelledby="{name}">'


def _inline(tokens: Sequence[Token], out: list[str]) -> None:
    told = ""
    for token in tokens:
        kind = token.type
        if kind == "text":
            out.append(escaped(token.content))
        elif kind in _BREAKS:
            out.append(_BREAKS[kind])
        elif kind == "code_inline":
            out.append(f"<code>{escaped(token.content)}</code>")
        elif kind == "image":
            out.append(f'<img{_attributes(token)} alt="{escaped(_words(token.children or ()))}">')
        elif token.nesting == 1:
            told = token.meta.get("file", "") if kind == "link_open" else told
            out.append(f"<{token.tag}{_attributes(token)}>" if token.attrs else f"<{token.tag}>")
        elif token.nesting == -1:
            if told and kind == "link_close":
                out.append(f" <small>({escaped(told)})</small>")
            out.append(f"</{token.tag}>")
        else:
            out.append(escaped(token.content))


def _attributes(token: Token) -> str:
    """The attributes of a token; the alignment of a cell, which is a style, becomes a class."""
    out: list[str] = []
    for name, value in token.attrs.items():
        if name == "style":
            out.append(f' class="{_ALIGNMENT[str(value)]}"')
        elif name != "alt":
            out.append(f' {name}="{escaped(str(value))}"')
    return "".join(out)


def _words(tokens: Sequence[Token]) -> str:
    """The alternative text of an image."""
    return "".join(
        _words(token.children) if token.children else " " if token.type in _BREAKS else token.content
        for token in tokens
    )


def _code(token: Token) -> str:
    """What stands in a block of code; words after its first marks, unless they name a language, are its first line."""
    info = token.info.strip()
    return token.content if not info or _LANGUAGE.fullmatch(info) else f"{info}\n{token.content}"
