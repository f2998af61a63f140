"""One table says what a site can export: whatever a row lacks is named here, and nothing is exported beside it."""

import re
from pathlib import Path

import pytest
import yaml
from projects import WriteSmall

import generator
from generator.exports.formats import MAKERS
from generator.oit.export_formats import EXPORT_FORMATS
from generator.preview.response import media_type

from .sites import Published

THEMES = Path(generator.__file__).resolve().parents[1] / "themes"
NAMES = [row.name for row in EXPORT_FORMATS]


def words(language: str) -> dict[str, str]:
    text = (THEMES / "base" / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.load(text, yaml.BaseLoader)
    return found


def test_a_row_with_files_of_a_year_has_a_maker_and_no_other_has() -> None:
    assert sorted(MAKERS) == sorted(row.name for row in EXPORT_FORMATS if row.files)


def test_every_row_is_told_in_both_languages_and_has_its_own_name_and_address() -> None:
    assert [row.name for row in EXPORT_FORMATS if not (row.th and row.en)] == []
    assert len(set(NAMES)) == len(NAMES)
    addresses = [row.address for row in EXPORT_FORMATS if row.address]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.checkout
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_download_has_words_a_label_and_a_media_type(language: str) -> None:
    files = [(row, file) for row in EXPORT_FORMATS for file in row.files]
    assert [file.name for _, file in files if f"download_{file.what}" not in words(language)] == []
    assert [row.name for row, _ in files if not (row.label and row.media_type)] == []


def test_the_preview_sends_every_file_with_the_media_type_of_its_row() -> None:
    typed = [row for row in EXPORT_FORMATS if row.media_type]
    assert {row.address: media_type(row.address) for row in typed} == {row.address: row.content_type for row in typed}


def test_every_row_is_made_where_it_says(portal: Published) -> None:
    made = {path.relative_to(portal.root).as_posix() for path in portal.root.rglob("*") if path.is_file()}
    patterns = {
        row.name: re.escape(row.address).replace(re.escape("{year}"), r"(.+/)?\d{4}").replace("o12", r"o\d+")
        for row in EXPORT_FORMATS
        if row.address
    }
    assert [name for name, pattern in patterns.items() if not any(re.match(pattern, path) for path in made)] == []
    files = {file.name for row in EXPORT_FORMATS for file in row.files}
    assert {path.rsplit("/", 1)[-1] for path in made} >= files


@pytest.mark.parametrize("name", NAMES)
def test_a_site_can_name_every_row(small: WriteSmall, name: str) -> None:
    outcome = small({"content/site.yaml": f"title: เว็บไซต์ทดสอบ\nexports: [{name}]\n"}).check()
    assert {found.code for found in outcome.diagnostics if found.severity == "error"} == set()
