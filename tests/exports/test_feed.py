"""What is new, as an Atom feed that keeps the rules of RFC 4287."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from content.pages import Site
from projects import SMALL, Files, Write, WriteSmall, Written

from generator.exports.feed import Entry, newest

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
SITE = "title: เว็บไซต์ทดสอบ\naddress: https://example.go.th/ita/\nexports: [feed]\n"
DATED = "---\nitem: O1\nstate: done\nupdated: 2567-01-15\n---\nโครงสร้าง\n"
OTHER = {
    "content/other/agency.yaml": "name: เทศบาล & อีกแห่ง\nkind: subdistrict-municipality\nprovince: เลย\n",
    "content/other/2567/o02.md": "---\nitem: O2\nupdated: 2567-03-01\n---\n",
    "content/other/2567/o03.md": "---\nitem: O3\nupdated: 2566-12-01\n---\n",
}
EVERY: Files = {"content/site.yaml": SITE, "content/town/2567/o01.md": DATED, **OTHER}


def _valid(data: bytes, address: str) -> ElementTree.Element:
    """The feed, once everything that the standard demands of it was found there."""
    feed = ElementTree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert (one.text or "").strip()
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert (element.findtext(f"{ATOM}id") or "").startswith("https://")
        assert all((author.findtext(f"{ATOM}name") or "").strip() for author in element.findall(f"{ATOM}author"))
        links = element.findall(f"{ATOM}link")
        assert all(link.get("href", "").startswith("https://") for link in links)
        assert len([link for link in links if link.get("rel") == "alternate"]) == 1
    assert feed.find(f"{ATOM}author") is not None
    selves = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert selves == [feed.findtext(f"{ATOM}id")] == [address]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iterfind(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iterfind(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    return feed


def _built(written: Written) -> dict[str, bytes]:
    assert not written.build().failed
    return written.site()


def test_the_feed_of_an_agency_that_is_the_site_names_pages_that_are_there(example: Site) -> None:
    base = "https://example.invalid/ita/"
    feed = _valid((example.root / "feed.xml").read_bytes(), f"{base}feed.xml")
    found = [
        (entry.findtext(f"{ATOM}id", "").removeprefix(base), entry.findtext(f"{ATOM}updated", "")[:10])
        for entry in feed.iterfind(f"{ATOM}entry")
    ]
    assert found == [
        ("2566/measures/index.html", "2023-11-01"),
        ("2566/results/index.html", "2023-10-01"),
        ("2566/o01/index.html", "2023-02-20"),
    ]
    assert all((example.root / address).is_file() for address, _ in found)


def test_every_page_names_the_feed_of_its_agency(example: Site) -> None:
    for path in example.root.rglob("*.html"):
        depth = len(path.relative_to(example.root).parts) - 1
        href = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', path.read_text())
        assert href == [f"{'../' * depth}feed.xml" if path.name != "404.html" else "/ita/feed.xml"], path


def test_a_portal_has_a_feed_of_all_agencies_and_one_of_each(small: WriteSmall) -> None:
    built = _built(small(EVERY))
    base = "https://example.go.th/ita"
    every = _valid(built["feed.xml"], f"{base}/feed.xml")
    assert [entry.findtext(f"{ATOM}id") for entry in every.iterfind(f"{ATOM}entry")] == [
        f"{base}/other/2567/o02/index.html",
        f"{base}/town/2567/o01/index.html",
        f"{base}/other/2567/o03/index.html",
    ]
    own = _valid(built["other/feed.xml"], f"{base}/other/feed.xml")
    assert len(own.findall(f"{ATOM}entry")) == 2
    assert {author.findtext(f"{ATOM}name") for author in own.iter(f"{ATOM}author")} == {"เทศบาล & อีกแห่ง"}
    assert b'href="feed.xml"' in built["index.html"]
    assert b'href="../../../town/feed.xml"' in built["town/2567/o01/index.html"]


def test_a_feed_keeps_the_newest_as_many_as_the_site_says(small: WriteSmall) -> None:
    built = _built(small({**EVERY, "content/site.yaml": f"{SITE}feed_entries: 2\n"}))
    feed = _valid(built["feed.xml"], "https://example.go.th/ita/feed.xml")
    assert [entry.findtext(f"{ATOM}updated", "")[:10] for entry in feed.iterfind(f"{ATOM}entry")] == [
        "2024-03-01", "2024-01-15",
    ]  # fmt: skip


def test_a_slip_of_the_year_is_not_the_newest_entry_for_ever(small: WriteSmall) -> None:
    slip = {"content/town/2567/o02.md": "---\nitem: O2\nupdated: 2657-04-30\n---\n"}
    written = small({**EVERY, **slip})
    built = _built(written)
    assert [name for name, data in built.items() if name.endswith("feed.xml") and b">2114-" in data] == []
    assert "30 เมษายน 2657" in built["town/2567/o02/index.html"].decode()
    assert [d.code for d in written.check().diagnostics if d.severity == "warning"] == ["OIT520", "OIT323"]


def test_an_agency_that_did_not_change_keeps_its_entries_in_the_feed_of_the_portal(small: WriteSmall) -> None:
    written = small(EVERY)
    _built(written)
    written.write({"content/town/2567/o01.md": DATED.replace("2567-01-15", "2567-05-01")})
    outcome = written.build()
    assert outcome.made == 1
    feed = _valid(written.site()["feed.xml"], "https://example.go.th/ita/feed.xml")
    assert [entry.findtext(f"{ATOM}updated", "")[:10] for entry in feed.iterfind(f"{ATOM}entry")] == [
        "2024-05-01", "2024-03-01", "2023-12-01",
    ]  # fmt: skip


def test_where_nothing_has_a_day_there_is_no_feed_and_no_page_names_one(project: Write) -> None:
    built = _built(project({**SMALL, "content/site.yaml": SITE}))
    assert not [name for name in built if name.endswith("feed.xml")]
    assert not [name for name, data in built.items() if b"atom+xml" in data]


@pytest.mark.parametrize("count", [1, 3])
def test_of_one_day_entries_stand_by_address(count: int) -> None:
    entries = [Entry("2024-01-01", address, "", "", "") for address in ("c", "a", "b")]
    assert [entry.address for entry in newest(entries, count)] == ["a", "b", "c"][:count]


def test_the_shipped_site_which_has_no_address_has_no_feed(site: Site) -> None:
    assert not list(Path(site.root).rglob("feed.xml"))
