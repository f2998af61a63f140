"""A published site as a folder of files, and its pages as lists of elements."""

import posixpath
from collections import Counter
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

URL_ATTRIBUTES = frozenset({"href", "src", "action", "poster", "data", "srcset", "xlink:href"})
YEAR_KINDS = frozenset(
    {"dashboard", "item", "results", "analysis", "measures", "progress", "changes", "offices", "office", "answers"}
)
KINDS = YEAR_KINDS | {
    "portal",
    "agency",
    "trend",
    "methods",
    "method",
    "crosswalks",
    "crosswalk",
    "search",
    "accessibility",
    "lost",
}


class Element(NamedTuple):
    """A start tag: its name, its attributes and its line."""

    tag: str
    attributes: dict[str, str]
    line: int


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0]))


class Page:
    """One HTML file. ``address`` is its path below the site's root, with forward slashes."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address

    @cached_property
    def text(self) -> str:
        return (self.root / self.address).read_text(encoding="utf-8")

    @cached_property
    def elements(self) -> list[Element]:
        parser = _Elements()
        parser.feed(self.text)
        parser.close()
        return parser.found

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(element.attributes["id"] for element in self.elements if "id" in element.attributes)

    @property
    def kind(self) -> str:
        """The kind of page, which the theme names among the classes of the body."""
        body = next(element for element in self.elements if element.tag == "body")
        (kind,) = KINDS.intersection(body.attributes["class"].split())
        return kind

    @property
    def of_a_year(self) -> bool:
        """Whether the page belongs to one fiscal year of one agency."""
        return self.kind in YEAR_KINDS

    @property
    def year_folder(self) -> str:
        """The folder of the page's fiscal year, such as ``kut-chik/2564``; nothing above the years."""
        parts = self.address.split("/")
        year = next((position for position, part in enumerate(parts) if part.isdigit()), -1)
        return "/".join(parts[: year + 1])

    @property
    def links(self) -> list[tuple[str, int]]:
        """Every address in the page's attributes, with its line."""
        return [
            (value, element.line)
            for element in self.elements
            for name, value in element.attributes.items()
            if name in URL_ATTRIBUTES
        ]

    def target(self, link: str) -> tuple[str, str]:
        """The file below the root that a link inside the site leads to, and the anchor in it."""
        parts = urlsplit(link)
        path = posixpath.join("/ita/", self.address)
        if parts.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        return path.removeprefix("/ita/"), unquote(parts.fragment)


class Site:
    """A folder of published files, which stand at ``/ita/`` on their host."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its address, the publisher's own mark left out."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and path.name != ".prongsai"
        }

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, in order."""
        return {address: Page(self.root, address) for address in self.files if address.endswith(".html")}
