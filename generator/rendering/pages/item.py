"""The page of an OIT item."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from generator.oit.assessment import ElementCheck, ItemAssessment
from generator.oit.catalogue import Catalogue, Indicator, Item, SubIndicator
from generator.oit.reference import ReferenceKind
from generator.oit.rounding import points, short_points
from generator.rendering.addresses import root_of
from generator.rendering.evidence_view import EvidenceView, evidence_view
from generator.rendering.finding_view import finding_view
from generator.rendering.markdown import NOTHING
from generator.rendering.markup import Markup
from generator.rendering.page_kind import EachPage, Page
from generator.rendering.views import Crumb, FindingView, HistoryRow, OtherYear
from generator.rendering.wording import joined
from generator.rendering.year_context import YearContext


class ElementView(NamedTuple):
    """One required element. ``declared`` is present, absent or empty; ``met`` when evidence bears it out."""

    number: str
    text: str
    declared: str
    met: bool
    only_for: str


class ItemLink(NamedTuple):
    """A link to a neighbouring item."""

    number: str
    title: str
    address: str


class AskedView(NamedTuple):
    """What the catalogue of the year asks of an item. ``basis`` and ``period_basis``: rule, likely or guidance.

    ``other_title`` is the title in the other language, Thai or English; ``required`` the period in dates.
    """

    other_title: str
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


class SaidView(NamedTuple):
    """What the agency says and shows; empty where it says nothing. ``title`` is its own heading.

    ``office_links`` are the offices with their pages, and empty where offices have none; ``source`` is the file that
    says all this.
    """

    title: str
    offices: str
    office_links: tuple[Crumb, ...]
    updated: str
    documents: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    path: tuple[str, ...]
    note: str
    body: Markup
    source: str


class ScoredView(NamedTuple):
    """How the item stands. ``official`` is points or empty; ``worth`` points of the total, ``worth_sum`` how.

    ``elements`` are those that the item needs, ``elements_met`` counts those that evidence bears out.
    """

    state: str
    elements: tuple[ElementView, ...]
    elements_met: int
    official: str
    official_inferred: bool
    official_basis: str
    worth: str
    worth_sum: str
    findings: tuple[FindingView, ...]


class AroundView(NamedTuple):
    """What lies around an item: its neighbours in the list, the same topic in other years, and its own kept days."""

    previous: ItemLink | None
    next: ItemLink | None
    other_years: Sequence[OtherYear]
    history: tuple[HistoryRow, ...]


class ItemView(NamedTuple):
    """One O-item of one agency-year: what is asked, what is said, what it scores and what lies around it."""

    number: str
    title: str
    asked: AskedView
    said: SaidView
    scored: ScoredView
    around: AroundView


def _plan(year: YearContext) -> Iterator[tuple[str, Page]]:
    frame = _Frame(year)
    for assessed in year.assessment.items:
        yield year.place.item(year.content.year, assessed.item), partial(frame.make, assessed)


PAGE = EachPage("item", "", _plan)
_NOTHING_SAID = SaidView(
    title="",
    offices="",
    office_links=(),
    updated="",
    documents=(),
    evidence=(),
    path=(),
    note="",
    body=NOTHING.html,
    source="",
)


class _Frame:
    """What the pages of all items of an agency-year share."""

    __slots__ = ("_links", "_root", "_where", "_year")

    def __init__(self, year: YearContext) -> None:
        items, number = year.content.catalogue.items, year.content.year
        self._year = year
        self._root = root_of(year.place.item(number, items[0]))
        self._links = [ItemLink(item.number, item.title, year.place.item(number, item)) for item in items]
        self._where: dict[str, tuple[Indicator, SubIndicator]] = {
            item.number: (indicator, sub)
            for indicator in year.content.catalogue.indicators
            for sub in indicator.sub_indicators
            for item in sub.items
        }

    def make(self, assessed: ItemAssessment) -> str | None:
        """The page of one item."""
        year, item = self._year, assessed.item
        head = year.head(PAGE.kind, year.place.item(year.content.year, item), f"{item.number} {item.title}")
        downloads = year.offers.downloads(year.content.year, item.number)
        return year.render(head, {"item": self._view(assessed), "downloads": downloads}, item.number)

    def _view(self, assessed: ItemAssessment) -> ItemView:
        item = assessed.item
        return ItemView(
            number=item.number,
            title=item.title,
            asked=self._asked(assessed),
            said=self._said(assessed),
            scored=self._scored(assessed),
            around=self._around(item),
        )

    def _asked(self, assessed: ItemAssessment) -> AskedView:
        item, wording = assessed.item, self._year.wording
        indicator, sub = self._where[item.number]
        return AskedView(
            other_title=item.title_en,
            variants=item.variants,
            indicator=indicator.number,
            indicator_title=indicator.title,
            sub_indicator=sub.number,
            sub_indicator_title=sub.title,
            period=wording.asked(item.period, self._year.content.year),
            required=wording.period(assessed.required),
            period_basis=item.period_basis.value,
            due_hint=item.due_hint,
            basis=item.basis.value,
            basis_note=item.basis_note,
        )

    def _said(self, assessed: ItemAssessment) -> SaidView:
        year, disclosure = self._year, assessed.disclosure
        if disclosure is None:
            return _NOTHING_SAID
        body = year.bodies.of_disclosure(disclosure)
        return SaidView(
            title=disclosure.title,
            offices=joined(disclosure.offices),
            office_links=year.offices.links(disclosure.offices),
            updated=year.wording.date(disclosure.updated),
            documents=disclosure.documents,
            evidence=tuple([evidence_view(check, body, year, self._root) for check in assessed.evidence]),
            path=disclosure.path,
            note=disclosure.note,
            body=body.html,
            source=disclosure.span.path,
        )

    def _scored(self, assessed: ItemAssessment) -> ScoredView:
        item, catalogue = assessed.item, self._year.content.catalogue
        elements = tuple([_element(check) for check in assessed.elements])
        return ScoredView(
            state=assessed.state.value,
            elements=elements,
            elements_met=sum([element.met for element in elements]),
            official="" if assessed.official is None else short_points(assessed.official),
            official_inferred=assessed.official_inferred,
            official_basis=assessed.official_basis,
            worth=points(assessed.worth),
            worth_sum=_worth_sum(catalogue, *self._where[item.number], assessed.worth),
            findings=self._findings(item),
        )

    def _around(self, item: Item) -> AroundView:
        year, links = self._year, self._links
        position = int(item.number[1:]) - 1
        return AroundView(
            previous=links[position - 1] if position else None,
            next=links[position + 1] if position + 1 < len(links) else None,
            other_years=_OtherYears(partial(year.agency.other_years, year.content), item.number),
            history=year.history.of(item.number) if year.content.freezes else (),
        )

    def _findings(self, item: Item) -> tuple[FindingView, ...]:
        year = self._year
        found = year.content.results.findings if year.content.results is not None else ()
        return tuple(
            finding_view(finding, year.content, year.place, year.wording)
            for finding in found
            if finding.about.kind is ReferenceKind.ITEM and finding.about.number == item.number
        )


class _OtherYears(Sequence[OtherYear]):
    """The same topic in other years, worked out when a template asks: it takes the catalogues of all years."""

    __slots__ = ("_item", "_others")

    def __init__(self, others: Callable[[], Mapping[str, tuple[OtherYear, ...]]], item: str) -> None:
        self._others = others
        self._item = item

    def __getitem__(self, position: Any) -> Any:
        return self._others().get(self._item, ())[position]

    def __len__(self) -> int:
        return len(self._others().get(self._item, ()))


def _element(check: ElementCheck) -> ElementView:
    element = check.element
    declared = "" if check.declared is None else "present" if check.declared else "absent"
    return ElementView(str(element.number), element.text, declared, check.met, element.only_for)


def _worth_sum(catalogue: Catalogue, indicator: Indicator, sub: SubIndicator, worth: Fraction) -> str:
    """The calculation of an item's weight: ``5.00 = 40 × 1/2 × 1/2 × 1/2``."""
    instrument = catalogue.disclosure_instrument
    if instrument is None:
        return ""
    weight = short_points(instrument.weight)
    shares = (len(instrument.indicators), len(indicator.sub_indicators), len(sub.items))
    return f"{points(worth)} = {weight} × " + " × ".join([f"1/{share}" for share in shares])
