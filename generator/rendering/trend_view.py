"""The official figures of an agency over its years, as templates see them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue
from generator.oit.rounding import points
from generator.oit.trend import INSTRUMENT, Line, Point, Shift, Trend
from generator.rendering.addresses import SiteAddresses
from generator.rendering.chart import LARGE, SMALL, Chart, Scale, least_of
from generator.rendering.views.years import (
    ChangeView,
    ComparisonRow,
    ComparisonView,
    TrendConflict,
    TrendLine,
    TrendPoint,
    TrendScale,
    TrendShift,
    TrendSource,
    TrendView,
)

Page = Callable[[int], str]
"""The address of the page that shows a report's figures, by its year; empty where there is none."""


class YearsView:
    """What is shown of a trend: the whole of it, or one year beside the one before.

    ``results`` leads to the page of a report's figures; ``published`` are the agency's own years; ``place`` knows the
    pages that compare lists of items, where there are any.
    """

    def __init__(
        self,
        trend: Trend,
        catalogues: Mapping[int, Catalogue],
        results: Page,
        published: Sequence[AgencyYear],
        place: SiteAddresses | None,
    ) -> None:
        self._trend = trend
        self._catalogues = catalogues
        self._results = results
        self._published = {content.year: content for content in published}
        self._place = place

    def whole(self) -> TrendView:
        """Everything, with its charts."""
        trend = self._trend
        first, last = trend.years[0], trend.years[-1]
        scores = [point.score for line in (*trend.totals, *trend.parts) for point in line.points]
        least = least_of(scores)
        totals = [[(point.year, point.score) for point in line.points] for line in trend.totals]
        scales = [
            Scale(line.points[0].year, line.points[-1].year, self._catalogues[line.points[-1].year].ratings)
            for line in trend.totals
        ]
        total_least = least_of([score for run in totals for _, score in run]) if totals else least
        return TrendView(
            years=tuple(str(year) for year in trend.years),
            scales=tuple(self._scale(line) for line in trend.totals),
            total=Chart(LARGE, first, last, total_least).draw(totals, scales) if totals else None,
            lines=tuple(self._line(line, Chart(SMALL, first, last, least)) for line in trend.parts),
            shifts=tuple(self._shift(shift) for shift in trend.shifts if _differs(shift)),
            sources=tuple(self._sources()),
            conflicts=tuple(
                TrendConflict(
                    str(point.year), line.title, str(point.report), points(point.score), str(other), points(score)
                )
                for line in (*trend.totals, *trend.parts)
                for point in line.points
                for other, score in point.others
            ),
        )

    def beside(self, year: int, page: str) -> ComparisonView | None:
        """The figures of a year beside those before it; nothing when there are none of either. ``page``: the trend."""
        earlier = [one for one in self._trend.years if one < year]
        if not earlier or year not in self._trend.years:
            return None
        before = earlier[-1]
        total = _row(self._trend.totals, before, year)
        rows = [row for line in self._trend.parts if (row := _row([line], before, year)) is not None]
        if total is not None:
            rows.append(total)
        shift = next(shift for shift in self._trend.shifts if shift.after == year)
        shown = self._shift(shift) if _differs(shift) else None
        return ComparisonView(str(before), str(year), tuple(rows), shown, page) if rows else None

    def _scale(self, line: Line) -> TrendScale:
        ratings = self._catalogues[line.points[-1].year].ratings
        return TrendScale(
            first=str(line.points[0].year),
            last=str(line.points[-1].year),
            ratings=tuple((rating.label, f"{rating.at_least:f}") for rating in ratings),
            points=tuple(self._point(point, line) for point in line.points),
        )

    def _line(self, line: Line, chart: Chart) -> TrendLine:
        numbers = [point.number for point in line.points]
        return TrendLine(
            level=line.level,
            number=numbers[-1],
            numbers=tuple((point.number, str(point.year)) for point in line.points) if len(set(numbers)) > 1 else (),
            title=line.title,
            instrument=line.instrument,
            points=tuple(self._at(line, year) for year in self._trend.years),
            change=_change(line, line.at(self._trend.years[-1])),
            chart=chart.draw([[(point.year, point.score) for point in line.points]]),
        )

    def _sources(self) -> Iterator[TrendSource]:
        trend = self._trend
        given = {(point.year, point.report) for line in (*trend.totals, *trend.parts) for point in line.points}
        for year, report in sorted(given):
            results = self._published[report].results
            assert results is not None
            where = next((earlier.where for earlier in results.earlier if earlier.year == year), "")
            yield TrendSource(str(year), str(report), results.source.title, where, self._results(report))

    def _at(self, line: Line, year: int) -> TrendPoint:
        point = line.at(year)
        if point is None:
            return TrendPoint(str(year), "", "", "", False, None)
        return self._point(point, line)

    def _point(self, point: Point, line: Line) -> TrendPoint:
        return TrendPoint(
            year=str(point.year),
            score=points(point.score),
            rating=point.rating,
            passed="" if point.passed is None else "pass" if point.passed else "fail",
            printed=point.printed,
            change=_change(line, point),
        )

    def _shift(self, shift: Shift) -> TrendShift:
        return TrendShift(
            before=str(shift.before),
            after=str(shift.after),
            scheme=shift.scheme,
            ratings=shift.ratings,
            weights=shift.weights,
            indicators=shift.indicators,
            items=None if shift.items is None else (str(shift.items[0]), str(shift.items[1])),
            crosswalk="" if shift.items is None else self._crosswalk(shift),
        )

    def _crosswalk(self, shift: Shift) -> str:
        if self._place is None:
            return ""
        near = shift.before in self._published or shift.after in self._published
        known = sorted(self._catalogues)
        follows = known.index(shift.after) == known.index(shift.before) + 1
        return self._place.crosswalk(shift.before, shift.after) if near and follows else self._place.crosswalks


def _differs(shift: Shift) -> bool:
    return shift.scheme or shift.ratings or shift.weights or shift.indicators or shift.items is not None


def _change(line: Line, point: Point | None) -> ChangeView | None:
    """By how much a point is another than the last one before it on its line."""
    before = None if point is None else line.before(point.year)
    if point is None or before is None:
        return None
    by = point.score - before.score
    sign, direction = ("+", "up") if by > 0 else ("\N{MINUS SIGN}", "down") if by < 0 else ("", "same")
    return ChangeView(f"{sign}{points(abs(by))}", direction, str(before.year))


def _row(lines: Sequence[Line], before: int, year: int) -> ComparisonRow | None:
    """One thing in two years: on one line, or on two that must not be compared."""
    one = next((line.at(before) for line in lines if line.at(before) is not None), None)
    line = next((line for line in lines if line.at(year) is not None), None)
    other = None if line is None else line.at(year)
    if line is None or other is None:
        return None
    joined = line.at(before) is not None
    return ComparisonRow(
        level=line.level,
        number=other.number if line.level != INSTRUMENT else line.instrument,
        title=line.title,
        before="" if one is None else points(one.score),
        after=points(other.score),
        joined=joined,
        change=_change(line, other) if joined else None,
    )
