"""The words of a page as the search sees them: all that a reader sees, spelled in one way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tables import every_row

from generator.exports.search_text import Lines, Parts, fold, heading, page_text, pairs, whole_text

from .search_cases import FOLDED

PAGE = """<!doctype html><html><head><title>นอกหน้า</title></head><body class="item">
<header><a href="x">ชื่อเว็บไซต์</a></header>
<main id="main"><nav class="crumbs"><ol><li>หน้าแรก</li></ol></nav><h1><span>O1</span> <span>โครงสร้าง</span></h1>
<p>คำ<strong>หน</strong>า &amp; ก&nbsp;ข<br>บรรทัดใหม่</p><img src="x.png" alt="ผังองค์กร" width="1">
<nav id="compliance-index"><section><ol><li data-item="O1" aria-current="page">ดัชนี</li></ol></section></nav>
<section id="score-summary"><section>ใน</section>สรุปคะแนน</section><p>ท้าย</p></main>
<footer>ส่วนท้าย</footer></body></html>"""
TEXT = st.text(st.sampled_from("กขเแำาํ้่ \n\u200b๑2oO"), max_size=12)


@every_row(("written", "folded"), FOLDED)
def test_one_word_in_several_spellings_is_one_word(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(TEXT)
def test_a_folded_text_holds_neither_blanks_nor_thai_digits_nor_capitals(text: str) -> None:
    assert not any(one.isspace() or one in "๑O\u200b" for one in fold(text))
    assert "\u0e4d\u0e32" not in fold(text.replace(" ", "").replace("\n", ""))


def test_the_text_of_a_page_is_what_a_reader_sees_of_its_main_part() -> None:
    assert page_text(PAGE, {}).own == ("O1", "โครงสร้าง", "คำหนา & ก ข", "บรรทัดใหม่", "ผังองค์กร", "ท้าย")


def test_index_summary_and_navigation_are_kept_apart() -> None:
    assert page_text(PAGE, {}).shared == (("ดัชนี",), ("ใน", "สรุปคะแนน"), ("หน้าแรก",))


def test_a_part_that_was_met_before_is_not_read_again() -> None:
    known: Parts = {}
    first = page_text(PAGE, known)
    assert len(known) == 3
    assert page_text(PAGE.replace(' aria-current="page"', ""), known) == first
    assert len(known) == 3


def test_the_whole_of_a_page_has_its_header_and_footer_too() -> None:
    lines = whole_text(PAGE)
    assert (lines[0], lines[-1]) == ("ชื่อเว็บไซต์", "ส่วนท้าย")
    assert {"ดัชนี", "สรุปคะแนน", "หน้าแรก"} <= set(lines)
    assert "นอกหน้า" not in lines


def test_a_page_without_a_main_part_is_read_as_a_whole() -> None:
    assert page_text("<p>ข้อความ</p>", {}).own == ("ข้อความ",)


def test_the_heading_names_the_page() -> None:
    assert heading(PAGE) == "O1 โครงสร้าง"


@given(st.lists(st.lists(TEXT.map(lambda text: " ".join(text.split())), max_size=4).map(tuple), max_size=3))
def test_the_pairs_are_those_of_the_page_as_one_text(pages: list[Lines]) -> None:
    """Each line is folded by itself: what the end of one and the beginning of the next would make is not made."""
    wanted = {pair for page in pages for text in ["".join(map(fold, page))] for pair in pairwise(text)}
    assert pairs(pages) == wanted
