"""The compliance index and the list of what to do first, as templates see them."""

from collections.abc import Mapping

from generator.oit.assessment import Assessment, ItemAssessment, ItemState
from generator.oit.catalogue import Catalogue
from generator.oit.rounding import points, short_points
from generator.oit.what_if import assessed_with, official_with
from generator.rendering.addresses import AgencyPlace
from generator.rendering.views import IndexGroup, IndexRow, IndexView, StateCount, TodoRow
from generator.rendering.wording import joined


def index_view(catalogue: Catalogue, assessment: Assessment, folder: str) -> IndexView:
    """The index of every item in order; ``folder`` leads from the page to the folder of the agency-year."""
    rows = {item.item.number: index_row(item) for item in assessment.items}
    groups = tuple(
        IndexGroup(sub.number, sub.title, tuple(rows[item.number] for item in sub.items))
        for indicator in catalogue.indicators
        for sub in indicator.sub_indicators
    )
    has_official = any(item.official is not None for item in assessment.items)
    return IndexView(groups, state_counts(assessment), len(assessment.items), folder, has_official)


def index_row(item: ItemAssessment) -> IndexRow:
    """One row of the index."""
    return IndexRow(
        number=item.item.number,
        title=item.item.title,
        address=f"{item.item.slug}/index.html",
        state=item.state.value,
        official="" if item.official is None else short_points(item.official),
        offices=joined(item.disclosure.offices) if item.disclosure is not None else "",
        own_title=item.disclosure.title if item.disclosure is not None else "",
    )


def state_counts(assessment: Assessment) -> tuple[StateCount, ...]:
    """How many items are in each state, the states that occur."""
    return tuple(StateCount(state.value, count) for state, count in assessment.state_counts().items() if count)


def todo_rows(catalogue: Catalogue, assessment: Assessment, place: AgencyPlace) -> tuple[TodoRow, ...]:
    """The items that are not verified: those the regulator found wanting first, then by the points they bring.

    What the regulator gave full points for, and of which nothing else is said, is not to be done.
    """
    known = {item.official for item in assessment.items if item.official is not None}
    full = max(known, default=None)
    waiting = [
        item
        for item in assessment.items
        if not item.verified and not (item.state is ItemState.NOT_STATED and item.official and item.official == full)
    ]
    waiting.sort(key=lambda item: (item.official is None or item.official > 0, -item.worth))
    met = {item.item.number: item.verified for item in assessment.items}
    return tuple(_todo(item, catalogue, assessment, met, place) for item in waiting)


def _todo(
    item: ItemAssessment, catalogue: Catalogue, assessment: Assessment, met: Mapping[str, bool], place: AgencyPlace
) -> TodoRow:
    what_if = None
    if item.official == catalogue.unmet:
        what_if = official_with(catalogue, assessment.official, item.item)
    elif item.official is None and assessment.verified_total is not None:
        what_if = assessed_with(catalogue, met, assessment.verified_total, item.item)
    return TodoRow(
        number=item.item.number,
        title=item.item.title,
        address=place.item(catalogue.year, item.item),
        state=item.state.value,
        official="" if item.official is None else short_points(item.official),
        worth=points(item.worth),
        now="" if what_if is None else points(what_if.now),
        then="" if what_if is None else points(what_if.then),
        missing=missing(item),
        offices=joined(item.disclosure.offices) if item.disclosure is not None else "",
    )


def missing(item: ItemAssessment) -> tuple[str, ...]:
    """What an item lacks before it can be verified; nothing when nothing at all is stated."""
    if item.state is ItemState.NOT_STATED:
        return ()
    return tuple(check.element.text for check in item.elements if not check.verified)
