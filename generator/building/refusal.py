"""Why publishing stopped, as a diagnostic."""

import errno

from generator.diagnostics import Report, Span
from generator.writing.fault import PublishError, Reason

_CODES = {
    Reason.LOCKED: "OIT801",
    Reason.FOREIGN: "OIT802",
    Reason.UNSAFE: "OIT803",
    Reason.STRANGE: "OIT808",
    Reason.MOUNT: "OIT809",
    Reason.BESIDE: "OIT810",
    Reason.CHANGED: "OIT805",
    Reason.FAILED: "OIT804",
    Reason.UNFINISHED: "OIT806",
}
_REMEDIES = {
    errno.ENOSPC: "space",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "read-only",
    errno.EBUSY: "busy",
    errno.EXDEV: "mount",
    errno.ENAMETOOLONG: "long",
}
"""What to look at after an error of the system, as messages know it."""
if hasattr(errno, "EDQUOT"):  # not on every system
    _REMEDIES[errno.EDQUOT] = "space"


def report_refusal(error: PublishError, report: Report) -> None:
    """Add what an error of publishing says."""
    holder = error.holder
    report.obstacle(
        _CODES[error.reason],
        Span(error.path),
        detail=error.detail or None,
        remedy=_REMEDIES.get(error.number),
        folder=error.folder or None,
        process=holder.pid or None if holder is not None else None,
        since=holder.since if holder is not None else None,
    )
