"""Pages in the words of schema.org: what the block says is what the page says, and no text ends the block."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from content.pages import Site
from projects import WriteSmall

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def _graph(html: str) -> dict[str, dict[str, Any]]:
    """The nodes of a page's block by their type; none where it has no block."""
    found = BLOCK.findall(html)
    if not found:
        return {}
    (text,) = found
    tree = json.loads(text)
    assert tree["@context"] == "https://schema.org"
    return {node["@type"]: node for node in tree["@graph"]}


def _pages(site: Site) -> list[Path]:
    return [path for path in sorted(site.root.rglob("*.html")) if path.name != "404.html"]


def test_every_page_but_the_front_page_tells_the_way_that_leads_to_it(site: Site, example: Site) -> None:
    for built, base in ((site, ""), (example, "https://example.invalid/ita/")):
        for path in _pages(built):
            address = path.relative_to(built.root).as_posix()
            nodes = _graph(path.read_text(encoding="utf-8"))
            if address in ("index.html", "en/index.html"):
                assert "BreadcrumbList" not in nodes
                continue
            way = nodes["BreadcrumbList"]["itemListElement"]
            assert [step["position"] for step in way] == list(range(1, len(way) + 1))
            for step in way:
                link = step["item"] if base else urljoin(f"http://host/{address}", step["item"])
                assert (built.root / link.removeprefix(base or "http://host/")).is_file(), (address, link)
            assert way[-1]["item"].endswith(address.rsplit("/", 1)[-1])


def test_the_agency_is_told_with_what_its_content_says(example: Site) -> None:
    agency = _graph((example.root / "index.html").read_text(encoding="utf-8"))["GovernmentOrganization"]
    assert agency == {
        "@type": "GovernmentOrganization",
        "@id": "https://example.invalid/ita/index.html#agency",
        "name": "เทศบาลตำบลบ้านแต่ง",
        "alternateName": "Ban Taeng Subdistrict Municipality",
        "url": "https://example.invalid/",
        "email": "office@example.invalid",
        "telephone": "0 0000 0000",
        "location": {"@type": "Place", "hasMap": "https://example.invalid/map"},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "99 หมู่ 9 ตำบลบ้านแต่ง",
            "addressLocality": "เมืองสมมุติ",
            "addressRegion": "จังหวัดสมมุติ",
            "addressCountry": "TH",
        },
        "areaServed": {
            "@type": "AdministrativeArea",
            "geo": [
                {"@type": "GeoCoordinates", "latitude": "15", "longitude": "101"},
                {"@type": "GeoShape", "box": "14.9 100.9 15.1 101.25"},
            ],
        },
    }


@pytest.mark.parametrize("year", ["che-bilang/2567", "kok-tum/2565", "kut-chik/2564", "phok-noi/2565"])
def test_the_front_page_of_a_year_tells_its_data_with_files_that_are_there(site: Site, year: str) -> None:
    nodes = _graph((site.root / year / "index.html").read_text(encoding="utf-8"))
    data = nodes["Dataset"]
    assert data["creator"]["@id"] == nodes["GovernmentOrganization"]["@id"]
    assert site.data(year)["agency"]["name"] in data["name"]
    assert 50 <= len(data["description"]) <= 5000
    links = [urljoin(f"http://host/{year}/index.html", file["contentUrl"]) for file in data["distribution"]]
    assert len(links) == 5
    assert all((site.root / link.removeprefix("http://host/")).is_file() for link in links)
    assert "license" not in data


def test_no_text_ends_the_block(small: WriteSmall) -> None:
    evil = "</script><script>alert(1)</script><!--&\u2028"
    agency = f"name: 'เทศบาล {evil}'\nkind: subdistrict-municipality\nprovince: เลย\n".replace("\u2028", "")
    written = small({"content/site.yaml": "title: ก\nexports: [schema-org]\n", "content/town/agency.yaml": agency})
    assert not written.build().failed
    html = written.site()["town/2567/index.html"].decode()
    (text,) = BLOCK.findall(html)
    assert not set("<>&") & set(text)
    assert json.loads(text)["@graph"][1]["name"] == f"เทศบาล {evil}".replace("\u2028", "")
    assert "<script>alert" not in html


def test_a_site_that_does_not_name_it_has_none(small: WriteSmall) -> None:
    written = small({"content/site.yaml": "title: ก\n"})
    assert not written.build().failed
    assert not [name for name, data in written.site().items() if b"ld+json" in data]
