"""The previewed site: what would be built now, made page by page as it is looked at.

It is the same pipeline as a build. A change is read where the watcher says that something stirred,
and every digest is compared again in a quiet moment, so a missed or merged event is made up for.
While something is wrong the last good pages stay, and the problems are told beside them.
"""

import os
import time
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator import pipeline
from generator.diagnostics import Diagnostic, Report
from generator.oit.agency_year import AgencyYear
from generator.pipeline import Outline, PlannedAgency, Site
from generator.project import Project
from generator.reading.agency_folder import Memo
from generator.reading.inputs import Inputs, read_agency_tree, read_inputs
from generator.rendering.bodies import BodyMemo
from generator.writing.bundle import FileRef

Content = bytes | FileRef
SHARED = ""
"""The hint that something which all agencies depend on has stirred."""


class Change(NamedTuple):
    """What a look at the sources found: the agencies made anew, what changed in them, and the time it took."""

    agencies: tuple[str, ...]
    items: tuple[tuple[str, tuple[str, ...]], ...]
    pages: int
    seconds: float


class _Agency:
    """One agency as it was last looked at, and as it was last good.

    Until one of its pages is asked for, only its outline is made: what the rest of the site shows of it.
    """

    __slots__ = ("bodies", "cache", "digest", "good", "is_whole", "memo", "outline", "report")

    def __init__(self) -> None:
        self.digest = b""
        self.is_whole = False
        self.outline: Outline | None = None
        self.good: PlannedAgency | None = None
        self.report = Report()
        self.memo = Memo()
        self.bodies = BodyMemo()
        self.cache: dict[str, bytes] = {}


