"""One agency in the preview: as it was last looked at, and as it was last good."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from generator.building.agency import Outline, PlannedAgency, outline_agency, plan_agency
from generator.building.site import Site
from generator.diagnostics import Diagnostic, Report
from generator.exports.search_shard import SearchShard
from generator.paths import address_in
from generator.preview.change import ChangedFile, agency_changes
from generator.preview.last_good import LastGood
from generator.project import CONTENT, Project
from generator.reading.agency_folder import Memo
from generator.reading.checksum import NO_CHECKSUMS
from generator.reading.inputs import read_agency_tree
from generator.reading.snapshot import Tree
from generator.rendering.bodies import BodyMemo
from generator.writing.bundle import FileRef

if TYPE_CHECKING:
    from generator.exports.search_index import FilledShard


class PreviewedAgency:
    """Its outline is what the rest of the site shows of it; its pages are made ready when one of them is asked for."""

    __slots__ = ("_bodies", "_cache", "_earlier", "_failed", "_found", "_last_good", "_memo", "_tree", "changed",
                 "good", "is_behind", "is_outdated", "is_wanted", "outline", "report", "slug")  # fmt: skip

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.is_wanted = False
        """Whether a page of it was asked for."""
        self.is_behind = True
        """Whether its pages are older than its outline."""
        self.is_outdated = True
        """Whether it has to be made again even if its files are what they were."""
        self.outline: Outline | None = None
        self.good: PlannedAgency | None = None
        self.report = Report()
        self.changed: tuple[ChangedFile, ...] = ()
        """What the last refresh found changed since the one before it."""
        self._tree: Tree | None = None
        self._found: tuple[Diagnostic, ...] = ()
        self._last_good = LastGood(address_in(CONTENT, slug))
        self._memo = Memo()
        self._bodies = BodyMemo()
        self._cache: dict[str, bytes] = {}
        self._earlier: dict[str, bytes] = {}
        self._failed: set[str] = set()

    @property
    def texts(self) -> Mapping[str, bytes]:
        """Its texts as they were last read, by their path below its folder."""
        return self._tree.texts if self._tree is not None else {}

    def refresh(self, project: Project, site: Site, *, pages: bool) -> bool:
        """Read the agency, and make its outline or its ``pages`` unless they are of these files; whether it did."""
        reading = Report()
        tree, before = read_agency_tree(project, self.slug, reading), self._tree
        found = tuple(reading.diagnostics)
        is_same = before is not None and tree.digest == before.digest and found == self._found and not self.is_outdated
        if is_same and not (pages and self.is_behind):
            return False
        self.changed = tuple(agency_changes(self.slug, before, tree)) if before is not None else ()
        self._tree, self._found, self.is_outdated, self.is_behind = tree, found, False, not pages
        self._memo = self._memo.following()
        if not pages:
            outline = partial(outline_agency, site, self.slug, memo=self._memo)
            made, self.report = self._last_good.make(tree, found, outline)
            self.outline = made or self.outline
            return True
        self._bodies = self._bodies.following()
        known = self.good.checksums if self.good is not None else NO_CHECKSUMS
        plan = partial(plan_agency, site, self.slug, memo=self._memo, bodies=self._bodies, known=known)
        planned, self.report = self._last_good.make(tree, found, plan)
        if planned is not None:
            self._take(planned)
        return True

    def content(self, address: str) -> bytes | FileRef | None:
        """The content of one of its addresses; nothing when there is no such address."""
        if self.good is not None and address in self.good.evidence:
            return self.good.evidence[address]
        return self.made(address)

    def made(self, address: str) -> bytes | None:
        """The content of one of its addresses that is made of its sources, made now if need be."""
        made = self._cache.get(address)
        if made is not None:
            return made
        good = self.good
        if good is None:
            return None
        if address in good.data:  # which keeps what it makes, unless its bytes may be many
            return good.data[address]()
        if address in good.pages:
            html = good.pages[address]()
            if html is None:  # a template failed; the page is as it was when it did not
                self._failed.add(address)
                return self._earlier.get(address)
            made = html.encode("utf-8")
        else:
            made = next((self.filled(shard).data for shard in good.shards if shard.address == address), None)
        if made is not None:
            self._cache[address] = made
        return made

    def filled(self, shard: SearchShard) -> "FilledShard":
        """A shard of it as a build fills it; a page that cannot be made has nothing in it."""
        from generator.exports.search_index import fill  # loaded only for those who search

        return fill(shard, lambda address: (self.made(address) or b"").decode("utf-8"))

    def _take(self, planned: PlannedAgency) -> None:
        self.good = planned
        self.outline = Outline(planned.row, tuple(content.year for content in planned.years), planned.is_dated)
        self._earlier |= {address: data for address, data in self._cache.items() if address in planned.pages}
        self._cache = {}
        failed, self._failed = self._failed & planned.pages.keys(), set()
        for address in failed:  # whether it still does is part of what is wrong now
            self.made(address)
