"""Evidence that comes more than once in a year: one target or one title on many items, one document under two names."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import Assessment
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.evidence_titles import title_flaw
from generator.oit.shortcoming import Flaw, Shortcoming
from generator.oit.web_link import web_link

_MANY = 3
"""So many items with one target, or one title, are a habit and no coincidence."""
_Groups = defaultdict[str, list[tuple[str, Evidence]]]
"""Pieces of evidence with the numbers of their items, by what they have in common."""


def repeated_evidence(assessment: Assessment) -> Iterator[Shortcoming]:
    """One target, and one title, on many items: each told once, at the first of them."""
    targets: _Groups = defaultdict(list)
    titles: _Groups = defaultdict(list)
    for item in assessment.items:
        for check in item.evidence:
            evidence = check.evidence
            if evidence.kind not in (EvidenceKind.FILE, EvidenceKind.LINK):
                continue
            if check.unfit is None:
                is_link = evidence.kind is EvidenceKind.LINK
                target = web_link(evidence.target).key if is_link else evidence.target
                targets[target].append((item.item.number, evidence))
            if title_flaw(evidence) is None:
                titles[plain(evidence.title)].append((item.item.number, evidence))
    for group in targets.values():
        yield from _told(Flaw.SAME_TARGET, group, group[0][1].target)
    for group in titles.values():
        if len({evidence.target for _, evidence in group}) > 1:  # of one target it is told already
            yield from _told(Flaw.SAME_TITLE, group, group[0][1].title)


def _told(flaw: Flaw, group: list[tuple[str, Evidence]], what: str) -> Iterator[Shortcoming]:
    numbers = list(dict.fromkeys(number for number, _ in group))
    if len(numbers) >= _MANY:
        yield Shortcoming(flaw, ", ".join(numbers), group[0][1].span, (("what", what),))


def repeated_files(assessment: Assessment, content: AgencyYear) -> Iterator[Shortcoming]:
    """One document under two names anywhere in the year, or named twice in one item."""
    first: dict[str, str] = {}
    for item in assessment.items:
        here: set[str] = set()
        for check in item.evidence:
            path = check.evidence.target
            file = content.files.get(path) if check.evidence.kind is EvidenceKind.FILE else None
            if file is None or not file.size:
                continue
            known = first.setdefault(file.digest, path)
            if known != path or path in here:
                params = (("file", path), ("other", known))
                yield Shortcoming(Flaw.SAME_FILE, item.item.number, check.evidence.span, params)
            here.add(path)


def plain(text: str) -> str:
    """A text without what sets two writings of it apart: blanks, quotation marks, full stops, capitals."""
    return re.sub(r"[\s“”\"'.,]", "", text).casefold()
