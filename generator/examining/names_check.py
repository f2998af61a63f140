"""Whether a document is another agency's: its own name is not in it, and that of another is."""

import re

from generator.diagnostics import Report, Span
from generator.examining.document import Document
from generator.examining.folded import fold
from generator.oit.agency import Agency
from generator.oit.names_check import names_in, short_name

_BLANKS = re.compile(r"\s+")
_SPLIT = re.compile("(?<=ำ) (?=[ก-ฮ])")
"""The blank that Chromium leaves behind a vowel that it draws in two parts."""

_AFTER_KIND = re.compile("((?:เทศบาล|องค์การบริหารส่วน)(?:ตำบล|เมือง|นคร|จังหวัด)) ")
_LONGEST = 40
"""The most letters of a name: Thai does not tell where it ends."""


def check_agency_names(document: Document, span: Span, agency: Agency, report: Report) -> None:
    """Tell of a document that names another agency and never its own, by the rule of names in reports."""
    own = fold(short_name(agency))
    if not document.text or own in fold(document.text):
        return
    if any(fold(name) in fold(document.text) for name in (agency.name_en, *agency.other_names) if name):
        return
    text = _AFTER_KIND.sub(r"\1", _SPLIT.sub("", _BLANKS.sub(" ", document.text)))
    name = next(names_in(text, short_name(agency)), "")[:_LONGEST]
    if name:
        report.finding("OIT578", span, file=document.path, name=name, own=agency.name)
