"""Changes since each snapshot, for the changes page and the pages of items."""

from functools import cached_property
from itertools import pairwise

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.changes import EvidenceChange, ItemChange, changes, items_now
from generator.oit.freeze import FrozenItem
from generator.oit.seen_text import seen
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.views import (
    ChangeSpan,
    ElementChangeView,
    EvidenceChangeView,
    HistoryRow,
    ItemChangeView,
)
from generator.rendering.wording import Wording, file_size

_DECLARED = {True: "present", False: "absent", None: ""}


class History:
    """The snapshots of one agency-year, each compared with the next, and the last with the current site."""

    def __init__(self, content: AgencyYear, assessment: Assessment, place: AgencyAddresses, wording: Wording) -> None:
        self._content = content
        self._assessment = assessment
        self._place = place
        self._wording = wording

    def spans(self) -> tuple[ChangeSpan, ...]:
        """What changed after each day, the latest first."""
        days = [self._wording.date(freeze.day) for freeze in self._content.freezes]
        untils = [*days[1:], ""]
        found = []
        for freeze, since, until, changed in zip(self._content.freezes, days, untils, self._changes, strict=True):
            views = tuple(changed.values())
            found.append(ChangeSpan(since, until, views, str(len(freeze.items) - len(views))))
        return tuple(reversed(found))

    def of(self, number: str) -> tuple[HistoryRow, ...]:
        """One item on each of the days, the latest first."""
        rows = []
        for freeze, changed in zip(self._content.freezes, self._changes, strict=True):
            frozen = next((one for one in freeze.items if one.item == number), None)
            if frozen is not None:
                evidence = str(len(frozen.evidence))
                rows.append(
                    HistoryRow(self._wording.date(freeze.day), frozen.state.value, evidence, changed.get(number))
                )
        return tuple(reversed(rows))

    @cached_property
    def _changes(self) -> list[dict[str, ItemChangeView]]:
        """For each day, the items that changed after it, by their numbers."""
        stages: list[tuple[FrozenItem, ...]] = [freeze.items for freeze in self._content.freezes]
        stages.append(items_now(self._content, self._assessment))
        return [
            {change.before.item: self._view(change) for change in changes(before, after)}
            for before, after in pairwise(stages)
        ]

    def _view(self, change: ItemChange) -> ItemChangeView:
        number = change.before.item
        item = self._content.catalogue.by_number.get(number)
        texts = {element.number: element.text for element in item.elements} if item is not None else {}
        return ItemChangeView(
            number=number,
            title=item.title if item is not None else "",
            address=self._place.item(self._content.year, item) if item is not None else "",
            how=change.how,
            state_before=change.before.state.value,
            state_after=change.after.state.value,
            elements=tuple(
                ElementChangeView(
                    str(one.number), texts.get(one.number, ""), _DECLARED[one.before], _DECLARED[one.after]
                )
                for one in change.elements
            ),
            evidence=tuple(_evidence(one) for one in change.evidence),
            words=change.words,
        )


def _evidence(change: EvidenceChange) -> EvidenceChangeView:
    before, after = change.before, change.after
    there = after or before
    assert there is not None
    return EvidenceChangeView(
        how=change.how,
        kind=there.kind.value,
        title=there.title,
        former_title=before.title if before is not None and seen(before.title) != seen(there.title) else "",
        size_before=file_size(before.size) if before is not None and before.sha256 else "",
        size_after=file_size(after.size) if after is not None and after.sha256 else "",
        sha256_before=before.sha256 if before is not None else "",
        sha256_after=after.sha256 if after is not None else "",
    )
