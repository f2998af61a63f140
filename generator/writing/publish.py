"""Publishing: a reader of the target sees the old site or the new one, whole, whatever happens to this process.

What changes is written beside the target, completed with links to what stays, and put in place by one exchange of the
smallest file or folder that holds all changes; ``CrashPoint`` names the steps. Files that stay keep inode and time.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from generator.writing.disk import CrashPoint, Disk, RealDisk
from generator.writing.fault import PublishError, Reason
from generator.writing.former import spent
from generator.writing.guard import is_fresh, make_beside, refuse_foreign, refuse_mount, refuse_unsafe
from generator.writing.lock import Lock, LockedError
from generator.writing.record import JSON, UnitRecord, fingerprint, load
from generator.writing.state import State
from generator.writing.survey import refuse_strange
from generator.writing.swap import recover
from generator.writing.tree import discard, make_path, remove_all

if TYPE_CHECKING:  # a publication in which nothing has changed needs none of this
    from generator.writing.bundle import Bundle
    from generator.writing.commit import Committed
    from generator.writing.staging import Staged

__all__ = ["JSON", "Publication", "PublishError", "Reason", "UnitRecord"]


class Publication:
    """One publication into a target folder; a context manager that holds the target's lock.

    A site consists of units: top-level folders, and the site's own unit "", which owns whatever belongs to no other.
    ``stage`` the units that may have changed, then ``commit`` all at once, and once. Leaving the context without
    ``commit`` publishes nothing.
    """

    def __init__(
        self,
        target: str,
        *,
        protected: Sequence[str] = (),
        sources: Sequence[str] = (),
        disk: Disk | None = None,
        durable: bool = False,
    ) -> None:
        """``protected``: folders that the target must neither be nor contain; ``sources``: folders not to lie in.

        ``durable`` waits until the new files are on the medium before they replace the old ones. A killed process needs
        no such thing; a power failure within seconds of the publication does.
        """
        self.fresh = False
        """Whether nothing was published in the target before."""
        self._disk: Disk = RealDisk() if disk is None else disk
        self._state = State(os.path.abspath(target), os.urandom(4).hex())
        self._protected = protected
        self._sources = sources
        self._durable = durable
        self._lock = Lock(self._state.lock)
        self._process = 0
        self._records: dict[str, UnitRecord | None] = {}

    def __enter__(self) -> "Publication":
        disk, state = self._disk, self._state
        with self._surfacing():
            refuse_unsafe(disk, state, self._protected, self._sources)
            refuse_strange(disk, state)
            refuse_foreign(disk, state)
            refuse_mount(disk, state)
            make_beside(disk, state)
            try:
                self._lock.take()
            except LockedError as error:
                raise PublishError(Reason.LOCKED, state.target, holder=error.holder) from None
            self._process = os.getpid()
            try:
                disk.reached(CrashPoint.LOCKED)
                recover(disk, state)
                disk.reached(CrashPoint.RECOVERED)
                self.fresh = is_fresh(disk, state.target)
                for path in self._leftovers():
                    discard(disk, path, state.trash)
                disk.make(state.next)
                make_path(disk, state.records)
                disk.reached(CrashPoint.CLEARED)
            except BaseException:
                self._lock.release()
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if os.getpid() != self._process:
            return  # a forked worker: the lock and the staged files are its parent's
        try:
            self._tidy(self._state.next)
            self._tidy(self._state.trash)
            self._disk.reached(CrashPoint.FINISHED)
        finally:
            self._lock.release()

    def published(self, unit: str) -> UnitRecord | None:
        """What was recorded for a unit when it was last published, if its files are still as they were left.

        A unit without files has nothing to look at, and is never known.
        """
        if unit not in self._records:
            with self._surfacing():
                self._records[unit] = self._recall(unit)
        return self._records[unit]

    def stage(self, unit: str, bundle: "Bundle", data: JSON) -> "Staged":
        """Write what differs from the published unit beside the target; ``published`` gives ``data`` back next time.

        The bundle holds all files of the unit by their addresses in the site ("kok-tum/2567/index.html"). Different
        units may be staged by different forked processes at the same time.
        """
        from generator.writing.staging import check, stage, stage_fresh

        check(unit, bundle)
        with self._surfacing():
            if self.fresh:
                return stage_fresh(self._disk, self._state, unit, bundle, data)
            return stage(self._disk, self._state, unit, bundle, data, self.published(unit))

    def commit(self, staged: "Sequence[Staged]", kept: Sequence[str]) -> "Committed":
        """Publish the staged units and keep the others; published units that are in neither are removed."""
        from generator.writing.commit import Commit

        with self._surfacing():
            step = Commit(self._disk, self._state, staged, kept, self._known)
        try:
            return step.run(fresh=self.fresh, durable=self._durable)
        except OSError as error:
            if not step.swapped and error.errno in (errno.EBUSY, errno.EXDEV):
                refuse_mount(self._disk, self._state, suspected=True)
            reason = Reason.UNFINISHED if step.swapped else Reason.FAILED
            raise PublishError.of(error, self._state.target, reason) from error

    def _known(self, unit: str) -> UnitRecord:
        """The record of a kept unit, without another look at its files."""
        record = self._records[unit] if unit in self._records else load(self._disk, self._state.record(unit))
        if record is None:
            raise ValueError(f"not published: {unit!r}")
        return record

    def _recall(self, unit: str) -> UnitRecord | None:
        record = load(self._disk, self._state.record(unit))
        if record is None or not record.addresses:
            return None
        if record.fingerprint != fingerprint(self._disk, self._state.target, unit, record.addresses):
            return None
        return record

    def _leftovers(self) -> list[str]:
        """What killed publications staged or displaced, and generations of no use."""
        disk, state = self._disk, self._state
        entries = disk.list(state.folder)
        left = [entry.path for entry in entries if entry.path == state.displaced or state.is_staging(entry.name)]
        return left + spent(disk, state)

    def _tidy(self, path: str) -> None:
        """Remove what nobody needs; what resists is left for the next publication."""
        try:
            remove_all(self._disk, path)
        except OSError:
            return

    @contextmanager
    def _surfacing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise PublishError.of(error, self._state.target, Reason.FAILED) from error
