"""Trend of the official figures of an agency, joined only where the catalogues of the years allow it.

A number means something only with its year's catalogue. Figures of two years stand on one line when
both catalogues mean the same by them: for an indicator scheme, instrument and title; for an instrument
its code and indicators; for the total also weights and ratings. Otherwise a new line begins.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue
from generator.oit.crosswalk import crosswalk
from generator.oit.identity import Key, indicator_key, instrument_key, scale_of, total_key
from generator.oit.official import Figure, Official, official_result, years_with_figures
from generator.oit.result import EarlierYear, Results

TOTAL = "total"
INSTRUMENT = "instrument"
INDICATOR = "indicator"


class Point(NamedTuple):
    """One official score of a year. ``report`` is the year whose report gives it; ``others`` are what the reports of
    other years print instead. A score that is not printed follows from its parts."""

    year: int
    number: str
    score: Fraction
    printed: bool
    passed: bool | None
    rating: str
    report: int
    others: tuple[tuple[int, Fraction], ...]


class Line(NamedTuple):
    """One thing that is scored in the same way, with its points, oldest first. ``level``: total, instrument, indicator.

    The total has no title, and neither it nor an instrument has a number.
    """

    level: str
    instrument: str
    title: str
    points: tuple[Point, ...]

    def at(self, year: int) -> Point | None:
        """The point of a year."""
        return next((point for point in self.points if point.year == year), None)

    def before(self, year: int) -> Point | None:
        """The last point before a year."""
        return next((point for point in reversed(self.points) if point.year < year), None)


class Shift(NamedTuple):
    """What changed between two years with figures, so that they are not directly comparable.

    ``items`` are the sizes of both lists of items, where the lists differ.
    """

    before: int
    after: int
    scheme: bool
    ratings: bool
    weights: bool
    indicators: bool
    items: tuple[int, int] | None


class Trend(NamedTuple):
    """The years that have figures, oldest first; the total and its parts; and what changed between the years."""

    years: tuple[int, ...]
    totals: tuple[Line, ...]
    parts: tuple[Line, ...]
    shifts: tuple[Shift, ...]


def trend(years: Sequence[AgencyYear], officials: Mapping[int, Official], catalogues: Mapping[int, Catalogue]) -> Trend:
    """All official figures of an agency's years, and of earlier years that its reports print."""
    found = years_with_figures(years, officials)
    told = {year: _told(year, years, officials, catalogues[year]) for year in found}
    lines: list[Line] = []
    following: dict[Key, int] = {}
    # the newest year first, so that its order is that of the whole
    for year in reversed(found):
        places: dict[Key, int] = {}
        for key, line in _lines(catalogues[year], told[year]):
            place = places[key] = following.get(key, len(lines))
            if place == len(lines):
                lines.append(line)
            else:
                lines[place] = lines[place]._replace(points=line.points + lines[place].points)
        following = places
    kept = [line for line in lines if line.points]
    codes = list(dict.fromkeys(line.instrument for line in kept))
    parts = sorted((line for line in kept if line.level != TOTAL), key=lambda line: codes.index(line.instrument))
    return Trend(
        years=found,
        totals=tuple(reversed([line for line in kept if line.level == TOTAL])),
        parts=tuple(parts),
        shifts=tuple(_shift(catalogues[one], catalogues[other]) for one, other in pairwise(found)),
    )


_Told = Sequence[tuple[int, Official]]
"""What reports say of one fiscal year, each with the year of the report; its own report first."""


def _told(year: int, years: Sequence[AgencyYear], officials: Mapping[int, Official], catalogue: Catalogue) -> _Told:
    own = [(year, officials[year])] if year in officials and officials[year].known else []
    later = [
        (content.year, official_result(catalogue, _as_results(content.results, earlier)))
        for content in years
        if content.results is not None
        for earlier in content.results.earlier
        if earlier.year == year
    ]
    return [*own, *later]


def _as_results(results: Results, earlier: EarlierYear) -> Results:
    """What a report prints of an earlier year, in the form of that year's own results."""
    return Results(
        source=results.source,
        pass_line=None,
        focus_line=None,
        total=earlier.total,
        instruments=earlier.instruments,
        indicators=earlier.indicators,
        questions=(),
        items=(),
        findings=(),
        printed=(),
        statements=(),
        names=(),
    )


def _lines(catalogue: Catalogue, told: _Told) -> Iterable[tuple[Key, Line]]:
    """Each thing that a catalogue scores with what makes it the same in another year, and its point if it has one."""
    year = catalogue.year
    total = _point(year, "", [(report, official.total, official.rating_reported) for report, official in told])
    yield total_key(catalogue), Line(TOTAL, "", "", total)
    for instrument in catalogue.instruments:
        code = instrument.code
        for indicator in instrument.indicators:
            number = indicator.number
            told_of = [(report, official.indicators[number], "") for report, official in told]
            passed = next((o.passed[number] for _, o in told if number in o.passed), None)
            own = tuple(point._replace(passed=passed) for point in _point(year, number, told_of))
            yield indicator_key(catalogue, instrument, indicator), Line(INDICATOR, code, indicator.title, own)
        own = _point(year, "", [(report, official.instruments[code], "") for report, official in told])
        yield instrument_key(catalogue, instrument), Line(INSTRUMENT, code, instrument.title, own)


def _point(year: int, number: str, told: Sequence[tuple[int, Figure, str]]) -> tuple[Point, ...]:
    """The first printed figure, else the first that follows from its parts; none when no report gives any."""
    printed = [(report, figure.reported, rating) for report, figure, rating in told if figure.reported is not None]
    follows = [(report, figure.recomputed, rating) for report, figure, rating in told if figure.recomputed is not None]
    if not printed and not follows:
        return ()
    report, score, rating = (*printed, *follows)[0]
    others = tuple((one, other) for one, other, _ in printed if one != report and other != score)
    return (
        Point(
            year=year,
            number=number,
            score=score,
            printed=bool(printed),
            passed=None,
            rating=rating,
            report=report,
            others=others,
        ),
    )


def _shift(before: Catalogue, after: Catalogue) -> Shift:
    instruments = [{instrument_key(one, i) for i in one.instruments} for one in (before, after)]
    weights = [{i.code: i.weight for i in one.instruments} for one in (before, after)]
    changed = crosswalk(before, after).changed
    return Shift(
        before=before.year,
        after=after.year,
        scheme=before.scheme != after.scheme,
        ratings=scale_of(before) != scale_of(after),
        weights=weights[0] != weights[1],
        indicators=instruments[0] != instruments[1],
        items=(len(before.items), len(after.items)) if changed else None,
    )
