"""The previewed site: what a build would make now, page by page on demand.

It is the pipeline of a build. A change is read where the watcher reports an event,
and all digests are compared again when idle, so a missed or merged event is still noticed.
Where something is wrong the last good pages stay, with the problems on top.
"""

import os
import time
from collections.abc import Collection, Iterator
from functools import partial

from generator.building.agency_in_site import AgencyInSite
from generator.building.agency_plan import MadeAgency
from generator.building.site import Site, make_site, make_stand_in
from generator.building.site_plan import Needs, SitePlan
from generator.diagnostics import Diagnostic, Report
from generator.paths import path_of
from generator.preview.ahead import making, making_all
from generator.preview.change import Change, ChangedFile, shared_changes
from generator.preview.concern import Concern
from generator.preview.previewed import PreviewedAgency, in_site
from generator.preview.steps import Steps, at_once
from generator.project import CONTENT, Project
from generator.reading.inputs import Inputs, read_inputs
from generator.writing.bundle import FileRef

SHARED = ""
"""The hint that something which all agencies depend on has stirred."""

_FEW = 8
"""Rebuild up to this many changed agencies at once; more are rebuilt on request."""


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
        self._plan: SitePlan | None = None
        self.version = 0
        """Grows whenever what is served, or what is wrong, has changed."""
        self.refresh({SHARED})

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong now, sorted; only of the agencies that were looked at."""
        report = Report(self._shared.diagnostics)
        for agency in self._agencies.values():
            report.extend(agency.report.diagnostics)
        if self._plan is not None:
            report.extend(self._plan.report.diagnostics)
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
        """Look at what the hints name: agencies by slug, or ``SHARED``; what changed, or nothing if nothing did."""
        return at_once(self.refreshing(hints))

    def refreshing(self, hints: Collection[str]) -> Steps[Change | None]:
        """``refresh`` in steps.

        When many stir at once, as when another branch is checked out, they are only marked: each is
        made when it is looked at, so that nobody waits for agencies that nobody looks at.
        """
        started = time.perf_counter()
        before, inputs = self.problems, self._inputs
        shared = SHARED in hints and self._refresh_shared()
        if shared:
            self._plan = None
            for agency in self._agencies.values():
                agency.is_outdated = True
        self._stirred |= set(self._agencies) if shared else self._agencies.keys() & set(hints)
        changed = sorted(self._stirred)
        files = list(shared_changes(inputs, self._inputs)) if shared else []
        if len(changed) <= _FEW:
            changed, found = yield from self._make(changed)
            files += found
        if not shared and not changed:
            return None
        self._plan = None
        if changed or shared or self.problems != before:
            self.version += 1
        return Change(tuple(changed), tuple(files), time.perf_counter() - started)

    def look_again(self) -> Iterator[Change]:
        """Compare every digest, agency by agency; what had changed unnoticed."""
        for look in self.looks():
            if (change := at_once(look)) is not None:
                yield change

    def looks(self) -> Iterator[Steps[Change | None]]:
        """``look_again`` in steps: one look for what all agencies share, and one for each of them."""
        yield self.refreshing({SHARED})
        for slug in list(self._agencies):
            if slug in self._agencies:
                yield self._look_at(slug)

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
        told, content = self._told, None
        if slug is not None and (good := self._agencies[slug].good) is not None:
            content = good.get(address)
        if content is None and (plan := self._site_plan()) is not None:
            content = plan.get(address)
        if self._told > told:
            self.version += 1
        return content

    def ahead(self, address: str) -> Steps[None]:
        """Do in steps what takes long about an address, so that ``get`` finds it done.

        What changes meanwhile makes ``get`` take longer, and what it gives no less true.
        """
        slug = self._owner(address)
        if slug is not None:
            yield from self._bring(slug, pages=True)
            if (good := self._last_good(slug)) is not None and address in good.plan.addresses:
                yield from making(good, address)
                return
        if self._plan is None:
            for slug in self.agencies:
                yield from self._bring(slug, pages=False)
        plan = self._site_plan()
        needed = plan.needs(address) if plan is not None else Needs.OUTLINES
        for slug in self.agencies if needed is not Needs.OUTLINES else ():
            yield from self._bring(slug, pages=True)
            if needed is not Needs.PLANS and (good := self._last_good(slug)) is not None:
                yield from making_all(good, listed=needed is Needs.FILES)

    def addresses(self) -> list[str]:
        """Every address of the site; all agencies are read for it."""
        found: set[str] = set()
        for slug in self.agencies:
            self.load(slug)
            if (good := self._agencies[slug].good) is not None:
                found.update(good.plan.addresses)
        if (plan := self._site_plan()) is not None:
            found.update(plan.addresses)
        return sorted(found)

    @property
    def _told(self) -> int:
        """How much has been reported."""
        own = len(self._plan.report.diagnostics) if self._plan is not None else 0
        return own + sum(len(agency.report.diagnostics) for agency in self._agencies.values())

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

    def _make(self, slugs: Collection[str]) -> Steps[tuple[list[str], list[ChangedFile]]]:
        """Bring agencies up to date; those that were made anew, and the files that were changed in them.

        One that is made for somebody who looks, while others are read, counts as well.
        """
        editions = {slug: self._agencies[slug].edition for slug in slugs}
        for slug in slugs:
            agency = self._agencies[slug]
            if self._site is not None and not self._is_away:
                reading = agency.reading(self._project, self._site, anew=True)
                yield reading.do
                if not agency.has(reading):
                    self._refresh_agency(agency, pages=agency.is_wanted)
        changed = [slug for slug in slugs if self._agencies[slug].edition != editions[slug]]
        return changed, [file for slug in changed for file in self._agencies[slug].changed]

    def _refresh_agency(self, agency: PreviewedAgency, *, pages: bool) -> bool:
        if self._site is None or self._is_away:
            return False
        self._stirred.discard(agency.slug)
        outline = agency.outline
        is_made = agency.refresh(self._project, self._site, pages=pages)
        if agency.outline != outline:
            self._plan = None
        return is_made

    def _look_at(self, slug: str) -> Steps[Change | None]:
        started = time.perf_counter()
        changed, files = yield from self._make([slug])
        if not changed:
            return None
        self._plan = None
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

    def _bring(self, slug: str, *, pages: bool) -> Steps[None]:
        """Bring an agency up to date as ``load`` does, or its outline, read by a thread."""
        site = self._site
        if site is None or self._is_away or slug not in site.agencies:
            return
        if slug not in self._agencies:
            self._agencies[slug] = PreviewedAgency(slug)
            self._stirred.add(slug)
        agency = self._agencies[slug]
        while slug in self._stirred or (pages and agency.is_behind):
            reading = agency.reading(self._project, site)
            if reading.tree is not None:
                agency.is_wanted |= pages
                self._settle(agency, pages=pages)
                yield None
                return
            yield reading.do

    def _last_good(self, slug: str) -> MadeAgency | None:
        """An agency as it was last good; it may be gone, or never have been looked at while all content was away."""
        agency = self._agencies.get(slug)
        return agency.good if agency is not None else None

    def _good(self, slug: str) -> MadeAgency | None:
        """An agency as it was last good, after a look at its files."""
        self.load(slug)
        return self._agencies[slug].good

    def _site_plan(self) -> SitePlan | None:
        """The plan of what belongs to no agency, for which the outline of every agency is read."""
        if self._plan is None and self._site is not None:
            agencies: list[AgencyInSite] = []
            for slug in self.agencies:
                if slug not in self._agencies:
                    self._agencies[slug] = PreviewedAgency(slug)
                    self._stirred.add(slug)
                self._settle(self._agencies[slug], pages=False)
                if (outline := self._agencies[slug].outline) is not None:
                    agencies.append(in_site(slug, outline, partial(self._good, slug)))
            self._plan = SitePlan(self._site, agencies)
        return self._plan
