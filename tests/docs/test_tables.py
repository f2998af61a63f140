"""What is made from the code stands in the documentation as it is made now."""

import pytest
from tables import every_row

from generator.language import LANGUAGES, Language

from .documents import Document, documents
from .tables import tables

PAGES = [page for page in documents() if page.made]
MADE = {language: tables(language) for language in LANGUAGES}


@every_row("page", PAGES)
def test_tables_are_as_the_code_makes_them(page: Document) -> None:
    assert page.text == page.with_made(MADE[page.language]), "run: python -m tests.docs.tables"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_shown_somewhere(language: Language) -> None:
    assert {name for page in PAGES if page.language == language for name in page.made} == set(MADE[language])


def test_a_table_that_was_edited_by_hand_is_noticed() -> None:
    page = next(page for page in PAGES if "commands" in page.made)
    edited = Document(page.path)
    edited.__dict__["text"] = page.text.replace("`prongsai check`", "`prongsai chek`")

    assert edited.text != edited.with_made(MADE[page.language])
