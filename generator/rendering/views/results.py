"""The official result, the words of reports and the cross-examination."""

from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.views.index import IndexRow


class FigureRow(NamedTuple):
    """One official score: as reported and as recomputed from its parts. ``passed``: pass, fail or empty."""

    level: str
    number: str
    title: str
    instrument: str
    reported: str
    recomputed: str
    differs: bool
    sum: str
    passed: str
    printed_outcome: str
    width: int


class PatternView(NamedTuple):
    """One way in which a printed indicator score can come about. ``met`` is such as ``9/9 · 5/8``."""

    met: str
    sum: str
    fits: bool
    unnamed: str


class PatternGroup(NamedTuple):
    """The patterns of one printed indicator score; ``more`` when not all are listed."""

    number: str
    title: str
    score: str
    patterns: tuple[PatternView, ...]
    count: int  # type: ignore[assignment]  # tuples have a method of this name
    fitting: int


class QuestionView(NamedTuple):
    """One question of a survey with its printed wording and score."""

    number: str
    title: str
    text: str
    score: str
    parts: tuple[tuple[str, str], ...]
    passed: str


class PrintedView(NamedTuple):
    """A figure, statement or name at the place where a report prints it."""

    subject: str
    value: str
    where: str


class ReportView(NamedTuple):
    """The words of a report around its tables."""

    title: str
    source: str
    issued: str
    body: Markup


class SourceView(NamedTuple):
    """The document that figures or measures come from."""

    title: str
    issued: str
    issuer: str


class ObservationView(NamedTuple):
    """A disagreement inside a report: what is printed, what follows, the arithmetic, and what would settle it."""

    matter: str
    subject: str
    sentence: str
    steps: tuple[str, ...]
    places: tuple[str, ...]
    settles: str


class ResultsView(NamedTuple):
    """The official result of one year. ``earlier`` are figures of years before it that the report prints."""

    source: SourceView
    figures: tuple[FigureRow, ...]
    total: FigureRow | None
    total_where: str
    rating_reported: str
    rating_recomputed: str
    pass_line: str
    focus_line: str
    patterns: tuple[PatternGroup, ...]
    items: tuple[IndexRow, ...]
    questions: tuple[QuestionView, ...]
    printed: tuple[PrintedView, ...]
    statements: tuple[PrintedView, ...]
    names: tuple[PrintedView, ...]
    has_figures: bool
    observations: tuple[ObservationView, ...]
    earlier: tuple[PrintedView, ...]
