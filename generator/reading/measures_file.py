"""``measures.yaml``: improvement measures and their progress."""

from generator.diagnostics import Report
from generator.oit.disclosure import Progress
from generator.oit.measure import Measure, Measures
from generator.oit.reach import NEAR
from generator.reading.disclosure_file import OFFICES, PROGRESS
from generator.reading.kinds import PROSE, TEXT, Choice, Day, Text, Year
from generator.reading.reference_kind import About
from generator.reading.results_file import NAMES, SOURCE
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Node


def _measure(values: Values, node: Node, source: SourceText) -> Measure:
    start, until = values.get("from"), values.get("until")
    if start is not None and until is not None and until < start:
        source.report.error("OIT317", source.span_of(node, "until"))
    return Measure(
        number=values.get("no", ""),
        group=values.get("group", ""),
        title=values["title"],
        about=values.get("about", ()),
        method=values.get("method", ""),
        period=values.get("period", ""),
        start=start,
        until=until,
        owners=values.get("owner", ()),
        follow_up=values.get("follow_up", ""),
        result=values.get("result", ""),
        outcome=values.get("outcome", ""),
        progress=values.get("progress", Progress.NOT_STATED),
        span=source.span_of(node, "title"),
        about_span=source.span_of(node, "about"),
    )


MEASURE = Record(
    "measures",
    {
        "no": Field(Text(20), "ลำดับตามที่พิมพ์", "Number in the report"),
        "group": Field(TEXT, "หัวข้อของตาราง", "Heading of the table"),
        "title": Field(PROSE, "มาตรการหรือกิจกรรม", "The measure", required=True),
        "about": Field(ListOf(About(), single=True), "เกี่ยวกับตัวชี้วัดหรือข้อใด", "What it is to improve"),
        "method": Field(PROSE, "วิธีดำเนินการ", "Method"),
        "period": Field(TEXT, "ระยะเวลาตามที่พิมพ์", "Period, in the words of the report"),
        "from": Field(Day(months=True, reach=NEAR), "วันเริ่ม", "First day"),
        "until": Field(Day(months=True, reach=NEAR), "วันสิ้นสุด", "Last day"),
        "owner": Field(OFFICES, "ผู้รับผิดชอบ", "Responsible office"),
        "follow_up": Field(PROSE, "การติดตามและกำหนดแล้วเสร็จ", "Follow-up and deadline"),
        "result": Field(PROSE, "สรุปผลการดำเนินการ", "Result"),
        "outcome": Field(PROSE, "ผลลัพธ์หรือความสำเร็จ", "Outcome"),
        "progress": Field(Choice(PROGRESS), "ความก้าวหน้า", "Progress"),
    },
    _measure,
)
MEASURES = Record(
    "measures.yaml",
    {
        "source": Field(SOURCE, "เอกสารที่มา", "The source document", required=True),
        "for_year": Field(Year(NEAR), "ปีงบประมาณที่ดำเนินการ", "The fiscal year they are carried out in"),
        "measures": Field(ListOf(MEASURE), "มาตรการ", "The measures", required=True),
        "names": NAMES,
    },
    lambda v, node, source: Measures(v["source"], v.get("for_year", 0), v["measures"], v.get("names", ())),
)


def read_measures(data: bytes, path: str, year: int, report: Report) -> Measures | None:
    """The measures of one file, or nothing after a diagnostic. ``year`` is the fiscal year of the folder."""
    measures = yaml_record(data, path, report, MEASURES, year=year)
    return measures if measures is None or measures.for_year else measures._replace(for_year=year)
