"""The site map names every page and nothing but pages; the robots file lets everyone in."""

from xml.etree import ElementTree

import pytest
from content.pages import Site
from projects import SMALL, Write

from generator.exports.sitemap import robots, sitemap

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
    data = sitemap(["b/index.html", "a/index.html"], "https://example.invalid/?a=1&b=<2>")
    assert _locations(data) == [
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
