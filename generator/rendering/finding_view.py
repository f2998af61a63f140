"""Findings of a report, as templates see them."""

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Catalogue
from generator.oit.reference import Reference, ReferenceKind
from generator.oit.result import Finding, FindingKind
from generator.oit.rounding import points, short_points
from generator.rendering.addresses import AgencyPlace
from generator.rendering.views import Crumb, FindingView
from generator.rendering.wording import joined


def subject(catalogue: Catalogue, about: Reference) -> str:
    """The title of what a row is about, or nothing when the catalogue does not name it."""
    number = about.number
    if about.kind is ReferenceKind.ITEM:
        return catalogue.by_number[number].title if number in catalogue.by_number else ""
    if about.kind is ReferenceKind.QUESTION:
        return next((q.title for q in catalogue.questions if q.number == number), "")
    if about.kind is ReferenceKind.INDICATOR:
        return next((i.title for i in catalogue.indicators if i.number == number), "")
    if about.kind is ReferenceKind.SUB_INDICATOR:
        subs = (sub for indicator in catalogue.indicators for sub in indicator.sub_indicators)
        return next((sub.title for sub in subs if sub.number == number), "")
    if about.kind is ReferenceKind.INSTRUMENT:
        return next((i.title for i in catalogue.instruments if i.code == number), "")
    return "คะแนนรวม"


def about_label(about: Reference) -> str:
    """How a thing is called in Thai: ``O12``, ``i20``, ``ตัวชี้วัดที่ 9``."""
    words = {ReferenceKind.INDICATOR: "ตัวชี้วัดที่ ", ReferenceKind.SUB_INDICATOR: "ตัวชี้วัดย่อยที่ "}
    if about.kind is ReferenceKind.TOTAL:
        return "คะแนนรวม"
    return words.get(about.kind, "") + about.number


def about_address(content: AgencyYear, about: Reference, place: AgencyPlace) -> str:
    """The page of what a row is about: an item has one."""
    item = content.catalogue.by_number.get(about.number) if about.kind is ReferenceKind.ITEM else None
    return place.item(content.year, item) if item is not None else ""


def finding_view(finding: Finding, content: AgencyYear, place: AgencyPlace) -> FindingView:
    """One finding with the score of what it is about."""
    catalogue = content.catalogue
    about = finding.about
    score, parts = _score(content, about)
    return FindingView(
        about=about_label(about),
        subject=subject(catalogue, about),
        address=about_address(content, about, place),
        score=score,
        parts=parts,
        heading=finding.heading,
        statement=finding.statement,
        remark=finding.remark,
        analysis=finding.analysis,
        remedy=finding.remedy,
        owners=joined(finding.owners),
        kind=finding.kind.value if finding.kind is not None else _kind_by_score(content, about),
        helped_by=tuple(
            Crumb(number, place.item(content.year, catalogue.by_number[number]))
            for number in finding.helped_by
            if number in catalogue.by_number
        ),
        where=finding.where,
    )


def _score(content: AgencyYear, about: Reference) -> tuple[str, tuple[tuple[str, str], ...]]:
    results = content.results
    if results is None:
        return "", ()
    if about.kind is ReferenceKind.ITEM:
        value = results.item_score(about.number)
        return ("" if value is None else short_points(value)), ()
    if about.kind is ReferenceKind.INDICATOR:
        value = results.indicator_score(about.number)
        return ("" if value is None else points(value)), ()
    if about.kind is ReferenceKind.QUESTION:
        question = next((q for q in results.questions if q.question == about.number), None)
        if question is None:
            return "", ()
        parts = tuple((part.title, short_points(part.score)) for part in question.parts)
        return ("" if question.score is None else points(question.score)), parts
    return "", ()


def _kind_by_score(content: AgencyYear, about: Reference) -> str:
    """A weakness when the score lies below the pass line, to be kept when it does not; nothing without a score."""
    results = content.results
    if results is None:
        return ""
    line = results.pass_line if results.pass_line is not None else content.catalogue.pass_line
    if about.kind is ReferenceKind.ITEM:
        score = results.item_score(about.number)
    elif about.kind is ReferenceKind.INDICATOR:
        score = results.indicator_score(about.number)
    else:
        question = next((q for q in results.questions if q.question == about.number), None)
        score = None if question is None else question.score
        if question is not None and score is None and question.parts:
            score = min(part.score for part in question.parts)
    if score is None:
        return FindingKind.WEAKNESS.value
    return FindingKind.WEAKNESS.value if score < line else FindingKind.KEEP.value
