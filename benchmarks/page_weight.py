"""What a reader's browser receives for a page of a published site: bytes, as written and as sent with gzip.

Evidence is left out. A font file is counted when it is the last whose range holds a character of the page, in both
weights, since every page has bold text; so the sum is at least what a browser asks for.
"""

import gzip
import html
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FACE = re.compile(r"@font-face\s*{([^}]*)}")
_URL = re.compile(r"url\(([^)]+)\)")
_RANGE = re.compile(r"unicode-range:([^;}]+)")
_WEIGHT = re.compile(r"font-weight:\s*([^;}]+)")
_CONTENT = re.compile(r'content: "([^"]*)"')
_SCRIPT = re.compile(r'<script [^>]*?src="([^"]+)"')
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"( media="print")?')
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_BODY = re.compile(r'<body class="([^"]*)"')


class PageWeight(NamedTuple):
    """One page. ``kind`` is the class of its body; ``written`` all its files as they lie on the disk.

    ``first_view`` is what the first view needs: HTML, style and script with gzip, and the fonts. ``whole`` adds
    the icon and the style for paper.
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
    folder, icon = (root / address).parent, root / "assets" / "icon.svg"
    scripts = [folder / source for source in _SCRIPT.findall(text)]
    sheets = {(folder / source).resolve(): bool(on_paper) for source, on_paper in _SHEET.findall(text)}
    styles = [sheet for sheet, on_paper in sheets.items() if not on_paper]
    shown = set(map(ord, html.unescape(_TAG.sub(" ", text)))).union(*map(_inserted, styles))
    asked = {face for sheet in styles for face in _faces(sheet, frozenset(shown))}
    fonts = sum(face.stat().st_size for face in asked)
    sent = len(gzip.compress(page, 9))
    first_view = sent + sum(map(_sent, (*styles, *scripts))) + fonts
    whole = first_view + sum(map(_sent, (icon, *(sheet for sheet, on_paper in sheets.items() if on_paper))))
    kind = _BODY.search(text)
    written = len(page) + sum(path.stat().st_size for path in (icon, *sheets, *scripts)) + fonts
    return PageWeight(address, kind[1] if kind else "", len(page), sent, fonts, first_view, whole, written)


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


def _faces(style: Path, shown: frozenset[int]) -> set[Path]:
    """The font files that are asked for: of those with a character, in a weight, the last."""
    faces = _ranges(style)
    return {
        path
        for place, (path, weight, points) in enumerate(faces)
        if shown & points.difference(*(other for _, heavy, other in faces[place + 1 :] if heavy == weight))
    }


@cache
def _ranges(style: Path) -> tuple[tuple[Path, str, frozenset[int]], ...]:
    found = []
    for face in _FACE.findall(style.read_text(encoding="utf-8")):
        url, ranges = (pattern.search(face) for pattern in (_URL, _RANGE))
        if url and ranges:
            weight = _WEIGHT.search(face)
            found.append((style.parent / url[1].strip("\"'"), weight[1] if weight else "", _points(ranges[1])))
    return tuple(found)


def _points(ranges: str) -> frozenset[int]:
    points: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)
