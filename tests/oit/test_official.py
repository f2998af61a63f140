"""The official result: what a report prints, and what follows from the parts that it prints."""

from fractions import Fraction
from typing import Any

import pytest
from tables import every_row

from generator.oit.official import Figure, Official, official_result
from generator.oit.rounding import points

from .builders import indicators, items, report_of, shipped

NINE = {
    "1": "92.89", "2": "86.49", "3": "88.22", "4": "82.66", "5": "80.55",
    "6": "88.32", "7": "85.09", "8": "85.93", "9": "73.79", "10": "93.75",
}  # fmt: skip


def _official(year: int = 2565, **printed: object) -> Official:
    return official_result(shipped(year), report_of(**printed))


def test_without_a_report_nothing_is_known() -> None:
    official = official_result(shipped(2565), None)
    assert official.total == Figure(None, None)
    assert official.total_recomputed is None
    assert official.patterns == {}
    assert official.passed == {}
    assert not official.known


def test_the_total_is_recomputed_from_the_printed_indicators() -> None:
    official = _official(indicators=indicators(NINE), total={"score": "85.29", "rating": "A"})
    assert official.total == Figure(Fraction("85.29"), Fraction("85.29"))
    assert official.total_recomputed is not None
    assert official.total_recomputed.exact == Fraction("85.2906")
    assert (official.rating_reported, official.total_recomputed.rating.label) == ("A", "A")
    assert {code: points(figure.best, 4) for code, figure in official.instruments.items() if figure.best} == {
        "IIT": "86.1620",
        "EIT": "86.4467",
        "OIT": "83.7700",
    }
    assert not official.total.differs(2)
    assert official.known


def test_a_printed_total_that_does_not_follow_from_its_parts_differs_by_a_hundredth() -> None:
    of_another = {"1": "93.75", "2": "99.65", "3": "100", "4": "98.33", "5": "78.20", "6": "91.72", "7": "89.70"}
    of_another |= {"8": "88.50", "9": "100", "10": "93.75"}
    official = _official(indicators=indicators(of_another), total={"score": "93.95"})
    assert official.total == Figure(Fraction("93.95"), Fraction("93.94"))
    assert official.total.differs(2)


@pytest.mark.parametrize(
    "printed",
    [
        {"total": {"score": "85.29"}},
        {"instruments": [{"instrument": "OIT", "score": "83.77"}]},
        {"indicators": indicators({"9": "73.79"})},
    ],
)
def test_one_figure_is_enough_for_a_result_to_be_known(printed: dict[str, Any]) -> None:
    assert _official(**printed).known
    assert not _official(questions=[{"question": "i1", "score": "90"}]).known


@pytest.mark.parametrize("missing", ["1", "7", "10"])
def test_an_indicator_that_is_not_printed_leaves_its_instrument_and_the_total_unknown(missing: str) -> None:
    rest = {number: score for number, score in NINE.items() if number != missing}
    official = _official(indicators=indicators(rest))
    assert official.total.recomputed is None
    assert official.indicators[missing] == Figure(None, None)
    unknown = [code for code, figure in official.instruments.items() if figure.best is None]
    assert unknown == [{"1": "IIT", "7": "EIT", "10": "OIT"}[missing]]
    assert [len(figure.terms) for figure in official.instruments.values()] == [
        {"IIT": 5, "EIT": 3, "OIT": 2}[code] if code not in unknown else 0 for code in official.instruments
    ]


def test_a_printed_instrument_stands_in_for_indicators_that_are_not_printed() -> None:
    printed = [{"instrument": code, "score": score} for code, score in (("IIT", "90"), ("EIT", "80"), ("OIT", "70"))]
    official = _official(instruments=printed)
    assert official.total == Figure(None, Fraction(79))
    assert official.instruments["OIT"] == Figure(Fraction(70), None)


def test_what_follows_from_the_parts_counts_before_what_is_printed_of_the_whole() -> None:
    official = _official(indicators=indicators(NINE), instruments=[{"instrument": "OIT", "score": "83.78"}])
    figure = official.instruments["OIT"]
    assert (figure.reported, figure.recomputed, figure.best) == (
        Fraction("83.78"),
        Fraction("83.77"),
        Fraction("83.77"),
    )
    assert figure.differs(None)


