"""The tables that are made from the code stand in the documentation as they are made now."""

import pytest

from .documents import Document, documents
from .tables import tables

PAGES = [page for page in documents() if page.made]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_tables_are_as_the_code_makes_them(page: Document) -> None:
    assert page.text == page.with_made(tables()), "run: python -m tests.docs.tables"


def test_every_table_is_shown_somewhere() -> None:
    assert {name for page in PAGES for name in page.made} == set(tables())


def test_a_table_that_was_edited_by_hand_is_noticed() -> None:
    page = next(page for page in PAGES if "commands" in page.made)
    edited = Document(page.path)
    edited.__dict__["text"] = page.text.replace("`prongsai check`", "`prongsai chek`")

    assert edited.text != edited.with_made(tables())
