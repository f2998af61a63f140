"""The progress of each item, as the agency states it."""

from collections.abc import Iterable, Mapping, Sequence

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment, ItemAssessment
from generator.oit.disclosure import Progress
from generator.oit.office_duties import OfficeDuties
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.office_view import OfficeFrame
from generator.rendering.views import ProgressGroup, ProgressRow, ProgressView, StateCount
from generator.rendering.wording import joined


def progress_view(
    content: AgencyYear, assessment: Assessment, place: AgencyAddresses, offices: OfficeFrame
) -> ProgressView:
    """The table of done, in progress and not started, by sub-indicator and by office."""
    rows = {item.item.number: _row(item, content, place) for item in assessment.items}
    progress = {item.item.number: _progress(item) for item in assessment.items}
    groups: list[ProgressGroup] = []
    for indicator in content.catalogue.indicators:
        for sub in indicator.sub_indicators:
            numbers = [item.number for item in sub.items]
            groups.append(_group(sub.number, sub.title, "", numbers, rows, progress))
    by_office = [
        _group("", one.name, offices.address(one.slug), _numbers(one), rows, progress)
        for one in offices.duties
        if one.items
    ]
    nobodys = _numbers(offices.nobodys)
    return ProgressView(
        groups=tuple(groups),
        offices=tuple(by_office),
        unstated=_group("", "", "", nobodys, rows, progress) if by_office and nobodys else None,
        counts=_counts(progress.values()),
    )


def _numbers(duties: OfficeDuties) -> list[str]:
    return [item.item.number for item in duties.items]


def _group(
    number: str,
    title: str,
    address: str,
    items: Sequence[str],
    rows: Mapping[str, ProgressRow],
    progress: Mapping[str, Progress],
) -> ProgressGroup:
    counts = _counts(progress[item] for item in items)
    return ProgressGroup(number, title, address, tuple(rows[item] for item in items), counts)


def _progress(item: ItemAssessment) -> Progress:
    return item.disclosure.progress if item.disclosure is not None else Progress.NOT_STATED


def _row(item: ItemAssessment, content: AgencyYear, place: AgencyAddresses) -> ProgressRow:
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
