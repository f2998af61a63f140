"""What is new, as an Atom feed (RFC 4287): days that the content gives, newest first, and no clock.

An item that was brought up to date, a report of results and a list of measures are entries. The identity
of an entry is the address of its page, which never changes.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import escape

from generator.oit.agency_year import AgencyYear
from generator.oit.reach import NEAR
from generator.oit.site_metadata import SiteMetadata
from generator.rendering.addresses import AgencyAddresses


class Entry(NamedTuple):
    """One page that is new or was changed. ``day`` is an ISO 8601 date of the Common Era."""

    day: str
    address: str
    title: str
    summary: str
    agency: str


def agency_entries(
    years: Iterable[AgencyYear], place: AgencyAddresses, kinds: Iterable[str], limit: int
) -> list[Entry]:
    """The entries of one agency, newest first. ``kinds`` are the kinds of pages that the theme makes."""
    made = frozenset(kinds)
    found = [entry for content in years for entry in _of_year(content, place, made)]
    return newest(found, limit)


def newest(entries: Iterable[Entry], limit: int) -> list[Entry]:
    """The newest entries; of one day by address."""
    by_address = sorted(entries, key=lambda entry: entry.address)
    return sorted(by_address, key=lambda entry: entry.day, reverse=True)[:limit]


def _of_year(content: AgencyYear, place: AgencyAddresses, made: frozenset[str]) -> Iterable[Entry]:
    year, name = content.year, content.agency.name
    of_year = f"{name} ปีงบประมาณ พ.ศ. {year}"
    for item in content.catalogue.items:
        disclosure = content.disclosures.get(item.number)
        if "item" in made and disclosure is not None and (day := _near(disclosure.updated, year)):
            title = f"ข้อ {item.number} {item.title}"
            yield _entry(day, place.item(year, item), title, f"ปรับปรุงข้อมูลของ{of_year}", name)
    results, measures = content.results, content.measures
    reports = (
        ("results", "ผลการประเมิน", results.source if results is not None and results.says_anything else None),
        ("measures", "มาตรการและผลการดำเนินการ", measures.source if measures is not None else None),
    )
    for kind, title, source in reports:
        if kind in made and source is not None and (day := _near(source.issued, year)):
            yield _entry(day, place.report(year, kind), f"{title} {of_year}", source.title, name)


def _near(day: datetime.date | None, year: int) -> datetime.date | None:
    """A day near the fiscal year. One far away is a slip: 2658 for 2568 would stay the newest entry for ever."""
    return day if day is not None and NEAR.holds(day, year) else None


def _entry(day: datetime.date, address: str, title: str, summary: str, agency: str) -> Entry:
    return Entry(day.isoformat(), address, title, summary, agency)


def feed_xml(
    publication: SiteMetadata, title: str, author: str, address: str, home: str, entries: Sequence[Entry]
) -> bytes:
    """The feed at ``address`` about the page ``home``; there is at least one entry."""
    own, page = publication.url(address), publication.url(home)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">',
        f"<id>{escape(own)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_moment(entries[0].day)}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        "<generator>Prongsai</generator>",
    ]
    if publication.license is not None:
        lines.append(f'<link rel="license" href="{escape(publication.license.link)}"/>')
    for entry in entries:
        url = escape(publication.url(entry.address))
        lines += [
            "<entry>",
            f"<id>{url}</id>",
            f"<title>{escape(entry.title)}</title>",
            f"<updated>{_moment(entry.day)}</updated>",
            f"<author><name>{escape(entry.agency)}</name></author>",
            f'<link rel="alternate" type="text/html" href="{url}"/>',
            f"<summary>{escape(entry.summary)}</summary>",
            "</entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode("utf-8")


def _moment(day: str) -> str:
    """The beginning of a day in Thailand."""
    return f"{day}T00:00:00+07:00"
