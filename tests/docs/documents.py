"""The documentation as files of Markdown: its headings, links, tables and the example files it shows."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from generator.language import Language

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
_FENCE = re.compile(r"^(?P<fence>```+)[^\n]*\n(?P<inside>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`(?P<path>[\w./-]+)`\n\n```[a-z]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MADE = re.compile(r"^<!-- made: (?P<name>[^\n]+) -->\n(?P<text>.*?)^<!-- end -->$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#{1,6}) +(.+?) *$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
_NOT_IN_ANCHOR = re.compile(r"[^\w\u0e00-\u0e7f -]")


class Document:
    """One file of the documentation."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.relative_to(PROJECT).as_posix()
        self.language: Language = "th" if self.name.startswith("docs/th/") or self.name.endswith(".th.md") else "en"

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def prose(self) -> str:
        """The text without its blocks of code."""
        return _FENCE.sub("", self.text)

    @property
    def links(self) -> list[str]:
        """Where its links and pictures lead."""
        return _LINK.findall(_CODE.sub("", self.prose))

    @property
    def anchors(self) -> set[str]:
        """What a link may name after a hash: its headings, as hosts of repositories spell them, and named places."""
        headings = {
            _NOT_IN_ANCHOR.sub("", title.lower()).strip().replace(" ", "-") for _, title in _HEADING.findall(self.prose)
        }
        return headings | set(_ANCHOR.findall(self.prose))

    @property
    def files(self) -> dict[str, str]:
        """Its example files by path: a path on a line of its own, and a block of code after it."""
        return {match["path"]: match["text"] for match in _FILE.finditer(self.text)}

    @property
    def made(self) -> dict[str, str]:
        """Its tables that are made from the code, by name."""
        return {match["name"]: match["text"] for match in _MADE.finditer(self.text)}

    def with_made(self, tables: Mapping[str, str]) -> str:
        """The text with each table as it is made now; an unknown name raises ``KeyError``."""
        return _MADE.sub(
            lambda match: f"<!-- made: {match['name']} -->\n{tables[match['name']]}<!-- end -->", self.text
        )

    def section(self, title: str) -> str:
        """What stands under a heading, down to the next of its level or higher."""
        headings = list(_HEADING.finditer(self.text))
        for position, heading in enumerate(headings):
            if heading[2] == title:
                later = (one.start() for one in headings[position + 1 :] if len(one[1]) <= len(heading[1]))
                return self.text[heading.end() : next(later, len(self.text))]
        raise KeyError(title)


def rows(text: str) -> list[list[str]]:
    """The cells of the first table in a text, without its two head lines."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    found: list[list[str]] = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return found


def documents() -> list[Document]:
    """Every page of the documentation, the project's own pages first."""
    own = ("README.md", "README.th.md", "CONTRIBUTING.md", "CHANGELOG.md", "CHANGELOG.th.md")
    return [Document(path) for path in (*(PROJECT / name for name in own), *sorted(DOCS.rglob("*.md")))]


def document(name: str, language: Language = "en") -> Document:
    """One guide in one language."""
    return Document(DOCS / language / name)


def pairs() -> list[tuple[Document, Document]]:
    """Every page that there is in both languages, in Thai and in English."""
    own = [(Document(PROJECT / f"{name}.th.md"), Document(PROJECT / f"{name}.md")) for name in ("README", "CHANGELOG")]
    names = sorted({path.name for path in DOCS.glob("*/*.md")})
    return [*own, *((document(name, "th"), document(name, "en")) for name in names)]
