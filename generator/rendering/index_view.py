"""The compliance index and the to-do list, for templates."""

from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.catalogue import Catalogue
from generator.oit.rounding import points, short_points
from generator.oit.todo import TodoItem, todo_items
from generator.rendering.addresses import AgencyAddresses
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


def todo_rows(catalogue: Catalogue, assessment: Assessment, place: AgencyAddresses) -> tuple[TodoRow, ...]:
    """To-do rows, most useful first."""
    return tuple([_todo_row(todo, catalogue, place) for todo in todo_items(catalogue, assessment)])


def _todo_row(todo: TodoItem, catalogue: Catalogue, place: AgencyAddresses) -> TodoRow:
    what_if = todo.what_if
    return TodoRow(
        number=todo.number,
        title=todo.title,
        address=place.item(catalogue.year, catalogue.by_number[todo.number]),
        state=todo.state.value,
        official="" if todo.official is None else short_points(todo.official),
        worth=points(todo.worth),
        now="" if what_if is None else points(what_if.now),
        then="" if what_if is None else points(what_if.then),
        missing=todo.missing,
        offices=joined(todo.offices),
    )
