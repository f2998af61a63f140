"""The items of other years that share a topic with an item."""

from collections.abc import Mapping, Sequence

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.views import OtherYear


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
