"""Official figures of several years: joined where both catalogues mean the same, and never because of a number."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from generator.oit.catalogue import Catalogue
from generator.oit.official import official_result, years_with_figures
from generator.oit.result import Results
from generator.oit.trend import Line, Trend, trend

from .builders import catalogue_from, content, indicators, report_of, shipped

LETTERS = [{"label": "A", "at_least": 85}, {"label": "F", "at_least": 0}]
WORDS = [{"label": "ผ่าน", "at_least": 85}, {"label": "ไม่ผ่าน", "at_least": 0}]


def rules(
    year: int,
    titles: Sequence[str] = ("การรับรู้", "การสื่อสาร"),
    *,
    scheme: str = "invented",
    ratings: Sequence[Mapping[str, Any]] = LETTERS,
    weight: int = 60,
    first: int = 1,
) -> Catalogue:
    """A catalogue of a survey with these indicators, and of one item."""
    questions = [
        {"no": str(first + place), "title": title, "questions": [{"no": f"i{first + place}", "title": "ข้อคำถาม"}]}
        for place, title in enumerate(titles)
    ]
    item = {"no": "O1", "title": "โครงสร้าง", "topics": ["structure"], "period": "current"}
    own = {
        "no": str(first + len(titles)),
        "title": "การเปิดเผยข้อมูล",
        "sub_indicators": [{"no": f"{first + len(titles)}.1", "title": "ข้อมูล", "items": [item]}],
    }
    tree = {
        "scheme": scheme,
        "year": year,
        "title": "รายการ",
        "rounding": {"subindicator": 2, "indicator": 2, "instrument": "exact", "total": 2},
        "pass_line": 85,
        "ratings": list(ratings),
        "instruments": [
            {"code": "IIT", "title": "แบบสำรวจ", "weight": weight, "indicators": questions},
            {"code": "OIT", "title": "แบบตรวจ", "weight": 100 - weight, "indicators": [own]},
        ],
    }
    return catalogue_from(json.dumps(tree, ensure_ascii=False).encode("utf-8"))


def over(*said: tuple[Catalogue, Results | None], known: Sequence[Catalogue] = ()) -> Trend:
    """The trend of years with their reports; ``known`` are further catalogues."""
    years = [content(catalogue, results=results) for catalogue, results in said]
    officials = {year.year: official_result(year.catalogue, year.results) for year in years}
    catalogues = {one.year: one for one in (*known, *(catalogue for catalogue, _ in said))}
    return trend(years, officials, catalogues)


def scored(**scores: object) -> Results:
    """A report that prints the scores of indicators by ``i`` and their number, and a ``total``."""
    fields: dict[str, Any] = {"indicators": indicators({n[1:]: s for n, s in scores.items() if n != "total"})}
    if "total" in scores:
        fields["total"] = {"score": str(scores["total"]), "rating": "A"}
    return report_of(**fields)


def line(found: Trend, title: str) -> list[tuple[int, str, int]]:
    """The years, numbers and scores of all lines of a title, one after another, each ended by a year 0."""
    lines = [one for one in found.parts if one.title == title]
    return [row for one in lines for row in (*((p.year, p.number, int(p.score)) for p in one.points), (0, "", 0))]


def years_of(lines: Sequence[Line]) -> list[list[int]]:
    return [[point.year for point in one.points] for one in lines]


def test_an_indicator_of_one_title_is_one_line() -> None:
    found = over((rules(2571), scored(i1=80)), (rules(2572), scored(i1=90)))
    assert found.years == (2571, 2572)
    assert line(found, "การรับรู้") == [(2571, "1", 80), (2572, "1", 90), (0, "", 0)]


def test_one_number_with_another_title_begins_a_new_line() -> None:
    found = over((rules(2571), scored(i1=80)), (rules(2572, ("การบริการ", "การสื่อสาร")), scored(i1=90)))
    assert line(found, "การรับรู้") == [(2571, "1", 80), (0, "", 0)]
    assert line(found, "การบริการ") == [(2572, "1", 90), (0, "", 0)]
    assert found.shifts[0].indicators


def test_an_indicator_is_followed_to_its_new_number() -> None:
    found = over((rules(2571), scored(i1=80)), (rules(2572, ("การสื่อสาร", "การรับรู้")), scored(i2=90)))
    assert line(found, "การรับรู้") == [(2571, "1", 80), (2572, "2", 90), (0, "", 0)]
    assert not found.shifts[0].indicators


def test_two_indicators_of_one_title_are_joined_with_nothing() -> None:
    same = ("การรับรู้", "การรับรู้")
    found = over((rules(2571, same), scored(i1=80)), (rules(2572, same), scored(i1=90)))
    assert line(found, "การรับรู้") == [(2572, "1", 90), (0, "", 0), (2571, "1", 80), (0, "", 0)]


def test_another_scheme_begins_everything_anew() -> None:
    found = over(
        (rules(2571, scheme="one"), scored(i1=80, total=80)), (rules(2572, scheme="two"), scored(i1=90, total=90))
    )
    assert years_of(found.totals) == [[2571], [2572]]
    assert all(len(points) == 1 for points in years_of(found.parts))
    assert found.shifts[0].scheme


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (rules(2572, ratings=WORDS), "ratings"),
        (rules(2572, weight=50), "weights"),
        (rules(2572, ("การรับรู้", "การสื่อสาร", "การบริการ")), "indicators"),
    ],
    ids=["ratings", "weights", "indicators"],
)
def test_the_total_is_not_joined_over_other_rules(other: Catalogue, name: str) -> None:
    found = over((rules(2571), scored(total=80)), (other, scored(total=90)))
    assert years_of(found.totals) == [[2571], [2572]]
    shift = found.shifts[0]
    assert [rule for rule in ("scheme", "ratings", "weights", "indicators") if getattr(shift, rule)] == [name]


def test_the_ratings_say_nothing_about_an_indicator() -> None:
    found = over((rules(2571), scored(i1=80)), (rules(2572, ratings=WORDS), scored(i1=90)))
    assert line(found, "การรับรู้") == [(2571, "1", 80), (2572, "1", 90), (0, "", 0)]


def test_rules_that_come_back_do_not_join_what_lay_apart() -> None:
    found = over(
        (rules(2571), scored(total=80)),
        (rules(2572, ratings=WORDS), scored(total=85)),
        (rules(2573), scored(total=90)),
    )
    assert years_of(found.totals) == [[2571], [2572], [2573]]


def test_an_instrument_with_another_indicator_begins_anew_and_the_other_does_not() -> None:
    one = report_of(instruments=[{"instrument": "IIT", "score": "80"}, {"instrument": "OIT", "score": "70"}])
    found = over((rules(2571), one), (rules(2572, ("การรับรู้", "การบริการ")), one))
    assert years_of([line for line in found.parts if line.instrument == "IIT"]) == [[2572], [2571]]
    assert years_of([line for line in found.parts if line.instrument == "OIT"]) == [[2571, 2572]]


def test_a_report_speaks_for_an_earlier_year_that_has_none() -> None:
    earlier = [{"year": "2571", "total": {"score": "80", "rating": "F"}, "indicators": indicators({"1": 75})}]
    found = over((rules(2572), report_of(total={"score": "90"}, earlier=earlier)), known=[rules(2571)])
    assert found.years == (2571, 2572)
    (total,) = found.totals
    assert [(p.year, int(p.score), p.rating, p.report) for p in total.points] == [
        (2571, 80, "F", 2572),
        (2572, 90, "", 2572),
    ]


def test_a_year_s_own_report_comes_before_what_a_later_one_prints_which_is_told() -> None:
    earlier = [{"year": "2571", "total": {"score": "81.50"}, "indicators": indicators({"1": 80})}]
    found = over(
        (rules(2571), scored(i1=80, total=80)),
        (rules(2572), report_of(total={"score": "90"}, earlier=earlier)),
    )
    point = found.totals[0].points[0]
    assert (int(point.score), point.report, point.others) == (80, 2571, ((2572, Fraction(163, 2)),))
    assert found.parts[0].points[0].others == ()


def test_a_printed_figure_comes_before_one_that_follows_from_its_parts() -> None:
    earlier = [{"year": "2571", "instruments": [{"instrument": "IIT", "score": "77"}]}]
    found = over((rules(2571), scored(i1=80, i2=90)), (rules(2572), report_of(earlier=earlier)), known=())
    points = next(line for line in found.parts if line.level == "instrument").points
    assert [(int(point.score), point.printed, point.report) for point in points] == [(77, True, 2572)]


def test_a_figure_that_only_follows_from_its_parts_is_marked() -> None:
    found = over((rules(2571), scored(i1=80, i2=90)), (rules(2572), scored(i1=80, i2=90)))
    points = next(line for line in found.parts if line.level == "instrument").points
    assert [(int(point.score), point.printed) for point in points] == [(85, False), (85, False)]


def test_only_years_with_figures_count() -> None:
    said = [(rules(2571), None), (rules(2572), report_of(earlier=[{"year": "2570"}])), (rules(2573), scored(i1=80))]
    years = [content(catalogue, results=results) for catalogue, results in said]
    officials = {year.year: official_result(year.catalogue, year.results) for year in years}
    assert years_with_figures(years, officials) == (2573,)


def test_the_point_before_skips_years_without_a_score() -> None:
    found = over((rules(2571), scored(i1=80)), (rules(2572), scored(i2=70)), (rules(2573), scored(i1=90)))
    known = next(line for line in found.parts if line.title == "การรับรู้")
    before = known.before(2573)
    assert before is not None
    assert before.year == 2571
    assert known.before(2571) is None
    assert known.at(2572) is None


def test_the_shipped_ratings_part_between_2565_and_2566_and_nowhere_else() -> None:
    years = range(2563, 2570)
    found = over(*[(shipped(year), report_of(total={"score": "80"})) for year in years])
    assert years_of(found.totals) == [[2563, 2564, 2565], [2566, 2567, 2568, 2569]]
    assert [shift.before for shift in found.shifts if shift.ratings] == [2565]
    assert not any(shift.weights or shift.indicators or shift.scheme for shift in found.shifts)
    assert [shift.items for shift in found.shifts] == [None, (43, 43), (43, 43), (43, 35), (35, 28), (28, 26)]
