"""Evidence of an item, and snapshots of all items, as data."""

import datetime
from typing import Any

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import EvidenceCheck
from generator.oit.disclosure import EvidenceKind
from generator.oit.freeze import Freeze, FrozenEvidence, FrozenItem
from generator.oit.period import Period
from generator.rendering.addresses import AgencyAddresses


def evidence_data(check: EvidenceCheck, content: AgencyYear, place: AgencyAddresses) -> dict[str, Any]:
    """One piece of evidence; size and SHA-256 are of a published file, the SHA-256 only where sums are taken."""
    evidence = check.evidence
    is_file = evidence.kind is EvidenceKind.FILE
    file = content.files.get(evidence.target) if is_file else None
    return {
        "kind": evidence.kind.value,
        "title": evidence.title,
        "target": place.evidence(content.year, evidence.target) if is_file else evidence.target,
        "size": file.size if file is not None else None,
        "sha256": file.sha256 or None if file is not None else None,
        "date": day_data(evidence.date),
        "covers": period_data(evidence.covers),
        "fit": check.fit.value,
        "shows": list(evidence.shows),
        "language": evidence.language,
        "note": evidence.note,
    }


def freeze_data(freeze: Freeze) -> dict[str, Any]:
    """A snapshot as data: the items that had any content."""
    return {
        "day": day_data(freeze.day),
        "items": [_frozen_item(item) for item in freeze.items if not item.is_empty],
    }


def _frozen_item(item: FrozenItem) -> dict[str, Any]:
    return {
        "item": item.item,
        "state": item.state.value,
        "elements": {str(number): "present" if present else "absent" for number, present in item.elements},
        "words": item.words or None,
        "evidence": [_frozen_evidence(one) for one in item.evidence],
    }


def _frozen_evidence(one: FrozenEvidence) -> dict[str, Any]:
    is_file = one.kind is EvidenceKind.FILE
    return {
        "kind": one.kind.value,
        "title": one.title,
        "target": one.target,
        "size": one.size if is_file else None,
        "sha256": one.sha256 or None,
    }


def day_data(day: datetime.date | None) -> str | None:
    """A day of the Common Era (ISO 8601)."""
    return None if day is None else day.isoformat()


def period_data(period: Period | None) -> dict[str, str] | None:
    """A stretch of time by its first and its last day."""
    return None if period is None else {"from": period.start.isoformat(), "until": period.until.isoformat()}
