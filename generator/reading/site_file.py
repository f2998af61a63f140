"""``content/site.yaml``: the settings of the site."""

from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.language import LANGUAGES, MAIN_LANGUAGE, Language
from generator.oit.agency import Accessibility
from generator.oit.export_formats import EXPORT_FORMATS
from generator.oit.site_metadata import AVAILABILITIES, License, Publisher, SiteMetadata
from generator.reading.agency_file import CONTACT
from generator.reading.contact_kinds import Email, WebAddress
from generator.reading.kinds import TEXT, Choice, Day, Number, Placed, PlacedSlug, PlacedText, key_or_thai
from generator.reading.schema import Field, ListOf, Record, SourceText, Values, is_empty
from generator.reading.site_address import SiteAddress
from generator.reading.source_file import yaml_record
from generator.reading.yamltree import Mapping, Node

_EXPORTS = {row.name: row for row in EXPORT_FORMATS}
_DEFAULT_EXPORTS = tuple(row.name for row in EXPORT_FORMATS if row.is_default)
FEED_ENTRIES = 50
ALL_AGENCIES = "all"


class SiteSettings(NamedTuple):
    """The settings of one site. ``agency`` is a slug, or ``all`` for a portal; ``address`` may be empty.

    ``languages`` are those of its pages: Thai, and any other beside it.
    """

    title: str
    title_en: str
    theme: Placed
    thai_numerals: bool
    address: str
    agency: Placed
    exports: tuple[str, ...]
    publication: SiteMetadata
    accessibility: Accessibility = Accessibility()
    languages: tuple[Language, ...] = (MAIN_LANGUAGE,)

    @property
    def is_portal(self) -> bool:
        """Whether every agency has pages under its own slug."""
        return self.agency.text == ALL_AGENCIES


_NOTHING = SiteMetadata(
    title="", title_en="", description="", address="", license=None, publisher=None, feed_entries=FEED_ENTRIES
)
DEFAULTS = SiteSettings(
    title="",
    title_en="",
    theme=Placed("base", Span("")),
    thai_numerals=False,
    address="",
    agency=Placed(ALL_AGENCIES, Span("")),
    exports=(),
    publication=_NOTHING,
)
"""What stands in for settings that cannot be read, so that the agencies are checked all the same."""


def _license(values: Values, node: Node, source: SourceText) -> License:
    return License(values["title"], values["link"])


LICENSE = Record(
    "license",
    {
        "title": Field(TEXT, "ชื่อสัญญาอนุญาต", "Title of the licence", required=True),
        "link": Field(WebAddress(), "ที่อยู่เว็บของสัญญาอนุญาต", "Web address of the licence", required=True),
    },
    _license,
)


def _publisher(values: Values, node: Node, source: SourceText) -> Publisher:
    return Publisher(**values)


PUBLISHER = Record(
    "publisher",
    {
        "name": Field(TEXT, "ชื่อผู้จัดทำเว็บไซต์รวม", "Name of who runs the portal", required=True),
        "website": Field(WebAddress(), "เว็บไซต์ของผู้จัดทำ", "Its website"),
        "email": Field(Email(), "อีเมลของผู้จัดทำ", "Its e-mail address"),
    },
    _publisher,
)


def _accessibility(values: Values, node: Node, source: SourceText) -> Accessibility:
    return Accessibility(**values)


ACCESSIBILITY = Record(
    "accessibility",
    {
        "checked": Field(Day(), "วันที่ตรวจการเข้าถึงครั้งล่าสุด", "Day on which accessibility was last checked"),
        "contact": Field(CONTACT, "ผู้รับแจ้งปัญหาการเข้าถึง", "Contact for accessibility problems"),
    },
    _accessibility,
)


