"""Layout of a chart, in shares of its width and height, so text keeps its size."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.oit.catalogue import Rating
from generator.oit.rounding import points, short_points
from generator.rendering.views.years import ChartBand, ChartMark, ChartStroke, ChartTick, ChartView

_FULL = Fraction(100)
_STEP = 10
_FEW = 6
_ROOM = Fraction(7)
"""The least height, in per cent, at which the label of a band can be read."""
_LINE = Fraction(5)
_FOOT = Fraction(2)
"""How far the foot of a label is from the top of its band, or from the bottom where a score is in its way."""

Run = Sequence[tuple[int, Fraction]]
"""Scores by year, oldest first, that may be joined by a line."""


class Frame(NamedTuple):
    """Margins of a chart, in per cent."""

    left: int
    right: int
    top: int
    bottom: int


LARGE = Frame(left=10, right=2, top=8, bottom=13)
SMALL = Frame(left=3, right=3, top=14, bottom=14)


class Scale(NamedTuple):
    """The ratings that hold from one year to another."""

    first: int
    last: int
    ratings: Sequence[Rating]


def least_of(scores: Sequence[Fraction]) -> int:
    """The score at the foot of a chart: a round one well below all that it shows."""
    return max(0, int(min(scores)) // _STEP * _STEP - _STEP)


class Chart(NamedTuple):
    """The years and scores that a chart has room for. ``most`` is always full marks."""

    frame: Frame
    first: int
    last: int
    least: int

    def draw(self, runs: Sequence[Run], scales: Sequence[Scale] = ()) -> ChartView:
        """The chart of some lines. Two scores are joined where their years follow one another."""
        strokes = [
            ChartStroke(self._x(one), self._y(low), self._x(other), self._y(high))
            for run in runs
            for (one, low), (other, high) in pairwise(run)
            if other == one + 1
        ]
        years = range(self.first, self.last + 1)
        step = _STEP if (100 - self.least) <= _FEW * _STEP else 2 * _STEP
        ticks = range(100, self.least - 1, -step)
        return ChartView(
            marks=tuple(
                ChartMark(self._x(year), self._y(score), str(year), points(score))
                for run in runs
                for year, score in run
            ),
            strokes=tuple(strokes),
            bands=tuple(band for scale in scales for band in self._bands(scale, runs)),
            scores=tuple(ChartTick(self._y(Fraction(score)), str(score)) for score in ticks),
            years=tuple(ChartTick(self._x(year), str(year)) for year in years),
            left=_share(Fraction(self.frame.left)),
            right=_share(Fraction(100 - self.frame.right)),
            first=str(self.first),
            last=str(self.last),
            least=str(self.least),
            most=short_points(_FULL),
        )

    def _bands(self, scale: Scale, runs: Sequence[Run]) -> list[ChartBand]:
        """The ratings from high to low; those that begin at the same total share a band."""
        bands: list[ChartBand] = []
        beside = [self._height(score) for run in runs for year, score in run if year == scale.first]
        upper = _FULL
        left, right = self._edge(scale.first), self._edge(scale.last + 1)
        lines = list(dict.fromkeys(Fraction(rating.at_least) for rating in scale.ratings))
        for line in lines:
            lower = max(line, Fraction(self.least))
            if upper > lower:
                top, height = self._height(upper), self._height(lower) - self._height(upper)
                label = " / ".join(rating.label for rating in scale.ratings if rating.at_least == line)
                size = (_share(left), _share(top), _share(right - left), _share(height))
                below = top + _LINE
                if height >= 2 * _ROOM and any(abs(mark - below) < _ROOM for mark in beside):
                    below = top + height - _FOOT
                bands.append(ChartBand(*size, label, _share(below), height >= _ROOM))
            upper = min(upper, lower)
        return bands

    def _edge(self, year: int) -> Fraction:
        """Where the column of a year begins."""
        width = Fraction(100 - self.frame.left - self.frame.right)
        return self.frame.left + width * (year - self.first) / (self.last - self.first + 1)

    def _x(self, year: int) -> str:
        return _share((self._edge(year) + self._edge(year + 1)) / 2)

    def _height(self, score: Fraction) -> Fraction:
        """The distance of a score from the top."""
        room = Fraction(100 - self.frame.top - self.frame.bottom)
        return self.frame.top + room * (_FULL - score) / (100 - self.least)

    def _y(self, score: Fraction) -> str:
        return _share(self._height(score))


def _share(value: Fraction) -> str:
    return f"{short_points(value)}%"
