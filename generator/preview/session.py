"""The previewed site: what would be built now, made page by page as it is looked at.

It is the same pipeline as a build. A change is read where the watcher says that something stirred,
and every digest is compared again in a quiet moment, so a missed or merged event is made up for.
Where something is wrong the last good pages stay, and the problems are told beside them.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator

from generator.building import whole_site
from generator.building.agency import Files
from generator.building.site import Site, make_site, make_stand_in
from generator.diagnostics import Diagnostic, Report
from generator.exports.search_shard import SEARCH_FILES
from generator.paths import path_of
from generator.preview.change import Change, ChangedFile, shared_changes
from generator.preview.concern import Concern
from generator.preview.manifests import Made, Manifests
from generator.preview.previewed import PreviewedAgency
from generator.project import CONTENT, Project
from generator.reading.inputs import Inputs, read_inputs
from generator.rendering.year_pages import Page
from generator.writing.bundle import FileRef

SHARED = ""
"""The hint that something which all agencies depend on has stirred."""

_FEW = 8
"""Up to so many agencies are made at once when they stir; of more, each when something of it is looked at."""


class Session:
    """The site as it stands now. One thread uses it; looking at an address may read an agency first."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._inputs: Inputs | None = None
        self._site: Site | None = None
        self._shared = Report()
        self._is_away = False
        """Whether there is no content at all, as while its folder is being replaced."""
        self._agencies: dict[str, PreviewedAgency] = {}
        self._stirred: set[str] = set()
        self._own: dict[str, bytes] | None = None
        self._own_report = Report()
        self._later: dict[str, Page] = {}
        self._search: dict[str, bytes] | None = None
        self.version = 0
        """Grows whenever what is served, or what is wrong, has changed."""
        self.refresh({SHARED})

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong now, sorted; only of the agencies that were looked at."""
        report = Report(self._shared.diagnostics)
        for agency in self._agencies.values():
            report.extend(agency.report.diagnostics)
        report.extend(self._own_report.diagnostics)
        return tuple(report.sorted())

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies of the site."""
        return self._site.agencies if self._site is not None else ()

    @property
    def concern(self) -> Concern:
        """What says which pages a problem concerns."""
        return Concern(self._site, {slug: agency.texts for slug, agency in self._agencies.items()})

    def refresh(self, hints: Collection[str]) -> Change | None:
        """Look at what the hints name: agencies by slug, or ``SHARED``; what changed, or nothing if nothing did.

        When many stir at once, as when another branch is checked out, they are only marked: each is
        made when it is looked at, so that nobody waits for agencies that nobody looks at.
        """
        started = time.perf_counter()
        before, inputs = self.problems, self._inputs
        shared = SHARED in hints and self._refresh_shared()
        if shared:
            for agency in self._agencies.values():
                agency.is_outdated = True
        self._stirred |= set(self._agencies) if shared else self._agencies.keys() & set(hints)
        changed = sorted(self._stirred)
        files = list(shared_changes(inputs, self._inputs)) if shared else []
        if len(changed) <= _FEW:
            changed, found = self._make(changed)
            files += found
        if not shared and not changed:
            return None
        self._own = self._search = None
        self._own_report = Report()
        if changed or shared or self.problems != before:
            self.version += 1
        return Change(tuple(changed), tuple(files), time.perf_counter() - started)

    def look_again(self) -> Iterator[Change]:
        """Compare every digest, agency by agency; what had changed unnoticed."""
        if (change := self.refresh({SHARED})) is not None:
            yield change
        for slug in list(self._agencies):
            if slug in self._agencies and (change := self._look_at(slug)) is not None:
                yield change

    def load(self, slug: str) -> bool:
        """Bring an agency up to date for one of its pages; whether that changes what is wrong."""
        if slug not in self.agencies:
            return False
        agency = self._agencies.setdefault(slug, PreviewedAgency(slug))
        agency.is_wanted = True
        return self._settle(agency, pages=True)

    def get(self, address: str) -> bytes | FileRef | None:
        """The content of an address, made now if need be; nothing when there is no such address."""
        slug = self._owner(address)
        if slug is not None:
            self.load(slug)
            agency = self._agencies[slug]
            known = len(agency.report.diagnostics)
            content = agency.content(address)
            if len(agency.report.diagnostics) > known:
                self.version += 1
            if content is not None:
                return content
        manifests = self._manifests()
        if manifests is not None and address in manifests.addresses:
            return manifests.get(address)
        if self._site is not None and whole_site.may_be_site_export(self._site, address):
            make = self._exports().get(address)
            return None if make is None else make()
        if address in SEARCH_FILES:
            return self._search_files().get(address)
        own = self._own_files()
        if address in self._later:
            if (html := self._later.pop(address)()) is None:
                self.version += 1
            else:
                own[address] = html.encode("utf-8")
        return own.get(address)

    def addresses(self) -> list[str]:
        """Every address of the site; all agencies are read for it."""
        found: list[str] = []
        for slug in self.agencies:
            self.load(slug)
            good = self._agencies[slug].good
            if good is not None:
                found += good.addresses
        if (manifests := self._manifests()) is not None:
            found += manifests.addresses
        return sorted({*found, *self._own_files(), *self._later, *self._exports(), *self._search_files()})

    def _owner(self, address: str) -> str | None:
        site = self._site
        if site is None:
            return None
        if not site.settings.is_portal:
            return site.agencies[0]
        slug = address.partition("/")[0]
        return slug if slug in site.agencies else None

    def _refresh_shared(self) -> bool:
        report = Report()
        inputs = read_inputs(self._project, report)
        if inputs is not None and self._inputs is not None and inputs.digest == self._inputs.digest:
            if inputs.agencies != self._inputs.agencies:
                return self._take(inputs, report)
            return False
        return self._take(inputs, report)

    def _take(self, inputs: Inputs | None, report: Report) -> bool:
        self._inputs = inputs
        self._is_away = inputs is None and not os.path.isdir(path_of(self._project.root, CONTENT))
        site = make_site(self._project, inputs, report) if inputs is not None else None
        self._shared = report
        if site is None and self._site is None and inputs is not None:
            site = make_stand_in(self._project, inputs)  # so that the agencies are shown all the same
        if site is not None:
            self._site = site
            for slug in [slug for slug in self._agencies if slug not in site.agencies]:
                del self._agencies[slug]
                self._stirred.discard(slug)
        return True

    def _make(self, slugs: Collection[str]) -> tuple[list[str], list[ChangedFile]]:
        """Bring agencies up to date; those that were made anew, and the files that were changed in them."""
        changed: list[str] = []
        files: list[ChangedFile] = []
        for slug in slugs:
            if self._refresh_agency(self._agencies[slug], pages=self._agencies[slug].is_wanted):
                changed.append(slug)
                files += self._agencies[slug].changed
        return changed, files

    def _refresh_agency(self, agency: PreviewedAgency, *, pages: bool) -> bool:
        if self._site is None or self._is_away:
            return False
        self._stirred.discard(agency.slug)
        return agency.refresh(self._project, self._site, pages=pages)

    def _look_at(self, slug: str) -> Change | None:
        started = time.perf_counter()
        changed, files = self._make([slug])
        if not changed:
            return None
        self._own = self._search = None
        self._own_report = Report()
        self.version += 1
        return Change((slug,), tuple(files), time.perf_counter() - started)

    def _settle(self, agency: PreviewedAgency, *, pages: bool) -> bool:
        """Bring an agency up to date for its ``pages`` or its outline; whether that changes what is wrong."""
        if agency.slug not in self._stirred and not (pages and agency.is_behind):
            return False
        known = agency.report.diagnostics
        self._refresh_agency(agency, pages=pages)
        if agency.report.diagnostics == known:
            return False
        self.version += 1
        return True

    def _own_files(self) -> dict[str, bytes]:
        """The pages that belong to no agency, and the assets; a portal shows a row of every agency."""
        if self._own is None and self._site is not None:
            outlines = []
            for slug in self.agencies:
                if slug not in self._agencies:
                    self._agencies[slug] = PreviewedAgency(slug)
                    self._stirred.add(slug)
                self._settle(self._agencies[slug], pages=False)
                outlines.append(self._agencies[slug].outline)
            rows = [outline.row for outline in outlines if outline is not None]
            years = [year for outline in outlines if outline is not None for year in outline.years]
            report = Report()
            is_dated = any(outline.is_dated for outline in outlines if outline is not None)
            own = whole_site.make_site_pages(self._site, rows, years, report, is_dated=is_dated)
            self._own, self._own_report = {**own, **whole_site.site_assets(self._site)}, report
            self._later = whole_site.plan_crosswalks(self._site, years, report, is_dated=is_dated)
            if report.diagnostics:
                self.version += 1
        return self._own if self._own is not None else {}

    def _exports(self) -> dict[str, Callable[[], bytes]]:
        """The data about the whole site, for which every agency is read."""
        if self._site is None:
            return {}
        own = [address for address in (*self._own_files(), *self._later) if address.endswith(".html")]
        for slug in self.agencies:
            self.load(slug)
        good = [made for slug in self.agencies if (made := self._agencies[slug].good) is not None]
        pages = [*(page for made in good for page in made.pages), *own]
        return whole_site.make_site_exports(self._site, pages, lambda: [made.shared() for made in good])

    def _search_files(self) -> dict[str, bytes]:
        """The files of the search that belong to no agency: for them every page of the site is made."""
        if self._search is None and self._site is not None:
            found: list[tuple[str, str, list[tuple[str, str, str]]]] = []
            for slug in self.agencies if self._site.setting.site.search else ():
                self.load(slug)
                agency = self._agencies[slug]
                if agency.good is not None:
                    found.append((slug, agency.good.row.name, [agency.filled(one).note for one in agency.good.shards]))
            for address in (*self._own_files(), *self._later):
                self.get(address)  # makes those that are made later
            self._search = whole_site.make_search_files(self._site, self._own_files(), found)
        return self._search or {}

    def _manifests(self) -> Manifests | None:
        return None if self._site is None else Manifests(self._site, self._made, self._without_agency)

    def _made(self, slug: str) -> Made | None:
        """All files of an agency with the checksums of its evidence; nothing while one cannot be made."""
        self.load(slug)
        agency = self._agencies[slug]
        if agency.good is None:
            return None
        files: Files = dict(agency.good.evidence)
        for address in agency.good.addresses:
            if address not in files:
                if (content := agency.made(address)) is None:
                    return None
                files[address] = content
        return files, agency.good.checksums

    def _without_agency(self) -> Files | None:
        """All files that belong to no agency but the manifest; nothing while one cannot be made."""
        addresses = {*self._own_files(), *self._later, *self._exports(), *self._search_files()}
        made = {address: self.get(address) for address in addresses}
        return None if None in made.values() else {name: data for name, data in made.items() if data is not None}
