"""The duties of each office of an agency in one year: items, measures and findings.

Only what is stated counts: an item whose file names no office belongs to none, and stays in a group of
its own. An item of several offices is the duty of each.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.measure import Measure
from generator.oit.reference import ReferenceKind
from generator.oit.result import Finding
from generator.oit.todo import waiting

SlugOf = Callable[[str], str]
"""The slug of an office by a name it is called by; names with one slug are one office."""


class OfficeDuties(NamedTuple):
    """The duties of one office, items in the order of the catalogue.

    ``owing`` are its outstanding items, most useful first.
    """

    slug: str
    name: str
    items: tuple[ItemAssessment, ...]
    owing: tuple[ItemAssessment, ...]
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def owed(self) -> Fraction:
        """Points the outstanding items would add to the total."""
        return sum((item.worth for item in self.owing), Fraction(0))

    def within(self, sub_indicator: str) -> "OfficeDuties":
        """The duties that lie in one sub-indicator."""
        items, owing = (
            tuple(item for item in found if item.item.sub_indicator == sub_indicator)
            for found in (self.items, self.owing)
        )
        return OfficeDuties(self.slug, self.name, items, owing)


def office_key(name: str) -> str:
    """The name of an office without what two spellings of it may differ by: blanks and the case of letters."""
    return "".join(name.split()).casefold()


def has_offices(content: AgencyYear) -> bool:
    """Whether anything in the year names an office."""
    return next(_names(content), None) is not None


def by_office(content: AgencyYear, assessment: Assessment, slug_of: SlugOf) -> tuple[OfficeDuties, ...]:
    """The duties of every office that the year names, those of most items first.

    A finding is of the offices it names; one that names none and is about an item is of the item's offices.
    """
    titles = {office.slug: office.name for office in content.agency.offices}
    names: dict[str, str] = {}
    for name in _names(content):
        slug = slug_of(name)
        names.setdefault(slug, titles.get(slug, name))
    items: dict[str, list[ItemAssessment]] = {slug: [] for slug in names}
    measures: dict[str, list[Measure]] = {slug: [] for slug in names}
    findings: dict[str, list[Finding]] = {slug: [] for slug in names}
    for item in assessment.items:
        for slug in _slugs(item.disclosure.offices if item.disclosure is not None else (), slug_of):
            items[slug].append(item)
    for measure in content.measures.measures if content.measures is not None else ():
        for slug in _slugs(measure.owners, slug_of):
            measures[slug].append(measure)
    for finding in content.results.findings if content.results is not None else ():
        for slug in _slugs(_answering(finding, content), slug_of):
            findings[slug].append(finding)
    owing = waiting(assessment)
    duties = [
        OfficeDuties(slug, name, *_own(items[slug], owing), tuple(measures[slug]), tuple(findings[slug]))
        for slug, name in names.items()
    ]
    duties.sort(key=lambda one: (-len(one.items), -len(one.measures), one.name))
    return tuple(duties)


def nobodys(assessment: Assessment) -> OfficeDuties:
    """Items without a responsible office, as the duties of an office without a name."""
    items = [item for item in assessment.items if item.disclosure is None or not item.disclosure.offices]
    return OfficeDuties("", "", *_own(items, waiting(assessment)))


def _own(
    items: Sequence[ItemAssessment], owing: Iterable[ItemAssessment]
) -> tuple[tuple[ItemAssessment, ...], tuple[ItemAssessment, ...]]:
    numbers = {item.item.number for item in items}
    return tuple(items), tuple(item for item in owing if item.item.number in numbers)


def _names(content: AgencyYear) -> Iterator[str]:
    """Every name by which the year calls an office, items in the order of the catalogue first."""
    for item in content.catalogue.items:
        disclosure = content.disclosures.get(item.number)
        if disclosure is not None:
            yield from disclosure.offices
    for measure in content.measures.measures if content.measures is not None else ():
        yield from measure.owners
    for finding in content.results.findings if content.results is not None else ():
        yield from finding.owners


def _slugs(names: Iterable[str], slug_of: SlugOf) -> list[str]:
    """The offices that are named, each once."""
    return list(dict.fromkeys(slug_of(name) for name in names))


def _answering(finding: Finding, content: AgencyYear) -> tuple[str, ...]:
    if finding.owners or finding.about.kind is not ReferenceKind.ITEM:
        return finding.owners
    disclosure = content.disclosures.get(finding.about.number)
    return disclosure.offices if disclosure is not None else ()
