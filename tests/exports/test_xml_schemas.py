"""Feeds by the rules of Atom and site maps by the schema of their protocol, on sites with every export on."""

import pytest
from lxml import etree

from .sites import HARD, Published
from .xml_schema import faults

ATOM = "{http://www.w3.org/2005/Atom}"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
MOST_ADDRESSES = 50_000
MOST_BYTES = 52_428_800
"""What sitemaps.org allows in one file."""


def test_every_feed_is_one_by_the_rules_of_atom(published: Published) -> None:
    feeds = published.found("**/feed.xml")
    assert "feed.xml" in feeds
    assert [fault for address in feeds for fault in faults("atom.rng", published.read(address))] == []


def test_an_agency_has_a_feed_if_anything_of_it_has_a_day(portal: Published) -> None:
    assert portal.found("**/feed.xml") == ["feed.xml", "other/feed.xml", "town/feed.xml"]


def test_a_hard_name_comes_back_from_a_feed_as_it_was_written(portal: Published) -> None:
    feed = etree.fromstring(portal.read("town/feed.xml"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == HARD
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iterfind(f"{ATOM}entry")]
    assert titles == [f"ผลการประเมิน {HARD} ปีงบประมาณ พ.ศ. 2567", "ข้อ O1 โครงสร้าง"]
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == 'รายงาน "ผล" & <คะแนน>'


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("<id>", "<id2>"),
        ("<title>", '<title type="markdown">'),
        ("T00:00:00+07:00", ""),
        ("+07:00", ""),
        ("<name>", "<name2>"),
        (' href="', ' src="'),
        ("<entry>", "<entry><published>2024</published>"),
        ("<entry>", "<entry><updated>2024-01-01T00:00:00Z</updated>"),
        ("<generator>", '<generator language="th">'),
        ("<entry>", "<entry><note>ก</note>"),
        ('xml:lang="th"', 'xml:lang="ไทย"'),
        ('type="text/html"', 'type="html"'),
    ],
)
def test_a_feed_that_breaks_a_rule_is_refused(alone: Published, there: str, instead: str) -> None:
    text = alone.read("feed.xml").decode()
    assert there in text
    closed = text.replace(there.replace("<", "</"), instead.replace("<", "</")) if instead.endswith("2>") else text
    assert faults("atom.rng", closed.replace(there, instead).encode()) != []


def test_a_feed_may_hold_what_the_standard_allows() -> None:
    """So that the rules refuse nothing for being unknown to this program."""
    text = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/">
    <updated>2024-01-01T00:00:00.25Z</updated><subtitle type="html">&lt;b></subtitle><id>urn:a</id>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a">ก</p></div></title>
    <category term="a" label="b" scheme="https://example.org/"/><rights>ก</rights><logo>/l.png</logo><icon>/i.png</icon>
    <contributor><email>a@example.org</email><name>ก</name><uri>/a</uri></contributor>
    <entry><title/><id>urn:b</id><updated>2024-01-01T00:00:00Z</updated><published>2023-01-01T00:00:00Z</published>
    <content type="application/pdf" src="/a.pdf"/><link href="/b" hreflang="th" length="1" title="ก"/></entry>
    <own xmlns="urn:own" any="thing"><more/></own></feed>"""
    assert faults("atom.rng", text.encode()) == []


def test_every_site_map_is_valid_by_the_schema_of_its_protocol(published: Published) -> None:
    data = published.read("sitemap.xml")
    assert faults("sitemap.xsd", data) == []
    named = [location.text or "" for location in etree.fromstring(data).iter(LOCATION)]
    assert {name.removeprefix(published.base) for name in named} == set(published.found("**/*.html")) - {"404.html"}
    assert all(name.startswith(published.base) for name in named)
    assert len(set(named)) == len(named) <= MOST_ADDRESSES
    assert len(data) <= MOST_BYTES


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("<loc>", "<lastmod>2567</lastmod><loc>"),
        ("</loc>", "</loc><loc>https://example.org/</loc>"),
        ("</loc>", "</loc><priority>2</priority>"),
        ("</loc>", "</loc><lastmod>15 ม.ค. 2567</lastmod>"),
        ("<url>", "<url><title>ก</title>"),
        ("https://example.invalid/ita/index.html", "index.html"),
        ("sitemap/0.9", "sitemap/0.8"),
    ],
)
def test_a_site_map_that_breaks_a_rule_is_refused(alone: Published, there: str, instead: str) -> None:
    text = alone.read("sitemap.xml").decode()
    assert there in text
    assert faults("sitemap.xsd", text.replace(there, instead).encode()) != []
