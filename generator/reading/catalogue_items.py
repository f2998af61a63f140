"""The items of a catalogue file: what each asks for, and what supports it."""

from generator.oit.catalogue import LOCAL_GOVERNMENT, PROVINCE, Basis, Element, Item, NilRule
from generator.oit.period import PeriodRule
from generator.reading.kinds import TEXT, Choice, ItemNumber, Number, Slug, Text
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.yamltree import Node

BASIS = Choice({basis.value: basis for basis in Basis})
TITLE = Field(TEXT, "ชื่อ", "Title", required=True)
TITLE_EN = Field(TEXT, "ชื่อภาษาอังกฤษ", "Title in English")

ELEMENT = Record(
    "elements",
    {
        "no": Field(Number(1, 99), "ลำดับ", "Number", required=True),
        "text": Field(TEXT, "สิ่งที่ต้องแสดง", "What must be shown", required=True),
        "only_for": Field(
            Choice({group: group for group in (LOCAL_GOVERNMENT, PROVINCE)}),
            "เฉพาะหน่วยงานกลุ่มนี้: อปท. หรือจังหวัด",
            "Only for this group of agencies: local government, or provinces",
        ),
    },
    lambda v, node, source: Element(v["no"], v["text"], v.get("only_for", "")),
)
NIL = Record(
    "nil",
    {
        "allowed": Field(
            Choice({"yes": (True,), "no": (False,), "unknown": (None,)}),
            "แจ้งว่าไม่มีเรื่องที่ต้องรายงานได้หรือไม่",
            "Whether the item may be answered with a nil statement",
            required=True,
        ),
        "scope": Field(
            Choice({scope: scope for scope in ("item", "month", "element")}),
            "แจ้งได้ทั้งข้อ เฉพาะบางเดือน หรือเฉพาะบางองค์ประกอบ",
            "Said of the whole item, of single months, or of single elements",
        ),
        "elements": Field(
            ListOf(Number(1, 99)), "เลขขององค์ประกอบที่แจ้งว่าไม่มีได้", "Elements for which a nil statement may stand"
        ),
        "basis": Field(BASIS, "ความน่าเชื่อถือ", "Basis"),
    },
    lambda v, node, source: NilRule(
        v["allowed"][0], v.get("scope") == "month", v.get("elements", ()), v.get("basis", Basis.GUIDANCE)
    ),
)


def _item(v: Values, node: Node, source: SourceText) -> Item:
    return Item(
        number=v["no"],
        title=v["title"],
        title_en=v.get("title_en", ""),
        variants=v.get("variants", ()),
        topics=v["topics"],
        kind=v.get("kind", ""),
        placement=v.get("placement", "page"),
        period=v["period"],
        period_basis=v.get("period_basis", Basis.RULE),
        due_hint=v.get("due_hint", ""),
        basis=v.get("basis", Basis.RULE),
        basis_note=v.get("basis_note", ""),
        elements=v.get("elements", ()),
        sub_indicator="",
        indicator="",
        nil=v.get("nil", NilRule()),
        title_basis=v.get("title_basis"),
    )


ITEM = Record(
    "items",
    {
        "no": Field(ItemNumber(), "เลขข้อ", "Number", required=True),
        "title": TITLE,
        "title_en": TITLE_EN,
        "title_basis": Field(BASIS, "ความน่าเชื่อถือของชื่อข้อ ถ้าต่างจากข้ออื่น", "Basis of the title where it differs"),
        "variants": Field(ListOf(TEXT), "ชื่อแบบอื่นที่พบ", "Other spellings of the title"),
        "topics": Field(ListOf(Slug()), "หัวเรื่องที่เชื่อมข้ามปี", "Topics that join years", required=True),
        "kind": Field(Text(40), "ชนิดของข้อมูล", "Kind of information"),
        "placement": Field(Choice({"page": "page", "main-site-link": "main-site-link"}), "ตำแหน่ง", "Placement"),
        "period": Field(
            Choice({rule.value: rule for rule in PeriodRule}), "ช่วงเวลาที่ต้องครอบคลุม", "Period to cover", required=True
        ),
        "period_basis": Field(BASIS, "ความน่าเชื่อถือของช่วงเวลา", "Basis of the period"),
        "due_hint": Field(TEXT, "กำหนดเวลาที่แนะนำ", "When it is usually due"),
        "basis": Field(BASIS, "ความน่าเชื่อถือขององค์ประกอบ", "Basis of the elements"),
        "basis_note": Field(TEXT, "หมายเหตุเรื่องที่มา", "Note on the basis"),
        "nil": Field(NIL, "การแจ้งว่าไม่มีเรื่องที่ต้องรายงาน", "Nil statements"),
        "elements": Field(ListOf(ELEMENT), "องค์ประกอบด้านข้อมูล", "Elements"),
    },
    _item,
)
