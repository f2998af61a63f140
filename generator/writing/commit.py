"""The commit: move all staged changes into the target at once."""

import os
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from generator.paths import path_of
from generator.writing.completion import Completion
from generator.writing.difference import walked
from generator.writing.disk import CrashPoint, Disk
from generator.writing.former import donor, retire
from generator.writing.plan import Plan, plan
from generator.writing.record import UnitRecord, fingerprint, is_record, save
from generator.writing.staging import Staged
from generator.writing.state import State
from generator.writing.swap import settle, swap


class Committed(NamedTuple):
    """What a publication did to the target."""

    part: str | None
    """The address of the file or folder that was exchanged, "" for the whole site; None: the target was not touched."""
    written: int
    """How many files are new or have other content."""
    removed: int
    """How many files of staged units vanished."""


class Commit:
    """One commit in its two steps: up to the swap the old site stands, from there on the new one."""

    def __init__(
        self,
        disk: Disk,
        state: State,
        staged: Sequence[Staged],
        kept: Collection[str],
        recall: Callable[[str], UnitRecord],
    ) -> None:
        """``recall`` gives the record of a kept unit; it is asked only for those that matter."""
        self.swapped = False
        """Whether the new site is in place."""
        self._disk = disk
        self._state = state
        self._staged = staged
        self._recall = recall
        self._old: dict[str, UnitRecord] = {}
        self._new = {one.unit: one.record for one in staged if one.record is not None}
        """What to note about the staged units; about the others there is nothing new."""
        self._known = frozenset((*kept, *self._new))
        self._units = frozenset((*kept, *(one.unit for one in staged)))
        if "" not in self._known or len(self._units) != len(frozenset(kept)) + len(staged):
            raise ValueError("every unit, and the site's own, is staged or kept, once")
        self._recorded = {entry.path for entry in disk.list(state.records) if is_record(entry.name)}
        for unit in kept:
            if state.record(unit) not in self._recorded:
                raise ValueError(f"not published: {unit!r}")
        for address in self._record_of("").addresses:
            if address.partition("/")[0] in self._units:
                raise ValueError(f"{address!r} belongs to a unit of its own")

    def run(self, *, fresh: bool, durable: bool) -> Committed:
        """Bring the changes into the target, if there are any, and note how it looks now."""
        self._disk.reached(CrashPoint.STAGED)
        tops = [] if fresh else [entry.name for entry in self._disk.list(self._state.target)]
        changes = plan(self._staged, self._known, self._record_of, tops)
        if changes is not None:
            displaced = self._replace(changes, durable=durable)
            if displaced is not None:
                settle(self._disk, self._state, changes.part, displaced)
                self._sort_out(changes.foreign)
                if not fresh:  # then it was an empty folder
                    useful = 2 * len(changes.changed) < len(self._units)
                    retire(self._disk, self._state, whole=not changes.part, useful=useful)
        self._disk.reached(CrashPoint.SHELVED)
        self._note()
        self._disk.reached(CrashPoint.RECORDED)
        if changes is None:
            return Committed(None, 0, 0)
        written = sum(one.files if fresh else len(one.difference.written) for one in self._staged)
        return Committed(changes.part, written, sum(one.difference.removed for one in self._staged))

    def _record_of(self, unit: str) -> UnitRecord:
        if unit in self._new:
            return self._new[unit]
        if unit not in self._old:
            self._old[unit] = self._recall(unit)
        return self._old[unit]

    def _replace(self, changes: Plan, *, durable: bool) -> str | None:
        """Put the changes into the target; gives the path of what they displaced."""
        disk, state, part = self._disk, self._state, changes.part
        completion = Completion(disk, state, changes)
        completion.run(self._record_of, None if part else donor(disk, state))
        disk.reached(CrashPoint.COMPLETED)
        if durable:
            disk.flush(state.next)
        disk.reached(CrashPoint.SYNCED)
        above = os.path.dirname(path_of(state.target, part))
        moment = disk.stat(above).st_mtime_ns
        displaced = swap(disk, state, part, staged=changes.present)
        self.swapped = True
        if part and part.rpartition("/")[0] not in changes.dirty:
            disk.date(above, moment)  # none of its own entries changed
        if durable:
            disk.sync(above)
        different = changes.changed | {""} if "" in changes.dirty else changes.changed
        for unit in different & self._known if completion.linked else self._known:
            self._new[unit] = self._record_of(unit)._replace(fingerprint="")
        return displaced

    def _sort_out(self, foreign: Collection[str]) -> None:
        """Take away the links, pipes and the like among what was displaced: publishing keeps none."""
        odd = {address for one in self._staged for address in one.difference.odd}
        odd.update(walked(self._disk, self._state.next, foreign).odd)
        for address in odd:
            self._disk.remove(path_of(self._state.next, address), False)

    def _note(self) -> None:
        """Note the units as they are published now, and forget those that are no more."""
        disk, state = self._disk, self._state
        for unit, record in self._new.items():
            seen = record.fingerprint or fingerprint(disk, state.target, unit, record.addresses)
            save(disk, state.record(unit), record._replace(fingerprint=seen))
        for path in self._recorded.difference(state.record(unit) for unit in self._units):
            disk.remove(path, False)
