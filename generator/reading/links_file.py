"""``links.yaml``: on which day each link of the evidence was visited, and what was seen."""

from generator.diagnostics import Report
from generator.oit.link_visit import VERDICTS, LinkVisit
from generator.reading.evidence_kinds import EvidenceLink
from generator.reading.kinds import Choice, Day
from generator.reading.schema import Field, ListOf, Record
from generator.reading.source_file import yaml_record

VISIT = Record(
    "links",
    {
        "link": Field(EvidenceLink(), "ลิงก์ตามที่เขียนในหลักฐาน", "The link as the evidence has it", required=True),
        "day": Field(Day(), "วันที่เปิดลิงก์", "The day of the visit", required=True),
        "verdict": Field(Choice({name: name for name in VERDICTS}), "ผลที่พบ", "What was seen", required=True),
    },
    lambda values, node, source: LinkVisit(values["link"], values["day"], values["verdict"]),
)
LINKS = Record(
    "links.yaml",
    {"links": Field(ListOf(VISIT, limit=10_000), "ลิงก์ที่เปิดแล้ว", "The links that were visited", required=True)},
    lambda values, node, source: {visit.link: visit for visit in values["links"]},
)


def read_links(data: bytes, path: str, year: int, report: Report) -> dict[str, LinkVisit] | None:
    """The visits by link, or nothing after a diagnostic. ``year`` is the fiscal year of the folder."""
    return yaml_record(data, path, report, LINKS, year=year)
