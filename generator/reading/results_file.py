"""``results.yaml``: the official result of a report."""

from decimal import Decimal

from generator.diagnostics import Report
from generator.oit.reach import NEAR
from generator.oit.result import (
    Claim,
    EarlierYear,
    FigureName,
    Finding,
    FindingKind,
    IndicatorResult,
    InstrumentResult,
    ItemResult,
    MisprintedName,
    PrintedFigure,
    Quantity,
    QuestionPart,
    QuestionResult,
    Results,
    Source,
    Statement,
    TotalResult,
)
from generator.reading.disclosure_file import OFFICES
from generator.reading.kinds import PROSE, TEXT, YES_NO, Choice, Day, ItemNumber, Score, Text, Year
from generator.reading.reference_kind import About, reference_from
from generator.reading.schema import Field, Kind, ListOf, Record, SourceText, Values
from generator.reading.source_file import yaml_record
from generator.reading.spelling import arabic_digits, question_number
from generator.reading.yamltree import Node

_QUANTITIES = {quantity.value: quantity for quantity in Quantity}


class FigureKind(Kind[FigureName]):
    """A reference or a quantity where the text is one, else words."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> FigureName | None:
        text = TEXT.read(node, source)
        return None if text is None else reference_from(text) or _QUANTITIES.get(text, text)


class IndicatorNumber(Kind[str]):
    """The number of an indicator."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> str | None:
        text = TEXT.read(node, source)
        if text is None:
            return None
        digits = arabic_digits(text)
        if not digits.isascii() or not digits.isdigit():
            from generator.reading.near_values import near_item  # needed only when something is wrong

            source.error("OIT212", node, value=text, suggestion=near_item(text, "").removeprefix("O"))
            return None
        return digits


class InstrumentCode(Text):
    """The code of an instrument, such as ``OIT``."""

    __slots__ = ()


