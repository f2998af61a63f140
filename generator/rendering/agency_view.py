"""The agency and its years, as templates see them."""

from collections.abc import Sequence

from generator.oit.agency import AGENCY_KINDS, Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.rendering import addresses
from generator.rendering.addresses import AgencyPlace
from generator.rendering.views import AgencyView, ChannelView, Crumb, SiteView, YearLink, YearView


def agency_view(
    agency: Agency, place: AgencyPlace, years: Sequence[int], current: int | None, *, trend: bool
) -> AgencyView:
    """The agency with links to its years, newest first; ``current`` is the year of the page."""
    contact = agency.contact
    return AgencyView(
        slug=agency.slug,
        name=agency.name,
        name_en=agency.name_en,
        kind=AGENCY_KINDS[agency.kind],
        district=agency.district,
        province=agency.province,
        place=place_of(agency),
        address=place.home,
        trend=place.trend if trend else "",
        contact_address=contact.address,
        phone=contact.phone,
        email=contact.email,
        website=contact.website,
        map=contact.map,
        channels=tuple(ChannelView(channel.title, channel.link) for channel in agency.channels),
        note=agency.note,
        example=agency.example,
        years=tuple(
            YearLink(str(year), place.dashboard(year), year == current) for year in sorted(years, reverse=True)
        ),
    )


def place_of(agency: Agency) -> str:
    """District and province in one line."""
    district = f"อำเภอ{agency.district} " if agency.district else ""
    return f"{district}จังหวัด{agency.province}"


def report_kinds(content: AgencyYear, assessment: Assessment) -> tuple[str, ...]:
    """The report pages an agency-year has: one for each kind of which there is data or words, or a kept day."""
    results = content.results
    has = {
        "results": results is not None and (results.says_anything or bool(assessment.observations)),
        "analysis": results is not None and bool(results.findings),
        "measures": content.measures is not None,
        "progress": any(disclosure.progress.value != "not-stated" for disclosure in content.disclosures.values()),
    }
    kinds = [kind for kind in addresses.REPORT_PAGES if has[kind] or kind in content.narratives]
    return (*kinds, addresses.CHANGES) if content.freezes else tuple(kinds)


def year_view(
    content: AgencyYear,
    place: AgencyPlace,
    kinds: Sequence[str],
    *,
    offices: str,
    data: bool,
    method: bool,
    crosswalks: tuple[Crumb, ...],
    answers: bool = False,
) -> YearView:
    """One agency-year with the addresses of its pages, of the ``kinds`` that are made.

    ``offices`` is the address of the overview of its offices, or empty.
    """
    catalogue = content.catalogue
    every = (*addresses.REPORT_PAGES, addresses.CHANGES)
    pages = {kind: place.report(content.year, kind) if kind in kinds else "" for kind in every}
    return YearView(
        year=str(content.year),
        title=catalogue.title,
        regulator=catalogue.regulator,
        address=place.dashboard(content.year),
        results=pages["results"],
        analysis=pages["analysis"],
        measures=pages["measures"],
        progress=pages["progress"],
        offices=offices,
        answers=place.answers(content.year) if answers else "",
        changes=pages[addresses.CHANGES],
        method=addresses.method(content.year) if method else "",
        data=place.data(content.year) if data else "",
        pass_line=f"{catalogue.pass_line:f}",
        item_count=str(len(catalogue.items)),
        crosswalks=crosswalks,
    )


def crumbs_to_year(site: SiteView, agency: AgencyView, year: YearView) -> tuple[Crumb, ...]:
    """The way from the front page to the front page of an agency-year."""
    return (*crumbs_to_agency(site, agency), Crumb(f"ปีงบประมาณ พ.ศ. {year.year}", year.address))


def made_crumbs(crumbs: Sequence[Crumb], made: Sequence[str], site: SiteView, agency: AgencyView) -> tuple[Crumb, ...]:
    """The way without pages that the theme does not make."""
    missing = {address for kind, address in (("portal", site.home), ("agency", agency.address)) if kind not in made}
    if not site.is_portal:
        missing = {agency.address} if "agency" not in made else set()
    return tuple(crumb for crumb in crumbs if crumb.address not in missing)


def crumbs_to_agency(site: SiteView, agency: AgencyView) -> tuple[Crumb, ...]:
    """The way from the front page to the page of an agency."""
    if not site.is_portal:
        return (Crumb(agency.name, agency.address),)
    return (Crumb(site.title, site.home), Crumb(agency.name, agency.address))
