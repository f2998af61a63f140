"""A catalogue file: one fiscal year of one regulator's scheme."""

from decimal import Decimal
from typing import Any

from generator.diagnostics import Report
from generator.oit.agency import AGENCY_KINDS
from generator.oit.catalogue import (
    Basis,
    CalendarKey,
    CalendarStep,
    Catalogue,
    Indicator,
    Instrument,
    Question,
    Rating,
    Rounding,
    SubIndicator,
)
from generator.oit.period import Period
from generator.oit.placement import placed
from generator.reading import dates
from generator.reading.catalogue_integrity import check_integrity
from generator.reading.catalogue_items import BASIS, ITEM, TITLE, TITLE_EN
from generator.reading.kinds import PROSE, TEXT, YES_NO, Choice, Number, Score, Slug, Text, Year
from generator.reading.schema import Field, Kind, ListOf, Record, SourceText, TableOf, Values
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Node, Scalar


class DecimalPlaces(Kind[int]):
    """A number of decimals, or ``exact`` for no rounding, which is read as -1."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> int | None:
        if type(node) is Scalar and node.text == "exact":
            return -1
        return Number(0, 6).read(node, source)


class DayOrMonth(Kind[Period]):
    """A day, or a whole month."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> Period | None:
        text = TEXT.read(node, source)
        if text is None:
            return None
        found = dates.day_or_month(text)
        if found is None:
            source.error("OIT208", node, value=text)
        return found


SUB_INDICATOR = Record(
    "sub_indicators",
    {
        "no": Field(Text(8), "เลขตัวชี้วัดย่อย", "Number", required=True),
        "title": TITLE,
        "title_en": TITLE_EN,
        "items": Field(ListOf(ITEM), "ข้อ", "Items", required=True),
    },
    lambda v, node, source: SubIndicator(v["no"], v["title"], v.get("title_en", ""), v["items"]),
)
QUESTION = Record(
    "questions",
    {
        "no": Field(Text(8), "เลขข้อคำถาม", "Number", required=True),
        "title": TITLE,
        "negative": Field(YES_NO, "คำถามเชิงลบ", "Asked in the negative"),
        "parts": Field(YES_NO, "มีคำตอบย่อย", "Has sub-answers"),
        "helped_by": Field(ListOf(Slug()), "หัวเรื่องที่ช่วยได้", "Topics of items that help"),
    },
    lambda v, node, source: Question(
        v["no"], v["title"], v.get("negative", False), v.get("parts", False), v.get("helped_by", ())
    ),
)
INDICATOR = Record(
    "indicators",
    {
        "no": Field(Text(8), "เลขตัวชี้วัด", "Number", required=True),
        "title": TITLE,
        "title_en": TITLE_EN,
        "sub_indicators": Field(ListOf(SUB_INDICATOR), "ตัวชี้วัดย่อย", "Sub-indicators"),
        "questions": Field(ListOf(QUESTION), "ข้อคำถาม", "Questions"),
    },
    lambda v, node, source: Indicator(
        v["no"], v["title"], v.get("title_en", ""), v.get("sub_indicators", ()), v.get("questions", ())
    ),
)
INSTRUMENT = Record(
    "instruments",
    {
        "code": Field(Text(8), "รหัสแบบวัด", "Code", required=True),
        "title": TITLE,
        "title_en": TITLE_EN,
        "weight": Field(Score(), "น้ำหนัก (ร้อยละ)", "Weight in per cent", required=True),
        "basis": Field(BASIS, "ความน่าเชื่อถือ", "Basis"),
        "indicators": Field(ListOf(INDICATOR), "ตัวชี้วัด", "Indicators", required=True),
    },
    lambda v, node, source: Instrument(
        code=v["code"],
        title=v["title"],
        title_en=v.get("title_en", ""),
        weight=v["weight"],
        basis=v.get("basis", Basis.RULE),
        indicators=v["indicators"],
    ),
)
RATING = Record(
    "ratings",
    {
        "label": Field(TEXT, "ระดับ", "Label", required=True),
        "label_en": Field(TEXT, "ระดับภาษาอังกฤษ", "Label in English"),
        "at_least": Field(Score(), "คะแนนรวมอย่างน้อย", "Minimum total", required=True),
        "each_instrument": Field(Score(), "คะแนนแต่ละแบบวัดอย่างน้อย", "Minimum score of each instrument"),
    },
    lambda v, node, source: Rating(v["label"], v.get("label_en", ""), v["at_least"], v.get("each_instrument")),
)


def _rounding(v: Values, node: Node, source: SourceText) -> Rounding:
    kept = {name: None if places < 0 else places for name, places in v.items()}
    return Rounding(kept["subindicator"], kept["indicator"], kept["instrument"], kept["total"])


