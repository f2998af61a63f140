"""Whether the documents behind an item hold the words that it needs, and are not of another sort.

A rule is applied to all documents behind its element together, and only where the words of all of them can be relied
on: what a link, a picture or a scan shows is not known. Text of the item's own page counts with them.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.diagnostics import Report
from generator.examining.document import Document
from generator.examining.folded import fold, holds
from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Basis
from generator.oit.disclosure import Disclosure, Evidence, EvidenceKind
from generator.oit.evidence_rule import EvidenceRules, WordRule

_LOCAL = "local-government"
_FISCAL_YEAR = fold("ปีงบประมาณ")


class _Behind(NamedTuple):
    """The documents behind an element: their folded texts by path, and the evidence that stands first."""

    first: Evidence
    texts: dict[str, str]


def check_words(
    content: AgencyYear, found: Mapping[str, Document], rules: EvidenceRules, report: Report, *, guidance: bool
) -> None:
    """Tell of words that are not found, and of documents that read like something else."""
    folded = {path: _words_of(document.text) for path, document in found.items() if document.text}
    look_for = [rule for rule in rules.look_for if _applies(rule, content)]
    for rule in look_for:
        if guidance or rule.basis is not Basis.GUIDANCE:
            _look_for(rule, content, folded, report)
    for rule in rules.unlike:
        if _applies(rule, content) and (guidance or rule.basis is not Basis.GUIDANCE):
            _unlike(rule, [one for one in look_for if one.item == rule.item], content, folded, report)


def _look_for(rule: WordRule, content: AgencyYear, folded: Mapping[str, str], report: Report) -> None:
    disclosure = content.disclosures.get(rule.item)
    behind = _behind(disclosure, rule.element, folded) if disclosure is not None else None
    if behind is None or disclosure is None:
        return
    texts = (_words_of(disclosure.body), *behind.texts.values())
    if not any(holds(text, word) for word in rule.words for text in texts):
        words, element = ", ".join(f"“{word}”" for word in rule.words[:3]), rule.element or None
        files = ", ".join(behind.texts)
        basis = rule.basis.value
        report.finding(
            "OIT576", behind.first.span, item=rule.item, element=element, words=words, files=files, basis=basis
        )


def _unlike(
    rule: WordRule, look_for: Iterable[WordRule], content: AgencyYear, folded: Mapping[str, str], report: Report
) -> None:
    disclosure = content.disclosures.get(rule.item)
    behind = _behind(disclosure, rule.element, folded) if disclosure is not None else None
    if behind is None or len(behind.texts) != 1:
        return
    ((path, text),) = behind.texts.items()
    word = next((word for word in rule.words if fold(word) in text), "")
    if word and not any(holds(text, wanted) for other in look_for for wanted in other.words):
        report.finding("OIT577", behind.first.span, item=rule.item, word=word, file=path, basis=rule.basis.value)


def _words_of(text: str) -> str:
    """A folded text without the word for a fiscal year: it holds that for a budget, and tells nothing of one."""
    return fold(text).replace(_FISCAL_YEAR, "")


def _behind(disclosure: Disclosure, element: int, folded: Mapping[str, str]) -> _Behind | None:
    """The documents behind an element, 0 for the whole item; nothing where more stands behind it than can be read.

    Nor where the agency says that the element is not there, or that there is nothing to report.
    """
    if any(mark.number == element and not mark.present for mark in disclosure.elements):
        return None
    standing = [one for one in disclosure.evidence if not (element and one.shows) or element in one.shows]
    standing = [one for one in standing if one.kind is not EvidenceKind.SECTION]
    if not standing or any(one.kind is not EvidenceKind.FILE or one.target not in folded for one in standing):
        return None
    return _Behind(standing[0], {one.target: folded[one.target] for one in standing})


def _applies(rule: WordRule, content: AgencyYear) -> bool:
    """Whether a rule holds for this kind of agency."""
    kind = content.agency.kind
    if rule.only_for == _LOCAL:
        return content.catalogue.is_local_government(kind)
    return rule.only_for in ("", kind)
