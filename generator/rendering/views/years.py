"""Several years side by side: the trend of an agency, and what became of the items of a list."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb


class ChangeView(NamedTuple):
    """By how much a score is another than in the year ``since``: with its sign, and ``direction``: up, down or same."""

    points: str
    direction: str
    since: str


class TrendPoint(NamedTuple):
    """One official score of a year; ``score`` is empty where none is known.

    ``printed`` tells a score that a report prints from one that follows from its parts. ``passed``: pass, fail or
    empty. ``change`` is from the last point of the same line.
    """

    year: str
    score: str
    rating: str
    passed: str
    printed: bool
    change: ChangeView | None


class ChartMark(NamedTuple):
    """A score in a chart. ``x`` and ``y`` are such as ``12.5%``, from the left and the top."""

    x: str
    y: str
    year: str
    score: str


class ChartStroke(NamedTuple):
    """A line between the scores of two years that follow one another."""

    x1: str
    y1: str
    x2: str
    y2: str


class ChartBand(NamedTuple):
    """The part of a chart that one rating takes up in the years of its scale; ``tall`` when a label has room.

    ``label_y`` is where the label stands, away from the first score of the scale.
    """

    x: str
    y: str
    width: str
    height: str
    label: str
    label_y: str
    tall: bool


class ChartTick(NamedTuple):
    """A line across a chart, or a year below it: where it stands and what is written there."""

    at: str
    label: str


class ChartView(NamedTuple):
    """A drawn line of scores by year, in shares of its width and height. ``scores`` are lines across, ``years`` below.

    ``left`` and ``right`` are the ends of the lines across; ``first`` and ``last`` are its years, ``least`` and
    ``most`` the scores at its foot and its top.
    """

    marks: tuple[ChartMark, ...]
    strokes: tuple[ChartStroke, ...]
    bands: tuple[ChartBand, ...]
    scores: tuple[ChartTick, ...]
    years: tuple[ChartTick, ...]
    left: str
    right: str
    first: str
    last: str
    least: str
    most: str


class TrendScale(NamedTuple):
    """The years of one scale of ratings with their totals; ``ratings`` are labels with the least total of each."""

    first: str
    last: str
    ratings: tuple[tuple[str, str], ...]
    points: tuple[TrendPoint, ...]


class TrendLine(NamedTuple):
    """One indicator or instrument through the years of the trend, a point for each of them.

    ``numbers`` are its numbers with the years they hold for, where they are not the same in all. ``change`` is that of
    the latest year.
    """

    level: str
    number: str
    numbers: tuple[tuple[str, str], ...]
    title: str
    instrument: str
    points: tuple[TrendPoint, ...]
    change: ChangeView | None
    chart: ChartView


class TrendShift(NamedTuple):
    """What is another between two years. ``items`` are the numbers of items of both lists, or nothing where the lists
    are the same; ``crosswalk`` is the page that compares them, or empty."""

    before: str
    after: str
    scheme: bool
    ratings: bool
    weights: bool
    indicators: bool
    items: tuple[str, str] | None
    crosswalk: str


class TrendSource(NamedTuple):
    """The report, by its year, that gives figures of a year: its title, where in it they stand, and the page of it."""

    year: str
    report: str
    title: str
    where: str
    address: str


class TrendConflict(NamedTuple):
    """One score that two reports print differently. The total has no ``title``; reports are named by their years."""

    year: str
    title: str
    report: str
    score: str
    other_report: str
    other_score: str


class TrendView(NamedTuple):
    """The official figures of an agency over its years."""

    years: tuple[str, ...]
    scales: tuple[TrendScale, ...]
    total: ChartView | None
    lines: tuple[TrendLine, ...]
    shifts: tuple[TrendShift, ...]
    sources: tuple[TrendSource, ...]
    conflicts: tuple[TrendConflict, ...]


class ComparisonRow(NamedTuple):
    """One score of a year beside that of the year before. ``joined`` is false where the two cannot be compared."""

    level: str
    number: str
    title: str
    before: str
    after: str
    joined: bool
    change: ChangeView | None


class ComparisonView(NamedTuple):
    """The figures of a year beside those of the last year before it that has any; ``trend`` is a page, or empty."""

    before: str
    after: str
    rows: tuple[ComparisonRow, ...]
    shift: TrendShift | None
    trend: str


class CrosswalkItem(NamedTuple):
    """One item of a list. ``anchor`` is its place on the page."""

    number: str
    title: str
    anchor: str


class CrosswalkGroup(NamedTuple):
    """Items of two years that share a topic; ``retitled`` when a single item has another title."""

    before: tuple[CrosswalkItem, ...]
    after: tuple[CrosswalkItem, ...]
    retitled: bool


class CrosswalkPart(NamedTuple):
    """The groups to which one thing happened: ``relation`` is new, gone, merged, split, regrouped, renumbered, same."""

    relation: str
    groups: tuple[CrosswalkGroup, ...]
    before: int
    after: int


class CrosswalkYear(NamedTuple):
    """One of the two years: its list, how well the titles and numbers of its items are supported, and its pages."""

    year: str
    title: str
    items: str
    basis: str
    method: str


class CrosswalkView(NamedTuple):
    """What became of the items from one year to the next. ``same_scheme`` is false between two regulators' lists."""

    address: str
    before: CrosswalkYear
    after: CrosswalkYear
    parts: tuple[CrosswalkPart, ...]
    same_scheme: bool
    neighbours: tuple[Crumb, ...]
