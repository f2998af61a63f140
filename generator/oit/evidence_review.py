"""The evidence of a year looked over without opening it, item by item and item against item."""

import datetime
import re
from collections.abc import Iterator

from generator.oit.agency_year import AgencyYear
from generator.oit.assessment import MOMENTARY_KINDS, Assessment, ItemAssessment, PeriodFit
from generator.oit.disclosure import Disclosure, Evidence, EvidenceKind, Progress
from generator.oit.evidence_format import IMAGES, suffix_of
from generator.oit.evidence_titles import title_flaw, years_named
from generator.oit.period import PeriodRule, gaps
from generator.oit.period_text import day_text, length, months_of, stretch, years_of
from generator.oit.repeated_evidence import plain, repeated_evidence, repeated_files
from generator.oit.shortcoming import Cause, Flaw, Shortcoming
from generator.oit.unfit import Unfit
from generator.oit.web_link import web_link

_FEW_MONTHS = 12
"""So many missing months are named one by one; more as stretches."""
_FAR = 3
"""Years between a document's day and the period asked for from which on the year is hardly right."""
_HARD_TO_READ = IMAGES | {"doc", "docx"}
_PICTURED = MOMENTARY_KINDS | {"culture"}
"""Kinds of item whose evidence is well shown by pictures."""
_UNFIT = {
    Unfit.FRONT_PAGE: Flaw.FRONT_PAGE,
    Unfit.EMPTY_FILE: Flaw.EMPTY_FILE,
    Unfit.MISLABELLED_FILE: Flaw.MISLABELLED_FILE,
    Unfit.NIL_NOT_ALLOWED: Flaw.NIL_NOT_ALLOWED,
}
_FILE_AND_LINK = (EvidenceKind.FILE, EvidenceKind.LINK)
_MARK = re.compile(r"^(?:[-*+>]|[0-9๐-๙]+[.)]|\[[ xX]\]|[-*+] \[[ xX]\])\s*")
_LONG_ENOUGH = 12


def review(content: AgencyYear, assessment: Assessment) -> list[Shortcoming]:
    """Every weakness of the evidence of a year, in the order of its items."""
    found = [one for item in assessment.items for one in _of_item(item, content)]
    return [*found, *repeated_evidence(assessment), *repeated_files(assessment, content)]


def causes(item: ItemAssessment) -> list[Cause]:
    """Why an item is not complete, as far as its evidence tells."""
    if item.complete or item.disclosure is None:
        return []
    return [one.cause for one in _of_period(item, item.disclosure)]


def _of_item(item: ItemAssessment, content: AgencyYear) -> Iterator[Shortcoming]:
    disclosure = item.disclosure
    if disclosure is None:
        return
    yield from _of_period(item, disclosure)
    website = content.agency.contact.website
    for check in item.evidence:
        evidence = check.evidence
        if evidence.kind is EvidenceKind.LINK and check.unfit is None:
            yield from _of_link(item, evidence, website)
        if evidence.kind is EvidenceKind.FILE:
            yield from _of_file(item, evidence)
        if evidence.kind in _FILE_AND_LINK:
            yield from _of_title(item, evidence, content)
        if item.required is not None and evidence.date is not None and _is_far(evidence.date, item):
            yield _one(Flaw.FAR_DATE, item, evidence, date=day_text(evidence.date))
    files = [check.evidence.target for check in item.evidence if check.evidence.kind is EvidenceKind.FILE]
    only = len(files) == len(item.evidence) > 0 and all(suffix_of(path) in _HARD_TO_READ for path in files)
    if only and item.item.kind not in _PICTURED:
        yield _one(Flaw.HARD_FORMAT, item, item.evidence[0].evidence, file=files[0])
    repeated = _element_in_words(item, disclosure)
    if repeated:
        yield Shortcoming(Flaw.ELEMENT_REPEATED, item.item.number, disclosure.span, (("text", repeated),))


def _of_period(item: ItemAssessment, disclosure: Disclosure) -> Iterator[Shortcoming]:
    """What keeps the evidence from standing behind the item."""
    if disclosure.progress is Progress.DONE and not item.evidence:
        yield Shortcoming(Flaw.NO_EVIDENCE, item.item.number, disclosure.progress_span)
    for check in item.evidence:
        evidence = check.evidence
        if check.unfit is not None:
            yield _one(_UNFIT[check.unfit], item, evidence, target=evidence.target, basis=item.item.nil.basis.value)
        elif check.fit is PeriodFit.OUTSIDE and evidence.covers is not None and item.required is not None:
            yield _one(
                Flaw.OUTSIDE_PERIOD, item, evidence, covers=stretch(evidence.covers), asked=stretch(item.required)
            )
        elif check.fit is PeriodFit.UNKNOWN and item.required is not None:
            yield _one(Flaw.NO_PERIOD, item, evidence, asked=stretch(item.required))
    yield from _missing_months(item, disclosure)


