"""The words of interface, guides and code: ``glossary.yaml`` as the page of the glossary and as tables of guides."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.language import LANGUAGES, Language

from .documents import PROJECT
from .languages import Words, of, table

_THAI: Words = ("ไทย", "Thai")
_ENGLISH: Words = ("อังกฤษ", "English")
_CODE: Words = ("รหัส", "code")
_MEANING: Words = ("ความหมาย", "meaning")
_NAME: Words = ("คำที่แสดง", "term")


class Term(NamedTuple):
    """One concept: its term and what it means, in Thai and English, and what files or code call it."""

    term: Words
    code: str
    meaning: Words


class Group(NamedTuple):
    """Terms that belong together, under a heading in Thai and English."""

    title: Words
    terms: tuple[Term, ...]


@cache
def groups() -> dict[str, Group]:
    """Every group by its key, in the order of the page."""
    text = Path(__file__).with_name("glossary.yaml").read_text(encoding="utf-8")
    return {
        key: Group((one["th"], one["en"]), tuple(_term(term) for term in one["terms"]))
        for key, one in yaml.safe_load(text).items()
    }


def glossary(language: Language) -> str:
    """The whole glossary, a heading and a table for each group."""
    heads = (_THAI, _ENGLISH, _CODE, _MEANING)
    return "\n".join(
        f"## {group.title[of(language)]}\n\n"
        + table(heads, [[*one.term, f"`{one.code}`", one.meaning[of(language)]] for one in group.terms], language)
        for group in groups().values()
    )


def terms(group: str, language: Language) -> str:
    """One group as a table of a guide: code, term and meaning."""
    rows = [[f"`{one.code}`", one.term[of(language)], one.meaning[of(language)]] for one in groups()[group].terms]
    return table((_CODE, _NAME, _MEANING), rows, language)


def _term(written: dict[str, str]) -> Term:
    term = _shown(written["words"]) if "words" in written else (written["th"], written["en"])
    return Term(term, written["code"], (written["means_th"], written["means_en"]))


def _shown(name: str) -> Words:
    """What the base theme shows under a name of its strings."""
    thai, english = (_strings(language)[name] for language in LANGUAGES)
    return thai, english


@cache
def _strings(language: Language) -> dict[str, str]:
    text = (PROJECT / "themes" / "base" / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found
