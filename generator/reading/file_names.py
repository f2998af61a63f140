"""Canonical file names of a project, and the spellings that are accepted or recognized.

Capitals, Thai digits and whatever else an item's number may be written with elsewhere are accepted, and mapped to the
one name. Other spellings are not guessed at: it is told which name the file should have.
"""

import re

from generator.oit.composed import normal
from generator.reading.left_behind import original_of
from generator.reading.spelling import arabic_digits

AGENCY_FILE = "agency.yaml"
FREEZES_FOLDER = "freezes"
RESULTS_FILE = "results.yaml"
MEASURES_FILE = "measures.yaml"
LINKS_FILE = "links.yaml"

_ALSO = {"result": RESULTS_FILE, "measure": MEASURES_FILE}
_FOLDER = re.compile(
    "file|docs?|documents?|evidences?|attachments?|pdfs?|ไฟล์.*|เอกสาร.*|หลักฐาน.*|เอกสารแนบ.*", re.IGNORECASE
)
_ENDINGS = re.compile(r"[\s.]*\.\s*(?:md|mdx|markdown|mdown|yaml|yml|txt|text|bak|old|orig)\s*$")
_TYPED = re.compile(r"\s*\.\s*(?:doc[xm]?|dot[xm]?|odt|ott|rtf|wps|pages)$", re.IGNORECASE)
_COPY = re.compile(
    r"^(?:copy (?:\([0-9]+\) )?of|สำเนา(?:\s*\([0-9]+\)\s*)?(?:ของ)?)\s*"
    r"|\s*[-_ ]?\s*(?:copy|สำเนา)\s*(?:\(?[0-9]*\)?)\s*$"
    r"|\s*\([0-9]+\)\s*$"
)
_ITEM_LIKE = re.compile(
    r"(?:oit|item|ข้อที่|ข้อ|[^a-z0-9\u0e00-\u0e7f])*(?:[o0]|ข้อ)?[^a-z0-9\u0e00-\u0e7f]*0*([1-9][0-9]{0,2})"
)


def same_name(name: str, known: str) -> bool:
    """Whether a name is the known one but for capitals."""
    return name == known or name.casefold() == known


def meant_by(name: str, known: frozenset[str]) -> str:
    """Which of the known names a file should have, going by a name that is none of them; nothing when it is none.

    Seen through are an ending too many or another (``.md.txt``, ``.yml``), the marks of a copy (``o12 (1).md``,
    ``สำเนาของ o12.md``, a copy in conflict), and what stands around an item's number (``OIT-O12.md``).
    """
    stem = arabic_digits(normal(original_of(name) or name)).casefold()
    while True:
        shorter = _COPY.sub("", _ENDINGS.sub("", stem)).strip()
        if shorter == stem:
            break
        stem = shorter
    match = _ITEM_LIKE.fullmatch(stem)
    if match:
        stem = f"o{int(match[1]):02d}"
    wanted = [one for one in sorted(known) if one.partition(".")[0] == stem or _ALSO.get(stem) == one]
    alike = [one for one in wanted if f".{one.rpartition('.')[2]}" in name.lower()]
    return [*alike, *reversed(wanted), ""][0]


def typed_as(name: str) -> str:
    """The name, without its ending, of a file that a word processor made; nothing of any other."""
    return _TYPED.sub("", name) if _TYPED.search(name) else ""


def is_like_files(folder: str) -> bool:
    """Whether a folder of this name is meant to be the one for documents."""
    return _FOLDER.fullmatch(normal(folder)) is not None
