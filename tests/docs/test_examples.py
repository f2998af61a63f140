"""The examples that the documentation shows, built as they stand."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.cli import ending
from generator.cli import main as cli
from generator.preview.response import CONTENT_POLICY

from .documents import PROJECT, document


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def test_the_theme_of_the_guide_builds_the_shipped_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    _write(tmp_path, document("themes.md").files)
    settings = tmp_path / "content" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("theme: base", "theme: tambon"), encoding="utf-8")

    code = cli.run(["build", str(tmp_path), "--jobs", "1"])

    assert code == ending.OK, capsys.readouterr().err
    page = (tmp_path / "build" / "kok-tum" / "2565" / "index.html").read_text(encoding="utf-8")
    assert "คะแนนของเรา" in page
    assert '<dl class="three-numbers">' in page
    assert 'href="../../assets/tambon.css"' in page
    assert (tmp_path / "build" / "assets" / "tambon.css").is_file()


def test_the_scheme_of_the_guide_builds_and_asks_what_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tmp_path, document("catalogues.md").files)

    code = cli.run(["build", str(tmp_path), "--jobs", "1", "--strict"])

    assert code == ending.OK, capsys.readouterr().err
    page = (tmp_path / "build" / "2570" / "index.html").read_text(encoding="utf-8")
    assert [f'data-item="O{number}"' in page for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert 'data-item="O1" data-state="complete"' in page


def test_an_example_that_is_wrong_would_be_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = document("catalogues.md").files
    path = "content/catalogues/oit-2570.yaml"
    _write(tmp_path, {**files, path: files[path].replace("weight: 100", "weight: 90")})

    assert cli.run(["build", str(tmp_path), "--jobs", "1"]) == ending.FAILED
    assert "OIT601" in capsys.readouterr().err


def test_the_content_policy_of_the_guide_is_the_one_of_the_preview() -> None:
    page = document("publishing.md").text

    assert f"```text\n{CONTENT_POLICY}\n```" in page
    assert f'"{CONTENT_POLICY}"' in page


def test_every_recipe_sends_the_same_policy_and_allows_nothing_inline() -> None:
    text = document("publishing.md").text
    sent = [
        line.split("Content-Security-Policy")[1].strip(': "') for line in text.splitlines() if "Content-Sec" in line
    ]

    assert len(sent) == 3
    assert {policy.removesuffix(" always;").rstrip('"') for policy in sent} == {CONTENT_POLICY}
    assert "unsafe" not in CONTENT_POLICY


def test_the_workflow_of_the_guide_builds_checks_and_publishes_the_folder_of_a_build() -> None:
    (text,) = re.findall(r"^```yaml\n(on:.*?)^```$", document("publishing.md").text, re.MULTILINE | re.DOTALL)
    workflow = yaml.load(text, yaml.BaseLoader)
    steps = workflow["jobs"]["site"]["steps"]

    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert "prongsai build --strict" in [step.get("run") for step in steps]
    assert {"path": "build"} in [step.get("with") for step in steps]
