"""The words of the interface: the same in both languages, all of them there, and none that no page uses."""

import re
from pathlib import Path

import pytest
import yaml
from tables import every_row

from generator.oit.agency import AGENCY_KINDS
from generator.oit.observation import Matter

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "themes" / "base"
VALUE = re.compile(r"%\((\w+)\)s")
THAI = re.compile("[\u0e01-\u0e5b]")
NAME = r"[a-z][\w-]*"
pytestmark = pytest.mark.checkout


def words(language: str) -> dict[str, str]:
    text = (BASE / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.load(text, yaml.BaseLoader)
    return found


def templates() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((BASE / "templates").rglob("*.html")))


def rendering() -> str:
    return "".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "generator" / "rendering").rglob("*.py"))
    )


def used() -> tuple[set[str], set[str]]:
    """The words that templates and program name, and the beginnings of those that they put together."""
    pages, program = templates(), rendering()
    whole = set(re.findall(rf"\bt\.({NAME})", pages))
    whole |= set(re.findall(rf"\bsay\(\s*[\"']({NAME})[\"']", program))
    parts = set(re.findall(rf"\bt\['({NAME}_)' ~", pages)) | set(re.findall(r"\bf[\"'](\w+_)\{", program))
    return whole, parts


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    thai, english = words("th"), words("en")
    assert thai.keys() == english.keys()
    assert {key for key in thai if not thai[key].strip() or not english[key].strip()} == set()
    different = [key for key in thai if set(VALUE.findall(thai[key])) != set(VALUE.findall(english[key]))]
    assert different == []


def test_english_words_are_english() -> None:
    assert [key for key, text in words("en").items() if THAI.search(text)] == ["search_lead"]  # what may be typed


def test_every_word_that_is_named_is_there() -> None:
    whole, parts = used()
    known = words("th")
    assert whole - known.keys() == set()
    assert {part for part in parts if not any(key.startswith(part) for key in known)} == set()


def test_no_word_is_there_for_nothing() -> None:
    whole, parts = used()
    quoted = set(re.findall(rf"[\"']({NAME})[\"']", templates() + rendering()))
    known = {key for key in words("th") if not key.startswith(tuple(parts)) and not key.endswith("_title")}
    assert known - whole - quoted == set()


def test_kinds_of_agency_are_called_as_they_are_written() -> None:
    known = words("th")
    assert {kind: known[f"kind_{kind}"] for kind in AGENCY_KINDS} == AGENCY_KINDS


@every_row("matter", list(Matter))
def test_every_finding_has_a_sentence_and_what_would_settle_it(matter: Matter) -> None:
    for language in ("th", "en"):
        known = words(language)
        key = matter.value.replace("-", "_")
        assert {f"matter_{key}", f"settles_{key}"} <= known.keys()
