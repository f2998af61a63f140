"""The accessibility statement: counts from the content, and the site settings."""

from collections.abc import Sequence

from generator.oit.agency import Agency, Contact
from generator.oit.agency_year import AgencyYear
from generator.oit.barriers import Barriers, barriers_of
from generator.reading.theme import BASE
from generator.rendering.render_context import RenderContext
from generator.rendering.views import AccessibilityView, AgencyRow, BarriersView


def barriers_view(agency: Agency, years: Sequence[AgencyYear]) -> BarriersView:
    """The counts of one agency over some of its years."""
    reachable = bool(agency.channels) or agency.contact != Contact()
    return _view(barriers_of(years), contact=reachable)


def accessibility_view(setting: RenderContext, rows: Sequence[AgencyRow]) -> AccessibilityView:
    """The statement of a site with these agencies."""
    said = setting.accessibility
    found = tuple(row for row in rows if row.barriers.any)
    return AccessibilityView(
        checked=setting.wording.date(said.checked),
        phone=said.contact.phone,
        email=said.contact.email,
        website=said.contact.website,
        contact_address=said.contact.address,
        map=said.contact.map,
        theme="" if setting.theme.name == BASE else setting.theme.name,
        agencies=found,
        others=len(rows) - len(found),
        reachable=sum(row.barriers.contact for row in rows),
        total=_total([row.barriers for row in found]),
        example=bool(rows) and all(row.example for row in rows),
    )


def _total(counted: Sequence[BarriersView]) -> BarriersView:
    formats: dict[str, int] = {}
    for one in counted:
        for name, count in one.formats:
            formats[name] = formats.get(name, 0) + count
    total = Barriers(
        tuple(sorted(formats.items(), key=lambda pair: (-pair[1], pair[0]))),
        sum(one.unstated for one in counted),
        sum(one.wordless for one in counted),
        sum(one.links for one in counted),
    )
    return _view(total, contact=any(one.contact for one in counted))


def _view(counted: Barriers, *, contact: bool) -> BarriersView:
    return BarriersView(
        documents=counted.documents,
        formats=counted.formats,
        unstated=counted.unstated,
        wordless=counted.wordless,
        links=counted.links,
        any=counted != Barriers(),
        contact=contact,
    )
