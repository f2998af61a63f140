"""Make a whole site: its agencies in turn, then what belongs to none of them."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from generator.building.agency_plan import Files
from generator.building.result import BuildOptions
from generator.building.site import Site, make_site, make_stand_in
from generator.building.site_plan import SitePlan
from generator.building.units import AgencyUnit, Turns, take_turns
from generator.diagnostics import Report
from generator.oit.todo import YearTodo
from generator.project import Project
from generator.reading.inputs import Inputs
from generator.writing.publish import Publication


class MadeSite(NamedTuple):
    """What was made of a site. ``own`` are the files of the site's own unit; nothing after an error."""

    site: Site | None
    units: Sequence[AgencyUnit]
    own: Files | None = None
    pages: int = 0

    @property
    def todo(self) -> tuple[YearTodo, ...]:
        """What to do first in the agencies that were made, where that was asked for."""
        return tuple(todo for unit in self.units for todo in unit.todo)


def make_all(
    project: Project, inputs: Inputs, options: BuildOptions, report: Report, publication: Publication | None
) -> MadeSite:
    """Make all of a site and stage its agencies; without a publication nothing of it is kept.

    Where the settings or the theme of the site cannot be used, what is wrong in the agencies is told all the same.
    """
    with _seldom_collecting():
        site = make_site(project, inputs, report)
        stand_in = make_stand_in(project, inputs) if site is None else None
        used = site or stand_in
        turns = None if used is None else Turns(used, inputs, publication if site is not None else None, options.todo)
        units = take_turns(turns, used.agencies, options) if turns is not None and used is not None else []
        for unit in units:
            report.extend(unit.diagnostics)
        if site is None or report.failed:
            return MadeSite(site, units)
        kept = [unit.kept for unit in units if unit.kept is not None]
        beside = {address: content for unit in units for address, content in (unit.files or {}).items()}
        plan = SitePlan(site, [unit.in_site(one) for unit, one in zip(units, kept, strict=True)])
        own = plan.files(beside)
        report.extend(plan.report.diagnostics)
        pages = len(plan.pages) + sum(one.pages for one in kept)
        return MadeSite(site, units, None if own is None else {**beside, **own}, pages)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for cycles seldom: almost nothing that is made here forms one, and looking costs a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
