"""The figures of the four municipalities, as their reports print them and as they follow from their parts."""

from collections import Counter

import pytest

from .pages import Site, fold

KOK_TUM, CHE_BILANG, PHOK_NOI, KUT_CHIK = "kok-tum/2565", "che-bilang/2567", "phok-noi/2565", "kut-chik/2564"


@pytest.mark.parametrize(
    ("year", "reported", "recomputed", "rating", "outcome"),
    [
        (KOK_TUM, "85.29", "85.29", "A", "ผ่านเกณฑ์"),
        (CHE_BILANG, "78.50", "78.50", "ต้องปรับปรุง", "ไม่ผ่านเกณฑ์"),
        (PHOK_NOI, "93.95", "93.94", "A", "ผ่านเกณฑ์"),
    ],
)
class TestTotals:
    """The printed total, the one that its parts give, and the rating."""

    def test_in_the_data(
        self, site: Site, year: str, reported: str, recomputed: str, rating: str, outcome: str
    ) -> None:
        official = site.data(year)["scores"]["official"]
        assert official["total"] == {"reported": reported, "recomputed": recomputed}
        assert official["rating"] == {"reported": rating, "recomputed": rating}

    def test_on_the_dashboard_on_every_item_and_on_every_report(
        self, site: Site, year: str, reported: str, recomputed: str, rating: str, outcome: str
    ) -> None:
        verdict = fold(f"คะแนนรวม ITA ตามผลทางการ {reported} ระดับ {rating} {outcome} คำนวณใหม่ได้ {recomputed}")
        pages = site.pages(year)
        assert len(pages) > 35
        for page in pages:
            summary = page.part("score-summary")
            assert verdict in summary, page.path
            assert (fold("ไม่ตรงกัน") in summary) == (reported != recomputed), page.path

    def test_on_the_results_page(
        self, site: Site, year: str, reported: str, recomputed: str, rating: str, outcome: str
    ) -> None:
        page = site.page(f"{year}/results")
        row = page.row_with(["คะแนนรวม ITA", reported, recomputed, f"ระดับ {rating}", outcome], "section")
        assert row is not None
        assert fold(f"ตามรายงาน {reported}") in row
        assert fold(f"คำนวณใหม่ {recomputed}") in row

    def test_on_the_portal(
        self, site: Site, year: str, reported: str, recomputed: str, rating: str, outcome: str
    ) -> None:
        (row,) = [words for words in site.page("").rows("li") if fold(f"คะแนนรวม ITA ผลทางการ {reported}") in words]
        assert fold(site.data(year)["agency"]["name"]) in row
        assert fold(f"{reported} {rating}") in row


@pytest.mark.parametrize(
    ("year", "number", "score", "outcome"),
    [
        (KOK_TUM, "9", "73.79", "ไม่ผ่านเกณฑ์"),
        (KOK_TUM, "10", "93.75", "ผ่านเกณฑ์"),
        (CHE_BILANG, "9", "85.00", "ผ่านเกณฑ์"),
        (CHE_BILANG, "10", "33.34", "ไม่ผ่านเกณฑ์"),
        (PHOK_NOI, "9", "100.00", "ผ่านเกณฑ์"),
        (PHOK_NOI, "10", "93.75", "ผ่านเกณฑ์"),
    ],
)
def test_an_indicator_of_the_items_stands_in_the_summary_of_every_page_and_in_the_data(
    site: Site, year: str, number: str, score: str, outcome: str
) -> None:
    assert site.data(year)["scores"]["official"]["indicators"][number]["reported"] == score
    for page in site.pages(year):
        (row,) = [cells for cells in page.table_rows("score-summary") if cells[0].startswith(number + "การ")]
        assert row[0].endswith(fold(outcome)), page.path
        assert (row[0].endswith(fold("ไม่ผ่านเกณฑ์"))) == (outcome == "ไม่ผ่านเกณฑ์"), page.path
        assert row[3] == score, page.path


@pytest.mark.parametrize(
    ("year", "instrument", "score"),
    [
        (KOK_TUM, "IIT", "86.16"),
        (KOK_TUM, "EIT", "86.45"),
        (KOK_TUM, "OIT", "83.77"),
        (CHE_BILANG, "IIT", "96.32"),
        (CHE_BILANG, "EIT", "86.47"),
        (CHE_BILANG, "OIT", "59.17"),
        (PHOK_NOI, "IIT", "93.99"),
        (PHOK_NOI, "EIT", "89.97"),
        (PHOK_NOI, "OIT", "96.88"),
    ],
)
def test_an_instrument_is_the_mean_of_its_indicators(site: Site, year: str, instrument: str, score: str) -> None:
    assert site.data(year)["scores"]["official"]["instruments"][instrument]["recomputed"] == score
    assert site.page(f"{year}/results").row_with([score], "tr") is not None


