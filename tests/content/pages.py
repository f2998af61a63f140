"""What a reader finds on a built page: its visible words, and the words of each row, entry and section by itself."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROWS = ("tr", "li", "article", "section", "figure", "blockquote")
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "rect", "source", "wbr"})
_HIDDEN = frozenset({"script", "style", "svg", "head", "template"})
_FOLDED = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def fold(text: str) -> str:
    """A text without what a printer may set otherwise: blanks, line ends, Thai or Arabic digits, split sara am."""
    composed = unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33")
    return "".join(composed.translate(_FOLDED).split())


class _Words(HTMLParser):
    """Collects the visible words of the page and, apart, those of each element that is a row of something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, list[str]]] = []
        self.rows: list[tuple[str, str]] = []
        self.cells: list[tuple[list[str], list[str]]] = []
        self.by_id: dict[str, str] = {}
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append((tag, dict(attrs).get("id") or "", []))
            if tag == "tr":
                self.cells.append(([one for _, one, _ in self.open if one], []))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        opened, name, words = self.open.pop()
        assert opened == tag, f"{opened} closed as {tag}"
        text = fold("".join(words))
        if name:
            self.by_id[name] = text
        if tag in ROWS:
            self.rows.append((tag, text))
        elif tag in ("th", "td"):
            self.cells[-1][1].append(text)

    def handle_data(self, data: str) -> None:
        if not any(tag in _HIDDEN for tag, _, _ in self.open):
            self.words.append(data)
            for _, _, words in self.open:
                words.append(data)


def _fractions(node: Any) -> Iterator[Decimal]:
    """The numbers of a tree that are not whole."""
    if isinstance(node, Decimal):
        yield node
    elif isinstance(node, dict | list):
        for below in node.values() if isinstance(node, dict) else node:
            yield from _fractions(below)


class Page:
    """One built page."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def html(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def _parsed(self) -> _Words:
        parser = _Words()
        parser.feed(self.html)
        parser.close()
        return parser

    @cached_property
    def words(self) -> str:
        """All that can be read on the page, folded."""
        return fold("".join(self._parsed.words))

    def rows(self, *tags: str) -> list[str]:
        """The words of each row of some kinds, innermost first."""
        return [words for tag, words in self._parsed.rows if tag in tags]

    def part(self, name: str) -> str:
        """The words of the element with an id; nothing when there is none."""
        return self._parsed.by_id.get(name, "")

    def table_rows(self, within: str) -> list[list[str]]:
        """The cells of each table row inside the element with an id."""
        return [cells for ids, cells in self._parsed.cells if within in ids]

    def row_with(self, cells: Iterable[str], *tags: str) -> str | None:
        """The shortest row that holds every cell."""
        wanted = [fold(cell) for cell in cells]
        found = [words for words in self.rows(*tags or ROWS) if all(cell in words for cell in wanted)]
        return min(found, key=len) if found else None

    def missing(self, texts: Iterable[str]) -> Iterator[str]:
        """Those of the texts that cannot be read on the page."""
        return (text for text in texts if fold(text) not in self.words)


class Site:
    """The built site; ``page`` and ``pages`` take addresses without ``index.html``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[Path, Page] = {}

    def page(self, address: str) -> Page:
        path = self.root / address / "index.html"
        return self._known.setdefault(path, Page(path))

    def data(self, address: str) -> dict[str, Any]:
        """The data of an agency-year. Only in observations are points numbers; elsewhere they are texts."""
        tree = json.loads((self.root / address / "data.json").read_bytes(), parse_float=Decimal)
        assert isinstance(tree, dict)
        assert [*_fractions({name: part for name, part in tree.items() if name != "observations"})] == []
        return tree

    def pages(self, address: str) -> list[Page]:
        """The page of a folder and all below it."""
        found = sorted((self.root / address).rglob("*.html"))
        return [self._known.setdefault(path, Page(path)) for path in found]
