"""What a portal shows of one agency."""

from generator.oit.rounding import points
from generator.rendering.accessibility_view import barriers_view
from generator.rendering.agency_context import AgencyContext
from generator.rendering.agency_view import place_of
from generator.rendering.index_view import state_counts
from generator.rendering.views import AgencyRow, YearLink


def portal_row(context: AgencyContext) -> AgencyRow:
    """One agency with the scores of its latest year; counted for the accessibility statement if there is one."""
    agency, years, place, wording = context.agency, context.contents, context.place, context.setting.wording
    links = tuple(YearLink(str(content.year), place.dashboard(content.year), False) for content in reversed(years))
    latest = context.assessments[years[-1].year] if years else None
    official = None
    total = rating = ""
    if latest is not None:
        instrument = years[-1].catalogue.disclosure_instrument
        figure = latest.official.instruments.get(instrument.code) if instrument is not None else None
        official = figure.best if figure is not None else None
        reported = latest.official.total.reported
        total = "" if reported is None else points(reported)
        rating = latest.official.rating_reported
    return AgencyRow(
        slug=agency.slug,
        name=agency.name,
        other_name=agency.name_en,
        district=agency.district,
        province=agency.province,
        place=place_of(agency.district, agency.province, wording),
        address=place.home,
        year=links[0].year if links else "",
        year_address=links[0].address if links else "",
        years=links,
        complete="" if latest is None or not latest.stated else points(latest.complete.instrument.value),
        reported="" if latest is None or not latest.stated else points(latest.reported.instrument.value),
        official="" if official is None else points(official),
        rating=rating,
        total=total,
        states=() if latest is None else state_counts(latest),
        example=agency.example,
        barriers=barriers_view(agency, years if context.setting.site.accessibility else ()),
    )