def test_the_sum_behind_each_total_is_written_out(site: Site) -> None:
    sums = {
        KOK_TUM: "85.29 = 30% × 86.162 + 30% × 86.4467 + 40% × 83.77",
        CHE_BILANG: "78.50 = 30% × 96.316 + 30% × 86.4667 + 40% × 59.17",
        PHOK_NOI: "93.94 = 30% × 93.986 + 30% × 89.9733 + 40% × 96.875",
    }
    for year, written in sums.items():
        assert list(site.page(f"{year}/results").missing([written])) == []


def test_phok_noi_is_recomputed_to_the_fourth_decimal(site: Site) -> None:
    assert list(site.page(f"{PHOK_NOI}/results").missing(["93.9378"])) == []


def test_73_79_has_three_patterns_of_which_one_fits_and_hides_two_zeros(site: Site) -> None:
    found = site.data(KOK_TUM)["scores"]["official"]["patterns"]["9"]
    assert [(pattern["met"], pattern["fits"]) for pattern in found] == [
        ([9, 5, 5, 3, 3], True),
        ([9, 7, 5, 2, 3], False),
        ([9, 3, 5, 4, 3], False),
    ]
    row = site.page(f"{KOK_TUM}/results").row_with(["9.1: 9/9 · 9.2: 5/8 · 9.3: 5/7 · 9.4: 3/4 · 9.5: 3/5"], "tr")
    assert row is not None
    assert fold("73.79 = (100 + 62.50 + 71.43 + 75 + 60) / 5") in row
    assert fold("9.2 (1), 9.5 (1)") in row


def test_six_items_of_kok_tum_got_no_points_and_no_other_score_is_known(site: Site) -> None:
    scores = {item["item"]: item["official"] for item in site.data(KOK_TUM)["items"] if item["official"] is not None}
    assert scores == dict.fromkeys(["O12", "O13", "O20", "O24", "O28", "O29"], "0.00")


class TestKutChik:
    """29 items done, 8 in progress, 6 of which the report says nothing."""

    def test_in_the_data(self, site: Site) -> None:
        data = site.data(KUT_CHIK)
        assert Counter(item["progress"] for item in data["items"]) == {"done": 29, "in-progress": 8, "not-stated": 6}
        assert data["states"] == {"reported": 29, "in-progress": 8, "not-stated": 6}

    def test_on_the_progress_page(self, site: Site) -> None:
        page = site.page(f"{KUT_CHIK}/progress")
        assert page.row_with(["ดำเนินการแล้ว 29"], "li") is not None
        assert page.row_with(["อยู่ระหว่างดำเนินการ 8"], "li") is not None
        assert page.row_with(["ไม่ได้ระบุ 6"], "li") is not None

    @pytest.mark.parametrize("words", ["หน่วยงานแจ้งว่าทำแล้ว 29", "อยู่ระหว่างดำเนินการ 8", "ไม่มีข้อมูล 6"])
    def test_in_the_index_of_every_page(self, site: Site, words: str) -> None:
        for page in site.pages(KUT_CHIK):
            assert fold(words) in page.part("compliance-index"), page.path

    def test_no_item_is_complete_and_70_96_is_reported(self, site: Site) -> None:
        """(73.17 + 68.75) / 2, with 4 of 9, 8 of 8, 5 of 7, 2 of 4, 5 of 5 and 3 of 8, 2 of 2 items done."""
        scores = site.data(KUT_CHIK)["scores"]
        assert scores["complete"]["instrument"] == "0.00"
        assert scores["reported"] == {
            "instrument": "70.96",
            "indicators": {"9": "73.17", "10": "68.75"},
            "sub_indicators": {
                "9.1": "44.44",
                "9.2": "100.00",
                "9.3": "71.43",
                "9.4": "50.00",
                "9.5": "100.00",
                "10.1": "37.50",
                "10.2": "100.00",
            },
            "total": None,
            "rating": None,
        }
        assert scores["official"]["total"] == {"reported": None, "recomputed": None}
