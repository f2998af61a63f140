"""Evidence that shows nothing, whatever its period: a front page, a broken file, a nil statement out of place."""

from enum import Enum

from generator.oit.agency_year import AgencyYear
from generator.oit.catalogue import Item, NilRule
from generator.oit.disclosure import Evidence, EvidenceKind
from generator.oit.file_fault import FileFault
from generator.oit.period import Period
from generator.oit.web_link import web_link


class Unfit(Enum):
    """Why a piece of evidence shows nothing, whatever its period."""

    FRONT_PAGE = "front-page"
    EMPTY_FILE = "empty-file"
    MISLABELLED_FILE = "mislabelled-file"
    NIL_NOT_ALLOWED = "nil-not-allowed"


_FILE_FAULTS = {FileFault.EMPTY: Unfit.EMPTY_FILE, FileFault.MISLABELLED: Unfit.MISLABELLED_FILE}


def unfit(evidence: Evidence, item: Item, required: Period | None, content: AgencyYear) -> Unfit | None:
    """Why a piece of evidence shows nothing; nothing where it may show what it says."""
    if evidence.kind is EvidenceKind.FILE:
        file = content.files.get(evidence.target)
        return None if file is None or file.fault is None else _FILE_FAULTS[file.fault]
    if evidence.kind is EvidenceKind.LINK:
        is_front = web_link(evidence.target).is_front_page_of(content.agency.contact.website)
        return Unfit.FRONT_PAGE if is_front else None
    if evidence.kind is EvidenceKind.NIL and not _may_be_nil(evidence, item.nil, required):
        return Unfit.NIL_NOT_ALLOWED
    return None


def _may_be_nil(evidence: Evidence, nil: NilRule, required: Period | None) -> bool:
    if nil.allowed and nil.months and required is not None:
        covers = evidence.covers
        return covers is not None and (covers.start > required.start or covers.until < required.until)
    confined = bool(evidence.shows) and set(evidence.shows) <= set(nil.elements)
    return nil.allowed is not False or confined
