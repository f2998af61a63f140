"""One O-item and what is said of it."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.rendering.views.changes import HistoryRow
from generator.rendering.views.frame import Crumb


class ElementView(NamedTuple):
    """One required element. ``declared`` is present, absent or empty; ``met`` when evidence bears it out."""

    number: str
    text: str
    declared: str
    met: bool
    only_for: str


class EvidenceView(NamedTuple):
    """One piece of evidence. ``href`` is ready for the page; ``fit``: fits, outside, unknown or not-asked.

    ``sha256`` and ``octets``, its exact size in bytes, are of a published file, and empty where no sums are taken.
    """

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
    sha256: str
    octets: str


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
    ``worth`` is points of the total, ``worth_sum`` how that is worked out. ``office_links`` are the
    offices with their pages, and empty where offices have none.
    """

    number: str
    title: str
    other_title: str
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
    office_links: tuple[Crumb, ...]
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
    history: tuple[HistoryRow, ...]
