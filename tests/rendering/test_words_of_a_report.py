"""A report of which only the words are written, without the tables that are data."""

from pathlib import Path

import pytest

from generator.cli import ending
from generator.cli import main as cli

KINDS = ("results", "analysis", "measures", "progress")


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_a_report_make_a_page_without_any_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    year = tmp_path / "content" / "tua-yang" / "2565"
    year.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text("title: ตัวอย่าง\nagency: tua-yang\n", encoding="utf-8")
    (year.parent / "agency.yaml").write_text("name: เทศบาลตำบลตัวอย่าง\nkind: other\nprovince: สมมติ\n", encoding="utf-8")
    (year / f"{kind}.md").write_text("---\ntitle: รายงานตัวอย่าง\n---\nถ้อยคำของรายงาน\n", encoding="utf-8")

    code = cli.run(["build", str(tmp_path), "--jobs", "1"])

    assert code == ending.OK, capsys.readouterr().err
    page = (tmp_path / "build" / "2565" / kind / "index.html").read_text(encoding="utf-8")
    assert "ถ้อยคำของรายงาน" in page
