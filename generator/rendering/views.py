"""What a template sees. Frozen values with everything worked out; a template only chooses how to show it.

Texts are plain and escaped by the template; ``Markup`` is safe HTML made by the generator. An
``address`` is relative to the top of the site: write ``page.root`` before it. Numbers are texts in
Arabic digits: the filter ``n`` writes them in the numerals of the site. Points are 0-100.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup


class SiteView(NamedTuple):
    """The site. ``home`` and ``method`` are addresses."""

    title: str
    title_en: str
    is_portal: bool
    home: str
    method: str
    version: str


class Crumb(NamedTuple):
    """One step of the way from the front page to this page."""

    title: str
    address: str


class PageView(NamedTuple):
    """This page. ``kind`` names its template; ``root`` leads to the top of the site; ``canonical`` may be empty."""

    kind: str
    title: str
    description: str
    address: str
    root: str
    crumbs: tuple[Crumb, ...]
    canonical: str


class YearLink(NamedTuple):
    """A fiscal year of an agency."""

    year: str
    address: str
    current: bool


class ChannelView(NamedTuple):
    """A way to reach the agency; ``link`` is a checked web address."""

    title: str
    link: str


class AgencyView(NamedTuple):
    """The agency. What is not known is an empty text."""

    slug: str
    name: str
    name_en: str
    kind: str
    district: str
    province: str
    place: str
    address: str
    contact_address: str
    phone: str
    email: str
    website: str
    map: str
    channels: tuple[ChannelView, ...]
    note: str
    example: bool
    years: tuple[YearLink, ...]


class YearView(NamedTuple):
    """One agency-year: addresses of its pages (empty when there is no such page) and what is said of its catalogue."""

    year: str
    title: str
    regulator: str
    address: str
    results: str
    analysis: str
    measures: str
    progress: str
    method: str
    data: str
    pass_line: str
    item_count: str


class IndexRow(NamedTuple):
    """One item in the compliance index. ``address`` is relative to the folder of the agency-year.

    ``own_title`` is the agency's own heading of the item, or empty.
    """

    number: str
    title: str
    address: str
    state: str
    official: str
    offices: str
    own_title: str = ""


class IndexGroup(NamedTuple):
    """The items of one sub-indicator."""

    number: str
    title: str
    rows: tuple[IndexRow, ...]


class StateCount(NamedTuple):
    """How many items are in a state."""

    state: str
    count: int  # type: ignore[assignment]  # tuples have a method of this name


class IndexView(NamedTuple):
    """The compliance index of an agency-year. ``folder`` leads from the page to the folder of the agency-year."""

    groups: tuple[IndexGroup, ...]
    counts: tuple[StateCount, ...]
    total: int
    folder: str
    has_official: bool


class SummaryRow(NamedTuple):
    """One line of the score summary. ``level``: sub-indicator, indicator, instrument or total.

    ``verified``, ``claimed`` and ``official`` are points, or empty where nothing is known; ``width_*``
    are whole per cents for a bar.
    """

    level: str
    number: str
    title: str
    verified: str
    claimed: str
    official: str
    width_verified: int
    width_claimed: int
    width_official: int
    passed: str


class ScoreView(NamedTuple):
    """One of the three numbers: ``key`` is verified, claimed or official. Empty texts where nothing is known."""

    key: str
    score: str
    sum: str
    total: str
    rating: str
    items_met: str
    width: int


class SummaryView(NamedTuple):
    """The score summary of an agency-year."""

    scores: tuple[ScoreView, ...]
    rows: tuple[SummaryRow, ...]
    instrument: str
    official_total: str
    official_rating: str
    official_recomputed: str
    official_differs: bool
    official_passed: str
    folder: str
    results: str
    method: str
    root: str


class ElementView(NamedTuple):
    """One required element. ``declared`` is present, absent or empty; ``verified`` when evidence bears it out."""

    number: str
    text: str
    declared: str
    verified: bool
    local_only: bool


class EvidenceView(NamedTuple):
    """One piece of evidence. ``href`` is ready for the page; ``fit``: fits, outside, unknown or not-asked."""

    kind: str
    title: str
    href: str
    format: str
    size: str
    date: str
    covers: str
    fit: str
    shows: str
    language: str
    note: str


class OtherYear(NamedTuple):
    """The same topic in another year. ``address`` is empty where this agency has no page for it."""

    year: str
    number: str
    title: str
    address: str
    state: str


class FindingView(NamedTuple):
    """What a report says about something, and its advice. ``subject`` names it; ``kind``: weakness, keep or empty."""

    about: str
    subject: str
    address: str
    score: str
    parts: tuple[tuple[str, str], ...]
    heading: str
    statement: str
    remark: str
    analysis: str
    remedy: str
    owners: str
    kind: str
    helped_by: tuple[Crumb, ...]
    where: str


class ItemLink(NamedTuple):
    """A link to a neighbouring item."""

    number: str
    title: str
    address: str


class ItemView(NamedTuple):
    """One O-item of one agency-year, with everything its page shows.

    ``basis`` and ``period_basis``: rule, likely or guidance. ``official`` is points or empty;
    ``worth`` is points of the total, ``worth_sum`` how that is worked out.
    """

    number: str
    title: str
    title_en: str
    own_title: str
    variants: tuple[str, ...]
    indicator: str
    indicator_title: str
    sub_indicator: str
    sub_indicator_title: str
    period: str
    required: str
    period_basis: str
    due_hint: str
    basis: str
    basis_note: str
    elements: tuple[ElementView, ...]
    elements_met: int
    evidence: tuple[EvidenceView, ...]
    documents: tuple[str, ...]
    offices: str
    updated: str
    path: tuple[str, ...]
    note: str
    state: str
    official: str
    official_inferred: bool
    official_basis: str
    findings: tuple[FindingView, ...]
    body: Markup
    worth: str
    worth_sum: str
    other_years: Sequence[OtherYear]
    previous: ItemLink | None
    next: ItemLink | None
    source: str


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
    """The official result of one year."""

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


class MeasureView(NamedTuple):
    """One improvement measure. ``progress`` is what the agency says: done, in-progress, not-started or not-stated.

    ``state`` is how it stands on the day of the page: planned, under-way, done, overdue or not-stated.
    """

    number: str
    title: str
    about: tuple[Crumb, ...]
    method: str
    period: str
    dates: str
    owners: str
    follow_up: str
    result: str
    outcome: str
    progress: str
    state: str


class MeasureGroup(NamedTuple):
    """The measures under one heading of the document; the heading may be empty."""

    heading: str
    measures: tuple[MeasureView, ...]


class MeasuresView(NamedTuple):
    """The measures of one document."""

    source: SourceView
    for_year: str
    groups: tuple[MeasureGroup, ...]
    counts: tuple[StateCount, ...]
    today: str
    names: tuple[PrintedView, ...]


class ProgressRow(NamedTuple):
    """One item in the table of done, in progress and not started."""

    number: str
    title: str
    address: str
    progress: str
    documents: tuple[str, ...]
    offices: str
    note: str


class ProgressGroup(NamedTuple):
    """The progress of the items of one sub-indicator, or of one office."""

    number: str
    title: str
    rows: tuple[ProgressRow, ...]
    counts: tuple[StateCount, ...]


class ProgressView(NamedTuple):
    """The table of progress by sub-indicator, with the totals of each office."""

    groups: tuple[ProgressGroup, ...]
    offices: tuple[ProgressGroup, ...]
    counts: tuple[StateCount, ...]


class TodoRow(NamedTuple):
    """An item that is not yet verified, with what it would bring: the most valuable first.

    ``now`` and ``then`` are the total as it is and with this item met; empty where it is not determined.
    """

    number: str
    title: str
    address: str
    state: str
    official: str
    worth: str
    now: str
    then: str
    missing: tuple[str, ...]
    offices: str


class AgencyRow(NamedTuple):
    """One agency on a portal, with its latest year."""

    name: str
    name_en: str
    place: str
    address: str
    year: str
    year_address: str
    years: tuple[YearLink, ...]
    verified: str
    claimed: str
    official: str
    rating: str
    total: str
    states: tuple[StateCount, ...]
    example: bool


class RatingView(NamedTuple):
    """One rating with its rule in words; ``each`` is the least score of every instrument, or empty."""

    label: str
    at_least: str
    each: str


class WeightView(NamedTuple):
    """One instrument with its weight in per cent and its indicators as (number, title, items or questions)."""

    code: str
    title: str
    weight: str
    indicators: tuple[tuple[str, str, str], ...]


class BasisView(NamedTuple):
    """How well one part of the catalogue is supported. ``basis``: rule, likely or guidance."""

    part: str
    basis: str
    note: str


class CalendarView(NamedTuple):
    """One step of the assessment year, with its dates in words."""

    step: str
    dates: str


class WorthRow(NamedTuple):
    """What one item of a sub-indicator is worth, in points of the total."""

    number: str
    title: str
    items: str
    worth: str


class MethodView(NamedTuple):
    """How the score of one fiscal year is made, from its catalogue."""

    year: str
    title: str
    regulator: str
    address: str
    instruments: tuple[WeightView, ...]
    ratings: tuple[RatingView, ...]
    pass_line: str
    met: str
    unmet: str
    rounding: tuple[tuple[str, str], ...]
    worths: tuple[WorthRow, ...]
    bases: tuple[BasisView, ...]
    calendar: tuple[CalendarView, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    items: tuple[IndexRow, ...]
