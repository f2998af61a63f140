"""Published HTML as a parser of the standard library sees it; nothing here knows how it was made."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
URLS = frozenset(("href", "src", "action", "formaction", "srcset", "poster", "cite", "data", "background", "ping"))
SCHEMES = frozenset(("https", "http", "mailto", "tel"))

Element = tuple[str, tuple[tuple[str, str], ...]]
"""A tag and its attributes, in order."""


class Page(HTMLParser):
    """The elements, texts and faults of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[str] = []
        self.faults: list[str] = []
        """What is not well-formed: elements left open, attributes given twice, comments, instructions."""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    @property
    def text(self) -> str:
        """All text, as a reader sees it."""
        return "".join(self.texts)

    @property
    def structure(self) -> list[tuple[str, tuple[str, ...]]]:
        """Elements with the names of their attributes."""
        return [(tag, tuple(name for name, _ in attributes)) for tag, attributes in self.elements]

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for _, attributes in self.elements for name, value in attributes if name == attribute]

    def addresses(self) -> Iterator[tuple[str, str, str]]:
        """Every address a browser may follow or load: tag, attribute, value."""
        for tag, attributes in self.elements:
            for name, value in attributes:
                if name in URLS:
                    yield tag, name, value

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        self.elements.append((tag, tuple((name, value or "") for name, value in attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]}")
        elif tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data}")


def is_harmless(address: str) -> bool:
    """Whether a browser that follows an address stays with what is allowed: four schemes, or a path of the site.

    Read as a browser reads: blanks and controls around it do not count, nor do tabs and line ends inside.
    """
    seen = "".join(character for character in address if character not in "\t\n\r").strip("".join(map(chr, range(33))))
    if any(ord(character) < 32 or character in '\\"<>' for character in seen):
        return False
    parts = urlsplit(seen)
    if parts.scheme:
        is_web = parts.scheme in ("http", "https")
        return parts.scheme in SCHEMES and (not is_web or bool(parts.hostname)) and "@" not in parts.netloc
    return not seen.startswith("//") and ":" not in seen.split("/")[0].split("#")[0].split("?")[0]
