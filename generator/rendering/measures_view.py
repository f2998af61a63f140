"""Measures, as their page shows them."""

import datetime
from collections.abc import Iterable

from generator.oit.agency_year import AgencyYear
from generator.oit.measure import Measure, MeasureState, measure_state
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.finding_view import about_address, about_label
from generator.rendering.results_view import names_view, source_view
from generator.rendering.views import Crumb, MeasureGroup, MeasuresView, MeasureView, StateCount
from generator.rendering.wording import Wording, joined


def measures_view(
    content: AgencyYear, place: AgencyAddresses, wording: Wording, today: datetime.date | None = None
) -> MeasuresView | None:
    """The measures of a year under their printed headings; nothing without any."""
    measures = content.measures
    if measures is None:
        return None
    groups: list[tuple[str, list[MeasureView]]] = []
    for measure in measures.measures:
        if not groups or groups[-1][0] != measure.group:
            groups.append((measure.group, []))
        groups[-1][1].append(measure_view(measure, content, place, wording, today))
    return MeasuresView(
        source=source_view(measures.source, wording),
        for_year=str(measures.for_year),
        groups=tuple(MeasureGroup(heading, tuple(rows)) for heading, rows in groups),
        counts=measure_states(measures.measures, today),
        today=wording.date(today),
        names=names_view(measures.names, wording),
    )


def measure_states(measures: Iterable[Measure], today: datetime.date | None) -> tuple[StateCount, ...]:
    """How many measures are in each state on a day, the states that occur."""
    counts = dict.fromkeys(MeasureState, 0)
    for measure in measures:
        counts[measure_state(measure, today)] += 1
    return tuple(StateCount(state.value, count) for state, count in counts.items() if count)


def measure_view(
    measure: Measure, content: AgencyYear, place: AgencyAddresses, wording: Wording, today: datetime.date | None
) -> MeasureView:
    """One measure as it stands on a day."""
    dates = ""
    if measure.start is not None or measure.until is not None:
        dates = f"{wording.date(measure.start)} – {wording.date(measure.until)}".strip(" –")
    return MeasureView(
        number=measure.number,
        title=measure.title,
        about=tuple(
            Crumb(about_label(about, wording), about_address(content, about, place)) for about in measure.about
        ),
        method=measure.method,
        period=measure.period,
        dates=dates,
        owners=joined(measure.owners),
        follow_up=measure.follow_up,
        result=measure.result,
        outcome=measure.outcome,
        progress=measure.progress.value,
        state=measure_state(measure, today).value,
    )
