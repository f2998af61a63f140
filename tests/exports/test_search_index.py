"""The files of the search: whatever stands on a page is in them, in few bytes, and each agency has its own."""

import gzip
import json
import re
from base64 import b64decode
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from content.pages import Site
from projects import AGENCY, ITEM, SITE, SMALL, Write, WriteSmall, Written

from generator.building.build import build
from generator.exports.search_index import PLACES, Where, fill, index, place_of, site_files
from generator.exports.search_shard import INDEX, SITE_SHARD, SearchShard, ShardPage
from generator.exports.search_text import fold

LIMIT = 60_000
LONGEST = 12
OFF = "title: เว็บไซต์ทดสอบ\nexports: [data, sitemap, robots]\n"


class Found(NamedTuple):
    """A shard as it was written: the folded text of each of its pages, and the pairs that the index knows of it."""

    address: str
    year: str
    pages: dict[str, str]
    pairs: frozenset[int]


def _tree(data: bytes, before: str, after: str) -> Any:
    text = data.decode("utf-8")
    assert text.startswith(before)
    assert text.endswith(after)
    return json.loads(text[len(before) : -len(after)])


def _read(root: Path) -> list[Found]:
    """The search of a published site, read as the page reads it."""
    tree = _tree((root / INDEX).read_bytes(), "var prongsaiSearch=", ";\n")
    found, bits = [], 0
    for address, _, year, changed in tree["shelves"]:
        bits ^= int.from_bytes(b64decode(changed), "little")
        shard = _tree((root / address).read_bytes(), f'prongsaiShelf("{address}",', ");\n")
        pages: dict[str, str] = {}
        for where, *_, steps in shard["pages"]:
            line, lines = 0, []
            for step in steps:
                line += step
                lines.append(fold(shard["lines"][line]))
            pages[where] = "".join(lines)
        found.append(Found(address, year, pages, frozenset(n for n in range(PLACES) if bits >> n & 1)))
    return found


