"""What officers type, or paste from a word processor or a chat, is shown as it is meant."""

import pytest
from tables import every_row

from generator.diagnostics import Report
from generator.rendering.markdown import render

from .page import Page
from .test_raw_html import ROOT, rendered, resolve


def html(text: str) -> str:
    """The HTML of a text of which nothing is told."""
    report = Report()
    made = str(render(text, "a.md", 1, resolve, 3, report).html)
    assert report.diagnostics == [], text
    return made


BOLD = {
    "a colon before Thai": ("**หมายเหตุ:**ข้อมูล", "<strong>หมายเหตุ:</strong>ข้อมูล"),
    "quotation marks": ("ตาม**“ประกาศ”**ฉบับนี้", "ตาม<strong>“ประกาศ”</strong>ฉบับนี้"),
    "straight quotation marks": ('ตาม**"ประกาศ"**นี้', "ตาม<strong>&quot;ประกาศ&quot;</strong>นี้"),
    "brackets": ("**(ร่าง)**ฉบับ", "<strong>(ร่าง)</strong>ฉบับ"),
    "italic": ("ตาม*(ร่าง)*ฉบับ", "ตาม<em>(ร่าง)</em>ฉบับ"),
    "both": ("ก***“ข”***ค", "ก<em><strong>“ข”</strong></em>ค"),
    "Thai digits": ("ปี**(๒๕๖๘)**๑", "ปี<strong>(๒๕๖๘)</strong>๑"),
    "a place to break": ("**ก:**\u200bข", "<strong>ก:</strong>\u200bข"),
    "a mark above a letter": ("ที่**“ก”**นี้", "ที่<strong>“ก”</strong>นี้"),
    "two in a line": ("**ก:**ข **ค:**ง", "<strong>ก:</strong>ข <strong>ค:</strong>ง"),
    "Latin as ever": ("a **b** c*d*e", "a <strong>b</strong> c<em>d</em>e"),
    "products": ("5*4*3 และ 2**3**4", "5*4*3 และ 2**3**4"),
    "blanks to fill in": ("ลงชื่อ (____) ตำแหน่ง (___)", "ลงชื่อ (____) ตำแหน่ง (___)"),
    "names of files": ("แผน_ปี_2568 a_b_c", "แผน_ปี_2568 a_b_c"),
    "a star of a note": ("ราคา* และ จำนวน*", "ราคา* และ จำนวน*"),
}


@every_row(("text", "made"), BOLD.values())
def test_marks_beside_thai_letters(text: str, made: str) -> None:
    assert html(text) == f"<p>{made}</p>\n"


NUMBERS = {
    "clauses left out": ("1. ก\n2. ข\n4. ค", "<ol><li>ก</li>\n<li>ข</li>\n<li value=\"4\">ค</li>\n</ol>\n"),
    "backwards": ("3. ก\n2. ข", '<ol start="3"><li>ก</li>\n<li value="2">ข</li>\n</ol>\n'),
    "one twice": ("1. ก\n2. ข\n2. ค", '<ol><li>ก</li>\n<li>ข</li>\n<li value="2">ค</li>\n</ol>\n'),
    "counted by the list": ("1. ก\n1. ข\n1. ค", "<ol><li>ก</li>\n<li>ข</li>\n<li>ค</li>\n</ol>\n"),
    "from nought": ("0. ก\n1. ข", '<ol start="0"><li>ก</li>\n<li>ข</li>\n</ol>\n'),
    "a year": ("2568. ก", '<ol start="2568"><li>ก</li>\n</ol>\n'),
    "brackets": ("1) ก\n3) ข", '<ol class="paren"><li>ก</li>\n<li value="3">ข</li>\n</ol>\n'),
    "indented": ("    1. ก\n    2. ข\n    4. ค",
                 '<ol><li>ก</li>\n<li>ข</li>\n<li value="4">ค</li>\n</ol>\n'),
    "by a tab in a quotation": (">\t1. ก\n>\t2. ข",
                                "<blockquote><ol><li>ก</li>\n<li>ข</li>\n</ol>\n</blockquote>\n"),
    "in a list": ("2. ก\n   1. ข\n   3. ค\n3. ง",
                  '<ol start="2"><li>ก<ol><li>ข</li>\n<li value="3">ค</li>\n</ol>\n</li>\n<li>ง</li>\n</ol>\n'),
    "Thai digits": ("๑. ก\n๒. ข", "<p>๑. ก<br>\n๒. ข</p>\n"),
    "parts of clauses": ("1.1 ก\n1.2 ข", "<p>1.1 ก<br>\n1.2 ข</p>\n"),
    "with noughts": ("01. ก\n02. ข", "<p>01. ก<br>\n02. ข</p>\n"),
    "with noughts further down": ("1. ก\n02. ข", "<ol><li>ก<br>\n02. ข</li>\n</ol>\n"),
    "too long": ("1234567890. ก", "<p>1234567890. ก</p>\n"),
    "a negative number": ("-5 องศา\n+66 2 123", "<p>-5 องศา<br>\n+66 2 123</p>\n"),
}  # fmt: skip


