"""What a reader's browser receives for a page of a published site: bytes, as written and as sent with gzip.

Evidence is left out. A font file is counted when its range holds a character of the page, in both weights, since
every page has bold text; so the sum is at least what a browser asks for.
"""

import gzip
import html
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FACE = re.compile(r"@font-face\s*{[^}]*url\(([^)]+)\)[^}]*unicode-range:([^;}]+)")
_CONTENT = re.compile(r'content: "([^"]*)"')
_SCRIPT = re.compile(r'<script [^>]*?src="([^"]+)"')
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_BODY = re.compile(r'<body class="([^"]*)"')


class PageWeight(NamedTuple):
    """One page. ``kind`` is the class of its body; ``written`` all its files as they lie on the disk.

    ``first_view`` is what the first view needs: HTML, style and script with gzip, and the fonts. ``whole`` adds
    the icon.
    """

    address: str
    kind: str
    html: int
    html_sent: int
    fonts: int
    first_view: int
    whole: int
    written: int


def weigh(root: Path, address: str) -> PageWeight:
    """The weight of one page of the site in a folder."""
    page = (root / address).read_bytes()
    text = page.decode()
    style, icon = root / "assets" / "style.css", root / "assets" / "icon.svg"
    scripts = [(root / address).parent / source for source in _SCRIPT.findall(text)]
    shown = set(map(ord, html.unescape(_TAG.sub(" ", text)))) | _inserted(style)
    fonts = sum(size for size, points in _faces(root) if points & shown)
    sent = len(gzip.compress(page, 9))
    first_view = sent + _sent(style) + sum(map(_sent, scripts)) + fonts
    kind = _BODY.search(text)
    written = len(page) + sum(path.stat().st_size for path in (style, icon, *scripts)) + fonts
    return PageWeight(
        address, kind[1] if kind else "", len(page), sent, fonts, first_view, first_view + _sent(icon), written
    )


def weigh_all(root: Path) -> list[PageWeight]:
    """The weight of every page, the heaviest first view first."""
    pages = [weigh(root, path.relative_to(root).as_posix()) for path in sorted(root.rglob("*.html"))]
    return sorted(pages, key=lambda page: -page.first_view)


def of_each_kind(pages: list[PageWeight]) -> list[PageWeight]:
    """The heaviest page of each kind."""
    found: dict[str, PageWeight] = {}
    for page in pages:
        found.setdefault(page.kind, page)
    return list(found.values())


@cache
def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


@cache
def _inserted(style: Path) -> frozenset[int]:
    """The characters that the style itself puts between the words."""
    return frozenset(ord(one) for words in _CONTENT.findall(style.read_text(encoding="utf-8")) for one in words)


@cache
def _faces(root: Path) -> tuple[tuple[int, frozenset[int]], ...]:
    style = root / "assets" / "style.css"
    faces = _FACE.findall(style.read_text(encoding="utf-8"))
    return tuple(((style.parent / url.strip("\"'")).stat().st_size, _points(ranges)) for url, ranges in faces)


def _points(ranges: str) -> frozenset[int]:
    points: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)
