"""One number everywhere: what the portal, the pages and the data say of a score is the same, to the last digit."""

from typing import Any

import pytest
from content.pages import Page, Site, fold

YEARS = ["che-bilang/2567", "kok-tum/2565", "kut-chik/2564", "phok-noi/2565"]
UNKNOWN = fold("ไม่มีข้อมูล")
KEYS = {"complete": "ครบตามที่หน่วยงานแจ้ง", "reported": "หน่วยงานแจ้งว่าทำแล้ว", "official": "ผลทางการ"}
OUTCOMES = {True: fold("ผ่านเกณฑ์"), False: fold("ไม่ผ่านเกณฑ์")}


@pytest.fixture(params=YEARS)
def year(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def data(site: Site, year: str) -> dict[str, Any]:
    return site.data(year)


@pytest.fixture
def pages(site: Site, year: str) -> list[Page]:
    found = site.pages(year)
    assert len(found) > 35
    return found


def _own(data: dict[str, Any], key: str) -> str | None:
    """The score of the instrument that holds the items."""
    scores = data["scores"]
    if key != "official":
        return None if scores[key] is None else str(scores[key]["instrument"])
    figure = scores["official"]["instruments"]["OIT"]
    best = figure["recomputed"] or figure["reported"]
    return None if best is None else str(best)


def test_every_agency_of_the_site_is_tried(site: Site) -> None:
    assert sorted(path.parent.relative_to(site.root).as_posix() for path in site.root.glob("*/*/data.json")) == YEARS


def test_the_summary_is_the_same_text_on_every_page_of_a_year(pages: list[Page]) -> None:
    assert len({page.part("score-summary") for page in pages}) == 1
    assert len({page.part("compliance-index") for page in pages}) == 1


@pytest.mark.parametrize("key", KEYS)
def test_the_three_numbers_of_the_summary_are_those_of_the_data(
    pages: list[Page], data: dict[str, Any], key: str
) -> None:
    score = _own(data, key)
    shown = UNKNOWN if score is None else f"{score}/100"
    for page in pages:
        found = [row for row in page.rows("li") if row.startswith(fold(KEYS[key])) and shown in row]
        assert len(found) == 1, page.path
        assert found[0] in page.part("score-summary")


def _figure(cell: str) -> str | None:
    """A figure, or nothing for whatever a theme shows where none is known."""
    return cell if any(character.isdigit() for character in cell) else None


def test_the_table_of_the_summary_is_that_of_the_data(pages: list[Page], data: dict[str, Any]) -> None:
    scores = data["scores"]
    subs = {item["sub_indicator"]: item["indicator"] for item in data["items"]}
    expected: list[tuple[str, list[str | None]]] = []
    for indicator in dict.fromkeys(subs.values()):
        for sub in [one for one, of in subs.items() if of == indicator]:
            own = [scores[key]["sub_indicators"][sub] if scores[key] else None for key in ("complete", "reported")]
            expected.append((sub, [*own, None]))
        own = [scores[key]["indicators"][indicator] if scores[key] else None for key in ("complete", "reported")]
        figure = scores["official"]["indicators"][indicator]
        expected.append((indicator, [*own, figure["reported"] or figure["recomputed"]]))
    for page in pages:
        rows = page.table_rows("score-summary")[1:]
        assert [[_figure(cell) for cell in cells[1:]] for cells in rows] == [cells for _, cells in expected], page.path
        for cells, (number, _) in zip(rows, expected, strict=True):
            assert cells[0].startswith(number), page.path
            passed = scores["official"]["passed"].get(number)
            assert passed is None or cells[0].endswith(OUTCOMES[passed]), page.path


def test_the_official_total_is_that_of_the_data(pages: list[Page], data: dict[str, Any]) -> None:
    official = data["scores"]["official"]
    reported, recomputed = official["total"]["reported"], official["total"]["recomputed"]
    words = fold("คะแนนรวม ITA ตามผลทางการ")
    for page in pages:
        summary = page.part("score-summary")
        assert (words in summary) == (reported is not None), page.path
        if reported is not None:
            assert f"{words}{reported}{fold('ระดับ')}{fold(official['rating']['reported'])}" in summary, page.path
            assert f"{fold('คำนวณใหม่ได้')}{recomputed}" in summary, page.path


def test_the_row_of_the_portal_is_that_of_the_data(site: Site, data: dict[str, Any]) -> None:
    name = fold(data["agency"]["name"])
    (row,) = [words for words in site.page("").rows("li") if words.startswith(name)]
    total = data["scores"]["official"]["total"]["reported"]
    rating = data["scores"]["official"]["rating"]["reported"]
    expected = [
        "ครบตามที่หน่วยงานแจ้ง การประเมินตนเอง " + (_own(data, "complete") or UNKNOWN),
        "หน่วยงานแจ้งว่าทำแล้ว การประเมินตนเอง " + (_own(data, "reported") or UNKNOWN),
        "ผลทางการ OIT " + (_own(data, "official") or UNKNOWN),
        "คะแนนรวม ITA ผลทางการ " + (f"{total} {rating}" if total else UNKNOWN),
    ]
    assert fold(" ".join(expected)) in row
    counts = "".join(str(count) for count in data["states"].values())
    assert "".join(character for character in row.partition(fold(expected[-1]))[2] if character.isdigit()) == counts


def test_the_index_of_every_page_counts_and_names_the_states_of_the_data(
    pages: list[Page], data: dict[str, Any]
) -> None:
    words = {
        "complete": "ครบตามที่หน่วยงานแจ้ง", "reported": "หน่วยงานแจ้งว่าทำแล้ว", "incomplete": "ขาดองค์ประกอบ",
        "in-progress": "อยู่ระหว่างดำเนินการ", "not-started": "ยังไม่ดำเนินการ", "not-stated": "ไม่มีข้อมูล",
    }  # fmt: skip
    rows = []
    for item in data["items"]:
        official = "" if item["official"] is None else f"ผลทางการ {item['official'].removesuffix('.00')}"
        rows.append(fold(f"{item['item']} {item['title']} {words[item['state']]} {official}"))
    for page in pages:
        index = page.part("compliance-index")
        assert fold(f"ทั้งหมด {len(rows)} ข้อ") in index, page.path
        for state, count in data["states"].items():
            assert fold(f"{words[state]} {count}") in index, page.path
        position = 0
        for row in rows:
            assert row in index[position:], (page.path, row)
            position = index.index(row, position)


def test_what_an_item_is_worth_is_the_same_on_its_page_and_in_the_data(
    site: Site, year: str, data: dict[str, Any]
) -> None:
    dashboard = site.page(year)
    for item in data["items"]:
        page = Page(site.root / item["address"])
        assert fold(f"{item['worth']} คะแนน") in page.words, item["item"]
        todo = dashboard.row_with([item["item"], item["title"], item["worth"]], "li")
        assert todo is not None, item["item"]


def test_the_results_page_gives_every_figure_of_the_data(site: Site, year: str, data: dict[str, Any]) -> None:
    page = site.page(f"{year}/results")
    if data["results"] is None:
        assert not page.path.exists()
        return
    official = data["scores"]["official"]
    titles = data["results"]["titles"]
    for number, figure in official["indicators"].items():
        if figure["reported"] is not None:
            row = page.row_with([f"{number} {titles[number]}", figure["reported"]], "tr")
            assert row is not None, number
            assert row.endswith(OUTCOMES[official["passed"][number]]), number
    for code, figure in official["instruments"].items():
        if figure["recomputed"] is not None:
            assert page.row_with([figure["recomputed"]], "tr") is not None, code
    for item in data["items"]:
        if item["official"] is not None:
            assert page.row_with([item["item"], item["official"].removesuffix(".00")], "li") is not None
