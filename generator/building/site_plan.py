"""The plan of the whole site: a maker for every address that belongs to no agency, made of what the agencies give.

``build`` and ``check`` make all of it, a preview makes what somebody looks at.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum
from functools import cached_property, partial
from typing import TypeAlias

from generator.address import unpublishable
from generator.building.agency import choice_of
from generator.building.agency_in_site import AgencyInSite
from generator.building.agency_plan import Files
from generator.building.manifests import EXPORT as MANIFEST
from generator.building.manifests import entry, manifest_at
from generator.building.site import Site
from generator.diagnostics import Report, Span
from generator.exports.agency_files import Shared
from generator.exports.manifest import NAME, Listed
from generator.exports.search_shard import SEARCH_FILES
from generator.exports.site_files import may_be_site_file, site_files
from generator.project import SITE_FILE
from generator.rendering import addresses
from generator.rendering.page_kind import Page
from generator.rendering.site_pages import site_pages

Maker: TypeAlias = Callable[[], bytes | None]
"""Makes a file; nothing while it cannot be made."""
_PAGE = ".html"


class Needs(Enum):
    """How much of every agency a file of the site is made of."""

    OUTLINES = "outlines"
    PLANS = "plans"
    PAGES = "pages"
    FILES = "files"


class SitePlan:
    """The files that belong to no agency by their addresses, each made once and when it is first asked for.

    What is wrong with them comes into ``report`` as they are made.
    """

    def __init__(self, site: Site, agencies: Sequence[AgencyInSite]) -> None:
        self.report = Report()
        self._site = site
        self._agencies = agencies
        self._made: dict[str, bytes | None] = {}

    @property
    def addresses(self) -> list[str]:
        """The addresses of all files."""
        manifest = [NAME] if self._is_listed else []
        return [*self._pages, *self._exports, *self._search, *manifest]

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages."""
        return [address for address in self._pages if address.endswith(_PAGE)]

    def get(self, address: str) -> bytes | None:
        """The content of an address; nothing where there is none, or while it cannot be made."""
        if address not in self._made:
            maker = self._maker(address)
            if maker is None:
                return None
            self._made[address] = maker()
        return self._made[address]

    def needs(self, address: str) -> Needs:
        """What must be had of every agency before an address can be made."""
        if address == NAME:
            return Needs.FILES
        if address in SEARCH_FILES:
            return Needs.PAGES
        is_export = may_be_site_file(address, choice_of(self._site), is_portal=self._site.settings.is_portal)
        return Needs.PLANS if is_export else Needs.OUTLINES

    def files(self, beside: Collection[str] = ()) -> Files | None:
        """All files; nothing after an error. ``beside`` are the addresses of the agency that is the whole site."""
        made = {address: self.get(address) for address in self.addresses}
        tops = {agency.slug for agency in self._agencies} if self._site.settings.is_portal else set[str]()
        taken = (address for address in made if address.partition("/")[0] in tops)
        for address in (*unpublishable({*beside, *made}), *taken):
            self.report.error("OIT816", Span(SITE_FILE), address=address)
        if self.report.failed:
            return None
        return {address: content for address, content in made.items() if content is not None}

    def _maker(self, address: str) -> Maker | None:
        site = self._site
        if address == NAME and self._is_listed:
            return self._manifest
        if may_be_site_file(address, choice_of(site), is_portal=site.settings.is_portal):
            return self._exports.get(address)
        if address in SEARCH_FILES:
            return self._search.get(address)
        return self._pages.get(address)

    @property
    def _is_listed(self) -> bool:
        return MANIFEST in self._site.settings.exports

    @cached_property
    def _pages(self) -> dict[str, Maker]:
        """The site's own pages, those that compare the lists of two years, and the assets of the theme."""
        site, outlines = self._site, [agency.outline for agency in self._agencies]
        rows = [outline.row for outline in outlines]
        years = sorted({year for outline in outlines for year in outline.years})
        feed = addresses.FEED if any(outline.is_dated for outline in outlines) else ""
        found: dict[str, Maker] = {}
        for setting in (site.setting, *site.foreign):
            used = [setting.catalogues[year] for year in years]
            for address, html in site_pages(setting, rows, used, self.report, feed):
                found[address] = partial(str.encode, html)
        if years and {"crosswalk", "crosswalks"}.intersection(site.setting.theme.pages):
            from generator.rendering.crosswalk_pages import CrosswalkPages

            for setting in (site.setting, *site.foreign):
                for address, page in CrosswalkPages(setting, years, self.report, feed).plan().items():
                    found[address] = partial(_rendered, page)
        return found | {f"assets/{name}": partial(bytes, data) for name, data in site.setting.theme.assets.items()}

    @cached_property
    def _exports(self) -> Mapping[str, Maker]:
        """The data about the whole site."""
        site, agencies = self._site, self._agencies
        pages = [*(page for agency in agencies for page in agency.pages()), *self.pages]

        def tell() -> list[Shared]:
            return [shared for agency in agencies if (shared := agency.shared()) is not None]

        return site_files(choice_of(site), is_portal=site.settings.is_portal, pages=pages, tell=tell)

    @cached_property
    def _search(self) -> Mapping[str, Maker]:
        """The files of the search; for them every page of the site is made."""
        if not self._site.setting.site.search:
            return {}
        from generator.exports import search_index

        own = {address: html for address in self.pages if (html := self.get(address)) is not None}
        found = [(agency.slug, agency.outline.row.name, agency.shards()) for agency in self._agencies]
        filled = [(slug, name, shards) for slug, name, shards in found if shards is not None]
        made = search_index.site_files(own, filled)
        return {address: partial(bytes, data) for address, data in made.items()}

    def _manifest(self) -> bytes | None:
        own = {address: self.get(address) for address in self.addresses if address != NAME}
        listings = [agency.listing() for agency in self._agencies]
        files = [entry(address, content, {}) for address, content in own.items() if content is not None]
        manifests: list[Listed] = []
        for listing in listings:
            if listing is None:
                return None
            files += listing.files
            manifests += listing.manifests
        return None if None in own.values() else manifest_at(NAME, files, manifests)[1]


def _rendered(page: Page) -> bytes | None:
    html = page()
    return None if html is None else html.encode("utf-8")
