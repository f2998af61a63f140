"""Whether a document speaks of the year that it is said to cover."""

import re
from collections.abc import Mapping

from generator.diagnostics import Report
from generator.examining.document import Document
from generator.examining.folded import fold
from generator.oit.agency_year import AgencyYear
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.period import Period, PeriodRule, fiscal_year, required_period

_COMMON_ERA = 543
_FIXED = frozenset(
    {
        PeriodRule.FY_CURRENT,
        PeriodRule.FY_PREVIOUS,
        PeriodRule.H1_CURRENT,
        PeriodRule.Q2_CURRENT,
        PeriodRule.MONTHLY_CURRENT,
        PeriodRule.FY_CURRENT_AND_PREVIOUS,
    }
)
_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
    "พฤศจิกายน", "ธันวาคม",
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_BEFORE = "|".join(("ป", "งบประมาณ", *(fold(month) for month in _MONTHS)))
_YEAR = re.compile(rf"(?<!วธการ)(?:{_BEFORE})(?:พศ)?(25[0-9]{{2}}|20[0-9]{{2}}|[4-9][0-9])(?![0-9])")
"""A year behind the word year, budget or a month: not one of those that laws are called by."""

_RANGE = re.compile(r"(25[0-9]{2})\s*(?:[-–—]|ถึง)\s*(?:พ\.?ศ\.?\s*)?(25[0-9]{2})")
_SHORT = re.compile(r"[/.\-]([4-9][0-9])(?![0-9])")


def check_year(content: AgencyYear, found: Mapping[str, Document], report: Report) -> None:
    """Tell of every document in which the year asked for never occurs, and another one does."""
    for number, disclosure in content.disclosures.items():
        rule = content.catalogue.by_number[number].period
        for evidence in disclosure.evidence:
            document = found.get(evidence.target) if evidence.kind is EvidenceKind.FILE else None
            asked = _asked(evidence, rule, content.year)
            if document is None or not document.text or not asked:
                continue
            others = sorted(_years(document.text) - asked)
            if others and not _mentions(document.text, asked):
                years, seen = "/".join(map(str, sorted(asked))), ", ".join(map(str, others[:4]))
                report.finding("OIT575", evidence.span, file=document.path, year=years, found=seen)


def _asked(evidence: Evidence, rule: PeriodRule, year: int) -> set[int]:
    """The years that may stand for the stretch: that which the evidence is said to cover, else that of the item."""
    if evidence.covers is not None:
        return _touched(evidence.covers)
    asked = required_period(rule, year) if rule in _FIXED else None
    return set() if asked is None else _touched(asked)


def _touched(period: Period) -> set[int]:
    """The years of the Buddhist era by which a stretch is called: whole fiscal years by their own number."""
    first, last = (period.start.year + _COMMON_ERA, period.until.year + _COMMON_ERA)
    fiscal = {year for year in range(first, last + 2) if fiscal_year(year).overlaps(period)}
    whole = Period(fiscal_year(min(fiscal)).start, fiscal_year(max(fiscal)).until) == period
    return fiscal if whole else fiscal | set(range(first, last + 1))


def _years(text: str) -> set[int]:
    """The years that a text speaks of."""
    return {_full(match[1]) for match in _YEAR.finditer(fold(text))}


def _mentions(text: str, asked: set[int]) -> bool:
    """Whether one of the years occurs in any form: alone, in a range, of the Common Era, or by two figures."""
    folded = fold(text)
    if any(str(year) in folded or str(year - _COMMON_ERA) in folded for year in asked) or asked & _years(text):
        return True
    plain = text.translate({ord("๐") + value: str(value) for value in range(10)})
    if any(_full(match[1]) in asked for match in _SHORT.finditer(plain)):
        return True
    return any(int(match[1]) <= year <= int(match[2]) for match in _RANGE.finditer(plain) for year in asked)


def _full(figures: str) -> int:
    """A year of the Buddhist era from its figures: ``68``, ``2568`` or ``2025``."""
    year = int(figures)
    return 2500 + year if year < 100 else year + _COMMON_ERA if year < 2100 else year
