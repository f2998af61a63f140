"""Every row and every figure of the four reports can be read on the pages, each together with the rest of its row.

The rows stand in modules of their own here, written from the printed reports and not from ``content``.
"""

from collections.abc import Iterable, Sequence

import pytest

from . import (
    report_che_bilang,
    report_che_bilang_summary,
    report_kok_tum,
    report_kut_chik,
    report_phok_noi,
    report_words,
)
from .pages import Page, Site, fold

PASS, FAIL = fold("ผ่านเกณฑ์"), fold("ไม่ผ่านเกณฑ์")
KOK_TUM, PHOK_NOI = report_kok_tum.AGENCY, report_phok_noi.AGENCY
CHE_BILANG, KUT_CHIK = report_che_bilang.AGENCY, report_kut_chik.AGENCY


def _together(page: Page, cells: Iterable[str], *tags: str) -> str:
    """The row of a page in which all cells stand."""
    wanted = [cell for cell in cells if cell]
    row = page.row_with(wanted, *tags)
    assert row is not None, (page.path, [cell for cell in wanted if fold(cell) not in page.words] or wanted)
    return row


def _arabic(number: str) -> str:
    return fold(number)


def _item(agency: str, number: str) -> str:
    return f"{agency}/o{int(_arabic(number)[1:]):02d}"


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        (KOK_TUM, report_words.KOK_TUM),
        (PHOK_NOI, report_words.PHOK_NOI),
        (CHE_BILANG, report_words.CHE_BILANG),
        (KUT_CHIK, report_words.KUT_CHIK),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_heading_and_paragraph_is_on_a_page(site: Site, agency: str, words: Sequence[str]) -> None:
    pages = [site.page(f"{agency}/{kind}") for kind in ("results", "analysis", "measures", "progress")]
    texts = [page.words for page in [site.page(agency), *pages] if page.path.exists()]
    assert [text for text in words if not any(fold(text) in page for page in texts)] == []


class TestKokTum:
    """เทศบาลตำบลกกตูม, fiscal year 2565."""

    @pytest.mark.parametrize(
        ("number", "instrument", "title", "score", "outcome"), report_kok_tum.INDICATORS, ids=_arabic
    )
    def test_indicators(self, site: Site, number: str, instrument: str, title: str, score: str, outcome: str) -> None:
        row = _together(site.page(f"{KOK_TUM}/results"), [number, title, score], "tr")
        assert row.startswith(_arabic(number))
        assert (FAIL in row) == (fold(outcome) == FAIL)
        assert PASS in row

    def test_the_total_and_its_rating(self, site: Site) -> None:
        score, rating = report_kok_tum.TOTAL
        _together(site.page(f"{KOK_TUM}/results"), ["คะแนนรวม ITA", score, f"ระดับ {rating}"], "section")

    @pytest.mark.parametrize("row", report_kok_tum.QUESTIONS, ids=lambda row: _arabic(row.number))
    def test_questions(self, site: Site, row: report_kok_tum.Question) -> None:
        parts = [text for part in row.parts for text in part]
        _together(site.page(f"{KOK_TUM}/results"), [row.number, row.text, row.score, *parts], "li")
        _together(site.page(f"{KOK_TUM}/analysis"), [row.number, row.score, *parts, row.advice], "article")

    @pytest.mark.parametrize("row", report_kok_tum.ZEROS, ids=lambda row: _arabic(row.number))
    def test_items_without_points(self, site: Site, row: report_kok_tum.Zero) -> None:
        cells = [row.number, row.group, row.statement, row.remedy]
        _together(site.page(f"{KOK_TUM}/analysis"), cells, "article")
        _together(site.page(_item(KOK_TUM, row.number)), cells[1:], "article")
        score = _together(site.page(f"{KOK_TUM}/results"), [row.number, "0"], "li")
        assert score.endswith("0")

    def test_the_score_that_is_left_blank_is_marked_as_inferred(self, site: Site) -> None:
        blank = [row.number for row in report_kok_tum.ZEROS if not row.score]
        inferred = [
            row.number
            for row in report_kok_tum.ZEROS
            if fold("อนุมานจากรายงาน") in site.page(_item(KOK_TUM, row.number)).words
        ]
        assert inferred == blank == ["O๒๔"]

    @pytest.mark.parametrize("row", report_kok_tum.MEASURES, ids=lambda row: row.title)
    def test_measures(self, site: Site, row: report_kok_tum.Measure) -> None:
        page = site.page(f"{KOK_TUM}/measures")
        _together(page, [row.title, row.owner, row.method, row.follow_up], "article")
        assert fold("๒๕๖๖") in page.words

    @pytest.mark.parametrize(
        "row", [*report_words.KOK_TUM_SCORING, *report_words.KOK_TUM_BANDS], ids=lambda row: row[0]
    )
    def test_the_tables_on_how_scores_and_ratings_are_made(self, site: Site, row: tuple[str, ...]) -> None:
        found = _together(site.page(f"{KOK_TUM}/analysis"), row, "tr")
        assert found == fold("".join(row))