ROUNDING = Record(
    "rounding",
    {
        "subindicator": Field(DecimalPlaces(), "ทศนิยมของตัวชี้วัดย่อย", "Decimals of sub-indicators", required=True),
        "indicator": Field(DecimalPlaces(), "ทศนิยมของตัวชี้วัด", "Decimals of indicators", required=True),
        "instrument": Field(DecimalPlaces(), "ทศนิยมของแบบวัด", "Decimals of instruments", required=True),
        "total": Field(DecimalPlaces(), "ทศนิยมของคะแนนรวม", "Decimals of the total", required=True),
    },
    _rounding,
)
ITEM_SCORES = Record(
    "item_scores",
    {
        "met": Field(Score(), "คะแนนเมื่อครบ", "Points when met", required=True),
        "unmet": Field(Score(), "คะแนนเมื่อไม่ครบ", "Points when not met", required=True),
    },
    lambda v, node, source: (v["met"], v["unmet"]),
)
STEP = Record(
    "calendar",
    {
        "key": Field(Choice({key.value: key for key in CalendarKey}), "รหัสขั้นตอน", "Key of the step"),
        "step": Field(TEXT, "ขั้นตอน", "Step", required=True),
        "from": Field(DayOrMonth(), "เริ่ม", "First day or month", required=True),
        "until": Field(DayOrMonth(), "สิ้นสุด", "Last day or month", required=True),
    },
    lambda v, node, source: CalendarStep(v.get("key"), v["step"], v["from"], v["until"]),
)
_PARTS = Choice(
    {name: name for name in ("titles", "grouping", "ratings", "weights", "calendar", "elements", "questions")}
)


def _table(rows: Any) -> dict[str, Any]:
    return {key: value for key, value, _ in rows}


def _catalogue(v: Values, node: Node, source: SourceText) -> Catalogue | None:
    met, unmet = v.get("item_scores", (Decimal(100), Decimal(0)))
    catalogue = placed(
        Catalogue(
            scheme=v["scheme"],
            year=v["year"],
            title=v["title"],
            regulator=v.get("regulator", ""),
            basis=_table(v.get("basis", ())),
            basis_notes=_table(v.get("basis_notes", ())),
            rounding=v["rounding"],
            pass_line=v["pass_line"],
            met=met,
            unmet=unmet,
            ratings=v["ratings"],
            local_government=frozenset(v.get("local_government", ())),
            instruments=v["instruments"],
            calendar=v.get("calendar", ()),
            sources=v.get("sources", ()),
            notes=v.get("notes", ()),
            span=source.span_of(node, "year"),
            items=(),
            by_number={},
        )
    )
    return catalogue if check_integrity(catalogue, node, source) else None


CATALOGUE = Record(
    "catalogue",
    {
        "scheme": Field(Slug(), "รหัสหลักเกณฑ์", "Key of the scheme", required=True),
        "year": Field(Year(), "ปีงบประมาณ พ.ศ.", "Fiscal year, Buddhist era", required=True),
        "title": TITLE,
        "regulator": Field(TEXT, "หน่วยงานผู้ประเมิน", "Regulator"),
        "basis": Field(TableOf(_PARTS, BASIS), "ความน่าเชื่อถือของแต่ละส่วน", "Basis of each part"),
        "basis_notes": Field(TableOf(_PARTS, PROSE), "คำอธิบายที่มา", "Notes on the basis"),
        "rounding": Field(ROUNDING, "การปัดเศษ", "Rounding", required=True),
        "pass_line": Field(Score(), "เกณฑ์ผ่าน", "Pass mark", required=True),
        "item_scores": Field(ITEM_SCORES, "คะแนนรายข้อ", "Points of an item"),
        "ratings": Field(ListOf(RATING), "ระดับผลการประเมิน", "Ratings", required=True),
        "local_government": Field(
            ListOf(Choice({kind: kind for kind in AGENCY_KINDS})), "ประเภทที่เป็น อปท.", "Kinds that are local government"
        ),
        "instruments": Field(ListOf(INSTRUMENT), "แบบวัด", "Instruments", required=True),
        "calendar": Field(ListOf(STEP), "ปฏิทิน", "Calendar"),
        "sources": Field(ListOf(Text(2000)), "แหล่งข้อมูล", "Sources"),
        "notes": Field(ListOf(Text(2000)), "หมายเหตุ", "Notes"),
    },
    _catalogue,
)


def read_catalogue(data: bytes, path: str, report: Report) -> Catalogue | None:
    """The catalogue of one file, or nothing after a diagnostic."""
    return yaml_record(data, path, report, CATALOGUE)
