"""Why a site could not be published."""

from enum import Enum

from generator.writing.lock import Holder


class Reason(Enum):
    """What kind of trouble it was; in all but the last the published site is the old one."""

    LOCKED = "locked"
    """Another process is publishing into the same target."""
    FOREIGN = "foreign"
    """The target holds files that this program did not write."""
    UNSAFE = "unsafe"
    """The target is a link, or is or contains a folder that must not be replaced."""
    MOUNT = "mount"
    """The target is a mount point, which the system does not let change places with another folder."""
    BESIDE = "beside"
    """Nothing may be written beside the target, so it cannot be replaced."""
    STRANGE = "strange"
    """The folder beside the target holds something that publishing does not put there."""
    CHANGED = "changed"
    """A source file is no longer what it was when it was read."""
    FAILED = "failed"
    """The operating system refused something; the old site stands."""
    UNFINISHED = "unfinished"
    """The new site is in place, but notes about it could not be written; the next publication mends that."""


class PublishError(Exception):
    """Publishing stopped: the reason, the path it is about, the system's own words, and the holder of a lock.

    ``folder`` is the folder to do something about or to take, where that is not the path itself; ``number`` the error
    of the system.
    """

    def __init__(
        self,
        reason: Reason,
        path: str,
        detail: str = "",
        holder: Holder | None = None,
        folder: str = "",
        number: int = 0,
    ) -> None:
        super().__init__(reason, path, detail, holder, folder, number)
        self.reason = reason
        self.path = path
        self.detail = detail
        self.holder = holder
        self.folder = folder
        self.number = number

    def __str__(self) -> str:
        return f"{self.reason.value}: {self.path}" + (f" ({self.detail})" if self.detail else "")

    @classmethod
    def of(cls, error: OSError, path: str, reason: Reason) -> "PublishError":
        """An error of the operating system; ``path`` is named where the error itself names none."""
        named = error.filename2 if isinstance(error.filename2, str) else error.filename
        return cls(
            reason, named if isinstance(named, str) else path, error.strerror or str(error), number=error.errno or 0
        )
