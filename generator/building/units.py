"""The agencies of a build or check: each is made, or found unchanged."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.building import kept_agency
from generator.building.agency import make_agency
from generator.building.agency_in_site import AgencyInSite
from generator.building.agency_plan import Files
from generator.building.kept_agency import KeptAgency
from generator.building.kept_site import SITE_UNIT, reading_digest
from generator.building.result import BuildOptions
from generator.building.site import Site
from generator.diagnostics import Diagnostic, Report
from generator.digest import blake2b
from generator.exports.manifest import Manifest
from generator.oit.todo import YearTodo
from generator.reading.inputs import Inputs, read_agency_tree
from generator.writing.publish import Publication

if TYPE_CHECKING:
    from generator.writing.staging import Staged


class AgencyUnit(NamedTuple):
    """One agency after its turn, to be handed from one process to another."""

    slug: str
    diagnostics: tuple[Diagnostic, ...]
    kept: KeptAgency | None = None
    """What is kept of it; nothing after an error."""
    staged: "Staged | None" = None
    """What is staged of it; nothing when it stays as it is, or is the whole site."""
    pages: tuple[str, ...] = ()
    """The addresses of its pages, where the site asks for them."""
    files: Files | None = None
    """The files of an agency that is the whole site: they are published together with the site's own."""
    listing: Manifest = Manifest((), ())
    """What the site's manifest lists of it."""
    todo: tuple[YearTodo, ...] = ()

    def in_site(self, kept: KeptAgency) -> AgencyInSite:
        """What the whole site needs of it."""
        return AgencyInSite(
            self.slug,
            kept.outline,
            pages=lambda: self.pages,
            shared=lambda: kept.shared,
            shards=lambda: kept.shards,
            listing=lambda: self.listing,
        )


class Turns:
    """What is needed to make an agency, and where it is staged; without a publication it is only checked."""

    __slots__ = ("_inputs", "_publication", "_site", "_wants_pages", "_wants_todo")

    def __init__(self, site: Site, inputs: Inputs, publication: Publication | None, todo: int = 0) -> None:
        """``todo`` is the most agencies of which what to do first is told."""
        self._site = site
        self._inputs = inputs
        self._publication = publication
        self._wants_pages = "sitemap" in site.settings.exports
        self._wants_todo = len(site.agencies) <= todo

    def take(self, slug: str) -> AgencyUnit:
        """Make one agency, or find that it stands as it is."""
        report = Report()
        tree = read_agency_tree(self._site.project, slug, report)
        read = reading_digest(tree.digest, report)
        digest = blake2b(self._inputs.digest + read, digest_size=20).hexdigest()
        publication, is_portal = self._publication, self._site.settings.is_portal
        unit = slug if is_portal else SITE_UNIT
        record = publication.published(unit) if publication is not None else None
        if publication is not None and record is not None and is_portal and not publication.fresh and not report.failed:
            kept = kept_agency.decoded(record)
            if kept is not None and kept.digest == digest:
                return self._unit(slug, kept, record.addresses)
        made, told = make_agency(self._site, slug, tree, kept_agency.checksums_in(record))
        report.extend(told.diagnostics)
        diagnostics = tuple(report.sorted())
        if made is None:
            return AgencyUnit(slug, diagnostics)
        agency, files = made
        kept = kept_agency.kept(agency, digest, read, diagnostics)
        one = self._unit(slug, kept, files)._replace(todo=agency.plan.todo() if self._wants_todo else ())
        if not is_portal:
            return one._replace(files=files, listing=agency.listing or one.listing)
        if publication is None:
            return one
        return one._replace(staged=publication.stage(unit, files, kept_agency.encoded(kept)))

    def _unit(self, slug: str, kept: KeptAgency, addresses: Iterable[str]) -> AgencyUnit:
        pages = tuple(address for address in addresses if address.endswith(".html")) if self._wants_pages else ()
        listing = Manifest((), () if kept.manifest is None else (kept.manifest,))
        return AgencyUnit(slug, kept.diagnostics, kept, pages=pages, listing=listing)


def take_turns(turns: Turns, slugs: Sequence[str], options: BuildOptions) -> list[AgencyUnit]:
    """The agencies in order, made by as many processes as the options say."""
    if options.jobs > 1 and len(slugs) > 1:
        from generator.building.parallel import run_in_parallel

        return run_in_parallel(turns.take, slugs, options.jobs, options.tell)
    units: list[AgencyUnit] = []
    for done, slug in enumerate(slugs, 1):
        units.append(turns.take(slug))
        if options.tell is not None:
            options.tell(done, len(slugs))
    return units
