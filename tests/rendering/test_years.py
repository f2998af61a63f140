"""Several years side by side: which pages there are, what stands on them, and that chart and table say the same."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from html import unescape

from projects import SMALL, YEAR, Content, WriteSmall
from tables import every_row

from generator.oit.catalogue import Rating
from generator.rendering.chart import LARGE, Chart, Scale, least_of

RESULTS = f"{YEAR}/results.yaml"
TREND = "town/trend/index.html"
CATALOGUE = str(SMALL["content/catalogues/three.yaml"])
BEFORE = {
    "content/catalogues/before.yaml": CATALOGUE.replace("year: 2567", "year: 2566"),
    "content/town/2566/o01.md": "---\nitem: O1\n---\n",
}


def results(total: str, rest: str = "") -> str:
    return f"source: {{title: รายงาน}}\ntotal: {{score: {total}}}\n{rest}"


def built(small: WriteSmall, files: Mapping[str, Content]) -> dict[str, str]:
    """Every page by its address, as a reader sees its characters."""
    written = small(files)
    assert [d for d in written.build().diagnostics if d.severity == "error"] == []
    return {name: unescape(data.decode("utf-8")) for name, data in written.site().items() if name.endswith(".html")}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def part(html: str, start: str, end: str = "</section>") -> str:
    return html.partition(start)[2].partition(end)[0]


def test_one_year_with_figures_has_no_trend(small: WriteSmall) -> None:
    pages = built(small, {RESULTS: results("80.10")})
    assert TREND not in pages
    assert not any("trend/index.html" in html for html in pages.values())


def test_two_years_of_which_one_has_figures_have_no_trend(small: WriteSmall) -> None:
    assert TREND not in built(small, {**BEFORE, RESULTS: results("80.10")})


def test_two_years_with_figures_have_a_trend_that_the_agency_and_its_years_lead_to(small: WriteSmall) -> None:
    pages = built(small, {**BEFORE, RESULTS: results("80.10"), "content/town/2566/results.yaml": results("78.00")})
    assert 'href="../town/trend/index.html"' in pages["town/index.html"]
    assert 'href="../../town/trend/index.html"' in pages["town/2567/index.html"]
    assert "+2.10 เพิ่มขึ้น จากปี 2566" in words(pages[TREND])
    assert pages[TREND].count('id="compliance-index"') == pages[TREND].count('id="score-summary"') == 1


def test_one_year_whose_report_prints_an_earlier_one_has_a_trend(small: WriteSmall) -> None:
    earlier = "earlier:\n  - {year: 2566, total: {score: 82.60}, where: หน้า 4}\n"
    pages = built(
        small,
        {
            "content/catalogues/before.yaml": BEFORE["content/catalogues/before.yaml"],
            RESULTS: results("80.10", earlier),
        },
    )
    shown = words(pages[TREND])
    assert "−2.50 ลดลง จากปี 2566" in shown
    assert "ตัวเลขของปี 2566 จาก รายงานปี 2567 รายงาน (หน้า 4)" in shown


def test_what_reports_of_two_years_print_differently_is_told(small: WriteSmall) -> None:
    earlier = "earlier:\n  - {year: 2566, total: {score: 78.50}}\n"
    own = {RESULTS: results("80.10", earlier), "content/town/2566/results.yaml": results("78.00")}
    shown = words(built(small, {**BEFORE, **own})[TREND])
    assert "คะแนนรวม ITA ปี 2566: รายงานปี 2566 พิมพ์ว่า 78.00 · รายงานปี 2567 พิมพ์ว่า 78.50 ไม่ตรงกัน" in shown


def test_over_another_scale_of_ratings_no_line_is_drawn_and_no_change_told(small: WriteSmall) -> None:
    other = str(BEFORE["content/catalogues/before.yaml"]).replace("label: ผ่าน,", "label: A,")
    own = {RESULTS: results("80.10"), "content/town/2566/results.yaml": results("78.00")}
    html = built(small, {**BEFORE, **own, "content/catalogues/before.yaml": other})[TREND]
    chart = part(html, '<svg class="chart"', "</svg>")
    assert "stroke" not in chart
    assert chart.count("<circle") == 2
    assert "เกณฑ์ระดับผลการประเมินเปลี่ยน" in html
    assert "เทียบโดยตรงไม่ได้" in part(html, '<table class="yeartable">', "</table>")
    assert "เพิ่มขึ้น" not in part(html, "<main", 'id="score-summary"')


def test_chart_and_table_show_the_same_figures(small: WriteSmall) -> None:
    own = {RESULTS: results("80.10"), "content/town/2566/results.yaml": results("78.00")}
    html = built(small, {**BEFORE, **own})[TREND]
    drawn = re.findall(r'class="value"[^>]*>([^<]*)<', html)
    table = re.findall(r'class="num"><b>([^<]*)<', part(html, '<table class="yeartable">', "</table>"))
    assert drawn == table == ["78.00", "80.10"]
    assert re.search(r'<svg class="chart" role="img" aria-label="[^"]*2566[^"]*2567', html)


def test_the_page_of_results_sets_the_year_beside_the_one_before(small: WriteSmall) -> None:
    rest = "indicators:\n  - {indicator: 1, score: %s}\n"
    own = {
        RESULTS: results("80.10", rest % "70.00"),
        "content/town/2566/results.yaml": results("78.00", rest % "70.00"),
    }
    pages = built(small, {**BEFORE, **own})
    shown = words(part(pages["town/2567/results/index.html"], '<section id="compared">'))
    assert "1 การเปิดเผยข้อมูล 70.00 70.00 เท่าเดิม" in shown
    assert "คะแนนรวม ITA 78.00 80.10 +2.10 เพิ่มขึ้น" in shown
    assert 'id="compared"' not in pages["town/2566/results/index.html"]


def test_an_indicator_that_only_keeps_its_number_is_not_compared(small: WriteSmall) -> None:
    other = str(BEFORE["content/catalogues/before.yaml"]).replace("title: การป้องกันการทุจริต", "title: การบริการ")
    rest = "indicators:\n  - {indicator: 2, score: 70.00}\n"
    own = {RESULTS: results("80.10", rest), "content/town/2566/results.yaml": results("78.00", rest)}
    html = built(small, {**BEFORE, **own, "content/catalogues/before.yaml": other})["town/2567/results/index.html"]
    shown = words(part(html, '<section id="compared">'))
    assert "2 การป้องกันการทุจริต – 70.00 ไม่มีตัวเลขของเรื่องนี้ในปีก่อน" in shown
    assert "คะแนนรวม ITA 78.00 80.10 เทียบโดยตรงไม่ได้" in shown


def test_a_page_compares_the_lists_of_each_two_years_around_those_that_are_published(small: WriteSmall) -> None:
    pages = built(small, {})
    assert sorted(name for name in pages if "crosswalk/" in name) == [
        "method/crosswalk/2566-2567/index.html",
        "method/crosswalk/2567-2568/index.html",
        "method/crosswalk/index.html",
    ]
    for link in ("2566-2567", "2567-2568"):
        assert f'href="../../method/crosswalk/{link}/index.html"' in pages["method/2567/index.html"]
        assert f'href="../../method/crosswalk/{link}/index.html"' in pages["town/2567/index.html"]
    assert 'href="../method/crosswalk/index.html"' in pages["method/index.html"]


def test_an_item_leads_to_its_place_in_the_comparison(small: WriteSmall) -> None:
    pages = built(small, {})
    link = "method/crosswalk/2566-2567/index.html#2567-o1"
    assert f'href="../../../{link}"' in pages["town/2567/o01/index.html"]
    assert 'id="2567-o1"' in pages["method/crosswalk/2566-2567/index.html"]


def test_every_item_of_both_lists_has_its_place_once(small: WriteSmall) -> None:
    html = built(small, BEFORE)["method/crosswalk/2566-2567/index.html"]
    ids = re.findall(r'id="(256\d-o\d+)"', html)
    assert sorted(ids) == [f"{year}-o{number}" for year in (2566, 2567) for number in (1, 2, 3)]


def test_lists_of_two_schemes_are_said_to_be_so(small: WriteSmall) -> None:
    pages = built(small, BEFORE)
    said = "สองปีนี้ใช้หลักเกณฑ์คนละชุด"
    assert said in pages["method/crosswalk/2565-2566/index.html"]
    assert said not in pages["method/crosswalk/2566-2567/index.html"]


def test_a_theme_that_makes_none_of_these_pages_has_no_link_to_them(small: WriteSmall) -> None:
    own = {RESULTS: results("80.10"), "content/town/2566/results.yaml": results("78.00")}
    theme = {
        "content/site.yaml": "title: เว็บไซต์ทดสอบ\ntheme: few\n",
        "themes/few/theme.yaml": "name: few\npages: [portal, agency, dashboard, item, results, methods, method]\n",
    }
    pages = built(small, {**BEFORE, **own, **theme})
    assert not any("trend" in name or "crosswalk" in name for name in pages)
    assert not any("trend/" in html or "crosswalk/" in html for html in pages.values())
    assert "+2.10" in pages["town/2567/results/index.html"]


def test_a_theme_that_leaves_out_the_method_has_no_link_to_it(small: WriteSmall) -> None:
    theme = {
        "content/site.yaml": "title: เว็บไซต์ทดสอบ\ntheme: few\n",
        "themes/few/theme.yaml": "name: few\npages: [portal, agency, dashboard, item]\n",
    }
    pages = built(small, {**BEFORE, **theme})
    assert not any(name.startswith("method/") for name in pages)
    links = [target for html in pages.values() for target in re.findall(r'<a [^>]*href="([^"]*)"', html)]
    assert [target for target in links if target in ("", "../", "../../", "../../../")] == []


def _share(text: str) -> Fraction:
    return Fraction(Decimal(text.removesuffix("%")))


def test_a_higher_score_stands_higher_and_a_later_year_further_on() -> None:
    view = Chart(LARGE, 2565, 2567, 60).draw([[(2565, Fraction(70)), (2566, Fraction(90)), (2567, Fraction(80))]])
    lefts, tops = [_share(mark.x) for mark in view.marks], [_share(mark.y) for mark in view.marks]
    assert lefts == sorted(lefts)
    assert tops[1] < tops[2] < tops[0]
    assert all(LARGE.left < left < 100 - LARGE.right for left in lefts)
    assert tops[2] - tops[1] == tops[0] - tops[2]


def test_only_years_that_follow_one_another_are_joined() -> None:
    run = [(2563, Fraction(70)), (2565, Fraction(80)), (2566, Fraction(90))]
    view = Chart(LARGE, 2563, 2566, 60).draw([run, [(2564, Fraction(99))]])
    places = {mark.year: mark.x for mark in view.marks}
    assert [(stroke.x1, stroke.x2) for stroke in view.strokes] == [(places["2565"], places["2566"])]
    assert [year.label for year in view.years] == ["2563", "2564", "2565", "2566"]


def test_the_bands_of_a_scale_fill_the_chart_in_its_years() -> None:
    ratings = [
        Rating("ดีเยี่ยม", "", Decimal(95), Decimal(95)),
        Rating("ดี", "", Decimal(85), Decimal(85)),
        Rating("ผ่าน", "", Decimal(85), None),
        Rating("ไม่ผ่าน", "", Decimal(0), None),
    ]
    chart = Chart(LARGE, 2565, 2567, 60)
    bands = chart.draw([[(2565, Fraction(70))]], [Scale(2565, 2566, ratings)]).bands
    assert [band.label for band in bands] == ["ดีเยี่ยม", "ดี / ผ่าน", "ไม่ผ่าน"]
    assert _share(bands[0].y) == LARGE.top
    assert abs(sum((_share(band.height) for band in bands), Fraction(0)) - (100 - LARGE.top - LARGE.bottom)) < Fraction(
        1, 20
    )
    assert abs(_share(bands[0].width) * 3 - (100 - LARGE.left - LARGE.right) * 2) < Fraction(1, 20)


@every_row(("score", "least"), [("100", 90), ("78.85", 60), ("70", 60), ("9.99", 0), ("0", 0)])
def test_a_chart_begins_at_a_round_score_below_all_others(score: str, least: int) -> None:
    assert least_of([Fraction(100), Fraction(score)]) == least


def test_the_label_of_a_band_goes_out_of_the_way_of_the_first_score() -> None:
    ratings = [Rating("ผ่าน", "", Decimal(85), None), Rating("ไม่ผ่าน", "", Decimal(0), None)]
    chart = Chart(LARGE, 2565, 2566, 60)
    scale = [Scale(2565, 2566, ratings)]
    free = chart.draw([[(2565, Fraction(62))]], scale).bands[1]
    taken = chart.draw([[(2565, Fraction(84))]], scale).bands[1]
    assert _share(free.label_y) < _share(taken.label_y) < _share(free.y) + _share(free.height)