def _build(values: Values, node: Node, source: SourceText) -> SiteSettings:
    address = values.get("address", "")
    agency = values.get("agency", Placed(ALL_AGENCIES, Span(source.path, 1, 1, 2)))
    publisher = values.get("publisher")
    exports = _possible(values, agency.text == ALL_AGENCIES, node, source)
    return SiteSettings(
        title=values["title"],
        title_en=values.get("title_en", ""),
        theme=values.get("theme", Placed("base", Span(source.path, 1, 1, 2))),
        thai_numerals=values.get("numerals", False),
        address=address,
        agency=agency,
        exports=exports,
        publication=SiteMetadata(
            title=values["title"],
            title_en=values.get("title_en", ""),
            description=values.get("description", ""),
            address=address,
            license=values.get("license"),
            publisher=publisher,
            feed_entries=values.get("feed_entries", FEED_ENTRIES),
            issued=values.get("issued"),
            availability=values.get("availability", ""),
        ),
        accessibility=values.get("accessibility", Accessibility()),
        languages=tuple(one for one in LANGUAGES if one in (MAIN_LANGUAGE, *values.get("languages", ()))),
    )


def _possible(values: Values, is_portal: bool, node: Node, source: SourceText) -> tuple[str, ...]:
    """The exports for which the settings give what they need; the others are told of and left out.

    Of one that is made unless a site says otherwise nothing is told.
    """
    assert isinstance(node, Mapping)
    possible: list[str] = []
    for name in values.get("exports", _DEFAULT_EXPORTS):
        row = _EXPORTS[name]
        needs = (*row.needs, *row.portal_needs) if is_portal else row.needs
        missing = next((field for field in needs if not values.get(field)), None)
        if missing is None:
            possible.append(name)
        elif not (row.is_default or (missing in node.entries and not is_empty(node.entries[missing][1]))):
            # a field that is written has a mistake that has been told
            source.report.warning("OIT340", source.span_of(node, "exports"), name=name, field=missing)
    return tuple(possible)


SITE = Record(
    "site.yaml",
    {
        "title": Field(TEXT, "ชื่อเว็บไซต์", "Title of the site", required=True),
        "title_en": Field(TEXT, "ชื่อเว็บไซต์ภาษาอังกฤษ", "Title of the site in English"),
        "theme": Field(PlacedSlug(), "ชื่อธีม", "Name of the theme"),
        "numerals": Field(
            Choice({"arabic": False, "thai": True, "อารบิก": False, "ไทย": True}),
            "ตัวเลขที่ใช้แสดงผล: arabic หรือ thai",
            "Numerals shown: arabic or thai",
        ),
        "address": Field(SiteAddress(), "ที่อยู่เว็บไซต์เมื่อเผยแพร่", "Address of the published site"),
        "agency": Field(PlacedText(), "หน่วยงานที่เป็นเจ้าของเว็บไซต์ หรือ all", "The agency that is the site, or all"),
        "exports": Field(
            ListOf(Choice({name: name for name in _EXPORTS})),
            "ไฟล์ข้อมูลที่สร้าง และการค้นหา",
            "Data files written beside the pages, and the search",
        ),
        "description": Field(TEXT, "คำอธิบายเว็บไซต์หนึ่งประโยค", "The site in one sentence"),
        "license": Field(LICENSE, "สัญญาอนุญาตของข้อมูลทั้งหมด", "The licence of all data"),
        "publisher": Field(PUBLISHER, "ผู้จัดทำเว็บไซต์รวมหลายหน่วยงาน", "Who runs a portal of many agencies"),
        "feed_entries": Field(
            Number(1, 1000), "จำนวนรายการสูงสุดในฟีด ไม่เขียนคือ 50", "Entries in a feed at the most; 50 unless given"
        ),
        "issued": Field(Day(), "วันที่เผยแพร่เว็บไซต์ครั้งแรก", "Day on which the site was first published"),
        "availability": Field(
            key_or_thai(AVAILABILITIES),
            "ตั้งใจให้ข้อมูลอยู่ที่เดิมนานเพียงใด",
            "For how long data are meant to stay where they are",
        ),
        "languages": Field(
            ListOf(Choice({"th": "th", "en": "en", "ไทย": "th", "อังกฤษ": "en"})),
            "ภาษาของหน้าเว็บ มีภาษาไทยเสมอ",
            "Languages of the pages; Thai is always among them",
        ),
        "accessibility": Field(
            ACCESSIBILITY, "สิ่งที่คำแถลงการเข้าถึงระบุ", "What the accessibility statement says of the site itself"
        ),
    },
    _build,
)


def read_site(data: bytes, path: str, report: Report) -> SiteSettings | None:
    """The settings of the site, or nothing after a diagnostic."""
    return yaml_record(data, path, report, SITE)