class TestPhokNoi:
    """เทศบาลตำบลพอกน้อย, fiscal year 2565."""

    @pytest.mark.parametrize(("number", "title", "score"), report_phok_noi.INDICATORS, ids=_arabic)
    def test_indicators(self, site: Site, number: str, title: str, score: str) -> None:
        row = _together(site.page(f"{PHOK_NOI}/results"), [number, title, score], "tr")
        assert row.startswith(number)

    @pytest.mark.parametrize(("number", "text"), report_phok_noi.POINTS, ids=_arabic)
    def test_points_beside_the_indicators(self, site: Site, number: str, text: str) -> None:
        _together(site.page(f"{PHOK_NOI}/analysis"), [f"ตัวชี้วัดที่ {number}", text], "article")

    def test_the_total_and_its_rating(self, site: Site) -> None:
        score, rating = report_phok_noi.TOTAL
        _together(site.page(f"{PHOK_NOI}/results"), ["คะแนนรวม ITA", score, f"ระดับ {rating}"], "section")

    @pytest.mark.parametrize("row", report_phok_noi.MEASURES, ids=lambda row: row.title)
    def test_measures(self, site: Site, row: report_phok_noi.Measure) -> None:
        _together(site.page(f"{PHOK_NOI}/measures"), row, "article")

    @pytest.mark.parametrize("row", report_phok_noi.LISTED_MEASURES, ids=lambda row: row[1])
    def test_measures_that_are_listed(self, site: Site, row: tuple[str, str, str]) -> None:
        _together(site.page(f"{PHOK_NOI}/measures"), row, "article")

    @pytest.mark.parametrize("row", report_phok_noi.DEFECTS, ids=lambda row: row.about)
    def test_defects(self, site: Site, row: report_phok_noi.Defect) -> None:
        about = row.about if row.about.startswith("O") else f"ตัวชี้วัดที่ {row.about}"
        printed = [f"{row.title} {row.score} คะแนน" if row.score != "0" else row.title]
        cells = [about, *printed, row.remark, row.analysis, row.remedy, row.owner]
        _together(site.page(f"{PHOK_NOI}/analysis"), cells, "article")
        if row.about.startswith("O"):
            _together(site.page(_item(PHOK_NOI, row.about)), cells[1:], "article")
            assert _together(site.page(f"{PHOK_NOI}/results"), [row.about, row.score], "li").endswith("0")


class TestCheBilang:
    """เทศบาลตำบลเจ๊ะบิลัง, fiscal year 2567."""

    @pytest.mark.parametrize("row", report_che_bilang.MEASURES, ids=lambda row: _arabic(row.number))
    def test_measures(self, site: Site, row: report_che_bilang.Measure) -> None:
        page = site.page(f"{CHE_BILANG}/measures")
        cells = [row.number, row.title, row.method, report_che_bilang.PERIOD, *row.owners, row.result, row.outcome]
        _together(page, cells, "article")
        _together(page, [row.group, row.title, row.outcome], "section")

    @pytest.mark.parametrize("row", report_che_bilang_summary.INDICATORS, ids=lambda row: _arabic(row.number))
    def test_indicators(self, site: Site, row: report_che_bilang_summary.Indicator) -> None:
        printed = f"ตัวชี้วัดที่ {row.number} {row.title} คะแนน {row.score}"
        cells = [printed, row.method, report_che_bilang.PERIOD, *row.owners, row.progress]
        found = _together(site.page(f"{CHE_BILANG}/measures"), cells, "article")
        states = {"ดำเนินการแล้วเสร็จ": "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ": "อยู่ระหว่างดำเนินการ", "": "ไม่ได้ระบุ"}
        assert found.startswith(fold(printed + states[row.state]))
        figures = _together(site.page(f"{CHE_BILANG}/results"), [row.number, row.title, row.score], "tr")
        assert figures.startswith(_arabic(row.number))

    def test_the_total_and_its_rating(self, site: Site) -> None:
        score, rating = report_che_bilang.TOTAL
        _together(site.page(f"{CHE_BILANG}/results"), ["คะแนนรวม ITA", score, f"ระดับ {rating}"], "section")


class TestKutChik:
    """เทศบาลตำบลกุดจิก, fiscal year 2564."""

    @pytest.mark.parametrize("row", report_kut_chik.ROWS, ids=lambda row: row.number)
    def test_items(self, site: Site, row: report_kut_chik.Row) -> None:
        found = _together(
            site.page(f"{KUT_CHIK}/progress"), [f"{row.number} {row.title}", *row.documents, *row.offices], "tr"
        )
        assert found.startswith(fold(f"{row.number} {row.title} {row.state} {row.documents[0]}"))
        page = site.page(_item(KUT_CHIK, row.number))
        assert list(page.missing([row.number, row.title, *row.documents, *row.offices])) == []
        assert [_together(page, [document], "li") for document in row.documents] == [fold(d) for d in row.documents]

    def test_29_items_are_done_8_in_progress_and_6_not_named(self, site: Site) -> None:
        named = {row.number for row in report_kut_chik.ROWS}
        states = [row.state for row in report_kut_chik.ROWS]
        assert (states.count(report_kut_chik.DONE), states.count(report_kut_chik.IN_PROGRESS)) == (29, 8)
        assert {f"O{n}" for n in range(1, 44)} - named == {"O1", "O3", "O4", "O5", "O7", "O22"}

    @pytest.mark.parametrize(("number", "text"), report_kut_chik.MEASURES, ids=_arabic)
    def test_measures(self, site: Site, number: str, text: str) -> None:
        page = site.page(f"{KUT_CHIK}/measures")
        found = [row for row in page.rows("article") if row.startswith(fold(number))]
        assert len(found) == 1
        assert fold(text) in found[0].replace(fold("ไม่ได้ระบุ"), "").replace(fold("วิธีดำเนินการ"), "")

    @pytest.mark.parametrize("line", report_kut_chik.LISTED, ids=lambda line: _arabic(line[:9]))
    def test_the_list_before_the_table(self, site: Site, line: str) -> None:
        assert _together(site.page(f"{KUT_CHIK}/progress"), [line], "li") == fold(line)
