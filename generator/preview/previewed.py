"""One agency in the preview: as it was last looked at, and as it was last good."""

import os
from typing import TYPE_CHECKING

from generator import pipeline
from generator.diagnostics import Report
from generator.exports.search_shelf import Shelf
from generator.oit.agency_year import AgencyYear
from generator.pipeline import Outline, PlannedAgency
from generator.project import Project
from generator.reading.agency_folder import Memo
from generator.reading.checksum import NO_CHECKSUMS
from generator.reading.inputs import read_agency_tree
from generator.rendering.bodies import BodyMemo
from generator.site import Site
from generator.writing.bundle import FileRef

if TYPE_CHECKING:
    from generator.exports.search_index import FilledShelf


class PreviewedAgency:
    """Its outline is what the rest of the site shows of it; its pages are made ready when one of them is asked for."""

    __slots__ = ("_bodies", "_cache", "_digest", "_memo", "good", "is_behind", "is_outdated", "is_wanted", "outline",
                 "report", "slug")  # fmt: skip

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
        self._digest = b""
        self._memo = Memo()
        self._bodies = BodyMemo()
        self._cache: dict[str, bytes] = {}

    def refresh(self, project: Project, site: Site, *, pages: bool) -> bool:
        """Read the agency, and make its outline or its ``pages`` unless they are of these files; whether it did."""
        report = Report()
        tree = read_agency_tree(project, self.slug, report)
        is_same = tree.digest == self._digest and not self.is_outdated and not report.diagnostics
        if is_same and not (pages and self.is_behind):
            return False
        self._digest, self.is_outdated, self.is_behind, self.report = tree.digest, False, not pages, report
        self._memo = self._memo.following()
        if report.failed:
            return True
        if not pages:
            self.outline = pipeline.outline_agency(site, self.slug, tree, report, self._memo) or self.outline
            return True
        self._bodies = self._bodies.following()
        known = self.good.checksums if self.good is not None else NO_CHECKSUMS
        planned = pipeline.plan_agency(site, self.slug, tree, report, self._memo, self._bodies, known)
        if planned is not None and not report.failed:
            self.good = planned
            years = tuple(content.year for content in planned.years)
            self.outline = Outline(planned.row, years, planned.is_dated)
            self._cache = {}
        return True

    def content(self, address: str) -> bytes | None:
        """The content of one of its addresses, made now if need be; nothing when there is no such address."""
        made = self._cache.get(address)
        if made is not None:
            return made
        good = self.good
        if good is None:
            return None
        if address in good.evidence:
            return _read(good.evidence[address])
        if address in good.data:
            made = good.data[address]()
        elif address in good.pages:
            html = good.pages[address]()
            made = html.encode("utf-8") if html is not None else None
        else:
            made = next((self.filled(shelf).data for shelf in good.shelves if shelf.address == address), None)
        if made is not None:
            self._cache[address] = made
        return made

    def filled(self, shelf: Shelf) -> "FilledShelf":
        """A shelf of it as a build fills it; a page that cannot be made has nothing in it."""
        from generator.exports.search_index import fill  # loaded only for those who search

        return fill(shelf, lambda address: (self.content(address) or b"").decode("utf-8"))


def _read(file: FileRef) -> bytes | None:
    """An evidence file, read when it is asked for; nothing when it is no longer the one that was looked at."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(file.path, flags)
        with os.fdopen(descriptor, "rb") as source:
            data = source.read(file.size + 1)
    except OSError:
        return None
    return data if len(data) == file.size else None


def differences(old: PlannedAgency | None, new: PlannedAgency | None) -> list[tuple[str, tuple[str, ...]]]:
    """The items whose disclosure is another, each with the names of the fields that differ."""
    if old is None or new is None or old is new:
        return []
    before: dict[int, AgencyYear] = {content.year: content for content in old.years}
    found: list[tuple[str, tuple[str, ...]]] = []
    for content in new.years:
        earlier = before.get(content.year)
        if earlier is None:
            continue
        for item in content.catalogue.items:
            one, other = earlier.disclosures.get(item.number), content.disclosures.get(item.number)
            if one == other:
                continue
            if one is None or other is None:
                found.append((item.number, ()))
                continue
            names = [name for name in one._fields if getattr(one, name) != getattr(other, name)]
            found.append((item.number, tuple(name for name in names if "span" not in name and "line" not in name)))
    return found
