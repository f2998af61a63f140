"""Shortcomings as diagnostics: many of one kind in a year are one message that names the items."""

from collections import defaultdict
from collections.abc import Iterable

from generator.diagnostics import Report
from generator.oit.shortcoming import Flaw, Shortcoming


def report_shortcomings(found: Iterable[Shortcoming], report: Report) -> None:
    """Add a warning for each kind of shortcoming, with its details where there is only one."""
    by_flaw: dict[Flaw, list[Shortcoming]] = defaultdict(list)
    for one in found:
        by_flaw[one.flaw].append(one)
    for flaw, group in by_flaw.items():
        if flaw in (Flaw.SAME_TARGET, Flaw.SAME_TITLE):  # each is about many items already
            for one in group:
                report.warning(flaw.value, one.span, item=one.item, **dict(one.params))
            continue
        items = ", ".join(dict.fromkeys(one.item for one in group))
        details = dict(group[0].params) if len(group) == 1 else {}
        report.warning(flaw.value, group[0].span, item=items, **details)
