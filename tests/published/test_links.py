"""Every link leads somewhere, from any folder and from a disk."""

import re
from urllib.parse import urlsplit

import pytest

from .site import Page, Site

ELSEWHERE = frozenset({"https", "http", "mailto", "tel"})


@pytest.fixture(params=["shipped", "example", pytest.param("english", marks=pytest.mark.sweep)])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def _inside(page: Page) -> list[tuple[str, int]]:
    return [(link, line) for link, line in page.links if urlsplit(link).scheme not in ELSEWHERE]


def test_a_link_inside_the_site_names_a_file_that_is_there(site: Site) -> None:
    broken = [
        f"{page.address}:{line}: {link}"
        for page in site.pages.values()
        for link, line in _inside(page)
        if page.target(link)[0] not in site.files
    ]
    assert broken == []


def test_an_anchor_is_an_id_of_the_page_it_leads_to(site: Site) -> None:
    broken = []
    for page in site.pages.values():
        for link, line in _inside(page):
            path, anchor = page.target(link)
            if anchor and (path not in site.pages or anchor not in site.pages[path].ids):
                broken.append(f"{page.address}:{line}: {link}")
    assert broken == []


def test_a_reference_between_elements_is_an_id_of_the_page(site: Site) -> None:
    references = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
    broken = [
        f"{page.address}:{element.line}: {name}={word}"
        for page in site.pages.values()
        for element in page.elements
        for name in references
        for word in element.attributes.get(name, "").split()
        if word not in page.ids
    ]
    assert broken == []


def test_links_inside_the_site_are_relative(site: Site) -> None:
    """So that the same bytes work at the root of a host, in a folder of it, and from a disk."""
    absolute = [
        f"{page.address}:{line}: {link}"
        for page in site.pages.values()
        for link, line in _inside(page)
        if (link.startswith("/") or urlsplit(link).scheme) and page.kind != "lost"
    ]
    assert absolute == []


def test_a_lost_reader_finds_home_from_any_address(example: Site) -> None:
    """A host shows this page in place of one it does not have, wherever that would be; the site's address is known."""
    links = [link for link, _ in _inside(example.pages["404.html"]) if not link.startswith("#")]
    assert links
    assert [link for link in links if not link.startswith("/ita/")] == []


def test_every_page_can_be_reached_from_the_first(site: Site) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        address = waiting.pop()
        if address not in reached:
            reached.add(address)
            page = site.pages[address]
            targets = (page.target(link)[0] for link, _ in _inside(page))
            waiting.extend(target for target in targets if target in site.pages)
    assert set(site.pages) - reached == {"404.html"}


def test_what_a_style_sheet_asks_for_is_there(site: Site) -> None:
    sheets = {address: data.decode() for address, data in site.files.items() if address.endswith(".css")}
    wanted = [
        Page(site.root, address).target(link)[0]
        for address, text in sheets.items()
        for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", text)
    ]
    assert wanted
    assert [target for target in wanted if target not in site.files] == []
    assert not any("@import" in text for text in sheets.values())


def test_the_site_map_names_every_page_but_the_one_for_lost_readers(example: Site) -> None:
    named = re.findall(r"<loc>https://example\.invalid/ita/([^<]*)</loc>", example.files["sitemap.xml"].decode())
    pages = [name if name.endswith(".html") else f"{name}index.html" for name in named]
    assert sorted(pages) == sorted(set(example.pages) - {"404.html"})
