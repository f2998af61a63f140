"""The sheet of answers: what an officer types into the assessment system, the same on the page and in both files."""

import csv
import io
import json
from pathlib import Path

import pytest
from content.pages import Page, Site, fold
from openpyxl import load_workbook
from projects import Files, WriteSmall

from generator.exports.answers import COLUMNS
from generator.exports.csv_table import harmless

from .sites import Published

SITE = "title: เว็บไซต์ทดสอบ\naddress: https://example.go.th\nexports: [answers, csv, xlsx, data]\n"
WHOLE = """\
---
item: O1
state: done
elements: {1: present, 2: present}
evidence:
  - file: files/plan.pdf
    title: ผังโครงสร้าง
  - {link: "https://example.org/law", title: กฎหมาย}
path: [หน้าแรก, ข้อมูลพื้นฐาน, โครงสร้าง]
note: |
  ปรับปรุง
  ทุกปี
---
"""


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("year", ["che-bilang/2567", "kok-tum/2565", "kut-chik/2564", "phok-noi/2565"])
def test_every_item_has_an_answer_that_follows_from_its_state(site: Site, year: str) -> None:
    data = site.data(year)
    folder = site.root / year / "answers"
    rows = _rows((folder / "answers.csv").read_bytes())
    answers = {"complete": "yes", "reported": "yes", "incomplete": "check", "in-progress": "check"}
    answers |= {"not-started": "no", "not-stated": "unknown"}
    assert [(row["item"], row["answer"]) for row in rows] == [
        (item["item"], answers[item["state"]]) for item in data["items"]
    ]
    for row in rows:
        assert bool(row["explanation"]) == (row["answer"] in ("yes", "check")), row["item"]
        assert row["url"] == ""
    sheet = load_workbook(folder / "answers.xlsx")["คำตอบ"]
    head, *lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert head == [column.title for column in COLUMNS]
    assert [[harmless(str(value or "")) for value in line] for line in lines] == [list(row.values()) for row in rows]


def test_at_an_address_both_files_and_the_page_hold_the_same_answers(published: Published) -> None:
    folders = [address.removesuffix("answers.csv") for address in published.found("**/answers.csv")]
    assert len(folders) == len(
        [page for page in published.found("**/answers/index.html") if "en" not in page.split("/")]
    )
    for folder in folders:
        rows = _rows(published.read(f"{folder}answers.csv"))
        data = json.loads(published.read(f"{folder.removesuffix('answers/')}data.json"))
        assert [row["item"] for row in rows] == [item["item"] for item in data["items"]]
        assert [row["address"] for row in rows] == [item["address"] for item in data["items"]]
        assert {row["url"] for row in rows} <= {"", *(published.base + row["address"] for row in rows)}
        sheet = load_workbook(published.root / f"{folder}answers.xlsx")["คำตอบ"]
        lines = [[harmless(str(cell.value or "")) for cell in line] for line in sheet.iter_rows(min_row=2)]
        assert lines == [list(row.values()) for row in rows]
        page = Page(published.root / f"{folder}index.html")
        assert list(page.missing([word for row in rows for word in (row["title"], row["explanation"])])) == []


@pytest.mark.parametrize("year", ["kok-tum/2565", "kut-chik/2564"])
def test_the_page_shows_what_the_files_hold(site: Site, year: str) -> None:
    page = site.page(f"{year}/answers")
    rows = _rows((site.root / year / "answers/answers.csv").read_bytes())
    for row in rows:
        assert page.row_with([row["item"], row["title"], row["answer_title"], row["state_title"]], "li") is not None
        assert fold(row["explanation"]) in page.words


def test_an_answer_tells_the_way_the_evidence_and_the_address(small: WriteSmall) -> None:
    files: Files = {
        "content/site.yaml": SITE,
        "content/town/2567/o01.md": WHOLE,
        "content/town/2567/files/plan.pdf": b"%PDF",
    }
    written = small(files)
    assert not written.build().failed
    built = written.site()
    first, second, _ = _rows(built["town/2567/answers/answers.csv"])
    assert (first["answer"], first["answer_title"]) == ("yes", "มี")
    assert first["url"] == "https://example.go.th/town/2567/o01/index.html"
    assert first["explanation"].split("\n") == [
        "เส้นทาง: หน้าแรก > ข้อมูลพื้นฐาน > โครงสร้าง",
        "หลักฐาน 1: ผังโครงสร้าง https://example.go.th/town/2567/files/plan.pdf",
        "หลักฐาน 2: กฎหมาย https://example.org/law",
        "หมายเหตุ: ปรับปรุง ทุกปี",
    ]
    assert (second["answer"], second["url"], second["explanation"]) == ("unknown", "", "")
    html = built["town/2567/answers/index.html"].decode()
    assert html.count("<textarea") == 1
    assert 'value="https://example.go.th/town/2567/o01/index.html"' in html


def test_without_a_click_path_the_way_through_this_site_is_told(small: WriteSmall) -> None:
    written = small({"content/site.yaml": SITE, "content/town/2567/o01.md": "---\nitem: O1\nstate: done\n---\n"})
    assert not written.build().failed
    first = _rows(written.site()["town/2567/answers/answers.csv"])[0]
    assert first["explanation"] == "เส้นทาง: หน้าแรก > เทศบาลตำบลทดสอบ > ปีงบประมาณ พ.ศ. 2567 > O1 โครงสร้าง"


def test_the_sheet_is_made_only_where_it_is_named_and_by_a_theme_that_makes_it(small: WriteSmall) -> None:
    written = small({"content/site.yaml": SITE.replace("answers, ", "")})
    assert not written.build().failed
    assert not [name for name in written.site() if "answers" in name and "assets/" not in name]
    assert b"answers" not in written.site()["town/2567/index.html"]
    theme = {"themes/mine/theme.yaml": "name: mine\npages: [portal, agency, dashboard, item, methods, method]\n"}
    written.write({**theme, "content/site.yaml": SITE + "theme: mine\n"})
    assert not written.build().failed
    assert {name for name in written.site() if "answers" in name and "assets/" not in name} == {
        "town/2567/answers/answers.csv",
        "town/2567/answers/answers.xlsx",
    }
    assert b"answers/index.html" not in written.site()["town/2567/index.html"]


def test_the_sheet_carries_the_index_and_the_summary(site: Site) -> None:
    html = Path(site.root / "kut-chik/2564/answers/index.html").read_text(encoding="utf-8")
    assert html.count('id="compliance-index"') == html.count('id="score-summary"') == 1
