"""Malformed links: an address with spaces, a bare address, or wrong brackets."""

import re
from collections.abc import Iterator, Sequence

from generator.rendering.dialect import like_address
from generator.rendering.plain_words import OTHER, Words, WrittenPlace

_UNMADE = re.compile(
    r"[\[［【](?P<words>[^\[\]\n］】]*)[\]］】](?P<blank>[ \u00a0]?)(?P<bracket>[(（])"
    r"\s*(?P<address>[^()\n（）]*(?:\([^()\n]*\)[^()\n（）]*)*)"
    r"|\((?P<turned_words>[^()\n]*)\)\[(?P<turned>[^\[\]\n]+)\]"
    r"|(?m:^)\[(?P<label>[^\]\n]+)\]:[ \t]*(?P<defined>files/[^\n<>]*[ \u00a0][^\n<>]*\.[A-Za-z0-9]{2,4})[ \t]*(?m:$)"
    r"|<(?P<alone>(?:\./)?files/[^<>\n]+|o[0-9]{1,3}\.md)>"
)
_TITLE = re.compile(r"\s+(?:[\"'“].*|\([^()]*\))$")
_AFTER = re.compile(r"(?<=\.[A-Za-z0-9]{3})\).*|(?<=\.[A-Za-z0-9]{4})\).*")
_FIRST = re.compile(r"https?://|mailto:|tel:|www\.|files/|\.{1,2}/|#\S")
_BARE = re.compile(r"(?<![\w@/.=\"'])(?:https?://|www\.)[A-Za-z0-9][!#-;=?-~]*")
_ENDS = ".,;:!?)]}'"


def unmade_links(words: Words, lines: Sequence[str]) -> Iterator[WrittenPlace]:
    """Links that are shown as they are written."""
    for match in _UNMADE.finditer(words.text):
        address = match["address"] or match["turned"] or match["defined"] or match["alone"] or ""
        address = _AFTER.sub("", _TITLE.sub("", address.split(OTHER)[0].strip())).strip("<>")
        is_like = _FIRST.match(address) or (match["bracket"] == "(" and not match["blank"] and like_address(address))
        if not is_like:
            continue
        shown = (match["words"] or match["turned_words"] or match["label"] or "…").replace(OTHER, "…")
        picture = "!" if words.text[match.start() - 1 : match.start()] == "!" else ""
        link = f"[{shown}]: <{address}>" if match["label"] else f"{picture}[{shown}]({bracketed(address)})"
        yield words.place(match.start(), address, lines, link)


def bare_addresses(words: Words, lines: Sequence[str]) -> Iterator[WrittenPlace]:
    """Web addresses that are no links because nothing says where they end; Thai letters are never taken for a part."""
    unmade = [match.span() for match in _UNMADE.finditer(words.text)]
    for match in _BARE.finditer(words.text):
        if any(start < match.start() < end for start, end in unmade):
            continue
        written = match[0].rstrip(_ENDS)
        whole = written if "://" in written else f"https://{written}"
        yield words.place(match.start(), written, lines, f"<{whole}>")


def bracketed(address: str) -> str:
    """An address as it stands in a link: in angle brackets where it holds blanks or brackets of its own."""
    scheme, _, number = address.partition(":")
    if scheme in ("tel", "mailto"):
        return f"{scheme}:{'-'.join(number.split())}"
    return f"<{address}>" if set(address) & set(" \t\u00a0()") else address
