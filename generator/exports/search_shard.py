"""Search shards: the pages of one agency-year, searched together from one file."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.rendering.addresses import REPORT_PAGES, AgencyAddresses

FILE = "search.js"
INDEX = "search/index.js"
SITE_SHARD = "search/pages.js"
SEARCH_FILES = (INDEX, SITE_SHARD)
"""The files that belong to no agency."""
AGENCY = "agency"
"""The kind of an agency's own page, which belongs to no year and is kept with the latest."""
NAMED_BY_HEADING = ("page", "agency-page", "site")
"""Kinds of page whose title is what stands at their head: others of a year, of an agency, and of the site."""


class ShardPage(NamedTuple):
    """One page with what a reader may narrow a search by. ``title`` is empty where the kind says it."""

    address: str
    kind: str
    number: str = ""
    title: str = ""
    state: str = ""
    offices: tuple[str, ...] = ()


class SearchShard(NamedTuple):
    """A file of the search and the pages in it; the first of them carries what stands on every page."""

    address: str
    year: str
    pages: tuple[ShardPage, ...]


def agency_shards(
    place: AgencyAddresses, years: Sequence[AgencyYear], assessments: Mapping[int, Assessment], made: Collection[str]
) -> tuple[SearchShard, ...]:
    """The shards of one agency: one for each year. The agency's own pages are on that of its latest year."""
    shards: list[SearchShard] = []
    left = dict.fromkeys(made)
    for content in years:
        known = _year_pages(place, content, assessments[content.year])
        pages = [page for page in known if page.address in left]
        for page in pages:
            del left[page.address]
        others = [address for address in left if address.startswith(place.folder(content.year))]
        for address in others:
            del left[address]
        pages += [ShardPage(address, "page") for address in others]
        if pages:
            shards.append(SearchShard(f"{place.folder(content.year)}{FILE}", str(content.year), tuple(pages)))
    own = tuple(ShardPage(address, AGENCY if address == place.home else "agency-page") for address in left)
    if shards:
        shards[-1] = shards[-1]._replace(pages=shards[-1].pages + own)
    elif own:
        shards.append(SearchShard(f"{place.prefix}{FILE}", "", own))
    return tuple(shards)


def _year_pages(place: AgencyAddresses, content: AgencyYear, assessment: Assessment) -> list[ShardPage]:
    year = content.year
    pages = [ShardPage(place.dashboard(year), "dashboard")]
    for one in assessment.items:
        offices = one.disclosure.offices if one.disclosure is not None else ()
        item = one.item
        pages.append(
            ShardPage(
                address=place.item(year, item),
                kind="item",
                number=item.number,
                title=item.title,
                state=one.state.value,
                offices=offices,
            )
        )
    reports = (ShardPage(place.report(year, kind), kind, offices=_owners(content, kind)) for kind in REPORT_PAGES)
    return [*pages, *reports]


def _owners(content: AgencyYear, kind: str) -> tuple[str, ...]:
    """The offices that a report page names, each once."""
    owners: list[str] = []
    if kind == "measures" and content.measures is not None:
        owners = [owner for measure in content.measures.measures for owner in measure.owners]
    elif kind == "analysis" and content.results is not None:
        owners = [owner for finding in content.results.findings for owner in finding.owners]
    return tuple(dict.fromkeys(owners))