class _Texts(HTMLParser):
    """Every text in the main part of a page, and every paragraph of it as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = 0
        self.paragraph: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "main"
        if tag == "p" and self.inside:
            self.paragraph = []

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"
        if tag == "p" and self.paragraph is not None:
            self.found.append("".join(self.paragraph))
            self.paragraph = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)
            if self.paragraph is not None:
                self.paragraph.append(data)


def _parts(page: Path) -> set[str]:
    """Everything that can be typed of what stands on a page: its texts cut to the longest words looked for."""
    texts = _Texts()
    texts.feed(page.read_text(encoding="utf-8"))
    folded = {fold(text) for text in texts.found}
    return {text[at : at + LONGEST] for text in folded for at in range(max(1, len(text) - LONGEST + 1))} - {""}


@pytest.mark.parametrize("name", ["site", "example"])
def test_everything_on_every_page_is_found(name: str, request: pytest.FixtureRequest) -> None:
    """Not a sample: each stretch of twelve letters of each page, in the texts and in the pairs."""
    root: Path = request.getfixturevalue(name).root
    shards = _read(root)
    looked_for = 0
    for page in sorted(root.rglob("*.html")):
        address = page.relative_to(root).as_posix()
        if address in ("404.html", "search/index.html") or address.startswith("en/"):
            continue
        (shard,) = [one for one in shards if address in one.pages]
        whole = "\n".join(shard.pages.values())
        for part in _parts(page):
            assert part in whole, (address, part)
            assert {place_of(*pair) for pair in pairwise(part)} <= shard.pairs, (address, part)
            looked_for += 1
    assert looked_for > 5_000


def test_what_stands_on_one_page_alone_leads_to_that_page(site: Site) -> None:
    shards = _read(site.root)
    (year,) = [shard for shard in shards if shard.address == "kut-chik/2564/search.js"]
    holding = [address for address, text in year.pages.items() if "รายงานงบการเงินประจำปีงบประมาณ2563" in text]
    assert holding
    assert all(
        re.fullmatch(r"kut-chik/2564/(o[0-9]+|measures|progress|answers|offices(/[a-z0-9-]+)?)/index\.html", one)
        for one in holding
    )


def test_what_stands_on_every_page_of_a_year_is_held_once(site: Site) -> None:
    for shard in _read(site.root):
        if shard.year:
            front = f"{shard.address.removesuffix('search.js')}index.html"
            having = [address for address, text in shard.pages.items() if fold("ดัชนีการเปิดเผยข้อมูล") in text]
            assert front in having
            assert [one for one in having if "/o" in one] == []
            name = fold("ผลทางการ บทวิเคราะห์ มาตรการ")
            assert all(address == front or name not in text for address, text in shard.pages.items())


def test_the_page_of_an_agency_is_found_by_its_name(site: Site) -> None:
    (year,) = [shard for shard in _read(site.root) if shard.address == "kut-chik/2564/search.js"]
    assert "เทศบาลตำบลกุดจิก" in year.pages["kut-chik/index.html"]


def test_an_agency_year_weighs_less_than_sixty_kilobytes_on_its_way(site: Site, example: Site) -> None:
    """The figures of docs/search.md come from here."""
    weights = {
        path.relative_to(root).as_posix(): len(gzip.compress(path.read_bytes(), 9))
        for root in (site.root, example.root)
        for path in root.rglob("search.js")
        if path.parent.name != "assets"
    }
    assert len(weights) == 6
    assert max(weights.values()) < LIMIT
    assert max(weights.values()) < 25_000, weights


def test_the_file_for_the_whole_site_grows_by_little_for_each_agency_year(site: Site) -> None:
    data = (site.root / INDEX).read_bytes()
    assert len(gzip.compress(data, 9)) < 1_000 * len(_read(site.root))


def test_a_shard_says_what_a_search_can_be_narrowed_by(site: Site) -> None:
    shard = _tree(
        (site.root / "kut-chik/2564/search.js").read_bytes(), 'prongsaiShelf("kut-chik/2564/search.js",', ");\n"
    )
    pages = {page[0]: page[1:6] for page in shard["pages"]}
    assert pages["kut-chik/2564/o12/index.html"] == [
        "item", "O12", "รายงานผลการดำเนินงานประจำปี", "reported", ["กองคลัง", "สำนักปลัดเทศบาล"],
    ]  # fmt: skip
    assert pages["kut-chik/2564/index.html"][0] == "dashboard"
    assert pages["kut-chik/index.html"][0] == "agency"


def test_a_report_is_found_by_the_offices_it_names(example: Site) -> None:
    shard = _tree((example.root / "2566/search.js").read_bytes(), 'prongsaiShelf("2566/search.js",', ");\n")
    offices = {page[1]: page[5] for page in shard["pages"]}
    assert offices["measures"] != []
    assert offices["analysis"] != []
    assert offices["results"] == []


def test_an_agency_without_a_year_is_found_too(small: WriteSmall) -> None:
    written = small({ITEM: None, "content/other/agency.yaml": SMALL[AGENCY]})
    assert not written.build().failed
    assert [shard.address for shard in _read(Path(written.target))] == ["other/search.js", "town/search.js", SITE_SHARD]


def test_a_site_may_leave_the_search_out(small: WriteSmall) -> None:
    without = small({SITE: OFF})
    assert not without.build().failed
    pages = without.site()
    assert [address for address in pages if "search" in address and not address.startswith("assets/")] == []
    assert b"<form" not in pages["town/2567/o01/index.html"]

    without.write({SITE: OFF.replace("]", ", search]")})
    without.build()
    assert {"search/index.html", INDEX, SITE_SHARD, "town/2567/search.js"} <= without.site().keys()
    assert b'action="../../../search/index.html"' in without.site()["town/2567/o01/index.html"]


def test_a_theme_that_makes_no_search_page_has_no_search(small: WriteSmall) -> None:
    theme = "name: bare\npages: [dashboard, item]\n"
    written = small({SITE: "title: เว็บไซต์ทดสอบ\ntheme: bare\n", "themes/bare/theme.yaml": theme})
    assert not written.build().failed
    assert [address for address in written.site() if "search" in address and "assets/" not in address] == []


def _two(write: Write) -> Written:
    other = {path.replace("/town/", "/other/"): content for path, content in SMALL.items()}
    return write({**SMALL, **other})


def test_a_change_in_one_agency_leaves_the_search_of_the_others_and_makes_what_a_clean_build_makes(
    project: Write, tmp_path: Path
) -> None:
    written = _two(project)
    written.build()
    before = written.site()
    written.write({ITEM: "---\nitem: O1\nstate: done\n---\nคำใหม่ที่ไม่เคยมีฎฏ\n"})

    assert written.build().made == 1

    after = written.site()
    assert after["other/2567/search.js"] == before["other/2567/search.js"]
    assert after["town/2567/search.js"] != before["town/2567/search.js"]
    assert after[INDEX] != before[INDEX]
    clean = written._replace(target=str(tmp_path / "clean"))
    build(clean)
    assert {name: data for name, data in after.items() if "search" in name} == {
        name: data for name, data in clean.site().items() if "search" in name
    }


def test_one_agency_alone_has_its_search_beside_its_years(example: Site) -> None:
    tree = _tree((example.root / INDEX).read_bytes(), "var prongsaiSearch=", ";\n")
    assert [shard[0] for shard in tree["shelves"]] == ["2565/search.js", "2566/search.js", SITE_SHARD]


def test_lines_are_given_by_steps_and_pairs_by_changes() -> None:
    pages = {"a": "<body><main><h1>กข</h1><p>คง</p></main></body>", "b": "<main><p>คง</p><p>จ</p></main>"}
    shard = SearchShard(
        "x/search.js", "", (ShardPage("a", "x", title="ก"), ShardPage("b", "item", "O1", "ข", "reported"))
    )
    filled = fill(shard, pages.__getitem__)
    assert filled.data.decode() == (
        'prongsaiShelf("x/search.js",{"lines":["กข","คง","จ"],'
        '"pages":[["a","x","","ก","",[],[0,1]],["b","item","O1","ข","reported",[],[1,1]]]});\n'
    )
    wanted = {place_of(*pair) for pair in ("กข", "ขค", "คง", "งจ")}
    assert int(filled.pairs, 16) == sum(1 << place for place in wanted)
    twice = _tree(index([Where("x", "ก", (filled.note, filled.note))]), "var prongsaiSearch=", ";\n")
    assert int.from_bytes(b64decode(twice["shelves"][0][3]), "little") == int(filled.pairs, 16)
    assert int.from_bytes(b64decode(twice["shelves"][1][3]), "little") == 0


def test_the_pages_of_the_site_are_named_by_their_headings() -> None:
    own = {
        "method/index.html": "<main><h1>วิธี <b>คิด</b></h1></main>".encode(),
        "index.html": "<h1>หน้าแรก</h1>".encode(),
        "404.html": b"<h1>-</h1>",
        "search/index.html": b"<h1>-</h1>",
        "assets/site.js": b"",
    }
    shard = _tree(site_files(own, [])[SITE_SHARD], f'prongsaiShelf("{SITE_SHARD}",', ");\n")
    assert [page[:4] for page in shard["pages"]] == [
        ["index.html", "site", "", "หน้าแรก"],
        ["method/index.html", "site", "", "วิธี คิด"],
    ]
