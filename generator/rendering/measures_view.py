"""Measures and the progress of items, as their pages show them."""

import datetime
from collections.abc import Iterable

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.disclosure import Progress
from generator.oit.measure import Measure, MeasureState, measure_state
from generator.rendering.addresses import AgencyPlace
from generator.rendering.finding_view import about_address, about_label
from generator.rendering.results_view import names_view, source_view
from generator.rendering.views import (
    Crumb,
    MeasureGroup,
    MeasuresView,
    MeasureView,
    ProgressGroup,
    ProgressRow,
    ProgressView,
    StateCount,
)
from generator.rendering.wording import joined, thai_date


def measures_view(content: AgencyYear, place: AgencyPlace, today: datetime.date | None = None) -> MeasuresView | None:
    """The measures of a year under their printed headings; nothing without any."""
    measures = content.measures
    if measures is None:
        return None
    groups: list[tuple[str, list[MeasureView]]] = []
    for measure in measures.measures:
        if not groups or groups[-1][0] != measure.group:
            groups.append((measure.group, []))
        groups[-1][1].append(_measure(measure, content, place, today))
    return MeasuresView(
        source=source_view(measures.source),
        for_year=str(measures.for_year),
        groups=tuple(MeasureGroup(heading, tuple(rows)) for heading, rows in groups),
        counts=_states(measures.measures, today),
        today=thai_date(today),
        names=names_view(measures.names),
    )


def _states(measures: Iterable[Measure], today: datetime.date | None) -> tuple[StateCount, ...]:
    counts = dict.fromkeys(MeasureState, 0)
    for measure in measures:
        counts[measure_state(measure, today)] += 1
    return tuple(StateCount(state.value, count) for state, count in counts.items() if count)


def _measure(measure: Measure, content: AgencyYear, place: AgencyPlace, today: datetime.date | None) -> MeasureView:
    dates = ""
    if measure.start is not None or measure.until is not None:
        dates = f"{thai_date(measure.start)} – {thai_date(measure.until)}".strip(" –")
    return MeasureView(
        number=measure.number,
        title=measure.title,
        about=tuple(Crumb(about_label(about), about_address(content, about, place)) for about in measure.about),
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


def progress_view(content: AgencyYear, assessment: Assessment, place: AgencyPlace) -> ProgressView:
    """The table of done, in progress and not started, by sub-indicator and by office."""
    rows = {item.item.number: _row(item, content, place) for item in assessment.items}
    progress = {item.item.number: _progress(item) for item in assessment.items}
    groups: list[ProgressGroup] = []
    for indicator in content.catalogue.indicators:
        for sub in indicator.sub_indicators:
            numbers = [item.number for item in sub.items]
            counts = _counts(progress[number] for number in numbers)
            groups.append(ProgressGroup(sub.number, sub.title, tuple(rows[number] for number in numbers), counts))
    by_office: dict[str, list[str]] = {}
    for item in assessment.items:
        for office in item.disclosure.offices if item.disclosure is not None else ():
            by_office.setdefault(office, []).append(item.item.number)
    offices = [
        ProgressGroup("", office, tuple(rows[n] for n in numbers), _counts(progress[n] for n in numbers))
        for office, numbers in sorted(by_office.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    return ProgressView(tuple(groups), tuple(offices), _counts(progress.values()))


def _progress(item: ItemAssessment) -> Progress:
    return item.disclosure.progress if item.disclosure is not None else Progress.NOT_STATED


def _row(item: ItemAssessment, content: AgencyYear, place: AgencyPlace) -> ProgressRow:
    disclosure = item.disclosure
    return ProgressRow(
        number=item.item.number,
        title=(disclosure.title if disclosure is not None else "") or item.item.title,
        address=place.item(content.year, item.item),
        progress=_progress(item).value,
        documents=disclosure.documents if disclosure is not None else (),
        offices=joined(disclosure.offices) if disclosure is not None else "",
        note=disclosure.note if disclosure is not None else "",
    )


def _counts(found: Iterable[Progress]) -> tuple[StateCount, ...]:
    counts = dict.fromkeys(Progress, 0)
    for progress in found:
        counts[progress] += 1
    return tuple(StateCount(progress.value, count) for progress, count in counts.items() if count)