class QuestionNumber(Kind[str]):
    """The number of a question, ``i20`` or ``e3``."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> str | None:
        text = TEXT.read(node, source)
        number = question_number(text) if text is not None else None
        if text is not None and number is None:
            source.error("OIT212", node, value=text)
        return number


_WHERE = Field(TEXT, "ตำแหน่งในรายงาน", "Place in the report")
_VALUE = Field(Text(200), "ค่าตามที่พิมพ์", "Value in the report", required=True)
_FIGURE = Field(FigureKind(), "ตัวเลขของอะไร", "What the figure is of", required=True)
_SCORE = Field(Score(), "คะแนน 0–100", "Points 0-100", required=True)

SOURCE = Record(
    "source",
    {
        "title": Field(TEXT, "ชื่อเอกสารที่มา", "Title of the source document", required=True),
        "issued": Field(Day(months=True, reach=NEAR), "วันหรือเดือนที่ออกเอกสาร", "Day or month of issue"),
        "by": Field(TEXT, "ผู้จัดทำ", "Issued by"),
    },
    lambda v, node, source: Source(v["title"], v.get("issued"), v.get("by", "")),
)
TOTAL = Record(
    "total",
    {"score": _SCORE, "rating": Field(TEXT, "ระดับผลการประเมิน", "Rating"), "where": _WHERE},
    lambda v, node, source: TotalResult(
        v["score"], v.get("rating", ""), v.get("where", ""), source.span_of(node, "score")
    ),
)
INSTRUMENT = Record(
    "instruments",
    {"instrument": Field(InstrumentCode(), "แบบวัด", "Instrument", required=True), "score": _SCORE},
    lambda v, node, source: InstrumentResult(v["instrument"], v["score"], source.span_of(node, "instrument")),
)
INDICATOR = Record(
    "indicators",
    {
        "indicator": Field(IndicatorNumber(), "เลขตัวชี้วัด", "Number of the indicator", required=True),
        "title": Field(TEXT, "ชื่อตัวชี้วัดตามที่พิมพ์", "Title in the report"),
        "score": _SCORE,
        "outcome": Field(
            Choice({"pass": True, "fail": False, "ผ่านเกณฑ์": True, "ไม่ผ่านเกณฑ์": False}),
            "ผ่านหรือไม่ผ่านเกณฑ์ตามที่พิมพ์",
            "Pass or fail in the report",
        ),
    },
    lambda v, node, source: IndicatorResult(
        v["indicator"], v.get("title", ""), v["score"], v.get("outcome"), source.span_of(node, "indicator")
    ),
)
EARLIER = Record(
    "earlier",
    {
        "year": Field(
            Year(), "ปีงบประมาณ พ.ศ. ของตัวเลขเหล่านี้", "Fiscal year of these figures, Buddhist era", required=True
        ),
        "total": Field(TOTAL, "คะแนนรวมของปีนั้น", "The total of that year"),
        "instruments": Field(ListOf(INSTRUMENT), "คะแนนรายแบบวัดของปีนั้น", "Scores by instrument"),
        "indicators": Field(ListOf(INDICATOR), "คะแนนรายตัวชี้วัดของปีนั้น", "Scores by indicator"),
        "where": _WHERE,
    },
    lambda v, node, source: EarlierYear(
        year=v["year"],
        total=v.get("total"),
        instruments=v.get("instruments", ()),
        indicators=v.get("indicators", ()),
        where=v.get("where", ""),
        span=source.span_of(node, "year"),
    ),
)
PART = Record(
    "parts",
    {"title": Field(TEXT, "คำตอบย่อย", "Sub-answer", required=True), "score": _SCORE},
    lambda v, node, source: QuestionPart(v["title"], v["score"]),
)
QUESTION = Record(
    "questions",
    {
        "question": Field(QuestionNumber(), "เลขข้อคำถาม เช่น i20", "Number of the question", required=True),
        "text": Field(PROSE, "ถ้อยคำตามที่พิมพ์", "Wording of the report"),
        "score": Field(Score(), "คะแนน 0–100", "Points 0-100"),
        "parts": Field(ListOf(PART), "คำตอบย่อย", "Sub-answers"),
    },
    lambda v, node, source: QuestionResult(
        v["question"], v.get("text", ""), v.get("score"), v.get("parts", ()), source.span_of(node, "question")
    ),
)
ITEM = Record(
    "items",
    {
        "item": Field(ItemNumber(), "เลขข้อ เช่น O12", "Number of the item", required=True),
        "score": _SCORE,
        "inferred": Field(YES_NO, "ไม่ได้พิมพ์ไว้ แต่สรุปได้จากตำแหน่งในรายงาน", "Not printed, follows from its place"),
        "basis": Field(TEXT, "สรุปจากอะไร", "What it follows from"),
    },
    lambda v, node, source: ItemResult(
        v["item"], v["score"], v.get("inferred", False), v.get("basis", ""), source.span_of(node, "item")
    ),
)
FINDING = Record(
    "findings",
    {
        "about": Field(About(), "เรื่องที่กล่าวถึง เช่น O12, i20, indicator 9", "What it is about", required=True),
        "heading": Field(TEXT, "หัวข้อกลุ่มในรายงาน", "Group heading in the report"),
        "statement": Field(PROSE, "ประเด็นตามที่พิมพ์", "The issue, in the words of the report"),
        "remark": Field(PROSE, "ความเห็นของผู้ตรวจ", "The assessor's remark"),
        "analysis": Field(PROSE, "การวิเคราะห์ข้อบกพร่อง", "Analysis of the defect"),
        "remedy": Field(PROSE, "แนวทางหรือมาตรการแก้ไข", "What is to be done"),
        "owner": Field(OFFICES, "ผู้รับผิดชอบ", "Responsible office"),
        "kind": Field(
            Choice(
                {
                    "weakness": FindingKind.WEAKNESS,
                    "keep": FindingKind.KEEP,
                    "ต้องแก้ไข": FindingKind.WEAKNESS,
                    "รักษาระดับ": FindingKind.KEEP,
                }
            ),
            "ต้องแก้ไข หรือ รักษาระดับ",
            "Weakness, or to be kept",
        ),
        "helped_by": Field(ListOf(ItemNumber()), "ข้อที่ช่วยได้", "Items that help"),
        "where": _WHERE,
    },
    lambda v, node, source: Finding(
        about=v["about"],
        heading=v.get("heading", ""),
        statement=v.get("statement", ""),
        remark=v.get("remark", ""),
        analysis=v.get("analysis", ""),
        remedy=v.get("remedy", ""),
        owners=v.get("owner", ()),
        kind=v.get("kind"),
        helped_by=v.get("helped_by", ()),
        where=v.get("where", ""),
        span=source.span_of(node, "about"),
        helped_by_span=source.span_of(node, "helped_by"),
    ),
)
PRINTED = Record(
    "printed",
    {"figure": _FIGURE, "value": _VALUE, "where": _WHERE},
    lambda v, node, source: PrintedFigure(v["figure"], v["value"], v.get("where", ""), source.span_of(node, "value")),
)
CLAIM = Record("claims", {"figure": _FIGURE, "value": _VALUE}, lambda v, node, source: Claim(v["figure"], v["value"]))
STATEMENT = Record(
    "statements",
    {
        "text": Field(PROSE, "ถ้อยคำตามที่พิมพ์", "Sentence of the report", required=True),
        "where": _WHERE,
        "claims": Field(ListOf(CLAIM), "สิ่งที่ถ้อยคำนั้นบอก", "What it says, in checkable form"),
    },
    lambda v, node, source: Statement(v["text"], v.get("where", ""), v.get("claims", ()), source.span_of(node, "text")),
)
NAME = Record(
    "names",
    {
        "name": Field(TEXT, "ชื่อตามที่พิมพ์", "Name in the report", required=True),
        "kind": Field(
            Choice({"agency": "agency", "district": "district", "province": "province"}),
            "เป็นชื่อของ: agency, district, province",
            "What it names",
            required=True,
        ),
        "where": _WHERE,
    },
    lambda v, node, source: MisprintedName(v["name"], v["kind"], v.get("where", ""), source.span_of(node, "name")),
)
NAMES = Field(ListOf(NAME), "ชื่อที่ไม่ใช่ของหน่วยงานนี้ที่พิมพ์อยู่ในรายงาน", "Names printed in the report that are not its own")


def _results(values: Values, node: Node, source: SourceText) -> Results:
    pass_line: Decimal | None = values.get("pass_line")
    return Results(
        source=values["source"],
        pass_line=pass_line,
        focus_line=values.get("focus_line"),
        total=values.get("total"),
        instruments=values.get("instruments", ()),
        indicators=values.get("indicators", ()),
        questions=values.get("questions", ()),
        items=values.get("items", ()),
        findings=values.get("findings", ()),
        printed=values.get("printed", ()),
        statements=values.get("statements", ()),
        names=values.get("names", ()),
        earlier=values.get("earlier", ()),
    )


RESULTS = Record(
    "results.yaml",
    {
        "source": Field(SOURCE, "เอกสารที่มา", "The source document", required=True),
        "pass_line": Field(Score(), "เกณฑ์ผ่านที่รายงานใช้", "Pass mark of the report"),
        "focus_line": Field(Score(), "รายงานแสดงเฉพาะที่ต่ำกว่าค่านี้", "The report lists what is below this"),
        "total": Field(TOTAL, "คะแนนรวม", "The total"),
        "instruments": Field(ListOf(INSTRUMENT), "คะแนนรายแบบวัด", "Scores by instrument"),
        "indicators": Field(ListOf(INDICATOR), "คะแนนรายตัวชี้วัด", "Scores by indicator"),
        "questions": Field(ListOf(QUESTION), "คะแนนรายข้อคำถาม", "Scores by question"),
        "items": Field(ListOf(ITEM), "คะแนนรายข้อ", "Scores by item"),
        "findings": Field(ListOf(FINDING), "ข้อบกพร่องและข้อที่ควรรักษา", "Findings"),
        "printed": Field(ListOf(PRINTED), "ตัวเลขเดียวกันที่พิมพ์ไว้ที่อื่น", "Figures printed elsewhere too"),
        "statements": Field(ListOf(STATEMENT), "ถ้อยคำที่ตรวจสอบได้", "Statements that can be checked"),
        "names": NAMES,
        "earlier": Field(
            ListOf(EARLIER), "ตัวเลขของปีก่อน ๆ ที่รายงานนี้พิมพ์ไว้", "Figures of earlier years that this report prints"
        ),
    },
    _results,
)


def read_results(data: bytes, path: str, report: Report, year: int = 0) -> Results | None:
    """The results of one file, or nothing after a diagnostic. ``year`` is the fiscal year of the folder."""
    return yaml_record(data, path, report, RESULTS, year=year)
