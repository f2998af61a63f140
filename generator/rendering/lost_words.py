"""Safety net for Markdown: detects text that the parser dropped.

Each letter and figure that is typed is held by some token: in its words, in the address, title or label of a link, in
the number of an item. Where one is missing, the parser has dropped it, and the text is not published.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

_OTHER = re.compile(r"[^\w\u0e01-\u0e5b]+|_+")
_ENTITY = re.compile(r"&#?[A-Za-z0-9]+;")
_HELD = ("href", "src", "title")


def lost_line(tokens: Sequence[Token], text: str) -> int | None:
    """The first line of a text, from 0, with letters or figures that none of its tokens holds."""
    held = "\n".join(_held(tokens))
    if "xn--" in held:  # the name of a host, in letters that were not typed
        return None
    typed, found = _letters(text), _letters(held)
    if typed == found or not (missing := Counter(typed) - Counter(found)):
        return None
    lines = enumerate(_letters(line) for line in text.split("\n"))
    return next((number for number, line in lines if line not in found and set(line) & set(missing)), 0)


def _letters(text: str) -> str:
    if "&" in text:
        text = _ENTITY.sub("", text)
    if "%" in text:
        text = unquote(text)
    return _OTHER.sub("", text).casefold()


def _held(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.info and token.type != "text_special":
            yield token.info
        if token.children:
            yield from _held(token.children)
        else:
            yield token.content
        for name in _HELD:
            if name in token.attrs:
                yield str(token.attrs[name])
        if "label" in token.meta:  # it stands at the link and at its definition
            yield f"{token.meta['label']} {token.meta['label']}"
