"""``content/site.yaml``: what the site is called, what it shows and in which theme."""

from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.oit.agency import Accessibility
from generator.reading.agency_file import CONTACT
from generator.reading.contact_kinds import WebAddress
from generator.reading.kinds import TEXT, Choice, Day, Placed, PlacedSlug, PlacedText
from generator.reading.schema import Field, ListOf, Record, SourceText, Values
from generator.reading.source_file import yaml_file
from generator.reading.yamltree import Node

EXPORTS = ("data", "sitemap", "robots")
ALL_AGENCIES = "all"


class SiteSettings(NamedTuple):
    """The settings of one site. ``agency`` is a slug, or ``all`` for a portal; ``address`` may be empty."""

    title: str
    title_en: str
    theme: Placed
    thai_numerals: bool
    address: str
    agency: Placed
    exports: tuple[str, ...]
    accessibility: Accessibility = Accessibility()

    @property
    def is_portal(self) -> bool:
        """Whether every agency has pages under its own slug."""
        return self.agency.text == ALL_AGENCIES


DEFAULTS = SiteSettings("", "", Placed("base", Span("")), False, "", Placed(ALL_AGENCIES, Span("")), ())
"""What stands in for settings that cannot be read, so that the agencies are checked all the same."""


def _accessibility(values: Values, node: Node, source: SourceText) -> Accessibility:
    return Accessibility(**values)


ACCESSIBILITY = Record(
    "accessibility",
    {
        "checked": Field(Day(), "วันที่ตรวจการเข้าถึงครั้งล่าสุด", "Day on which accessibility was last checked"),
        "contact": Field(CONTACT, "ผู้รับแจ้งปัญหาการเข้าถึง", "Whom to tell of a problem"),
    },
    _accessibility,
)


def _build(values: Values, node: Node, source: SourceText) -> SiteSettings:
    return SiteSettings(
        title=values["title"],
        title_en=values.get("title_en", ""),
        theme=values.get("theme", Placed("base", Span(source.path, 1, 1, 2))),
        thai_numerals=values.get("numerals", False),
        address=values.get("address", "").rstrip("/"),
        agency=values.get("agency", Placed(ALL_AGENCIES, Span(source.path, 1, 1, 2))),
        exports=values.get("exports", EXPORTS),
        accessibility=values.get("accessibility", Accessibility()),
    )


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
        "address": Field(WebAddress(), "ที่อยู่เว็บไซต์เมื่อเผยแพร่", "Address of the published site"),
        "agency": Field(PlacedText(), "หน่วยงานที่เป็นเจ้าของเว็บไซต์ หรือ all", "The agency that is the site, or all"),
        "exports": Field(
            ListOf(Choice({name: name for name in EXPORTS})), "ไฟล์ข้อมูลที่สร้าง", "Data files written beside the pages"
        ),
        "accessibility": Field(
            ACCESSIBILITY, "สิ่งที่คำแถลงการเข้าถึงระบุ", "What the accessibility statement says of the site itself"
        ),
    },
    _build,
)


def read_site(data: bytes, path: str, report: Report) -> SiteSettings | None:
    """The settings of the site, or nothing after a diagnostic."""
    read = yaml_file(data, path, report)
    return SITE.read(*read) if read is not None else None
