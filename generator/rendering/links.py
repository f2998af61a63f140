"""Links and pictures of a text: where each may lead, and its address on the page.

Links go to ``https``, ``http``, ``mailto`` and ``tel`` addresses and to pages and files of the site that exist;
pictures come from the site alone.
"""

import re
from urllib.parse import quote, unquote

from markdown_it.token import Token

from generator.diagnostics import closest
from generator.oit.composed import normal
from generator.oit.evidence_format import FORMATS, IMAGES, suffix_of
from generator.reading.contact_kinds import is_web_address
from generator.reading.spelling import BIDI, CONTROL, INVISIBLE, arabic_digits
from generator.rendering.source_text import MarkdownSource
from generator.rendering.unmade_links import bracketed

_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
_PHONE = re.compile(r"tel:[0-9+().-]+")
_WITH_PARTS = frozenset({"pdf", "mp3", "mp4"})
"""Endings of the formats that a browser opens at the page, or plays from the second, that ``#…`` names."""


def check_links(children: list[Token], line: int, source: MarkdownSource, anchors: dict[str, str]) -> None:
    """Give links and pictures their addresses and report those that lead nowhere.

    ``line`` is where their block begins; ``anchors`` are the ids of headings by whatever a link may call them.
    """
    bare: list[int] = []
    for place, token in enumerate(children):
        if token.type == "image":
            _check_image(token, line, source)
        elif token.type == "link_open":
            written = str(token.attrs.get("href", ""))
            if children[place + 1].type == "link_close":
                bare.append(place + 1)
                children[place + 1].content = unquote(written)
            _check_link(token, line, source, anchors)
    for place in reversed(bare):  # a link without words shows where it leads
        words = Token("text", "", 0, content=children[place].content, level=children[place].level + 1)
        children.insert(place, words)


def _check_link(token: Token, line: int, source: MarkdownSource, anchors: dict[str, str]) -> None:
    href = str(token.attrs.get("href", ""))
    written = normal(unquote(href))
    if BIDI.search(written) or INVISIBLE.search(written) or CONTROL.search(written):
        source.report.error("OIT501", source.find(href, line), link=written)
    elif href.startswith(("https://", "http://")):
        if is_web_address(href):
            token.attrs["rel"] = "noopener noreferrer"
        else:
            source.report.error("OIT211", source.find(href, line), value=written)
    elif href.startswith("#"):
        name = anchors.get(written[1:])
        if name is None:
            heading = closest(written[1:], anchors)
            source.report.error("OIT502", source.find(href, line), link=written, suggestion=heading and f"#{heading}")
        else:
            token.attrs["href"] = f"#{name}"
    elif _OUTSIDE.match(written):
        if not (_MAIL.fullmatch(href) or _PHONE.fullmatch(href)):
            source.report.error("OIT501", source.find(href, line), link=written)
    else:
        _check_inner(token, written, line, source)


def _check_inner(token: Token, written: str, line: int, source: MarkdownSource) -> None:
    """A link to a page or a file of the site; ``#…`` after its name is a heading of the page or a part of the file."""
    href = str(token.attrs["href"])
    path, part = written, ""
    found = source.resolve(path)
    if found is None and "#" in written:
        path, _, part = written.partition("#")
        found = source.resolve(path)
    if found is None:
        _tell_dead(source, href, line, written)
        return
    if part and suffix_of(path) not in FORMATS:
        anchors = source.around.anchors(path)
        if part not in anchors:
            heading = closest(part, anchors)
            _tell_dead(source, href, line, written, f"{path}#{heading}" if heading else path)
            return
        found = f"{found}#{anchors[part]}"
    elif part and suffix_of(path) in _WITH_PARTS:
        found = f"{found}#{quote(arabic_digits(part), safe='=&,.-_~:/')}"
    elif part:
        source.report.warning("OIT512", source.find(f"#{part}", line), part=f"#{part}")
    token.attrs["href"] = found
    token.meta["file"] = source.around.describe(path)


def _check_image(token: Token, line: int, source: MarkdownSource) -> None:
    address = str(token.attrs.get("src", ""))
    written = normal(unquote(address))
    outside = _OUTSIDE.match(written)
    found = None if outside else source.resolve(written)
    if outside:
        source.report.error("OIT504", source.find(address, line), link=written)
    elif found is None:
        _tell_dead(source, address, line, written)
    elif suffix_of(written) not in IMAGES:
        source.report.error("OIT504", source.find(address, line), link=written)
    else:
        token.attrs["src"] = found
        token.attrs["loading"] = "lazy"


def _tell_dead(source: MarkdownSource, address: str, line: int, written: str, meant: str = "") -> None:
    meant = meant or source.around.nearest(written)
    source.report.error("OIT502", source.find(address, line), link=written, suggestion=bracketed(meant))
