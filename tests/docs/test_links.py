"""Links, pictures and the form of the pages."""

import re
import tempfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from tables import every_row

from generator.language import LANGUAGES, Language
from generator.oit.composed import normal

from .documents import DOCS, PROJECT, Document, document, documents

PAGES = documents()
LARGEST_PICTURE = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_GARBLED = re.compile(
    "[\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0e4e]{2}"  # two vowels over or under one letter
    "|[\u0e48-\u0e4b]{2}"  # two tone marks
    "|[\u0e40-\u0e44]{2}"  # two vowels before a letter
    "|(?<![\u0e01-\u0e2e\u0e34-\u0e39\u0e31\u0e4d])[\u0e48-\u0e4b]"  # a tone mark on nothing
)
_TIMING = re.compile(r"[0-9] ?(?:ms|µs|milliseconds?|มิลลิวินาที)\b")


@every_row("page", PAGES)
def test_every_link_leads_somewhere(page: Document) -> None:
    assert [link for link in page.links if not _leads(page, link)] == []


def _leads(page: Document, link: str) -> bool:
    """Whether a link is of the web, or there is such a file of the project with such a heading."""
    if link.startswith("https://"):
        return True
    path, _, anchor = unquote(link).partition("#")
    target = (page.path.parent / path).resolve() if path else page.path
    if not target.is_file() or PROJECT not in target.parents:
        return False
    return not anchor or anchor in Document(target).anchors


def test_a_link_that_leads_nowhere_would_be_noticed() -> None:
    page = document("index.md")

    assert [_leads(page, link) for link in ("method.md", "methods.md", "themes.md#contract", "themes.md#contrac")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_is_in_the_index(language: Language) -> None:
    linked = document("index.md", language).links

    assert [path.name for path in sorted((DOCS / language).iterdir()) if path.name not in (*linked, "index.md")] == []


def test_pictures_are_small_and_all_are_shown() -> None:
    shown = {(page.path.parent / link).resolve() for page in PAGES for link in page.links if link.endswith(".png")}
    pictures = sorted((DOCS / "pictures").iterdir())

    assert set(pictures) == shown
    assert [path.name for path in pictures if not path.read_bytes().startswith(_PNG)] == []
    assert [path.name for path in pictures if path.stat().st_size >= LARGEST_PICTURE] == []


@every_row("page", PAGES)
def test_nothing_tells_of_the_machine_it_was_written_on(page: Document) -> None:
    places = {str(PROJECT), str(Path.home()), tempfile.gettempdir()}

    assert [place for place in places if re.search(rf"(?<!\w){re.escape(place)}/", page.text)] == []
    assert _TIMING.findall(page.text) == []


@every_row("page", PAGES)
def test_thai_is_written_in_its_one_form(page: Document) -> None:
    assert page.text == normal(page.text)
    assert _GARBLED.findall(page.text) == []
