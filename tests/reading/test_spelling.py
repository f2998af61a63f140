"""The spellings of one and the same thing, mapped to one form."""

import unicodedata

import pytest
from tables import every_row

from generator.oit.composed import normal
from generator.reading.spelling import (
    arabic_digits,
    has_thai_digit,
    item_number,
    question_number,
    thai_digits,
)

ITEMS = [
    ("O12", "O12"), ("o12", "O12"), ("O๑๒", "O12"), ("o๑๒", "O12"), ("๐๑๒", "O12"), ("012", "O12"), ("12", "O12"),
    ("ข้อ ๑๒", "O12"), ("ข้อ12", "O12"), ("ข้อ O12", "O12"), ("O 12", "O12"), ("O-12", "O12"), ("O012", "O12"),
    (" O12 ", "O12"), ("O1", "O1"), ("O999", "O999"), ("๐1", "O1"), ("Ｏ12", "O12"),
]  # fmt: skip


@every_row(("text", "number"), ITEMS)
def test_an_item_number_has_one_form(text: str, number: str) -> None:
    assert item_number(text) == number


@every_row("text", ["", "O", "0", "O0", "๐", "O1000", "O12a", "aO12", "O12.1", "I12", "ข้อ", "ข้อที่ 12",
     "O1 2", "O--1", "-",
     "O１２", "O१२", "O²", "O12" + " " * 40 + "x"])  # fmt: skip
def test_anything_else_is_no_item_number(text: str) -> None:
    assert item_number(text) is None


@every_row(("text", "number"), [("i20", "i20"), ("I20", "i20"), ("i ๒๐", "i20"), ("E3", "e3"), (" e๓ ", "e3")])
def test_a_question_number_has_one_form(text: str, number: str) -> None:
    assert question_number(text) == number


@every_row("text", ["", "i", "20", "i0", "i100", "o20", "i20.1", "ii2", "i२०", "i\n\n\n2x"])
def test_anything_else_is_no_question_number(text: str) -> None:
    assert question_number(text) is None


def test_thai_digits_and_arabic_ones_are_the_same() -> None:
    assert arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"
    assert thai_digits("0123456789") == "๐๑๒๓๔๕๖๗๘๙"
    assert thai_digits("ปี 2567, O12: 93.75") == "ปี ๒๕๖๗, O๑๒: ๙๓.๗๕"
    assert [has_thai_digit(text) for text in ("2567", "๒567", "", "ก๙", "१२")] == [False, True, False, True, False]
    assert arabic_digits("१२") == "१२"


NORMAL = [
    ("น้ำ in three ways", "น\u0e49\u0e33", ["น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"]),
    ("ทำ", "ท\u0e33", ["ท\u0e4d\u0e32"]),
    ("tone mark and sara u", "ผ\u0e38\u0e49", ["ผ\u0e49\u0e38"]),
    ("an accent", "caf\u00e9", ["cafe\u0301"]),
]


@pytest.mark.parametrize(("form", "spellings"), [case[1:] for case in NORMAL], ids=[case[0] for case in NORMAL])
def test_a_text_has_one_form(form: str, spellings: list[str]) -> None:
    for spelling in spellings:
        assert normal(spelling) == form
    assert normal(form) is form


def test_the_one_form_is_composed_and_never_splits_sara_am() -> None:
    assert normal("plain") == "plain"
    assert normal("\u0e33") == "\u0e33" != unicodedata.normalize("NFKC", "\u0e33")
    assert normal("ﬁ") == "ﬁ"
    assert normal("\u0e4d") == "\u0e4d"
    assert normal("ก\u0e4d\u0e01\u0e32") == "ก\u0e4d\u0e01\u0e32"
