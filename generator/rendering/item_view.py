"""The page of an OIT item."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import ElementCheck, EvidenceCheck, ItemAssessment
from generator.oit.catalogue import Catalogue, Indicator, Item, SubIndicator
from generator.oit.disclosure import EvidenceKind
from generator.oit.evidence_format import format_name
from generator.oit.reference import ReferenceKind
from generator.oit.rounding import points, short_points
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.finding_view import finding_view
from generator.rendering.markdown import Body
from generator.rendering.views import Crumb, ElementView, EvidenceView, FindingView, ItemLink, ItemView, OtherYear
from generator.rendering.wording import Wording, file_size, joined

Others = Callable[[], Mapping[str, tuple[OtherYear, ...]]]
"""The items of other years that share a topic, by the number of the item."""


class ItemFrame:
    """What the pages of all items of an agency-year share."""

    __slots__ = ("_links", "_offices", "_others", "_where", "_wording", "content", "place", "root")

    def __init__(
        self,
        content: AgencyYear,
        place: AgencyAddresses,
        root: str,
        wording: Wording,
        others: Callable[[], Mapping[str, tuple[OtherYear, ...]]],
        offices: Callable[[Sequence[str]], tuple[Crumb, ...]],
    ) -> None:
        self.content = content
        self.place = place
        self.root = root
        self._wording = wording
        self._others = others
        self._offices = offices
        items = content.catalogue.items
        self._links = [ItemLink(item.number, item.title, place.item(content.year, item)) for item in items]
        self._where: dict[str, tuple[int, Indicator, SubIndicator]] = {
            item.number: (int(item.number[1:]) - 1, indicator, sub)
            for indicator in content.catalogue.indicators
            for sub in indicator.sub_indicators
            for item in sub.items
        }

    def view(self, assessed: ItemAssessment, body: Body) -> ItemView:
        """The view of one item with its rendered body."""
        item, disclosure = assessed.item, assessed.disclosure
        position, indicator, sub = self._where[item.number]
        links = self._links
        elements = tuple([_element(check) for check in assessed.elements])
        return ItemView(
            number=item.number,
            title=item.title,
            other_title=item.title_en,
            own_title=disclosure.title if disclosure is not None else "",
            variants=item.variants,
            indicator=indicator.number,
            indicator_title=indicator.title,
            sub_indicator=sub.number,
            sub_indicator_title=sub.title,
            period=self._wording.asked(item.period, self.content.year),
            required=self._wording.period(assessed.required),
            period_basis=item.period_basis.value,
            due_hint=item.due_hint,
            basis=item.basis.value,
            basis_note=item.basis_note,
            elements=elements,
            elements_met=sum([element.met for element in elements]),
            evidence=tuple([self._evidence(check, body) for check in assessed.evidence]),
            documents=disclosure.documents if disclosure is not None else (),
            offices=joined(disclosure.offices) if disclosure is not None else "",
            office_links=self._offices(disclosure.offices) if disclosure is not None else (),
            updated=self._wording.date(disclosure.updated) if disclosure is not None else "",
            path=disclosure.path if disclosure is not None else (),
            note=disclosure.note if disclosure is not None else "",
            state=assessed.state.value,
            official="" if assessed.official is None else short_points(assessed.official),
            official_inferred=assessed.official_inferred,
            official_basis=assessed.official_basis,
            findings=self._findings(item),
            body=body.html,
            worth=points(assessed.worth),
            worth_sum=_worth_sum(self.content.catalogue, indicator, sub, assessed.worth),
            other_years=OtherYears(self._others, item.number),
            previous=links[position - 1] if position else None,
            next=links[position + 1] if position + 1 < len(links) else None,
            source=disclosure.span.path if disclosure is not None else "",
            history=(),
        )

    def _evidence(self, check: EvidenceCheck, body: Body) -> EvidenceView:
        evidence = check.evidence
        kind = evidence.kind
        href = size = sha256 = octets = ""
        if kind is EvidenceKind.FILE:
            href = self.root + self.place.evidence(self.content.year, evidence.target)
            file = self.content.files.get(evidence.target)
            if file is not None:
                size, sha256 = file_size(file.size), file.sha256
                octets = f"{file.size:,}" if sha256 else ""
        elif kind is EvidenceKind.LINK:
            href = evidence.target
        elif kind is EvidenceKind.SECTION:
            href = "#" + body.headings.get(evidence.target, "")
        return EvidenceView(
            kind=kind.value,
            title=evidence.title,
            href=href,
            format=format_name(evidence.target) if kind in (EvidenceKind.FILE, EvidenceKind.LINK) else "",
            size=size,
            date=self._wording.date(evidence.date),
            covers=self._wording.period(evidence.covers),
            fit=check.fit.value,
            shows=", ".join([str(number) for number in evidence.shows]),
            language=evidence.language,
            note=evidence.note,
            sha256=sha256,
            octets=octets,
        )

    def _findings(self, item: Item) -> tuple[FindingView, ...]:
        results = self.content.results
        if results is None:
            return ()
        return tuple(
            finding_view(finding, self.content, self.place, self._wording)
            for finding in results.findings
            if finding.about.kind is ReferenceKind.ITEM and finding.about.number == item.number
        )


class OtherYears(Sequence[OtherYear]):
    """The same topic in other years, worked out when a template asks: it takes the catalogues of all years."""

    __slots__ = ("_item", "_others")

    def __init__(self, others: Others, item: str) -> None:
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


def other_years(
    content: AgencyYear,
    place: AgencyAddresses,
    catalogues: Mapping[int, Catalogue],
    states: Mapping[int, Mapping[str, str]],
) -> dict[str, tuple[OtherYear, ...]]:
    """For each item of a year, the items of other years that share a topic, oldest year first.

    ``states`` holds, for each year this agency publishes, the state of each item.
    """
    by_topic: dict[str, list[OtherYear]] = {}
    for year in sorted(catalogues):
        if year == content.year:
            continue
        for item in catalogues[year].items:
            known = states.get(year)
            address = place.item(year, item) if known is not None else ""
            other = OtherYear(str(year), item.number, item.title, address, known[item.number] if known else "")
            for topic in item.topics:
                by_topic.setdefault(topic, []).append(other)
    return {item.number: _by_year(item.topics, by_topic) for item in content.catalogue.items}


def _by_year(topics: Sequence[str], by_topic: Mapping[str, list[OtherYear]]) -> tuple[OtherYear, ...]:
    found: dict[tuple[str, str], OtherYear] = {}
    for topic in topics:
        for other in by_topic.get(topic, ()):
            found[other.year, other.number] = other
    return tuple(sorted(found.values(), key=lambda other: (other.year, int(other.number[1:]))))
