"""Why publishing stopped, as a diagnostic."""

from generator.diagnostics import Report, Span
from generator.writing.fault import PublishError, Reason

_CODES = {
    Reason.LOCKED: "OIT801",
    Reason.FOREIGN: "OIT802",
    Reason.UNSAFE: "OIT803",
    Reason.STRANGE: "OIT808",
    Reason.CHANGED: "OIT805",
    Reason.FAILED: "OIT804",
    Reason.UNFINISHED: "OIT806",
}


def report_refusal(error: PublishError, report: Report) -> None:
    """Add what an error of publishing says."""
    holder = error.holder
    report.error(
        _CODES[error.reason],
        Span(error.path),
        detail=error.detail,
        folder=error.folder or None,
        process=holder.pid or None if holder is not None else None,
        since=holder.since if holder is not None else None,
    )
