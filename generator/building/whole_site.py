"""What belongs to no agency: the site's own pages, the theme's assets, and the data about the whole site.

All of it is made of what the agencies have left behind, without reading any of them again.
"""

from collections.abc import Callable, Mapping, Sequence

from generator.building.agency import Files, choice_of
from generator.building.site import Site
from generator.diagnostics import Report
from generator.exports.agency_files import Shared
from generator.exports.site_files import Tell, may_be_site_file, site_files
from generator.rendering import addresses
from generator.rendering.site_pages import site_pages
from generator.rendering.views import AgencyRow
from generator.rendering.year_pages import Page
from generator.writing.bundle import FileRef


def make_site_files(
    site: Site,
    rows: Sequence[AgencyRow],
    years: Sequence[int],
    pages: Sequence[str],
    report: Report,
    shared: Sequence[Shared] = (),
) -> tuple[Files, int]:
    """The files that belong to no agency and how many of them are pages.

    ``years`` are the fiscal years that are published, ``pages`` the addresses of the agencies' pages, and
    ``shared`` what each agency tells of itself.
    """
    is_dated = any(one.get("entries") for one in shared)
    own = make_site_pages(site, rows, years, report, is_dated=is_dated)
    for address, make in plan_crosswalks(site, years, report, is_dated=is_dated).items():
        html = make()
        if html is not None:
            own[address] = html.encode("utf-8")
    exports = make_site_exports(site, [*pages, *own], lambda: shared)
    return {**own, **site_assets(site), **{address: write() for address, write in exports.items()}}, len(own)


def make_site_pages(
    site: Site, rows: Sequence[AgencyRow], years: Sequence[int], report: Report, *, is_dated: bool = False
) -> dict[str, bytes]:
    """The pages that belong to no agency, but for those that compare the lists of two years.

    ``is_dated`` is whether there is a feed for them to name.
    """
    used = [site.setting.catalogues[year] for year in sorted(set(years))]
    feed = addresses.FEED if is_dated else ""
    pages = {address: html.encode("utf-8") for address, html in site_pages(site.setting, rows, used, report, feed)}
    for setting in site.foreign:
        named = [setting.catalogues[catalogue.year] for catalogue in used]
        pages |= {address: html.encode("utf-8") for address, html in site_pages(setting, rows, named, report, feed)}
    return pages


def plan_crosswalks(site: Site, years: Sequence[int], report: Report, *, is_dated: bool = False) -> dict[str, Page]:
    """The pages that compare the lists of items of two years, each made when it is asked for."""
    if not years or not {"crosswalk", "crosswalks"}.intersection(site.setting.theme.pages):
        return {}
    from generator.rendering.crosswalk_pages import CrosswalkPages

    feed = addresses.FEED if is_dated else ""
    pages: dict[str, Page] = {}
    for setting in (site.setting, *site.foreign):
        pages |= CrosswalkPages(setting, years, report, feed).plan()
    return pages


def site_assets(site: Site) -> dict[str, bytes]:
    """The theme's assets by their addresses."""
    return {f"assets/{name}": data for name, data in site.setting.theme.assets.items()}


def make_site_exports(site: Site, pages: Sequence[str], tell: Tell) -> dict[str, Callable[[], bytes]]:
    """The data about the whole site; ``pages`` are the addresses of all of its pages."""
    return site_files(choice_of(site), is_portal=site.settings.is_portal, pages=pages, tell=tell)


def may_be_site_export(site: Site, address: str) -> bool:
    """Whether an address may be that of data about the whole site."""
    return may_be_site_file(address, choice_of(site), is_portal=site.settings.is_portal)


def make_search_files(
    site: Site, own: Mapping[str, bytes | FileRef], agencies: Sequence[tuple[str, str, Sequence[Sequence[str]]]]
) -> dict[str, bytes]:
    """The files of the search that belong to no agency.

    ``own`` are the files that belong to none, ``agencies`` the slug and name of each with its shards.
    """
    if not site.setting.site.search:
        return {}
    from generator.exports import search_index

    return search_index.site_files({name: data for name, data in own.items() if isinstance(data, bytes)}, agencies)
