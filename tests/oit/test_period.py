"""Fiscal years of the Buddhist era, and the stretch of time that an item asks its evidence to cover."""

import datetime

from tables import every_row

from generator.oit.period import Period, PeriodRule, first_half, fiscal_year, required_period


def _days(first: str, last: str) -> Period:
    return Period(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


def test_fiscal_year_2565_runs_from_1_october_2564_to_30_september_2565() -> None:
    assert fiscal_year(2565) == _days("2021-10-01", "2022-09-30")


def test_fiscal_years_follow_each_other_without_a_gap() -> None:
    for year in range(2400, 2999):
        assert fiscal_year(year).until + datetime.timedelta(days=1) == fiscal_year(year + 1).start


def test_the_first_half_ends_with_march() -> None:
    assert first_half(2567) == _days("2023-10-01", "2024-03-31")


@every_row(
    ("rule", "expected"),
    [
        ("current", None),
        ("uncertain", None),
        ("fy-current", _days("2021-10-01", "2022-09-30")),
        ("multi-year", _days("2021-10-01", "2022-09-30")),
        ("h1-current", _days("2021-10-01", "2022-03-31")),
        ("q2-current", _days("2021-10-01", "2022-03-31")),
        ("monthly-current", _days("2021-10-01", "2022-03-31")),
        ("fy-previous", _days("2020-10-01", "2021-09-30")),
        ("fy-current-and-previous", _days("2020-10-01", "2022-09-30")),
    ],
)
def test_each_rule_asks_for_its_stretch_of_the_year_2565(rule: str, expected: Period | None) -> None:
    assert required_period(PeriodRule(rule), 2565) == expected


def test_every_rule_is_among_those_tried_above() -> None:
    assert len(PeriodRule) == 9


def test_periods_share_a_day_or_lie_apart() -> None:
    march = _days("2022-03-01", "2022-03-31")
    assert march.overlaps(_days("2022-03-31", "2022-04-30"))
    assert march.overlaps(_days("2022-02-01", "2022-03-01"))
    assert not march.overlaps(_days("2022-04-01", "2022-04-30"))
    assert not march.overlaps(_days("2022-02-01", "2022-02-28"))
