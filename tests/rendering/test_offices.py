"""The pages of offices: what each owes, and where they lead."""

import json
from pathlib import Path
from typing import Any

import pytest
from projects import AGENCY, ITEM, SITE, SMALL, YEAR, Content, WriteSmall, Written, told

from generator.rendering.addresses import OfficeSlugs

from .page import Page

FILES: dict[str, Content] = {
    AGENCY: f"{SMALL[AGENCY]!s}offices:\n  - {{name: กองคลัง, slug: finance, other_names: [งานคลัง]}}\n",
    ITEM: "---\nitem: O1\nstate: in-progress\noffice: [กองคลัง, กองช่าง]\nelements: {1: มี}\nnote: รอแก้ไข\n"
    "evidence:\n  - {file: files/plan.pdf, title: แผนผัง, shows: 1}\ndocuments: [คำสั่งแบ่งงาน]\n---\n",
    f"{YEAR}/o03.md": "---\nitem: O3\noffice: งานคลัง\nelements: {1: มี}\nevidence: [{nil: ไม่มี}]\n---\n",
    f"{YEAR}/files/plan.pdf": b"%PDF",
    f"{YEAR}/measures.yaml": "source: {title: แผน}\nmeasures:\n"
    "  - {title: จัดอบรม, owner: กองคลัง, from: 2566-10-01, until: 2567-03-31, progress: in-progress}\n",
    f"{YEAR}/results.yaml": "source: {title: รายงาน}\nitems: [{item: O1, score: 0}]\n"
    "findings:\n  - {about: O1, remark: ต้องลงชื่อส่วนงานให้ครบ}\n",
}
OTHER = OfficeSlugs(())("กองช่าง")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a year with two offices, by address below the year."""
    return _pages(tmp_path_factory.mktemp("offices"), FILES)


def _pages(folder: Path, files: dict[str, Content]) -> dict[str, str]:
    written = Written(str(folder), str(folder / "build"))
    written.write({**SMALL, SITE: "title: เว็บไซต์ทดสอบ\nagency: town\n", **files})
    assert told(written.build(), "error") == []
    site = written.site()
    return {name.removeprefix("2567/"): data.decode() for name, data in site.items() if name.endswith(".html")}


def _links(html: str) -> list[str]:
    return Page(html).values("href")


def test_every_office_has_a_page_and_the_overview_leads_to_each(pages: dict[str, str]) -> None:
    assert {name for name in pages if name.startswith("offices/")} == {
        "offices/index.html",
        "offices/finance/index.html",
        f"offices/{OTHER}/index.html",
    }
    links = _links(pages["offices/index.html"])
    assert {"../../2567/offices/finance/index.html", f"../../2567/offices/{OTHER}/index.html"} <= set(links)


def test_the_page_of_an_office_tells_what_it_owes(pages: dict[str, str]) -> None:
    page = Page(pages["offices/finance/index.html"])
    body = page.text.partition("สรุปคะแนน")[0]
    for words in ("กองคลัง", "ชื่อส่วนงาน", "25.00", "แผนผัง", "คำสั่งแบ่งงาน", "รอแก้ไข"):
        assert words in body, words
    for words in ("จัดอบรม", "31 มีนาคม 2567", "ต้องลงชื่อส่วนงานให้ครบ"):
        assert words in body, words
    assert "ผังโครงสร้าง" not in body
    assert "ผู้บริหาร" not in body
    assert "../../../2567/files/plan.pdf" in page.values("href")
    assert f"../../../2567/offices/{OTHER}/index.html" in page.values("href")


def test_what_is_complete_owes_nothing(pages: dict[str, str]) -> None:
    body = Page(pages["offices/finance/index.html"]).text.partition("สรุปคะแนน")[0]
    owing, settled = body.index("ข้อที่ต้องทำต่อ"), body.index("ข้อที่ไม่มีสิ่งใดต้องทำต่อ")
    assert owing < body.index("O1 ", owing) < settled < body.index("O3 ", settled)


def test_an_item_without_an_office_is_given_to_none(pages: dict[str, str]) -> None:
    overview = Page(pages["offices/index.html"])
    assert "ไม่ระบุหน่วยรับผิดชอบ" in overview.text
    assert overview.values("id").count("unstated") == 1
    assert "../../2567/o02/index.html" in overview.values("href")


def test_items_the_dashboard_and_the_progress_lead_to_the_offices(pages: dict[str, str]) -> None:
    for name, root in (("o01/index.html", "../../"), ("index.html", "../"), ("progress/index.html", "../../")):
        links = _links(pages[name])
        assert f"{root}2567/offices/finance/index.html" in links, name
        assert f"{root}2567/offices/{OTHER}/index.html" in links, name
        assert f"{root}2567/offices/index.html" in links, name
    assert "../../2567/offices/finance/index.html" in _links(pages["o03/index.html"])


def test_the_way_back_leads_through_the_overview(pages: dict[str, str]) -> None:
    crumbs = pages[f"offices/{OTHER}/index.html"].partition('class="crumbs"')[2].partition("</nav>")[0]
    assert "2567/index.html" in crumbs
    assert "2567/offices/index.html" in crumbs


def test_totals_of_the_progress_page_count_every_item_once_by_sub_indicator(pages: dict[str, str]) -> None:
    table = pages["progress/index.html"].partition('<table class="totals">')[2].partition("</table>")[0]
    rows = [Page(row.replace("<td", " <td")).text.split() for row in table.split("<tr>")[2:]]
    assert rows == [["1.1", "ข้อมูลพื้นฐาน", "2", "1", "1"], ["2.1", "นโยบาย", "1", "0", "1"], ["รวม", "3", "1", "2"]]


def test_a_year_that_names_no_office_has_no_such_page(tmp_path: Path) -> None:
    pages = _pages(tmp_path, {})
    assert not [name for name in pages if "offices" in name]
    assert not any("offices/" in html for html in pages.values())


def test_a_theme_that_makes_no_page_of_an_office_names_it_without_a_link(tmp_path: Path) -> None:
    theme: dict[str, Content] = {
        SITE: "title: เว็บไซต์ทดสอบ\nagency: town\ntheme: plain\n",
        "themes/plain/theme.yaml": "name: plain\npages: [agency, dashboard, item, progress, offices, '404']\n",
    }
    pages = _pages(tmp_path, {**FILES, **theme})
    assert [name for name in pages if name.startswith("offices/")] == ["offices/index.html"]
    assert "กองคลัง" in pages["o01/index.html"]
    assert not any("offices/finance" in html for html in pages.values())


def test_the_address_of_an_office_stays_with_its_name() -> None:
    """Published addresses are never broken: a change of this text breaks those of every site."""
    slugs = OfficeSlugs(())
    assert slugs("กองคลัง") == slugs("กอง  คลัง") == "office-850e9520fd"
    assert slugs("สำนักปลัดเทศบาล") == "office-5db1d02c9d"


def test_a_new_name_keeps_the_old_address_when_the_agency_says_so(small: WriteSmall) -> None:
    old = OfficeSlugs(())("กองคลัง")
    renamed: dict[str, Any] = {"name": "กองการคลัง", "slug": old, "other_names": ["กองคลัง"]}
    agency = {"name": "เทศบาล", "kind": "other", "province": "ขอนแก่น", "offices": [renamed]}
    items = {
        f"{YEAR}/o0{n}.md": f"---\nitem: O{n}\noffice: {name}\n---\n" for n, name in ((1, "กองการคลัง"), (2, "กองคลัง"))
    }
    made = small({AGENCY: json.dumps(agency), **items})
    assert told(made.build(), "error") == []
    pages = [name for name in made.site() if "/offices/" in name]
    assert pages == ["town/2567/offices/index.html", f"town/2567/offices/{old}/index.html"]
