"""The agency and its years, as templates see them."""

from collections.abc import Mapping, Sequence

from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.views import AgencyView, ChannelView, Crumb, SiteView, TabView, YearLink, YearView
from generator.rendering.wording import Wording


def agency_view(
    agency: Agency, place: AgencyAddresses, years: Sequence[int], current: int | None, wording: Wording, *, trend: bool
) -> AgencyView:
    """The agency with links to its years, newest first; ``current`` is the year of the page."""
    contact = agency.contact
    return AgencyView(
        slug=agency.slug,
        name=agency.name,
        other_name=agency.name_en,
        kind=wording.say(f"kind_{agency.kind}"),
        district=agency.district,
        province=agency.province,
        place=place_of(agency.district, agency.province, wording),
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


def place_of(district: str, province: str, wording: Wording) -> str:
    """District and province in one line; the district may be unknown."""
    if not district:
        return wording.say("in_province", province=province)
    return wording.say("in_district", district=district, province=province)


def year_view(
    content: AgencyYear,
    pages: Mapping[str, str],
    tabs: tuple[TabView, ...],
    *,
    method: str,
    data: str,
    crosswalks: tuple[Crumb, ...],
) -> YearView:
    """One agency-year with the addresses of its ``pages`` by their kind, of the method and of its data, or empty."""
    catalogue = content.catalogue
    return YearView(
        year=str(content.year),
        title=catalogue.title,
        regulator=catalogue.regulator,
        address=pages["dashboard"],
        pages=pages,
        tabs=tabs,
        method=method,
        data=data,
        pass_line=f"{catalogue.pass_line:f}",
        item_count=str(len(catalogue.items)),
        crosswalks=crosswalks,
    )


def crumbs_to_year(site: SiteView, agency: AgencyView, year: YearView, wording: Wording) -> tuple[Crumb, ...]:
    """Breadcrumb from the home page to the overview of an agency-year."""
    return (*crumbs_to_agency(site, agency), Crumb(f"{wording.say('fiscal_year')} {year.year}", year.address))


def made_crumbs(crumbs: Sequence[Crumb], made: Sequence[str], site: SiteView, agency: AgencyView) -> tuple[Crumb, ...]:
    """The breadcrumb without pages that the theme does not make."""
    missing = {address for kind, address in (("portal", site.home), ("agency", agency.address)) if kind not in made}
    if not site.is_portal:
        missing = {agency.address} if "agency" not in made else set()
    return tuple(crumb for crumb in crumbs if crumb.address not in missing)


def crumbs_to_agency(site: SiteView, agency: AgencyView) -> tuple[Crumb, ...]:
    """Breadcrumb from the home page to the page of an agency."""
    if not site.is_portal:
        return (Crumb(agency.name, agency.address),)
    return (Crumb(site.title, site.home), Crumb(agency.name, agency.address))
