"""The page of changes, and the history on the page of each item: only where a day was kept."""

import json
import re
from hashlib import sha256

import pytest
from projects import ITEM, SITE, YEAR, Files, WriteSmall, Written, bytes_of

from generator.cli import main as cli
from generator.preview.session import Session

PAGE = "town/2567/changes/index.html"
EVIDENCE: Files = {
    ITEM: "---\nitem: O1\nelements: {1: present}\nevidence: [{file: files/plan.pdf, title: แผน <1>}]\n---\nเดิม\n",
    f"{YEAR}/files/plan.pdf": b"%PDF-1.4 plan",
    f"{YEAR}/o02.md": "---\nitem: O2\n---\nรายนาม\n",
}
LATER: Files = {
    ITEM: "---\nitem: O1\nelements: {1: absent}\nevidence: [{file: files/plan.pdf, title: แผน <1>}]\n---\nเดิม\n",
    f"{YEAR}/files/plan.pdf": b"%PDF-1.4 another plan",
    f"{YEAR}/o02.md": None,
    f"{YEAR}/o03.md": "---\nitem: O3\nevidence: [{nil: ไม่มีการเปลี่ยนนโยบาย}]\n---\n",
}


def freeze(written: Written, day: str) -> None:
    assert cli.run(["freeze", "town", "2567", written.root, "--date", day, "--lang", "en"]) == 0


def built(written: Written) -> dict[str, bytes]:
    outcome = written.build()
    assert not outcome.failed, outcome.diagnostics
    return written.site()


def seen(page: bytes) -> str:
    """The words of the body of a page, in one line."""
    body = page.decode().split('<div class="body">')[1].split('id="score-summary"')[0]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_without_a_kept_day_there_is_no_such_page(small: WriteSmall) -> None:
    site = built(small(EVIDENCE))
    assert PAGE not in site
    assert not any(b"changes/" in data or "ประวัติของข้อนี้".encode() in data for data in site.values())


def test_each_change_is_told_on_the_page_and_with_its_item(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    freeze(written, "2567-04-30")
    written.write(LATER)
    site = built(written)
    words = seen(site[PAGE])
    assert "ตั้งแต่ 30 เมษายน 2567 ถึงปัจจุบัน" in words
    assert "เปลี่ยน 3 ข้อ อีก 0 ข้อคงเดิม" in words
    assert "องค์ประกอบที่ 1 ผังโครงสร้าง: มี เปลี่ยนเป็น ไม่มี" in words
    assert "เปลี่ยนไฟล์ ไฟล์เอกสาร “แผน &lt;1&gt;” 13 B เปลี่ยนเป็น 21 B" in words
    assert "O2 ผู้บริหาร ไม่เผยแพร่แล้ว" in words
    assert "O3 นโยบาย เผยแพร่เพิ่ม" in words
    assert "เพิ่ม แจ้งว่าไม่มีรายการในปีนี้ “ไม่มีการเปลี่ยนนโยบาย”" in words
    item = seen(site["town/2567/o01/index.html"])
    assert "ประวัติของข้อนี้" in item
    assert "30 เมษายน 2567" in item
    assert "เปลี่ยนไฟล์ ไฟล์เอกสาร" in item
    assert "ไม่มีการเปลี่ยนนโยบาย" not in item
    assert all(
        b'href="../../../town/2567/changes/index.html"' in site[f"town/2567/o0{n}/index.html"] for n in (1, 2, 3)
    )


def test_each_kept_day_is_compared_with_the_next(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    freeze(written, "2567-04-30")
    written.write(LATER)
    freeze(written, "2567-06-15")
    words = seen(built(written)[PAGE])
    now, between = words.index("ตั้งแต่ 15 มิถุนายน 2567 ถึงปัจจุบัน"), words.index("ตั้งแต่ 30 เมษายน 2567 ถึง 15 มิถุนายน 2567")
    assert now < words.index("ไม่มีข้อใดเปลี่ยน") < between < words.index("เปลี่ยนไฟล์")


def test_it_carries_the_index_the_summary_and_a_way_to_it_from_every_page_of_the_year(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    freeze(written, "2567-04-30")
    site = built(written)
    page = site[PAGE].decode()
    assert (page.count('id="compliance-index"'), page.count('id="score-summary"')) == (1, 1)
    of_year = [address for address in site if re.fullmatch(r"town/2567/.*html", address)]
    assert len(of_year) > 4
    assert [address for address in of_year if "changes/index.html" not in site[address].decode()] == []


@pytest.mark.parametrize("exports", ["[]", "[manifest]"])
def test_it_is_the_same_in_the_preview_whatever_else_is_made(small: WriteSmall, exports: str) -> None:
    written = small({**EVIDENCE, SITE: f"title: เว็บไซต์ทดสอบ\nexports: {exports}\n"})
    freeze(written, "2567-04-30")
    written.write(LATER)
    site = built(written)
    session = Session(written)
    assert {address: bytes_of(session.get(address)) for address in session.addresses()} == site


def test_a_damaged_record_keeps_the_site_from_being_published(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    freeze(written, "2567-04-30")
    path = f"{YEAR}/freezes/2567-04-30.yaml"
    with open(f"{written.root}/{path}", encoding="utf-8") as file:
        text = file.read()
    written.write({path: text.replace("1: present", "1: absent")})
    outcome = written.build()
    assert [(d.code, d.span.path) for d in outcome.diagnostics if d.severity == "error"] == [("OIT352", path)]


def test_the_data_of_the_year_holds_what_was_kept(small: WriteSmall) -> None:
    written = small(EVIDENCE)
    freeze(written, "2567-04-30")
    written.write(LATER)
    data = json.loads(built(written)["town/2567/data.json"])
    (kept,) = data["freezes"]
    assert (kept["day"], [item["item"] for item in kept["items"]]) == ("2024-04-30", ["O1", "O2"])
    one = kept["items"][0]
    assert (one["state"], one["elements"]) == ("incomplete", {"1": "present"})
    assert one["evidence"][0]["sha256"] == sha256(b"%PDF-1.4 plan").hexdigest()
    assert data["items"][0]["evidence"][0]["sha256"] == sha256(b"%PDF-1.4 another plan").hexdigest()