@every_row(("text", "made"), NUMBERS.values())
def test_numbers_stay_as_they_are_typed(text: str, made: str) -> None:
    assert html(text) == made


LINES = {
    "an address": ("เทศบาล\n99 หมู่ 1\nโทร 1", "<p>เทศบาล<br>\n99 หมู่ 1<br>\nโทร 1</p>\n"),
    "signs of a word processor": ("• ก\n• ข", "<p>• ก<br>\n• ข</p>\n"),
    "two blanks at the end": ("ก  \nข", "<p>ก<br>\nข</p>\n"),
    "four blanks before": ("ก\n\n    ข **ค** [ง](o02.md)",
                           f'<p>ก</p>\n<p>ข <strong>ค</strong> <a href="{ROOT}town/2567/o02/index.html">ง</a></p>\n'),
    "a tab before": ("\tข **ค**", "<p>ข <strong>ค</strong></p>\n"),
    "wide blanks before": ("\u3000\u3000ข\n\n\u00a0\u00a0\u00a0\u00a0ค", "<p>ข</p>\n<p>ค</p>\n"),
    "a no-break space after a sign": ("-\u00a0ก\n-\u00a0ข", "<ul><li>ก</li>\n<li>ข</li>\n</ul>\n"),
    "a hidden place to break before a heading": ("\u200b# ก", '<h3 id="h-ก">ก</h3>\n'),
    "code in fences": ("```\n    ก\n```", "<pre><code>    ก\n</code></pre>\n"),
    "words after a fence": ("~~~ ข้อความ\nก\n~~~", "<pre><code>ข้อความ\nก\n</code></pre>\n"),
    "a server": ("\\\\nas\\แผน และ C:\\temp", "<p>\\\\nas\\แผน และ C:\\temp</p>\n"),
    "a path with escapes in it": ("C:\\_งาน\\#1 และ \\\\nas\\_แผน", "<p>C:\\_งาน\\#1 และ \\\\nas\\_แผน</p>\n"),
    "an escape": ("\\\\* \\*ก\\*", "<p>\\* *ก*</p>\n"),
    "words in brackets and a colon": ("[หมายเหตุ]: ข้อมูลนี้ยังไม่ได้ตรวจสอบ\n\nต่อ",
                                      "<p>[หมายเหตุ]: ข้อมูลนี้ยังไม่ได้ตรวจสอบ</p>\n<p>ต่อ</p>\n"),
    "the same words again": ("[ก]: ข\n[ก]: ค\n\n[ก]", "<p>[ก]: ข<br>\n[ก]: ค</p>\n<p>[ก]</p>\n"),
    "words of a picture over two lines": ("![ก\nข](files/seal.png)",
                                          f'<p><img src="{ROOT}seal.png" loading="lazy" alt="ก ข"></p>\n'),
    "no words of a link": ("[](o02.md)", f'<p><a href="{ROOT}town/2567/o02/index.html">o02.md</a></p>\n'),
    "words in brackets before others": ("[ร่าง] (ฉบับที่ 2) [ร่าง](ฉบับที่ 2 พ.ศ. 2568)",
                                        "<p>[ร่าง] (ฉบับที่ 2) [ร่าง](ฉบับที่ 2 พ.ศ. 2568)</p>\n"),
    "tags of a web page": ("#โปร่งใส #ita\n\n#1 ก", "<p>#โปร่งใส #ita</p>\n<p>#1 ก</p>\n"),
    "a quotation": ("> ข้อความ\n> ต่อ", "<blockquote><p>ข้อความ<br>\nต่อ</p>\n</blockquote>\n"),
    "a numbered quotation": ("> 1. ก", "<blockquote><ol><li>ก</li>\n</ol>\n</blockquote>\n"),
}  # fmt: skip


