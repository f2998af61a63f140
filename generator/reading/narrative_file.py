"""``results.md``, ``analysis.md``, ``measures.md``, ``progress.md``: the text of a report around its tables."""

from generator.diagnostics import Report
from generator.oit.agency_year import Narrative
from generator.oit.reach import NEAR
from generator.reading.kinds import TEXT, Day
from generator.reading.schema import Field, Record
from generator.reading.source_file import markdown_record

NARRATIVE_KINDS = ("results", "analysis", "measures", "progress")

NARRATIVE = Record(
    "report text",
    {
        "title": Field(TEXT, "ชื่อรายงาน", "Title of the report", required=True),
        "source": Field(TEXT, "ที่มาของถ้อยคำ", "Where the words come from"),
        "issued": Field(Day(months=True, reach=NEAR), "วันหรือเดือนที่ออกเอกสาร", "Day or month of issue"),
    },
    lambda v, node, source: Narrative(
        kind="",
        title=v["title"],
        source=v.get("source", ""),
        issued=v.get("issued"),
        body="",
        body_line=0,
        span=source.span(node),
    ),
)


def read_narrative(data: bytes, path: str, kind: str, report: Report, year: int = 0) -> Narrative | None:
    """The words of one report, or nothing after a diagnostic.

    ``kind`` is the name of its page, ``year`` the fiscal year of the folder.
    """
    read = markdown_record(data, path, report, NARRATIVE, year=year)
    if read is None:
        return None
    narrative, body, body_line = read
    return narrative._replace(kind=kind, body=body, body_line=body_line)