def test_questions_give_their_indicator_once_all_of_them_are_printed() -> None:
    asked = [question.number for question in shipped(2565).indicators[0].questions]
    assert len(asked) == 6
    some = [{"question": number, "score": "90"} for number in asked[1:]]
    assert _official(questions=some).indicators["1"].recomputed is None
    every = [{"question": asked[0], "score": "91"}, *some]
    assert _official(questions=every).indicators["1"].recomputed == Fraction("90.17")


def test_a_question_whose_score_is_printed_in_parts_only_gives_no_mean() -> None:
    asked = [question.number for question in shipped(2565).indicators[0].questions]
    scored = [{"question": number, "score": "100"} for number in asked[1:]]
    parts = {"question": asked[0], "parts": [{"title": "เงิน", "score": "100"}, {"title": "ทรัพย์สิน", "score": "50"}]}
    assert _official(questions=[parts, *scored]).indicators["1"].recomputed is None


def test_items_give_their_indicator_once_all_of_them_are_printed() -> None:
    of_ten = [item.number for item in shipped(2565).items if item.indicator == "10"]
    most = items(100, *of_ten[:-1])
    assert _official(items=most).indicators["10"].recomputed is None
    whole = _official(items=[*most, *items(0, of_ten[-1])]).indicators["10"]
    assert (whole.recomputed, whole.terms) == (Fraction(75), (Fraction(100), Fraction(50)))


def test_an_indicator_passes_from_the_line_on_that_the_report_itself_uses() -> None:
    exactly = indicators({"1": "85", "2": "84.99", "3": "90"})
    assert _official(indicators=exactly).passed == {"1": True, "2": False, "3": True}
    stricter = _official(indicators=exactly, pass_line="90")
    assert (stricter.pass_line, stricter.passed) == (Fraction(90), {"1": False, "2": False, "3": True})


def test_the_printed_figure_is_judged_and_not_the_one_that_follows_from_its_parts() -> None:
    whole = items(100, *[item.number for item in shipped(2565).items if item.indicator == "10"])
    printed = _official(items=whole, indicators=indicators({"10": "84.99"}))
    assert (printed.indicators["10"].official, printed.passed["10"]) == (Fraction("84.99"), False)
    assert (_official(items=whole).indicators["10"].official, _official(items=whole).passed["10"]) == (
        Fraction(100),
        True,
    )


def test_patterns_are_sought_for_the_printed_indicators_of_the_items_and_only_those() -> None:
    official = _official(indicators=indicators(NINE), items=items(0, "O12", "O13", "O20", "O24", "O28", "O29"))
    assert set(official.patterns) == {"9", "10"}
    assert [pattern.fits for pattern in official.patterns["9"]] == [True, False, False]
    assert _official(indicators=indicators({"9": "73.79"})).patterns.keys() == {"9"}


def test_items_that_the_report_names_as_met_narrow_the_patterns_too() -> None:
    of_9_2 = [item.number for item in shipped(2565).items if item.sub_indicator == "9.2"]
    official = _official(indicators=indicators({"9": "73.79"}), items=items(100, *of_9_2[:6]))
    assert [pattern.met for pattern in official.patterns["9"] if pattern.fits] == [(9, 7, 5, 2, 3)]


@every_row(
    ("reported", "recomputed", "places", "differs"),
    [
        ("85.29", "85.2906", 2, False),
        ("85.29", "85.295", 2, True),
        ("85.3", "85.2906", 2, True),
        ("96.32", "96.316", None, False),
        ("85", "85.4", 0, False),
        (None, "85", 2, False),
        ("85", None, 2, False),
    ],
)
def test_a_figure_differs_when_the_recomputed_one_is_another_at_its_decimals(
    reported: str | None, recomputed: str | None, places: int | None, differs: bool
) -> None:
    given, made = (None if text is None else Fraction(text) for text in (reported, recomputed))
    figure = Figure(given, made)
    assert figure.differs(places) is differs
