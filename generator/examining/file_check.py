"""What there is to say of a document as a file, and of what it gives away, whatever it is about."""

from generator.diagnostics import Report, Span, megabytes
from generator.examining.document import Document
from generator.examining.kinds import READERS, ending
from generator.examining.trust import is_reliable
from generator.oit.agency_year import AgencyYear
from generator.oit.privacy import Personal, compact, in_tables, is_public_phone, personal_numbers

HOSTS_TAKE = 25 * 1024 * 1024
"""The largest file that all of the usual hosts of static sites take, in bytes."""


def check_file(document: Document, span: Span, content: AgencyYear, report: Report) -> None:
    """Whether it opens, can be searched, fits its host, and names no person by a number or a place."""
    extract, file = document.extract, document.path
    if document.size > HOSTS_TAKE:
        report.finding("OIT573", span, file=file, size=megabytes(document.size), limit=megabytes(HOSTS_TAKE))
    if extract.fault == "broken":
        report.finding("OIT570", span, file=file, kind=ending(file))
    elif extract.fault == "encrypted":
        report.finding("OIT571", span, file=file)
    elif extract.fault:
        report.finding("OIT584", span, file=file, reason=extract.fault)
    if extract.place:
        report.finding("OIT583", span, file=file)
    if extract.fault or not extract.text.strip():
        blank = extract.blank if READERS.get(ending(file)) == "pdf_text" else 0
    else:
        blank = extract.blank
        if not is_reliable(extract.text):
            report.finding("OIT574", span, file=file)
    if blank and not extract.fault:
        report.finding("OIT572", span, file=file, count=blank, pages=extract.pages)
    _check_privacy(document, span, content, report)


def _check_privacy(document: Document, span: Span, content: AgencyYear, report: Report) -> None:
    """The numbers of persons in it, one finding for each kind."""
    text = compact(in_tables(document.extract.text))
    found: dict[str, list[Personal]] = {}
    for one in personal_numbers(text):
        if not (one.what == "phone" and is_public_phone(one.digits, content.agency)):
            found.setdefault(one.what, []).append(one)
    for what, numbers in found.items():
        more = len({one.digits for one in numbers}) - 1 or None
        if what == "citizen":
            report.finding("OIT580", span, file=document.path, number=numbers[0].shown, more=more)
        elif document.text and what == "possible":
            report.finding("OIT581", span, file=document.path, number=numbers[0].shown, more=more)
        elif document.text:
            report.finding("OIT582", span, file=document.path, what=what, number=numbers[0].shown, more=more)
