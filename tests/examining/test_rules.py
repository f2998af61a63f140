"""The words that evidence is looked through for, and how they are found."""

import pytest

from generator.diagnostics import Report
from generator.examining.folded import EXACT_BELOW, fold, holds
from generator.examining.trust import is_reliable
from generator.reading.catalogues import read_catalogues
from generator.reading.evidence_rules import evidence_rules
from generator.reading.inputs import catalogue_sources

CATALOGUES = read_catalogues(catalogue_sources(None, Report()), Report())


@pytest.mark.parametrize("year", list(CATALOGUES))
def test_every_rule_is_about_an_element_that_there_is(year: int) -> None:
    rules = evidence_rules(year)
    assert rules.look_for
    for rule in (*rules.look_for, *rules.unlike):
        item = CATALOGUES[year].by_number[rule.item]
        assert rule.element == 0 or rule.element in {element.number for element in item.elements}, rule


@pytest.mark.parametrize("year", list(CATALOGUES))
def test_every_rule_has_a_word_that_is_long_enough_to_miss(year: int) -> None:
    for rule in evidence_rules(year).look_for:
        assert any(len(fold(word)) >= EXACT_BELOW for word in rule.words) or len(rule.words) > 1, rule


def test_a_year_without_rules_has_none() -> None:
    assert evidence_rules(2599) == ((), ())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ปัญหาและอุปสรรค", "ปัญหาและอุปสรรค"),
        ("ปั ญ ห า แ ล ะ อุ ป ส ร ร ค", "ปัญหาและอุปสรรค"),
        ("ปัหาและ\r\nอุปสรรค", "ปัญหาและอุปสรรค"),
        ("ความโปร่งร่ ใส", "ความโปร่งใส"),
        ("ผลการดำ เนินงาน", "ผลการดำเนินงาน"),
        ("ผลการดํา เนินงาน", "ผลการดำเนินงาน"),
        ("เเนวทางการเเก้ไข", "แนวทางการแก้ไข"),
        ("รอบ ๖ เดือน", "6 เดือน"),
        ("ข\uf70bอเสนอแนะ", "ข้อเสนอแนะ"),
        ("\uf70fาติ", "ญาติ"),
        ("No Gift  policy", "No Gift Policy"),
    ],
)
def test_a_word_is_found_as_printers_leave_it(text: str, word: str) -> None:
    assert holds(fold(f"ก่อนหน้า {text} ต่อจากนี้"), word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ปัญญา", "ปัญหา"),
        ("ขั้นต้น", "ขั้นตอน"),
        ("ผลการดำเนินงานเป็นไปตามแผน", "ปัญหาและอุปสรรค"),
        ("ข้อสังเกต", "ข้อเสนอแนะ"),
        ("ความโปรด", "ความโปร่งใส"),
        ("", "ข้อเสนอแนะ"),
    ],
)
def test_another_word_is_not_taken_for_it(text: str, word: str) -> None:
    assert not holds(fold(text), word)


@pytest.mark.parametrize(
    ("text", "reliable"),
    [
        ("รายงานผลการดำเนินงาน ประจำปี ๒๕๖๕", True),
        ("ปั ญ ห า แ ล ะ อุ ป ส ร ร ค", True),
        ("Annual report 2022", True),
        ("ข\uf70bอเสนอแนะ", True),
        ("Café, façade, naïve: a report in French words of five lines", True),
        ("", False),
        ("รายงาน\0ผล\0การ\0ดำเนินงาน", False),
        ("\ue001\ue002\ue003 2565", False),
        ("ÃÒÂ§Ò¹¼Å¡ÒÃ", False),
        ("1ิ 2ี 3ุ", False),
    ],
)
def test_garbled_text_is_known(text: str, reliable: bool) -> None:
    assert is_reliable(text) is reliable
