"""The site map names every page and nothing but pages; the robots file lets everyone in."""

import json
from xml.etree import ElementTree

import pytest
from content.pages import Site
from projects import SMALL, Write, WriteSmall

from generator.exports import sitemap as module
from generator.exports.sitemap import MOST_BYTES, robots, sitemap, sitemap_addresses, sitemap_parts
from generator.preview.session import Session
from generator.verifying.folder_place import FolderPlace
from generator.verifying.verification import verify

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _locations(data: bytes) -> list[str]:
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SPACE}urlset"
    return [location.text or "" for location in root.iterfind(f"{SPACE}url/{SPACE}loc")]


def test_a_site_without_an_address_has_none_since_names_must_be_whole(site: Site) -> None:
    assert not (site.root / "sitemap.xml").exists()


def test_every_page_is_named_by_the_whole_address_that_it_gives_of_itself(example: Site) -> None:
    named = _locations((example.root / "sitemap.xml").read_bytes())
    prefix = "https://example.invalid/ita/"
    assert all(name.startswith(prefix) for name in named)
    pages = {path.relative_to(example.root).as_posix() for path in example.root.rglob("*.html")}
    assert len(named) == len(set(named))
    assert {name.removeprefix(prefix) for name in named} == pages - {"404.html"}
    for name in named:
        html = (example.root / name.removeprefix(prefix)).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{name}">' in html


def test_names_are_in_order_and_escaped() -> None:
    assert _locations(sitemap(["b/index.html", "a/index.html"], "https://example.invalid/?a=1&b=<2>")) == [
        "https://example.invalid/?a=1&b=<2>/a/index.html",
        "https://example.invalid/?a=1&b=<2>/b/index.html",
    ]


@pytest.mark.parametrize(
    ("address", "has_sitemap", "lines"),
    [
        ("", True, ["User-agent: *", "Allow: /"]),
        ("https://example.invalid", False, ["User-agent: *", "Allow: /"]),
        (
            "https://example.invalid",
            True,
            ["User-agent: *", "Allow: /", "Sitemap: https://example.invalid/sitemap.xml"],
        ),
    ],
)
def test_robots_may_read_everything_and_are_told_of_an_absolute_site_map(
    address: str, has_sitemap: bool, lines: list[str]
) -> None:
    assert robots(address, has_sitemap=has_sitemap).decode("ascii").splitlines() == lines


def test_the_robots_file_of_a_site_with_an_address_names_a_file_that_is_there(example: Site) -> None:
    text = (example.root / "robots.txt").read_text(encoding="ascii")
    assert "Sitemap: https://example.invalid/ita/sitemap.xml" in text.splitlines()
    assert (example.root / "sitemap.xml").is_file()


@pytest.mark.parametrize(
    ("exports", "left"),
    [("[data]", set()), ("[sitemap]", {"sitemap.xml"}), ("[robots]", {"robots.txt"})],
)
def test_a_site_may_leave_either_out(project: Write, exports: str, left: set[str]) -> None:
    settings = f"title: เว็บไซต์ทดสอบ\naddress: https://example.invalid\nexports: {exports}\n"
    written = project({**SMALL, "content/site.yaml": settings})
    assert not written.build().failed
    assert {"sitemap.xml", "robots.txt"} & set(written.site()) == left


def _parts(data: bytes) -> list[str]:
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SPACE}sitemapindex"
    return [location.text or "" for location in root.iterfind(f"{SPACE}sitemap/{SPACE}loc")]


ADDRESS = "https://example.invalid"


def test_a_site_of_as_many_pages_as_one_map_may_hold_has_one() -> None:
    pages = [f"a{number:05}/index.html" for number in range(50_000)]
    assert len(_locations(sitemap(pages, ADDRESS))) == 50_000
    assert sitemap_parts(pages, ADDRESS) == {}
    assert sitemap_addresses(pages, ADDRESS) == ["sitemap.xml"]


@pytest.mark.parametrize(
    ("count", "sizes"), [(50_001, [50_000, 1]), (100_000, [50_000] * 2), (100_001, [50_000] * 2 + [1])]
)
def test_a_larger_site_has_an_index_of_parts_that_name_every_page_once(count: int, sizes: list[int]) -> None:
    pages = [f"a{number:06}/index.html" for number in range(count)]
    files = sitemap_parts(reversed(pages), ADDRESS)
    assert ["sitemap.xml", *files] == sitemap_addresses(pages, ADDRESS)
    index = _parts(sitemap(reversed(pages), ADDRESS))
    assert index == [f"{ADDRESS}/{name}" for name in files]
    named = [_locations(files[name.removeprefix(f"{ADDRESS}/")]) for name in index]
    assert [len(part) for part in named] == sizes
    assert [name for part in named for name in part] == [f"{ADDRESS}/{page}" for page in pages]


def test_a_part_is_no_larger_than_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_BYTES == 50 * 1024 * 1024
    pages = [f"a{number:03}/index.html" for number in range(100)]
    whole = sitemap(pages, ADDRESS)
    monkeypatch.setattr(module, "MOST_BYTES", len(whole))
    assert sitemap_parts(pages, ADDRESS) == {}
    monkeypatch.setattr(module, "MOST_BYTES", len(whole) - 1)
    parts = sitemap_parts(pages, ADDRESS).values()
    assert [len(_locations(part)) for part in parts] == [99, 1]
    assert max(map(len, parts)) < len(whole)


def test_a_site_without_pages_has_an_empty_map() -> None:
    assert _locations(sitemap([], ADDRESS)) == []
    assert sitemap_addresses([], ADDRESS) == ["sitemap.xml"]


def test_the_parts_of_a_built_site_are_listed_complete_and_previewed(
    small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ADDRESSES", 5)
    written = small({"content/site.yaml": f"title: เว็บไซต์ทดสอบ\naddress: {ADDRESS}\n"})
    assert not written.build().failed
    site = written.site()
    parts = [name.removeprefix(f"{ADDRESS}/") for name in _parts(site["sitemap.xml"])]
    assert len(parts) > 1
    pages = [name for part in parts for name in _locations(site[part])]
    assert sorted(pages) == sorted(
        f"{ADDRESS}/{name}" for name in site if name.endswith(".html") and name != "404.html"
    )
    assert "Sitemap: https://example.invalid/sitemap.xml" in site["robots.txt"].decode().splitlines()
    listed = json.loads(site["manifest.json"])["files"]
    assert {"sitemap.xml", *parts} <= {one["path"] for one in listed}
    assert verify(FolderPlace(written.target), 60).differences == ()
    session = Session(written)
    assert {name: session.get(name) for name in ("sitemap.xml", *parts)} == {
        name: site[name] for name in ("sitemap.xml", *parts)
    }
