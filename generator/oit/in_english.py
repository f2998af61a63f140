"""Catalogues, agencies and assessments with their English titles in front.

What has no English title keeps its Thai one. In the results the titles are swapped: ``title_en`` holds
the title that is not shown first. Numbers and scores are those of the original.
"""

from collections.abc import Mapping, Sequence

from generator.oit.agency import Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.catalogue import Catalogue, Indicator, Instrument, Item, Rating, SubIndicator
from generator.oit.rollup import Total


def catalogue_in_english(catalogue: Catalogue) -> Catalogue:
    """A catalogue with its English titles in front."""
    instruments = tuple(_instrument(instrument) for instrument in catalogue.instruments)
    items = tuple(
        item
        for instrument in instruments
        for indicator in instrument.indicators
        for sub in indicator.sub_indicators
        for item in sub.items
    )
    by_number = {item.number: item for item in items}
    return catalogue._replace(
        instruments=instruments,
        ratings=tuple(_rating(rating) for rating in catalogue.ratings),
        items=tuple(by_number[item.number] for item in catalogue.items),
        by_number=by_number,
    )


def rating_in_english(printed: str, catalogue: Catalogue) -> str:
    """The English name of a rating in a report; ``catalogue`` is in English already."""
    return next((rating.label for rating in catalogue.ratings if rating.label_en == printed), printed)


def agency_in_english(agency: Agency) -> Agency:
    """An agency by its English name."""
    return agency._replace(name=agency.name_en, name_en=agency.name) if agency.name_en else agency


def years_in_english(years: Sequence[AgencyYear], catalogues: Mapping[int, Catalogue]) -> tuple[AgencyYear, ...]:
    """The years of an agency; ``catalogues`` are in English already."""
    return tuple(
        content._replace(agency=agency_in_english(content.agency), catalogue=catalogues[content.year])
        for content in years
    )


def assessment_in_english(assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """An assessment of the items of a catalogue that is in English; what it has found of the report stays."""
    official = assessment.official
    return assessment._replace(
        items=tuple(one._replace(item=catalogue.by_number[one.item.number]) for one in assessment.items),
        official=official._replace(
            rating_reported=rating_in_english(official.rating_reported, catalogue),
            total_recomputed=_total(official.total_recomputed),
        ),
        complete_total=_total(assessment.complete_total),
        reported_total=_total(assessment.reported_total),
    )


def _instrument(instrument: Instrument) -> Instrument:
    own = instrument._replace(indicators=tuple(_indicator(indicator) for indicator in instrument.indicators))
    return own._replace(title=own.title_en, title_en=own.title) if own.title_en else own


def _indicator(indicator: Indicator) -> Indicator:
    own = indicator._replace(sub_indicators=tuple(_sub_indicator(sub) for sub in indicator.sub_indicators))
    return own._replace(title=own.title_en, title_en=own.title) if own.title_en else own


def _sub_indicator(sub: SubIndicator) -> SubIndicator:
    own = sub._replace(items=tuple(_item(item) for item in sub.items))
    return own._replace(title=own.title_en, title_en=own.title) if own.title_en else own


def _item(item: Item) -> Item:
    return item._replace(title=item.title_en, title_en=item.title) if item.title_en else item


def _rating(rating: Rating) -> Rating:
    return rating._replace(label=rating.label_en, label_en=rating.label) if rating.label_en else rating


def _total(total: Total | None) -> Total | None:
    return None if total is None else total._replace(rating=_rating(total.rating))
