"""Thai and English: the same pages with the same structure, and each page in its own language."""

import re
from difflib import unified_diff

import pytest

from .documents import DOCS, Document, documents, pairs
from .outline import links, outline, prose

PAIRS = pairs()
_THAI = re.compile("[\u0e01-\u0e5b]")
_ENGLISH = re.compile(r"(?:\b[A-Za-z][a-z]* ){4}[a-z]")


def in_another_language(page: Document) -> list[str]:
    """Lines of prose in the language that a page is not in."""
    foreign = _THAI if page.language == "en" else _ENGLISH
    return [line for line in prose(page) if foreign.search(line)]


def test_both_languages_have_the_same_guides() -> None:
    thai, english = ({path.name for path in (DOCS / language).iterdir()} for language in ("th", "en"))

    assert thai == english


@pytest.mark.parametrize(("thai", "english"), PAIRS, ids=[english.name for _, english in PAIRS])
def test_a_page_has_the_same_structure_in_both_languages(thai: Document, english: Document) -> None:
    assert list(unified_diff(outline(english), outline(thai), english.name, thai.name, lineterm="", n=1)) == []
    assert links(thai) == links(english)


@pytest.mark.parametrize("page", documents(), ids=lambda page: page.name)
def test_a_page_is_in_one_language(page: Document) -> None:
    assert in_another_language(page) == []


@pytest.mark.parametrize("name", ["README", "CHANGELOG"])
def test_the_first_line_leads_to_the_other_language(name: str) -> None:
    first = {page.name: page.text.split("\n")[0] for page in documents()}

    assert first[f"{name}.md"] == f"[ภาษาไทย]({name}.th.md)"
    assert first[f"{name}.th.md"] == f"[English]({name}.md)"


def test_a_line_of_the_other_language_would_be_noticed() -> None:
    thai, english = PAIRS[0]
    thai.__dict__["text"], english.__dict__["text"] = "This is a line of English prose.\n", "ภาษาไทย\n"

    assert (in_another_language(thai), in_another_language(english)) == (
        ["This is a line of English prose."],
        ["ภาษาไทย"],
    )
