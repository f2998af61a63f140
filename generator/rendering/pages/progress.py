"""How far the agency says it has come with each item, by sub-indicator and by office."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.oit.assessment import ItemAssessment
from generator.oit.disclosure import Progress
from generator.oit.office_duties import OfficeDuties
from generator.rendering.page_kind import OnePage
from generator.rendering.views import StateCount
from generator.rendering.wording import joined
from generator.rendering.year_context import YearContext


class ProgressRow(NamedTuple):
    """One item in the table of done, in progress and not started."""

    number: str
    title: str
    address: str
    progress: str
    documents: tuple[str, ...]
    offices: str
    note: str


class ProgressGroup(NamedTuple):
    """The progress of the items of one sub-indicator, or of one office, whose page is at ``address``."""

    number: str
    title: str
    address: str
    rows: tuple[ProgressRow, ...]
    counts: tuple[StateCount, ...]


class ProgressView(NamedTuple):
    """The table of progress by sub-indicator, with the totals of each office and of the items that are nobody's."""

    groups: tuple[ProgressGroup, ...]
    offices: tuple[ProgressGroup, ...]
    unstated: ProgressGroup | None
    counts: tuple[StateCount, ...]


def _view(year: YearContext) -> ProgressView:
    """The table of done, in progress and not started, by sub-indicator and by office."""
    rows = {item.item.number: _row(item, year) for item in year.assessment.items}
    progress = {item.item.number: _progress(item) for item in year.assessment.items}
    groups: list[ProgressGroup] = []
    for indicator in year.content.catalogue.indicators:
        for sub in indicator.sub_indicators:
            numbers = [item.number for item in sub.items]
            groups.append(_group(sub.number, sub.title, "", numbers, rows, progress))
    by_office = [
        _group("", one.name, year.offices.address(one.slug), _numbers(one), rows, progress)
        for one in year.offices.duties
        if one.items
    ]
    nobodys = _numbers(year.offices.nobodys)
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


def _row(item: ItemAssessment, year: YearContext) -> ProgressRow:
    disclosure = item.disclosure
    return ProgressRow(
        number=item.item.number,
        title=(disclosure.title if disclosure is not None else "") or item.item.title,
        address=year.place.item(year.content.year, item.item),
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


def _exists(year: YearContext) -> bool:
    """The agency says of any item how far it has come, or there are words about it."""
    stated = (disclosure.progress is not Progress.NOT_STATED for disclosure in year.content.disclosures.values())
    return any(stated) or PAGE.kind in year.content.narratives


def _make(year: YearContext) -> str | None:
    return year.render_one(PAGE, {"report": year.words(PAGE.kind), "progress": _view(year)})


PAGE = OnePage("progress", "progress/", _exists, _make)
