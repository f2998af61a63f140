"""Names of another agency, district or province in an agency's own report.

Thai is written without spaces, so where a name ends cannot be known; a name is foreign when what
follows the word for the kind of agency does not begin with the agency's own name.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Span
from generator.oit.agency import AGENCY_KINDS, Agency
from generator.oit.agency_year import AgencyYear
from generator.oit.observation import OtherName

_WORD = re.compile("[ก-ฮะ-ฺเ-๎]+")
_NOT_NAMES = (
    "และ", "หรือ", "ที่", "ใน", "ของ", "มี", "ได้", "จะ", "ทุก", "นี้", "นั้น", "ๆ", "ต้อง", "ควร", "ให้", "เป็น", "โดย",
    "เพื่อ", "อื่น", "ต่าง", "ทั้ง", "กับ", "แห่ง", "จัด", "ดำเนิน", "สามารถ", "ร่วม", "ทราบ", "เอง", "ไม่", "พร้อม", "อาจ",
    "จาก", "ถึง", "ตาม", "ซึ่ง", "กำหนด", "ประกาศ", "เรื่อง", "ใกล้เคียง", "ทำ", "รับ", "เข้า", "ใช้", "ใด", "ยัง",
)  # fmt: skip
"""Words that often follow and are no names."""
_KINDS = sorted((name for name in AGENCY_KINDS.values() if name.startswith(("เทศบาล", "องค์การบริหารส่วน"))), key=len)
"""Kinds of agency whose name goes on with the name of the place; the others are also used as common nouns."""


def check_names(content: AgencyYear) -> list[OtherName]:
    """Foreign names: those recorded as such, and those found in the recorded texts."""
    found: dict[tuple[str, str], OtherName] = {}
    for names in (
        content.results.names if content.results is not None else (),
        content.measures.names if content.measures is not None else (),
    ):
        for name in names:
            if _is_own(name.name, name.kind, content.agency):
                continue
            known = found.get((name.kind, name.name))
            before = known.places if known is not None else ()
            places = (*before, name.where) if name.where else before
            span = known.span if known is not None else name.span
            found[name.kind, name.name] = OtherName(name.name, name.kind, _own(content.agency, name.kind), places, span)
    for kind, word, text, span in _in_texts(content):
        if not any(known[0] == kind and (known[1] in word or word in known[1]) for known in found):
            found[kind, word] = OtherName(word, kind, _own(content.agency, kind), (_around(text, word),), span)
    return list(found.values())


def _in_texts(content: AgencyYear) -> Iterator[tuple[str, str, str, Span]]:
    """Names in the texts of an agency-year that do not begin with the agency's own."""
    agency = content.agency
    short = short_name(agency)
    for text, span in _texts(content):
        for name in names_in(text, short):
            yield "agency", name, text, span
        for prefix, own, kind in (("อำเภอ", agency.district, "district"), ("จังหวัด", agency.province, "province")):
            for word in _following(text, prefix):
                if own and not word.startswith(own) and not word.startswith(_NOT_NAMES):
                    yield kind, word, text, span


def names_in(text: str, short: str) -> Iterator[str]:
    """The names of agencies in a text that are not ``short``, that of the agency itself without its kind."""
    for kind in _KINDS:
        for word in _following(text, kind):
            if not word.startswith(short) and not word.startswith(_NOT_NAMES):
                yield kind + word


def _following(text: str, prefix: str) -> Iterator[str]:
    """The letters right after each occurrence of a word."""
    start = text.find(prefix)
    while start >= 0:
        match = _WORD.match(text, start + len(prefix))
        if match is not None and len(match[0]) > 1:
            yield match[0]
        start = text.find(prefix, start + len(prefix))


def short_name(agency: Agency) -> str:
    """The agency's name without the word for its kind: ``กกตูม``."""
    for kind in _KINDS:
        if agency.name.startswith(kind):
            return agency.name.removeprefix(kind).strip()
    return agency.name


def _texts(content: AgencyYear) -> Iterator[tuple[str, Span]]:
    if content.results is not None:
        for finding in content.results.findings:
            for text in (finding.statement, finding.remark, finding.analysis, finding.remedy):
                yield text, finding.span
    if content.measures is not None:
        for measure in content.measures.measures:
            for text in (measure.title, measure.method, measure.result, measure.outcome, measure.follow_up):
                yield text, measure.span
    for narrative in content.narratives.values():
        for number, line in enumerate(narrative.body.split("\n")):
            yield line, Span(narrative.span.path, narrative.body_line + number, 1, len(line) + 1)


def _own(agency: Agency, kind: str) -> str:
    return {"agency": agency.name, "district": agency.district, "province": agency.province}[kind]


def _is_own(name: str, kind: str, agency: Agency) -> bool:
    own = _own(agency, kind)
    return name in (own, short_name(agency) if kind == "agency" else own)


def _around(text: str, word: str) -> str:
    """The words around a name, to find it by."""
    place = text.find(word)
    start, end = max(0, place - 30), place + len(word) + 20
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