def _missing_months(item: ItemAssessment, disclosure: Disclosure) -> Iterator[Shortcoming]:
    counted = [check.evidence for check in item.evidence if check.counts]
    spans = [evidence.covers for evidence in counted if evidence.covers is not None]
    if item.required is None or item.item.kind in MOMENTARY_KINDS or not counted or len(spans) < len(counted):
        return
    missing = gaps(spans, item.required)
    if missing:
        few = sum(map(length, missing)) < _FEW_MONTHS
        named = months_of(missing) if few else ", ".join(map(stretch, missing))
        yield Shortcoming(Flaw.MISSING_MONTHS, item.item.number, counted[0].span, (("missing", named),))


def _of_link(item: ItemAssessment, evidence: Evidence, website: str) -> Iterator[Shortcoming]:
    link = web_link(evidence.target)
    if link.is_trial:
        yield _one(Flaw.TRIAL_HOST, item, evidence, host=link.host)
    elif link.is_short:
        yield _one(Flaw.SHORT_LINK, item, evidence, host=link.host)
    elif link.shared_on == "drive":
        yield _one(Flaw.SHARED_DRIVE, item, evidence, host=link.host)
    elif link.shared_on == "facebook":
        if "social" not in item.item.topics:
            yield _one(Flaw.FACEBOOK, item, evidence, host=link.host)
    elif link.is_foreign_to(website):
        yield _one(Flaw.FOREIGN_HOST, item, evidence, host=link.host)


def _of_file(item: ItemAssessment, evidence: Evidence) -> Iterator[Shortcoming]:
    stem, _, suffix = evidence.target.rpartition(".")
    before = suffix_of(stem)
    if before and before == suffix.lower():
        yield _one(Flaw.DOUBLED_ENDING, item, evidence, file=evidence.target)


def _of_title(item: ItemAssessment, evidence: Evidence, content: AgencyYear) -> Iterator[Shortcoming]:
    flaw = title_flaw(evidence)
    if flaw is not None:
        yield _one(flaw, item, evidence, title=evidence.title)
        return
    title = plain(evidence.title)
    own = {plain(text) for text in (item.item.title, *item.item.variants)}
    other = next((one for one in content.catalogue.items if plain(one.title) == title and title not in own), None)
    if other is not None and not set(other.topics) & set(item.item.topics):
        yield _one(Flaw.OTHER_ITEMS_TITLE, item, evidence, title=evidence.title, other=other.number)
    if any(plain(element.element.text) == title and len(title) > _LONG_ENOUGH for element in item.elements):
        yield _one(Flaw.ELEMENT_REPEATED, item, evidence, text=evidence.title)
    if evidence.covers is not None:
        named = years_named(evidence, content.year)
        if named and not named & years_of(evidence.covers):
            years = ", ".join(map(str, sorted(named)))
            yield _one(Flaw.OTHER_YEAR_NAMED, item, evidence, year=years, covers=stretch(evidence.covers))


def _element_in_words(item: ItemAssessment, disclosure: Disclosure) -> str:
    """The wording of an element that stands where an answer should: in a nil statement, or as a line of the text."""
    asked = {plain(check.element.text) for check in item.elements if len(check.element.text) > _LONG_ENOUGH}
    said = [check.evidence.target for check in item.evidence if check.evidence.kind is EvidenceKind.NIL]
    lines = [_MARK.sub("", line.strip()) for line in disclosure.body.split("\n") if not line.startswith("#")]
    return next((text for text in (*said, *lines) if plain(text) in asked), "")


def _one(flaw: Flaw, item: ItemAssessment, evidence: Evidence, **params: object) -> Shortcoming:
    return Shortcoming(flaw, item.item.number, evidence.span, tuple(params.items()))


def _is_far(day: datetime.date, item: ItemAssessment) -> bool:
    asked = item.required
    if asked is None or item.item.period is PeriodRule.MULTI_YEAR:
        return False
    return day.year < asked.start.year - _FAR or day.year > asked.until.year + _FAR
