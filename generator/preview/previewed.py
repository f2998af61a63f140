"""One agency in the preview: its last reading, and its last good version."""

from collections.abc import Callable, Mapping
from functools import partial

from generator.building.agency import outline_agency, plan_agency
from generator.building.agency_in_site import AgencyInSite
from generator.building.agency_plan import AgencyPlan, MadeAgency, Outline
from generator.building.manifests import EXPORT as MANIFEST
from generator.building.site import Site
from generator.diagnostics import Diagnostic, Report
from generator.paths import address_in
from generator.preview.change import ChangedFile, agency_changes
from generator.preview.last_good import LastGood
from generator.preview.reading import Reading
from generator.project import CONTENT, Project
from generator.reading.agency_folder import Memo
from generator.reading.checksum import NO_CHECKSUMS
from generator.reading.snapshot import Tree
from generator.rendering.bodies import BodyMemo


class PreviewedAgency:
    """Its outline is what the rest of the site shows of it; its pages are made ready when one of them is asked for."""

    __slots__ = ("_begun", "_bodies", "_checksums", "_earlier", "_found", "_last_good", "_memo", "_reading", "_taken",
                 "_tree", "changed", "edition", "good", "is_behind", "is_outdated", "is_wanted", "outline", "report",
                 "slug")  # fmt: skip

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.is_wanted = False
        """Whether a page of it was asked for."""
        self.is_behind = True
        """Whether its pages are older than its outline."""
        self.is_outdated = True
        """Whether it has to be made again even if its files are what they were."""
        self.outline: Outline | None = None
        self.good: MadeAgency | None = None
        """Its files, as they are made of its last good plan."""
        self.report = Report()
        self.changed: tuple[ChangedFile, ...] = ()
        """What the last refresh found changed since the one before it."""
        self.edition = 0
        """How often it was made."""
        self._begun = 0
        self._taken = 0
        self._reading: Reading | None = None
        self._checksums: Mapping[str, str] = NO_CHECKSUMS
        self._tree: Tree | None = None
        self._found: tuple[Diagnostic, ...] = ()
        self._last_good = LastGood(address_in(CONTENT, slug))
        self._memo = Memo()
        self._bodies = BodyMemo()
        self._earlier: dict[str, bytes] = {}

    @property
    def texts(self) -> Mapping[str, bytes]:
        """Its texts as they were last read, by their path below its folder."""
        return self._tree.texts if self._tree is not None else {}

    def reading(self, project: Project, site: Site, *, anew: bool = False) -> Reading:
        """The reading that the next refresh will use if it is done by then: ``anew``, or one that was not used yet."""
        if anew or self._reading is None or self.has(self._reading):
            self._begun += 1
            is_summed = MANIFEST in site.settings.exports
            self._reading = Reading(project, self.slug, self._begun, self._checksums, is_summed=is_summed)
        return self._reading

    def has(self, reading: Reading) -> bool:
        """Whether the agency is as that reading found it, or as a later one did."""
        return reading.number <= self._taken

    def refresh(self, project: Project, site: Site, *, pages: bool) -> bool:
        """Read the agency, and make its outline or its ``pages`` unless they are of these files; whether it did."""
        reading = self.reading(project, site)
        if reading.tree is None:
            reading = self.reading(project, site, anew=True)
            reading.do()
        assert reading.tree is not None
        self._taken = reading.number
        self._checksums = {**self._checksums, **reading.checksums}  # also of files that are gone: the last good pages
        tree, before, found = reading.tree, self._tree, reading.found
        is_same = before is not None and tree.digest == before.digest and found == self._found and not self.is_outdated
        if is_same and not (pages and self.is_behind):
            return False
        self.edition += 1
        self.changed = tuple(agency_changes(self.slug, before, tree)) if before is not None else ()
        self._tree, self._found, self.is_outdated, self.is_behind = tree, found, False, not pages
        self._memo = self._memo.following()
        if not pages:
            outline = partial(outline_agency, site, self.slug, memo=self._memo)
            made, self.report = self._last_good.make(tree, found, outline)
            self.outline = made or self.outline
            return True
        self._bodies = self._bodies.following()
        plan = partial(plan_agency, site, self.slug, memo=self._memo, bodies=self._bodies, known=self._checksums)
        planned, self.report = self._last_good.make(tree, found, plan)
        if planned is not None:
            self._take(planned)
        return True

    def _take(self, planned: AgencyPlan) -> None:
        failed: set[str] = set()
        if self.good is not None:
            self._earlier |= self.good.pages
            failed = self.good.failed
        self._checksums = {**self._checksums, **planned.checksums}
        self.good, self.outline = MadeAgency(planned, self._earlier), planned.outline
        for address in failed & planned.pages.keys():  # whether it still does is part of what is wrong now
            self.good.get(address)


def in_site(slug: str, outline: Outline, good: Callable[[], MadeAgency | None]) -> AgencyInSite:
    """What the whole site needs of an agency, which is read and made when it is asked for; ``good`` gives its files."""
    return AgencyInSite(
        slug,
        outline,
        pages=lambda: () if (made := good()) is None else tuple(made.plan.pages),
        shared=lambda: None if (made := good()) is None else made.plan.shared(),
        shards=lambda: None if (made := good()) is None else made.shards,
        listing=lambda: None if (made := good()) is None else made.listing,
    )