@every_row(("text", "made"), LINES.values())
def test_lines_stay_as_they_are_typed(text: str, made: str) -> None:
    assert html(text) == made


def test_a_table_ends_before_a_line_without_cells() -> None:
    page, codes = rendered("| ก | ข |\n|---|---|\n| 1 | 2 |\n| 3 |\nที่มา: กรม\nต่อ")
    assert codes == []
    assert [tag for tag, _ in page.elements].count("td") == 4
    assert page.text.endswith("ที่มา: กรม\nต่อ\n")


def test_a_page_of_a_pdf_is_kept() -> None:
    for part, kept in (("page=3", "page=3"), ("page=๓&zoom=100", "page=3&zoom=100"),
                       ("nameddest=บท", "nameddest=%E0%B8%9A%E0%B8%97"), ("บท", "%E0%B8%9A%E0%B8%97")):  # fmt: skip
        page, codes = rendered(f"[หน้า 3](files/plan.pdf#{part})")
        assert (codes, page.values("href")) == ([], [f"{ROOT}plan.pdf#{kept}"]), part
    assert rendered("[หน้า 3](files/other.pdf#page=3)")[1] == ["OIT502"]
    assert rendered("[หน้า 3](files/plan.pdf#page=3%E2%80%AE)")[1] == ["OIT501"]


SUGGESTED = {
    "[รายงาน](files/รายงาน ปี 2567.pdf)": "[รายงาน](<files/รายงาน ปี 2567.pdf>)",
    "[ก](files/a(1.pdf)": "[ก](<files/a(1.pdf>)",
    "[ก](files/แผน (ฉบับ 2).pdf)": "[ก](<files/แผน (ฉบับ 2).pdf>)",
    '[ก](files/แผน (๒) ปี.pdf "ชื่อ")': "[ก](<files/แผน (๒) ปี.pdf>)",
    "[ก](files/แผน ปี.pdf (ชื่อ))": "[ก](<files/แผน ปี.pdf>)",
    "[ก](tel:02 123 4567)": "[ก](tel:02-123-4567)",
    '[ก](files/a b.pdf "ชื่อ")': "[ก](<files/a b.pdf>)",
    "[ก]（https://example.go.th/a）": "[ก](https://example.go.th/a)",
    "https://example.go.th/a, ข": "<https://example.go.th/a>",
    "https://example.go.th/ไฟล์ตามด้วยภาษาไทย": "<https://example.go.th/>",
    "www.example.go.th": "<https://www.example.go.th>",
    "![ภาพ](files/ภาพ กิจกรรม.jpg)": "![ภาพ](<files/ภาพ กิจกรรม.jpg>)",
    "[ก][1]\n\n[1]: files/แผน ปี.pdf": "[1]: <files/แผน ปี.pdf>",
    "[ที่มา]: files/a ของกรม": "",
    "##แผน": "## แผน",
    "> 85 คะแนน": "\\> 85 คะแนน",
}


@every_row(("text", "suggestion"), SUGGESTED.items())
def test_what_to_write_is_told(text: str, suggestion: str) -> None:
    report = Report()
    render(text, "a.md", 1, resolve, 3, report)
    assert [d.param("suggestion") for d in report.diagnostics] == ([suggestion] if suggestion else [])


UNPAIRED = {
    "**หนา ** ก ** หนา**": "** ก **",
    "** [ก](o02.md) ** ข": "** … **",
    "| **ก** | ข |\n| 1 | 2 |": "| …ก… | ข |",
}


@pytest.mark.parametrize(("text", "written"), UNPAIRED.items(), ids=UNPAIRED)
def test_what_is_quoted_holds_no_stand_in(text: str, written: str) -> None:
    report = Report()
    render(text, "a.md", 1, resolve, 3, report)
    assert [d.param("written") for d in report.diagnostics] == [written]


def test_a_page_copied_from_the_web_is_told_in_a_few_lines() -> None:
    text = "<div class=x>ก</div><br>\n\nก https://example.go.th/a\n\n##หัวข้อ\n\n" * 50
    report = Report()
    page = Page(str(render(text, "a.md", 5, resolve, 3, report).html))
    assert page.text.count("https://example.go.th/a") == 50
    assert [(d.code, d.span.line) for d in report.sorted()] == [("OIT506", 5), ("OIT516", 7), ("OIT514", 9)]
    assert report.sorted()[1].param("more") == "49"
