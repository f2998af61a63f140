"""``results.md``, ``analysis.md``, ``measures.md``, ``progress.md``: the words of a report around its tables."""

from generator.diagnostics import Report
from generator.oit.agency_year import Narrative
from generator.reading.kinds import TEXT, Day
from generator.reading.schema import Field, Record
from generator.reading.source_file import markdown_file

NARRATIVE_KINDS = ("results", "analysis", "measures", "progress")

NARRATIVE = Record(
    "report text",
    {
        "title": Field(TEXT, "ชื่อรายงาน", "Title of the report", required=True),
        "source": Field(TEXT, "ที่มาของถ้อยคำ", "Where the words come from"),
        "issued": Field(Day(months=True), "วันหรือเดือนที่ออกเอกสาร", "Day or month of issue"),
    },
    lambda v, node, source: Narrative("", v["title"], v.get("source", ""), v.get("issued"), "", 0, source.span(node)),
)


def read_narrative(data: bytes, path: str, kind: str, report: Report) -> Narrative | None:
    """The words of one report, or nothing after a diagnostic. ``kind`` is the name of its page."""
    read = markdown_file(data, path, report)
    if read is None:
        return None
    tree, source, body, body_line = read
    narrative = NARRATIVE.read(tree, source)
    return narrative._replace(kind=kind, body=body, body_line=body_line) if narrative is not None else None
