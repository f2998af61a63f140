"""Links, pictures and the form of the pages."""

import re
import tempfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from .documents import DOCS, PROJECT, Document, documents

PAGES = documents()
LARGEST_PICTURE = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_TIMING = re.compile(r"[0-9] ?(?:ms|µs|milliseconds?|มิลลิวินาที)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Document) -> None:
    lost = []
    for link in page.links:
        if link.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.path.parent / path).resolve() if path else page.path
        if not target.is_file() or PROJECT not in target.parents:
            lost.append(link)
        elif anchor and anchor not in Document(target).anchors:
            lost.append(link)

    assert lost == []


def test_every_guide_is_in_the_index() -> None:
    linked = Document(DOCS / "index.md").links

    assert [path.name for path in sorted(DOCS.glob("*.md")) if path.name not in (*linked, "index.md")] == []


def test_pictures_are_small_and_all_are_shown() -> None:
    shown = {(page.path.parent / link).resolve() for page in PAGES for link in page.links if link.endswith(".png")}
    pictures = sorted((DOCS / "pictures").iterdir())

    assert set(pictures) == shown
    assert [path.name for path in pictures if not path.read_bytes().startswith(_PNG)] == []
    assert [path.name for path in pictures if path.stat().st_size >= LARGEST_PICTURE] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_tells_of_the_machine_it_was_written_on(page: Document) -> None:
    places = {str(PROJECT), str(Path.home()), tempfile.gettempdir()}

    assert [place for place in places if re.search(rf"(?<!\w){re.escape(place)}/", page.text)] == []
    assert _TIMING.findall(page.text) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_thai_is_written_in_its_one_form(page: Document) -> None:
    from generator.reading.spelling import normal

    assert page.text == normal(page.text)
    assert re.findall(r"[\u0e31\u0e34-\u0e3a\u0e47\u0e4d\u0e4e]{2,}|[\u0e48-\u0e4b]{2,}|[\u0e40-\u0e44]{2,}", page.text) == []
