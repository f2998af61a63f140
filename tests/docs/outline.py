"""A page as its outline: what stands in it block by block, whatever language it is in."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .documents import Document

_CODE = re.compile(r"`[^`\n]*`")
_ONLY_CODE = re.compile(r"(?:`[^`\n]*`[ ,]*)+")
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_OTHER_LANGUAGE = re.compile(r"\A\[[^\]\n]+\]\([^)\s]+\)$", re.MULTILINE)
_ITEM = re.compile(r" *(?:[-*]|\d+\.) ")
_WORDS_OF_A_LANGUAGE = "text"
"""A block of code that holds words for people, as a terminal shows them, may differ between languages."""


def outline(page: Document) -> list[str]:
    """Headings with their level and anchors, paragraphs, list items, table rows and blocks of code, in order."""
    found: list[str] = []
    end = 0
    for block in _BLOCK.finditer(page.text):
        found += _prose(page.text[end : block.start()])
        words = block[2] == _WORDS_OF_A_LANGUAGE
        found.append(f"code {block[2]}" + ("" if words else f"\n{block[3]}"))
        end = block.end()
    return [*found, *_prose(page.text[end:])]


def links(page: Document) -> list[str]:
    """Where its links lead, without what names a language, in order of address."""
    return sorted(
        link.replace(".th.md", ".md").replace("docs/th/", "docs/en/") for link in page.links if "README" not in link
    )


def prose(page: Document) -> list[str]:
    """Its lines that are written by hand, without the link to the other language, code, quotations and addresses."""
    text = _OTHER_LANGUAGE.sub("", page.with_made(defaultdict(str)))
    text = _BLOCK.sub("", text)
    for what in (_CODE, re.compile(r"“[^”\n]*”"), _LINK, re.compile(r"<[^>\n]*>"), re.compile(r"https?://\S+")):
        text = what.sub("", text)
    return [line for line in text.split("\n") if line.strip()]


def _prose(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\n+", text):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        kinds = [_kind(line) for line in lines]
        yield from (kind for position, kind in enumerate(kinds) if kind != "text" or "text" not in kinds[:position])


def _kind(line: str) -> str:
    if line.startswith("#"):
        anchor = re.search(r'<a id="[^"]+"></a>', line)
        return f"{line.split(' ')[0]} {anchor[0] if anchor else ''}"
    if line.startswith("|"):
        cells = [cell.strip() for cell in _CELLS.split(line)[1:-1]]
        return " | ".join(cell if _ONLY_CODE.fullmatch(cell) else "" for cell in ("", *cells))
    if line.startswith("<!-- "):
        return line
    return "item" if _ITEM.match(line) else "text"
