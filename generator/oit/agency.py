"""The agency that publishes, and the site it is published on."""

import datetime
from typing import NamedTuple

from generator.diagnostics import Span
from generator.oit.area import Area


class Channel(NamedTuple):
    """A way to reach the agency, with its web address."""

    title: str
    link: str


class Contact(NamedTuple):
    """How to reach the agency; what is not known is empty and not shown."""

    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    map: str = ""


class Office(NamedTuple):
    """An office inside the agency. ``slug`` is its part of addresses; content may call it by ``other_names`` too."""

    name: str
    slug: str
    other_names: tuple[str, ...]
    span: Span
    """Where the name stands in the file."""
    slug_span: Span


class Agency(NamedTuple):
    """A public agency. ``slug`` is its folder and its part of every address."""

    slug: str
    name: str
    name_en: str
    kind: str
    district: str
    province: str
    contact: Contact
    channels: tuple[Channel, ...]
    note: str
    other_names: tuple[str, ...]
    example: bool
    offices: tuple[Office, ...] = ()
    area: Area = Area()


class Accessibility(NamedTuple):
    """The accessibility statement of a site: the day of the last check, and the contact."""

    checked: datetime.date | None = None
    contact: Contact = Contact()


AGENCY_KINDS = {
    "subdistrict-municipality": "เทศบาลตำบล",
    "town-municipality": "เทศบาลเมือง",
    "city-municipality": "เทศบาลนคร",
    "subdistrict-organization": "องค์การบริหารส่วนตำบล",
    "provincial-organization": "องค์การบริหารส่วนจังหวัด",
    "special-local": "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ",
    "government-agency": "ส่วนราชการ",
    "public-organization": "องค์การมหาชน",
    "state-enterprise": "รัฐวิสาหกิจ",
    "university": "มหาวิทยาลัย",
    "province": "จังหวัด",
    "independent-body": "องค์กรอิสระ",
    "other": "หน่วยงานอื่น",
}
"""Kinds of agency and their Thai names."""
