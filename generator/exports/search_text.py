"""The searchable text of a page, and the normal form in which spellings are compared.

``fold`` is written a second time in the theme's ``search.js``; one table of cases holds both to the same.
"""

import re
from collections.abc import Iterable
from html import unescape
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from generator.rendering.contract import CURRENT, INDEX_ID, SUMMARY_ID

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_ALIKE = (*zip("๐๑๒๓๔๕๖๗๘๙ς", "0123456789σ", strict=True), ("\u0e40\u0e40", "\u0e41"))
"""Replacements, applied one after another, which is ten times as fast as ``str.translate``."""
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_TONE_AFTER_AM = re.compile("\u0e33([\u0e48-\u0e4b])")

# what stands inside a word is taken away; any other tag ends the text before it
_INLINE = re.compile(r"</?(?:a|b|strong|em|code|small|i|s|del|sub|sup)(?:\s[^>]*)?>")
_PICTURE = re.compile(r'<img\s(?:[^>]*\s)?alt="([^"]*)"[^>]*>')
_TEXTS = re.compile(r">([^<]+)")
_TAG_BEFORE = re.compile(r"<([a-z][a-z0-9]*)\b[^<>]*$")

_BEGINNING = 80

Lines = tuple[str, ...]
Parts = dict[str, tuple[str, Lines]]
"""Parts of pages with their lines, by how they begin: comparing two is cheaper than a digest of each."""


class PageText(NamedTuple):
    """The lines of one page: its own, and those of each part that it shares with other pages."""

    own: Lines
    shared: tuple[Lines, ...]


def fold(text: str) -> str:
    """The normal form for comparison. Spaces are removed, because Thai spacing is free.

    Composed, without zero-width characters, in Arabic digits and small letters, sara am as one
    character behind the tone mark, and two sara e as the sara ae they look like.
    """
    return _SPACE.sub("", _spelled(text))


def _spelled(text: str) -> str:
    text = _HIDDEN.sub("", normalize("NFC", text)).lower()
    for one, other in _ALIKE:
        text = text.replace(one, other)
    return _TONE_AFTER_AM.sub("\\1\u0e33", _SARA_AM.sub("\\1\u0e33", text))


def whole_text(html: str) -> Lines:
    """Every line of a page, its header and footer among them."""
    return _lines(_between(html, "body"))


def page_text(html: str, known: Parts) -> PageText:
    """The lines of a page's main part, and apart from them those of its index, summary and ways to elsewhere.

    ``known`` keeps the lines of the parts that were met last: they are alike on many pages.
    """
    main = _between(html, "main")
    shared: list[Lines] = []
    for mark in (INDEX_ID, SUMMARY_ID, "<nav"):
        while (place := main.find(mark)) >= 0:
            start, end = _element(main, place)
            part = main[start:end].replace(CURRENT, "")
            beginning = part[:_BEGINNING]
            met = known.get(beginning)
            if met is None or met[0] != part:
                met = known[beginning] = part, _lines(part)
            shared.append(met[1])
            main = f"{main[:start]}<br>{main[end:]}"
    return PageText(_lines(main), tuple(shared))


def heading(html: str) -> str:
    """The title at the head of a page."""
    return " ".join(_lines(_between(html, "h1")))


def pairs(pages: Iterable[Lines]) -> set[tuple[str, str]]:
    """Every pair of adjacent characters on some folded page, also across its lines."""
    pages = list(pages)
    lines = list({line: None for page in pages for line in page})
    if not lines:
        return set()
    folded = _spelled("\n".join(lines)).replace(" ", "")
    found = {pair for pair in set(pairwise(folded)) if "\n" not in pair}
    ends = {line: text for line, text in zip(lines, folded.split("\n"), strict=True) if text}
    for page in pages:
        texts = [ends[line] for line in page if line in ends]
        found.update((one[-1], other[0]) for one, other in pairwise(texts))
    return found


def _between(html: str, tag: str) -> str:
    """The inside of the only element of its kind; all of the page when there is none."""
    start = html.find(f"<{tag}")
    if start < 0:
        return html
    end = html.rfind(f"</{tag}>")
    return html[start : end if end >= 0 else len(html)]


def _element(html: str, place: int) -> tuple[int, int]:
    """Where the element begins and ends in whose start tag ``place`` lies."""
    opening = _TAG_BEFORE.search(html, html.rfind("<", 0, place + 1), html.find(">", place))
    if opening is None:
        return place, place + 1
    depth = 0
    for tag in re.finditer(rf"<(/?){opening[1]}\b[^>]*>", html[opening.start() :]):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return opening.start(), opening.start() + tag.end()
    return opening.start(), len(html)


def _lines(html: str) -> Lines:
    if "<img" in html:
        html = _PICTURE.sub(r"<br>\1<br>", html)
    texts = _TEXTS.findall(_INLINE.sub("", html))
    plain = (unescape(text) if "&" in text else text for text in texts if not text.isspace())
    return tuple(line for text in plain if (line := " ".join(text.split())))
