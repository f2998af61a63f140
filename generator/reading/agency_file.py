"""``agency.yaml``: the agency."""

from generator.diagnostics import Report
from generator.oit.agency import AGENCY_KINDS, Agency, Channel, Contact, Office
from generator.oit.area import Area
from generator.oit.office_duties import office_key
from generator.reading.area_kinds import Corners, PointOnMap
from generator.reading.contact_kinds import Email, Phone, WebAddress
from generator.reading.kinds import PROSE, TEXT, YES_NO, Slug, key_or_thai
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Node


def _contact(values: Values, node: Node, source: SourceText) -> Contact:
    return Contact(**values)


CONTACT = Record(
    "contact",
    {
        "address": Field(TEXT, "ที่อยู่", "Postal address"),
        "phone": Field(Phone(), "หมายเลขโทรศัพท์", "Telephone"),
        "email": Field(Email(), "อีเมล", "Email"),
        "website": Field(WebAddress(), "เว็บไซต์หลัก", "Main website"),
        "map": Field(WebAddress(), "แผนที่ตั้ง", "Map"),
    },
    _contact,
)


def _channel(values: Values, node: Node, source: SourceText) -> Channel:
    return Channel(values["title"], values["link"])


CHANNEL = Record(
    "channels",
    {
        "title": Field(TEXT, "ชื่อช่องทาง", "Name of the channel", required=True),
        "link": Field(WebAddress(), "ที่อยู่เว็บ", "Web address", required=True),
    },
    _channel,
)


def _office(values: Values, node: Node, source: SourceText) -> Office:
    return Office(
        name=values["name"],
        slug=values["slug"],
        other_names=values.get("other_names", ()),
        span=source.span_of(node, "name"),
        slug_span=source.span_of(node, "slug"),
    )


OFFICE = Record(
    "offices",
    {
        "name": Field(TEXT, "ชื่อหน่วยงานภายใน", "Name of the office", required=True),
        "slug": Field(
            Slug(),
            "ชื่อในที่อยู่ของหน้า เผยแพร่แล้วไม่ควรเปลี่ยน",
            "Its part of addresses; best never changed once published",
            required=True,
        ),
        "other_names": Field(ListOf(TEXT), "ชื่ออื่นที่ใช้เรียกหน่วยงานนี้", "Other names by which content calls it"),
    },
    _office,
)


def _area(values: Values, node: Node, source: SourceText) -> Area:
    return Area(**values)


AREA = Record(
    "area",
    {
        "centre": Field(PointOnMap(), "จุดกลางของพื้นที่รับผิดชอบ", "The middle of the area the agency works for"),
        "bounds": Field(
            Corners(), "มุมตะวันตกเฉียงใต้และมุมตะวันออกเฉียงเหนือของพื้นที่", "South-western and north-eastern corner of the area"
        ),
    },
    _area,
)


def _agency(values: Values, node: Node, source: SourceText) -> Agency:
    return Agency(
        slug="",
        name=values["name"],
        name_en=values.get("name_en", ""),
        kind=values["kind"],
        district=values.get("district", ""),
        province=values["province"],
        contact=values.get("contact", Contact()),
        channels=values.get("channels", ()),
        note=values.get("note", ""),
        other_names=values.get("other_names", ()),
        example=values.get("example", False),
        offices=_distinct(values.get("offices", ()), source),
        area=values.get("area", Area()),
    )


def _distinct(offices: tuple[Office, ...], source: SourceText) -> tuple[Office, ...]:
    """The offices, after a report of each name and slug that two of them have: nobody could say which is meant."""
    slugs: set[str] = set()
    names: set[str] = set()
    for office in offices:
        if office.slug in slugs:
            source.report.error("OIT320", office.slug_span, name=office.slug)
        called = {office_key(name): name for name in (office.name, *office.other_names)}
        taken = [name for key, name in called.items() if key in names]
        if taken:
            source.report.error("OIT320", office.span, name=taken[0])
        slugs.add(office.slug)
        names.update(called)
    return offices


AGENCY = Record(
    "agency.yaml",
    {
        "name": Field(TEXT, "ชื่อหน่วยงาน", "Name of the agency", required=True),
        "name_en": Field(TEXT, "ชื่อหน่วยงานภาษาอังกฤษ", "Name in English"),
        "kind": Field(key_or_thai(AGENCY_KINDS), "ประเภทหน่วยงาน", "Kind of agency", required=True),
        "district": Field(TEXT, "อำเภอหรือเขต", "District"),
        "province": Field(TEXT, "จังหวัด", "Province", required=True),
        "contact": Field(CONTACT, "ข้อมูลการติดต่อ", "Contact details"),
        "area": Field(AREA, "พื้นที่บนแผนที่ สำหรับบัญชีชุดข้อมูล", "Its area on the map, for catalogues of data"),
        "channels": Field(ListOf(CHANNEL), "ช่องทางอื่น", "Other channels"),
        "note": Field(PROSE, "หมายเหตุถึงผู้อ่าน", "Note to the reader"),
        "other_names": Field(
            ListOf(TEXT), "ชื่ออื่นของหน่วยงานที่พบในเอกสารของตนเอง", "Other forms of its name printed in its own documents"
        ),
        "offices": Field(
            ListOf(OFFICE), "หน่วยงานภายในที่มีหน้าของตนเอง", "Offices inside the agency, for the addresses of their pages"
        ),
        "example": Field(YES_NO, "เป็นหน่วยงานสมมติเพื่อเป็นตัวอย่าง", "An invented agency, shown as an example"),
    },
    _agency,
)


def read_agency(data: bytes, path: str, slug: str, report: Report) -> Agency | None:
    """The agency of a folder, or nothing after a diagnostic."""
    agency = yaml_record(data, path, report, AGENCY)
    return agency._replace(slug=slug) if agency is not None else None