class Session:
    """The site as it stands now. One thread uses it; looking at an address may read an agency first."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._inputs: Inputs | None = None
        self._site: Site | None = None
        self._shared = Report()
        self._agencies: dict[str, _Agency] = {}
        self._own: dict[str, bytes] | None = None
        self._own_report = Report()
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

    def refresh(self, hints: Collection[str]) -> Change | None:
        """Look at what the hints name: agencies by slug, or ``SHARED``; what changed, or nothing if nothing did."""
        started = time.perf_counter()
        before = self.problems
        changed: list[str] = []
        items: list[tuple[str, tuple[str, ...]]] = []
        shared = SHARED in hints and self._refresh_shared()
        looked = self._agencies if shared else [slug for slug in hints if slug in self._agencies]
        for slug in list(looked):
            old = self._agencies[slug].good
            if self._refresh_agency(slug, again=shared):
                changed.append(slug)
                items += _differences(old, self._agencies[slug].good)
        if not shared and not changed:
            return None
        self._own = None
        self._own_report = Report()
        pages = sum(len(made.pages) for slug in changed if (made := self._agencies[slug].good) is not None)
        if changed or shared or self.problems != before:
            self.version += 1
        return Change(tuple(changed), tuple(items), pages, time.perf_counter() - started)

    def look_again(self) -> Iterator[Change]:
        """Compare every digest, agency by agency; what had changed unnoticed."""
        for hint in (SHARED, *list(self._agencies)):
            change = self.refresh({hint})
            if change is not None:
                yield change

    def load(self, slug: str) -> bool:
        """Read an agency whose pages were not asked for yet; whether its coming changes what is wrong."""
        if slug not in self.agencies:
            return False
        agency = self._agencies.setdefault(slug, _Agency())
        if agency.is_whole:
            return False
        known = agency.report.diagnostics
        agency.is_whole = True
        self._refresh_agency(slug, again=True)
        if agency.report.diagnostics == known:
            return False
        self.version += 1
        return True

    def get(self, address: str) -> bytes | None:
        """The content of an address, made now if need be; nothing when there is no such address."""
        slug = self._owner(address)
        if slug is not None:
            self.load(slug)
            content = self._of_agency(self._agencies[slug], address)
            if content is not None:
                return content
        if self._site is not None and address in pipeline.site_export_addresses(self._site):
            return self._exports().get(address)
        return self._own_files().get(address)

    def addresses(self) -> list[str]:
        """Every address of the site; all agencies are read for it."""
        found: list[str] = []
        for slug in self.agencies:
            self.load(slug)
            good = self._agencies[slug].good
            if good is not None:
                found += [*good.pages, *good.data, *good.evidence]
        return sorted({*found, *self._own_files(), *self._exports()})

    def _owner(self, address: str) -> str | None:
        site = self._site
        if site is None:
            return None
        if not site.settings.is_portal:
            return site.agencies[0]
        slug = address.partition("/")[0]
        return slug if slug in site.agencies else None

    def _of_agency(self, agency: _Agency, address: str) -> bytes | None:
        made = agency.cache.get(address)
        if made is not None:
            return made
        good = agency.good
        if good is None:
            return None
        if address in good.evidence:
            return _bytes(good.evidence[address])
        if address in good.data:
            made = good.data[address]()
        elif address in good.pages:
            before = len(agency.report.diagnostics)
            html = good.pages[address]()
            if len(agency.report.diagnostics) > before:
                self.version += 1
            made = html.encode("utf-8") if html is not None else None
        if made is not None:
            agency.cache[address] = made
        return made

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
        site = pipeline.make_site(self._project, inputs, report) if inputs is not None else None
        self._shared = report
        if site is not None:
            self._site = site
            for slug in [slug for slug in self._agencies if slug not in site.agencies]:
                del self._agencies[slug]
        return True

    def _refresh_agency(self, slug: str, *, again: bool) -> bool:
        """Read an agency if its files are others than before; whether they are."""
        site, agency = self._site, self._agencies[slug]
        if site is None:
            return False
        report = Report()
        tree = read_agency_tree(self._project, slug, report)
        if tree.digest == agency.digest and not again and report.diagnostics == []:
            return False
        agency.digest = tree.digest
        agency.memo, agency.bodies = agency.memo.following(), agency.bodies.following()
        agency.report = report
        if not agency.is_whole:
            outline = None if report.failed else pipeline.outline_agency(site, slug, tree, report, agency.memo)
            agency.outline = outline or agency.outline
            return True
        planned = None
        if not report.failed:
            planned = pipeline.plan_agency(site, slug, tree, report, agency.memo, agency.bodies)
        if planned is not None and not report.failed:
            agency.good = planned
            agency.outline = Outline(planned.row, tuple(content.year for content in planned.years))
            agency.cache = {}
        return True

    def _outline(self, slug: str) -> Outline | None:
        if slug not in self._agencies:
            self._agencies[slug] = _Agency()
            self._refresh_agency(slug, again=False)
            if self._agencies[slug].report.diagnostics:
                self.version += 1
        return self._agencies[slug].outline

    def _own_files(self) -> dict[str, bytes]:
        """The pages that belong to no agency, and the assets; a portal shows a row of every agency."""
        if self._own is None and self._site is not None:
            outlines = [outline for slug in self.agencies if (outline := self._outline(slug)) is not None]
            rows = [outline.row for outline in outlines]
            years = [year for outline in outlines for year in outline.years]
            report = Report()
            own = pipeline.make_site_pages(self._site, rows, years, report)
            self._own, self._own_report = {**own, **pipeline.site_assets(self._site)}, report
            if report.diagnostics:
                self.version += 1
        return self._own or {}

    def _exports(self) -> dict[str, bytes]:
        """The data about the whole site, for which every agency is read."""
        if self._site is None:
            return {}
        own = [address for address in self._own_files() if address.endswith(".html")]
        for slug in self.agencies:
            self.load(slug)
        good = [made for slug in self.agencies if (made := self._agencies[slug].good) is not None]
        return pipeline.make_site_exports(self._site, [*(page for made in good for page in made.pages), *own])


def _bytes(content: Content) -> bytes | None:
    """What is served for an address; an evidence file is read when it is asked for."""
    if isinstance(content, bytes):
        return content
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(content.path, flags)
        with os.fdopen(descriptor, "rb") as source:
            data = source.read(content.size + 1)
    except OSError:
        return None
    return data if len(data) == content.size else None


def _differences(old: PlannedAgency | None, new: PlannedAgency | None) -> list[tuple[str, tuple[str, ...]]]:
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
