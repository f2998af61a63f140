"""``data.json`` holds what the pages show: nothing that an officer writes is lost on the way to either."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from content.pages import Site, fold
from projects import SMALL, Write

THAI = re.compile("[ก-ฮ]")
ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "content"
EXAMPLE = Path(__file__).resolve().parents[1] / "published" / "example" / "content"
AGENCIES = [(SHIPPED, slug) for slug in ("che-bilang", "kok-tum", "kut-chik", "phok-noi")] + [(EXAMPLE, "ban-taeng")]


def _written(tree: Any) -> Iterator[str]:
    """Every Thai text in a file, wherever it stands."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _written(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _written(value)
    elif THAI.search(tree):
        yield tree


def _texts(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    head = text.split("---\n")[1] if path.suffix == ".md" else text
    return list(_written(yaml.load(head, yaml.BaseLoader)))


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _strings(value)
    elif isinstance(tree, str):
        yield tree


@pytest.mark.parametrize(("folder", "slug"), AGENCIES, ids=[slug for _, slug in AGENCIES])
def test_every_text_that_is_written_is_on_a_page_of_its_year_and_in_its_data(
    site: Site, example: Site, folder: Path, slug: str
) -> None:
    built, base = (site, f"{slug}/") if folder == SHIPPED else (example, "")
    lost: list[tuple[str, str, str]] = []
    checked = 0
    for path in sorted((folder / slug).rglob("*")):
        if path.suffix not in (".yaml", ".md"):
            continue
        years = [path.parent.name] if path.parent.name.isdigit() else [one.name for one in (folder / slug).glob("2*")]
        of_a_year = path.parent.name.isdigit()
        pages = "".join(page.words for page in built.pages(f"{base}{years[0]}" if of_a_year else base))
        data = "\n".join(fold(text) for year in years for text in _strings(built.data(f"{base}{year}")))
        # what was kept of an earlier day is told by pages; the data tells what there is now
        places = [("page", pages)] if path.parent.name == "freezes" else [("page", pages), ("data", data)]
        for text in _texts(path):
            checked += 1
            lost += [(path.name, place, text) for place, all_ in places if fold(text) not in all_]
    assert lost == []
    assert checked


@pytest.mark.parametrize("slug", ["che-bilang/2567", "kok-tum/2565", "kut-chik/2564", "phok-noi/2565"])
def test_the_data_of_an_item_is_what_its_page_shows(site: Site, slug: str) -> None:
    data = site.data(slug)
    for item in data["items"]:
        page = site.page(os.path.dirname(item["address"]))
        shown = [item["item"], item["title"], item["own_title"], item["due_hint"], item["basis_note"], item["note"]]
        shown += [item["title_en"], item["period"]["text"], item["official_basis"], *item["variants"]]
        shown += [*item["offices"], *item["documents"], *(element["text"] for element in item["elements"])]
        assert list(page.missing(shown)) == [], item["address"]


WHOLE = """\
---
item: O3
title: นโยบายของนายก
state: done
office: [สำนักปลัด, กองคลัง]
updated: 2567-01-15
elements: {1: present}
documents: [คำสั่งที่ 1/2567]
evidence:
  - file: files/policy.pdf
    title: ประกาศนโยบาย
    covers: 2567
    date: 2566-10-02
    language: th
    shows: [1]
    note: ฉบับลงนาม
  - file: files/นโยบาย ฉบับย่อ.pdf
    title: ฉบับย่อ
    covers: 2566
  - link: https://example.invalid/policy
    title: ลิงก์นโยบาย
  - section: แผนขั้นต้น
  - nil: ไม่มีการแก้ไขในปีนี้
path: [หน้าแรก, นโยบาย]
note: หมายเหตุของข้อ
---
## แผนขั้นต้น

ข้อความของข้อ **สาม**
"""


@pytest.fixture
def whole(project: Write) -> dict[str, Any]:
    """The data of a small project in which one item has everything an item can have."""
    files = {
        **SMALL,
        "content/town/2567/o03.md": WHOLE,
        "content/town/2567/files/policy.pdf": b"%PDF-1.4 policy",
        "content/town/2567/files/นโยบาย ฉบับย่อ.pdf": b"%PDF-1.4",
    }
    written = project(files)
    outcome = written.build()
    assert [found for found in outcome.diagnostics if found.severity == "error"] == []
    built = written.site()
    data = json.loads(built["town/2567/data.json"])
    assert isinstance(data, dict)
    data["site"] = built
    return data


def test_an_item_is_given_with_its_state_worth_period_and_what_the_agency_says(whole: dict[str, Any]) -> None:
    item = whole["items"][2]
    assert {name: item[name] for name in ("item", "title", "own_title", "sub_indicator", "indicator", "state")} == {
        "item": "O3",
        "title": "นโยบาย",
        "own_title": "นโยบายของนายก",
        "sub_indicator": "2.1",
        "indicator": "2",
        "state": "complete",
    }
    assert item["address"] == "town/2567/o03/index.html"
    assert item["worth"] == "50.00"
    assert item["period"] == {
        "rule": "fy-current",
        "text": "ปีงบประมาณ พ.ศ. 2567",
        "basis": "rule",
        "required": {"from": "2023-10-01", "until": "2024-09-30"},
    }
    assert item["elements"] == [
        {"no": 1, "text": "ประกาศ", "local_government_only": False, "declared": "present", "met": True}
    ]
    assert (item["progress"], item["offices"], item["updated"]) == ("done", ["สำนักปลัด", "กองคลัง"], "2024-01-15")
    assert (item["documents"], item["path"]) == (["คำสั่งที่ 1/2567"], ["หน้าแรก", "นโยบาย"])
    assert item["note"] == "หมายเหตุของข้อ"
    assert item["markdown"].split("\n\n") == ["## แผนขั้นต้น", "ข้อความของข้อ **สาม**\n"]


def test_evidence_is_given_with_where_it_is_published_and_whether_it_fits(whole: dict[str, Any]) -> None:
    evidence = whole["items"][2]["evidence"]
    assert evidence[0] == {
        "kind": "file",
        "title": "ประกาศนโยบาย",
        "target": "town/2567/files/policy.pdf",
        "size": 15,
        "sha256": "3d8211b7c4873e543f7c992b3acc48e3985ae66edcf316a70e1289685c35007a",
        "date": "2023-10-02",
        "covers": {"from": "2023-10-01", "until": "2024-09-30"},
        "fit": "fits",
        "shows": [1],
        "language": "th",
        "note": "ฉบับลงนาม",
    }
    assert [(one["kind"], one["fit"]) for one in evidence] == [
        ("file", "fits"),
        ("file", "outside"),
        ("link", "unknown"),
        ("section", "fits"),
        ("nil", "fits"),
    ]
    assert evidence[2]["target"] == "https://example.invalid/policy"
    assert (evidence[3]["target"], evidence[4]["target"]) == ("แผนขั้นต้น", "ไม่มีการแก้ไขในปีนี้")


def test_every_file_that_the_data_names_is_published(whole: dict[str, Any]) -> None:
    named = [one["target"] for item in whole["items"] for one in item["evidence"] if one["kind"] == "file"]
    assert len(named) == 2
    assert all(target in whole["site"] for target in named)
    assert all(item["address"] in whole["site"] for item in whole["items"])


def test_scores_follow_from_the_items(whole: dict[str, Any]) -> None:
    scores = whole["scores"]
    assert scores["complete"] == {
        "instrument": "50.00",
        "indicators": {"1": "0.00", "2": "100.00"},
        "sub_indicators": {"1.1": "0.00", "2.1": "100.00"},
        "total": "50.00",
        "rating": "ไม่ผ่าน",
    }
    assert scores["reported"]["instrument"] == "75.00"
    assert scores["official"]["total"] == {"reported": None, "recomputed": None}
    assert whole["states"] == {"complete": 1, "reported": 1, "not-stated": 1}
    assert whole["catalogue"] == {
        "scheme": "three",
        "title": "รายการทดสอบ",
        "regulator": "",
        "items": 3,
        "pass_line": "85.00",
    }


def test_without_a_report_or_measures_the_data_says_so(whole: dict[str, Any]) -> None:
    assert (whole["results"], whole["measures"], whole["reports"]) == (None, None, {})


RESULTS = """\
source: {title: รายงานผลการประเมิน, issued: 2567-10, by: สำนักปลัด}
pass_line: 80
focus_line: 90
total: {score: 66.67, rating: ไม่ผ่าน, where: หน้าแรก}
indicators:
  - {indicator: 1, title: การเปิดเผย, score: 33.34, outcome: fail}
  - {indicator: 2, score: 100}
items:
  - {item: O1, score: 0, inferred: yes, basis: อยู่ในตารางข้อที่ไม่ได้คะแนน}
findings:
  - {about: O1, statement: ขาดผังโครงสร้าง, remedy: จัดทำผัง, owner: สำนักปลัด, helped_by: [O2]}
  - {about: indicator 2, statement: รักษาไว้}
"""


def test_a_report_is_given_with_what_it_prints_and_what_follows(project: Write) -> None:
    written = project({**SMALL, "content/town/2567/results.yaml": RESULTS})
    assert not written.build().failed
    data = json.loads(written.site()["town/2567/data.json"])
    official = data["scores"]["official"]
    assert official["total"] == {"reported": "66.67", "recomputed": "66.67"}
    assert official["rating"] == {"reported": "ไม่ผ่าน", "recomputed": "ไม่ผ่าน"}
    assert (official["passed"], official["pass_line"]) == ({"1": False, "2": True}, "80.00")
    results = data["results"]
    assert results["source"] == {"title": "รายงานผลการประเมิน", "issued": "2024-10-01", "by": "สำนักปลัด"}
    assert (results["titles"], results["outcomes"]) == ({"1": "การเปิดเผย"}, {"1": False})
    assert (results["focus_line"], results["total_where"]) == ("90.00", "หน้าแรก")
    assert [(one["about"], one["kind"], one["owners"]) for one in results["findings"]] == [
        ("O1", "weakness", ["สำนักปลัด"]),
        ("indicator 2", "keep", []),
    ]
    first = data["items"][0]
    assert (first["official"], first["official_inferred"]) == ("0.00", True)
    assert first["official_basis"] == "อยู่ในตารางข้อที่ไม่ได้คะแนน"


def test_a_site_may_leave_the_data_out(project: Write) -> None:
    written = project({**SMALL, "content/site.yaml": "title: เว็บไซต์ทดสอบ\nexports: [sitemap]\n"})
    assert not written.build().failed
    assert "town/2567/data.json" not in written.site()
    assert b"data.json" not in written.site()["town/2567/index.html"]


def test_the_same_content_gives_the_same_bytes(site: Site, example: Site) -> None:
    for built, address in ((site, "kok-tum/2565"), (example, "2566")):
        raw = (built.root / address / "data.json").read_bytes()
        assert raw == (json.dumps(json.loads(raw), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        assert "\\u0e" not in raw.decode("utf-8")
