"""The accessibility statement and the evidence list: what the content says, and nothing beyond it."""

import re

from projects import AGENCY, ITEM, SITE, Files, WriteSmall

PAGE = "accessibility/index.html"
CONTACT = """\
contact: {phone: 0 1234 5678, email: office@example.go.th}
channels:
  - {title: กระดานถามตอบ, link: "https://example.go.th/board"}
"""
EVIDENCE = """\
---
item: O1
state: done
evidence:
  - {file: files/plan.pdf, title: แผนผัง, language: th}
  - {file: files/data.xlsx, title: ตาราง}
  - {link: "https://example.go.th/x.pdf", title: หน้าเว็บ, language: en}
  - {link: "https://example.go.th/y", title: อีกหน้า, language: kkk}
---
![](files/a.png) ![ภาพ](files/a.png) [ก](https://example.com/)
"""
FILES: Files = {
    ITEM: EVIDENCE,
    "content/town/2567/files/plan.pdf": b"%PDF-1.4" + bytes(1_300_000),
    "content/town/2567/files/data.xlsx": b"PK" + bytes(2000),
    "content/town/2567/files/a.png": b"\x89PNG",
}
_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: subdistrict-municipality\nprovince: ขอนแก่น\n"


def pages(small: WriteSmall, files: Files) -> dict[str, str]:
    written = small(files)
    outcome = written.build()
    assert not outcome.failed, outcome.diagnostics
    return {name: data.decode() for name, data in written.site().items() if name.endswith(".html")}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_every_page_links_to_the_statement_of_the_site(small: WriteSmall) -> None:
    made = pages(small, {})
    assert len(made) > 6
    for address, html in made.items():
        up = "../" * address.count("/")
        assert f'href="{up}{PAGE}"' in html.partition("<footer")[2], address


def test_a_site_that_says_nothing_is_not_dated_and_claims_nothing(small: WriteSmall) -> None:
    said = words(pages(small, {})[PAGE])
    assert "ไม่ได้ระบุวันที่ตรวจการเข้าถึง" in said
    assert "ไม่ใช่การรับรอง" in said
    assert "ไม่ได้หมายความว่าไม่มีข้อจำกัดอื่น" in said
    assert "มีข้อมูลติดต่อของ 0 จาก 1 หน่วยงาน" in said


def test_the_day_and_whom_to_tell_come_from_the_settings(small: WriteSmall) -> None:
    said = "accessibility: {checked: 2569-01-15, contact: {email: a@example.go.th, phone: 0 1234}}\n"
    site = f"title: ทดสอบ\nnumerals: thai\n{said}"
    html = pages(small, {SITE: site})[PAGE]
    assert "ตรวจการเข้าถึงครั้งล่าสุดเมื่อ ๑๕ มกราคม ๒๕๖๙" in words(html)
    assert 'href="mailto:a@example.go.th"' in html
    assert "โทรศัพท์ ๐ ๑๒๓๔" in words(html)


def test_a_portal_counts_for_each_agency(small: WriteSmall) -> None:
    other = {"content/village/agency.yaml": _AGENCY.replace("ทดสอบ", "อื่น")}
    html = pages(small, {**FILES, **other, AGENCY: _AGENCY + CONTACT})[PAGE]
    said = words(html)
    assert "เอกสารแนบ 2 ไฟล์ ( Excel 1, PDF 1 )" in said.replace("(Excel", "( Excel").replace("1)", "1 )")
    assert "เอกสารที่ไม่ได้ระบุภาษา 1 ไฟล์" in said
    assert "รูปภาพในเนื้อหาที่ไม่มีข้อความอธิบาย 1 แห่ง" in said
    assert "ลิงก์ไปเว็บไซต์อื่น 3 แห่ง" in said
    row = html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert words(row) == "เทศบาลตำบลทดสอบ 2 1 1 3"
    assert "อีก 1 หน่วยงานไม่มีรายการเหล่านี้" in said
    assert "มีข้อมูลติดต่อของ 1 จาก 2 หน่วยงาน" in said


def test_an_agency_that_is_kept_as_it_is_counts_as_before(small: WriteSmall) -> None:
    written = small(FILES)
    written.build()
    before = words(written.site()[PAGE].decode())
    written.write({"content/village/agency.yaml": _AGENCY.replace("ทดสอบ", "อื่น")})
    assert written.build().made == 1
    after = words(written.site()[PAGE].decode())
    assert "เอกสารแนบ 2 ไฟล์" in before
    assert after == before.replace("0 จาก 1", "0 จาก 2").replace(
        "เทศบาลตำบลทดสอบ 2 1 1 3", "เทศบาลตำบลทดสอบ 2 1 1 3 อีก 1 หน่วยงานไม่มีรายการเหล่านี้"
    )


def test_one_agency_as_the_site_points_to_its_own_contact(small: WriteSmall) -> None:
    site = {SITE: "title: ทดสอบ\nagency: town\n"}
    html = pages(small, {**FILES, **site, AGENCY: _AGENCY + CONTACT})
    assert 'href="../index.html#contact"' in html[PAGE]
    assert 'id="contact"' in html["index.html"]
    assert "<table" not in html[PAGE]


def test_one_agency_without_contact_says_so(small: WriteSmall) -> None:
    html = pages(small, {SITE: "title: ทดสอบ\nagency: town\n"})[PAGE]
    assert "ยังไม่มีข้อมูลติดต่อ" in html
    assert "#contact" not in html


def test_a_theme_of_ones_own_is_told_to_be_outside_the_tests(small: WriteSmall) -> None:
    theme = {"themes/tambon/theme.yaml": "name: tambon\n", SITE: "title: ทดสอบ\ntheme: tambon\n"}
    assert "ธีม tambon" in words(pages(small, theme)[PAGE])


def test_a_link_to_evidence_says_kind_size_and_language_within_itself(small: WriteSmall) -> None:
    html = pages(small, FILES)["town/2567/o01/index.html"]
    listed = html.partition('<ul class="evidence">')[2].partition("</ul>")[0]
    links = [words(link.partition("</a>")[0].partition(">")[2]) for link in listed.split("<a ")[1:]]
    assert links == [
        "แผนผัง PDF · 1.2 MB · ภาษาไทย",
        "ตาราง Excel · 2 KB · ไม่ได้ระบุภาษา",
        "หน้าเว็บ PDF · ภาษาอังกฤษ · (เว็บไซต์ภายนอก)",
        "อีกหน้า ภาษา kkk · (เว็บไซต์ภายนอก)",
    ]


def test_whom_to_ask_for_another_form_is_told_from_the_content(small: WriteSmall) -> None:
    html = pages(small, {**FILES, AGENCY: _AGENCY + CONTACT})["town/2567/o01/index.html"]
    asked = html.partition('<div class="otherform">')[2].partition("</div>")[0]
    assert "รูปแบบที่เข้าถึงได้จากเทศบาลตำบลทดสอบ" in asked
    assert "0 1234 5678" in asked
    assert 'href="mailto:office@example.go.th"' in asked
    assert 'href="https://example.go.th/board"' in asked


def test_with_an_address_alone_that_is_what_is_told(small: WriteSmall) -> None:
    agency = _AGENCY + "contact: {address: 99 หมู่ 9}\n"
    html = pages(small, {**FILES, AGENCY: agency})["town/2567/o01/index.html"]
    assert "99 หมู่ 9" in html.partition('<div class="otherform">')[2].partition("</div>")[0]


def test_without_a_contact_or_without_documents_nothing_is_offered(small: WriteSmall) -> None:
    assert 'class="otherform"' not in pages(small, FILES)["town/2567/o01/index.html"]
