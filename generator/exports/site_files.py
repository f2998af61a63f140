"""The data files about the whole site by their addresses, each made when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from generator.exports.agency_files import Shared
from generator.exports.sitemap import NAME as SITEMAP
from generator.exports.sitemap import is_sitemap, robots, sitemap, sitemap_addresses, sitemap_parts
from generator.exports.year_data import ExportChoice
from generator.rendering.addresses import CATALOG, FEED, HOME, NOT_FOUND

Tell = Callable[[], Sequence[Shared]]
"""Returns the shared data of each agency."""
_ADDRESSES = {"sitemap": SITEMAP, "robots": "robots.txt", "dcat": CATALOG, "feed": FEED}


def site_files(
    choice: ExportChoice, *, is_portal: bool, pages: Sequence[str], tell: Tell
) -> dict[str, Callable[[], bytes]]:
    """Every file. ``pages`` are the addresses of all pages of the site.

    The feed of a portal is not made when no agency has a dated entry; a site of one agency has that agency's.
    """
    makers: dict[str, Callable[[], bytes]] = {
        "robots": partial(robots, choice.publication.address, has_sitemap="sitemap" in choice.exports),
        "dcat": partial(_catalog, choice, is_portal, tell),
    }
    files = {_ADDRESSES[name]: make for name, make in makers.items() if name in choice.exports}
    if "sitemap" in choice.exports:
        named = [page for page in pages if page != NOT_FOUND]
        whole = choice.publication.address
        files[SITEMAP] = partial(sitemap, named, whole)
        parts = cache(partial(sitemap_parts, named, whole))
        for address in sitemap_addresses(named, whole)[1:]:
            files[address] = partial(_part, parts, address)
    if is_portal and "feed" in choice.exports and any(one.get("entries") for one in tell()):
        files[FEED] = partial(_feed, choice, tell)
    return files


def may_be_site_file(address: str, choice: ExportChoice, *, is_portal: bool) -> bool:
    """Whether such a file may be published at an address."""
    if is_sitemap(address):
        return "sitemap" in choice.exports
    names = [name for name in _ADDRESSES if name in choice.exports and (is_portal or name != "feed")]
    return address in [_ADDRESSES[name] for name in names]


def _part(made: Callable[[], Mapping[str, bytes]], address: str) -> bytes:
    return made()[address]


def _catalog(choice: ExportChoice, is_portal: bool, tell: Tell) -> bytes:
    from generator.exports.dcat import catalog_json, publisher_node

    shared = tell()
    publisher = publisher_node(choice.publication) if is_portal else shared[0]["agent"]
    return catalog_json(choice.publication, publisher, [node for one in shared for node in one["datasets"]])


def _feed(choice: ExportChoice, tell: Tell) -> bytes:
    from generator.exports.feed import Entry, feed_xml, newest

    publication = choice.publication
    found = [Entry(*entry) for one in tell() for entry in one.get("entries", ())]
    author = publication.publisher.name if publication.publisher is not None else publication.title
    return feed_xml(publication, publication.title, author, FEED, HOME, newest(found, publication.feed_entries))
