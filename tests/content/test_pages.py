"""The reader of pages that the other tests here rely on."""

from pathlib import Path

import pytest
from tables import every_row

from .pages import Page, fold

HTML = """<!doctype html><html><head><title>ไม่ใช่เนื้อหา</title></head><body>
<script>var a = 1;</script><svg><text>ภาพ</text></svg>
<table><tr><th scope="row"><b>9</b> การเปิดเผย<wbr>ข้อมูล</th><td>73.79</td></tr><tr><td>93.75</td></tr></table>
<ul><li>ข้อ <b>O12</b> &amp; อื่น ๆ</li></ul><p>๘๕.๒๙<br>คะแนน</p></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Page:
    path = tmp_path / "index.html"
    path.write_text(HTML, encoding="utf-8")
    return Page(path)


def test_what_a_browser_does_not_show_is_not_read(page: Page) -> None:
    assert page.words == "9การเปิดเผยข้อมูล73.7993.75ข้อO12&อื่นๆ85.29คะแนน"


def test_a_row_is_found_by_its_cells_and_not_by_those_of_two_rows(page: Page) -> None:
    assert page.row_with(["๙", "การเปิดเผยข้อมูล", "73.79"]) == "9การเปิดเผยข้อมูล73.79"
    assert page.row_with(["73.79", "93.75"]) is None
    assert page.row_with(["O12"], "tr") is None


def test_texts_that_are_not_there_are_named(page: Page) -> None:
    assert list(page.missing(["ข้อ O๑๒", "O13", "ภาพ"])) == ["O13", "ภาพ"]


@every_row(
    ("printed", "shown"),
    [
        ("๘๕.๒๙", "85.29"),
        ("การ ใช้\nงบ", "การใช้งบ"),
        ("ทำ", "ท\u0e4d\u0e32"),
        ("อื่น\u00a0ๆ", "อื่น ๆ"),
        ("คำ\u200bต่อ", "คำต่อ"),
    ],
)
def test_what_is_set_otherwise_is_the_same_text(printed: str, shown: str) -> None:
    assert fold(printed) == fold(shown)


def test_another_letter_is_another_text() -> None:
    assert fold("ผ่านเกณฑ์") != fold("ผานเกณฑ์")
