"""A kind of page is a module, a template and words in each language; what is forgotten of one is named here."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from generator.reading.theme_files import shipped_themes
from generator.rendering import pages
from generator.rendering.page_kind import OnePage
from generator.rendering.pages import AGENCY_KINDS, PAGE_KINDS

BASE = Path(shipped_themes(), "base")
MODULES = [one.name for one in pkgutil.iter_modules(pages.__path__)]
LISTED = (*AGENCY_KINDS.whole, *AGENCY_KINDS.year)


def forgotten(kind: str, words: set[str], has: set[str]) -> list[str]:
    return [f"{kind}: {word}" for word in sorted(words - has)]


def words_of_kinds() -> Iterator[tuple[str, set[str]]]:
    """The words that the frame of a page asks for by the name of a kind."""
    yield from ((one.kind, {f"tab_{one.kind}"}) for one in AGENCY_KINDS.year if isinstance(one, OnePage))


def test_every_module_is_in_the_table_of_kinds() -> None:
    own = {name: import_module(f"{pages.__name__}.{name}").PAGE for name in MODULES}
    assert [name for name, page in own.items() if page not in LISTED] == []
    assert len(LISTED) == len(MODULES)


def test_every_kind_has_a_template_that_says_what_it_gets() -> None:
    templates = {path.stem: path.read_text(encoding="utf-8") for path in (BASE / "templates").glob("*.html")}
    assert [kind for kind in PAGE_KINDS if not templates.get(kind, "").startswith("{# Page: ")] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_kind_has_its_words(language: str) -> None:
    text = (BASE / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    known = set(yaml.load(text, yaml.BaseLoader))
    assert [one for kind, words in words_of_kinds() for one in forgotten(kind, words, known)] == []


def test_no_two_kinds_of_a_year_stand_in_one_folder() -> None:
    folders = [one.folder for one in AGENCY_KINDS.year if isinstance(one, OnePage)]
    assert len(folders) == len(set(folders))
