"""The English twin of every page: the same values with English titles and the English strings of the theme."""

from generator.diagnostics import Report
from generator.oit.in_english import (
    agency_in_english,
    assessment_in_english,
    catalogue_in_english,
    rating_in_english,
    years_in_english,
)
from generator.rendering.addresses import AgencyAddresses, SiteAddresses
from generator.rendering.agency_context import AgencyContext, AssessedAgency
from generator.rendering.agency_pages import AgencyPages
from generator.rendering.agency_view import place_of
from generator.rendering.bodies import BodyMemo
from generator.rendering.render_context import RenderContext
from generator.rendering.templates import Templates
from generator.rendering.views import AgencyRow
from generator.rendering.wording import Wording


def english_setting(setting: RenderContext) -> RenderContext:
    """What English pages are made with, from what the Thai ones are made with. Figures are in Arabic digits."""
    place, site = SiteAddresses("en"), setting.site
    catalogues = {year: catalogue_in_english(one) for year, one in setting.catalogues.items()}
    if site.other_title:
        site = site._replace(title=site.other_title, other_title=site.title)
    return setting._replace(
        site=site._replace(
            folder=place.prefix,
            home=place.home,
            method=place.methods if site.method else "",
            search=place.search if site.search else "",
            accessibility=place.accessibility if site.accessibility else "",
        ),
        templates=Templates(setting.theme, language="en"),
        catalogues=catalogues,
        wording=Wording("en", setting.theme.strings["en"]),
        place=place,
    )


def english_pages(setting: RenderContext, main: AgencyPages, report: Report, memo: BodyMemo | None) -> AgencyPages:
    """The English pages of an agency; ``main`` are its Thai ones, with which all texts were looked over."""
    thai, catalogues = main.context, setting.catalogues
    content = AssessedAgency(
        agency_in_english(thai.agency),
        years_in_english(thai.contents, catalogues),
        {year: assessment_in_english(one, catalogues[year]) for year, one in thai.assessments.items()},
    )
    return AgencyPages(AgencyContext(setting, content, report, thai.offers, memo), main.kinds, main)


def row_in_english(setting: RenderContext, row: AgencyRow) -> AgencyRow:
    """A row made for the Thai pages as it stands on the English ones."""
    place = AgencyAddresses(row.slug, is_portal=setting.site.is_portal, language="en")
    years = tuple(link._replace(address=place.dashboard(int(link.year))) for link in row.years)
    return row._replace(
        name=row.other_name or row.name,
        other_name=row.name if row.other_name else "",
        place=place_of(row.district, row.province, setting.wording),
        address=place.home,
        year_address=years[0].address if years else "",
        years=years,
        rating=rating_in_english(row.rating, setting.catalogues[int(row.year)]) if row.year else "",
    )
