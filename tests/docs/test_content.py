"""The guide to content: every field of every file stands in it, and its examples build."""

import json
from pathlib import Path
from typing import Any

import pytest
from tables import every_row

from generator.cli import ending
from generator.cli import main as cli
from generator.reading.agency_file import AGENCY
from generator.reading.catalogue_file import CATALOGUE
from generator.reading.disclosure_file import DISCLOSURE
from generator.reading.links_file import LINKS
from generator.reading.measures_file import MEASURES
from generator.reading.narrative_file import NARRATIVE
from generator.reading.results_file import RESULTS
from generator.reading.schema import Record
from generator.reading.site_file import SITE

from .documents import document
from .fields import field_names

PAGE_OF: dict[str, tuple[str, Record[Any]]] = {
    "site.yaml": ("publishing.md", SITE),
    "agency.yaml": ("content.md", AGENCY),
    "an item": ("content.md", DISCLOSURE),
    "results.yaml": ("content.md", RESULTS),
    "measures.yaml": ("content.md", MEASURES),
    "links.yaml": ("content.md", LINKS),
    "a report text": ("content.md", NARRATIVE),
    "a catalogue": ("catalogues.md", CATALOGUE),
}


@every_row("name", PAGE_OF)
def test_every_field_of_every_file_is_in_a_table(name: str) -> None:
    page, record = PAGE_OF[name]
    table = document(page).made[f"fields of {name}"]
    assert {field for field in field_names(record) if f"| `{field}` |" not in table} == set()


def _written(root: Path) -> None:
    files = document("content.md").files
    files["content/site.yaml"] = "title: ตัวอย่าง\nagency: tua-yang\n"
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def test_the_examples_of_the_guide_build_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(tmp_path)
    code = cli.run(["build", str(tmp_path), "--jobs", "1", "--strict", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["diagnostics"]) == (ending.OK, [])
    page = (tmp_path / "build/2568/index.html").read_text(encoding="utf-8")
    assert 'data-item="O1" data-state="complete"' in page
    assert (tmp_path / "build/2568/analysis/index.html").is_file()


def test_an_example_of_the_guide_that_is_wrong_would_be_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _written(tmp_path)
    item = tmp_path / "content/tua-yang/2568/o01.md"
    item.write_text(item.read_text(encoding="utf-8").replace("state:", "status:"), encoding="utf-8")
    assert cli.run(["build", str(tmp_path), "--jobs", "1", "--lang", "en"]) == ending.FAILED
    assert "OIT201" in capsys.readouterr().err
