"""Pages in English: a twin for every page, in English but for what the agency wrote, which is marked as Thai."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import AGENCY, ITEM, SITE, SMALL, YEAR, Content, WriteSmall, Written, told
from tables import every_row

from generator.rendering.mark_thai import mark_thai

from .everything import everything

THAI = re.compile("[\u0e00-\u0e7f]")
IN_THAI = re.compile("[\u0e00-\u0e7f](?:[\u0e00-\u0e7f ]*[\u0e00-\u0e7f])?")
ESCAPED = re.compile(r"(?:\\u0e[0-9a-f]{2})+")
BODY = """\
# Heading

![Seal](files/seal.png)

Text with a [plan](files/plan.pdf) and [O2](o02.md).

| a | b |
|---|---|
| 1 | 2 |
"""
BOTH = "languages: [th, en]\n"
EXPORTS = "exports: [data, csv, xlsx, items, archive, answers, package, search, sitemap, robots, manifest]\n"


class Spoken(HTMLParser):
    """The texts of a page, each with the language it is said to be in, and apart from them its names in attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[str, str]] = []
        self.names: list[str] = []
        self._languages = [""]
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        language = attributes.get("lang", self._languages[-1])
        for name in ("aria-label", "alt", "title", "placeholder"):
            if name in attributes:
                self.names.append(attributes[name])
        if tag not in ("br", "col", "hr", "img", "input", "link", "meta", "rect", "line", "circle", "path"):
            self._languages.append(language)
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if len(self._languages) > 1:
            self._languages.pop()
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append((data, self._languages[-1]))


def pages(written: Written) -> dict[str, str]:
    assert told(written.build(), "error") == []
    return {name: data.decode("utf-8") for name, data in written.site().items() if name.endswith(".html")}


def is_english(address: str) -> bool:
    return address.startswith("en/") or "/en/" in address


def in_latin(files: dict[str, Content]) -> dict[str, Content]:
    """The same files with a Latin word for every Thai one."""
    return {
        name: IN_THAI.sub("Word", ESCAPED.sub("Word", text)) if isinstance(text, str) else text
        for name, text in files.items()
    }


@pytest.fixture(scope="module", params=["a portal", "one agency"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of a site that makes every kind of page, in both languages."""
    root = str(tmp_path_factory.mktemp("english"))
    written = Written(root, f"{root}/build")
    agency = "agency: town\n" if request.param == "one agency" else ""
    written.write(everything("ข้อความ", body=f"ข้อความ\n\n{BODY}", site=BOTH + EXPORTS + agency))
    return pages(written)


def test_without_a_word_of_languages_there_is_no_english_page(small: WriteSmall) -> None:
    found = pages(small({}))
    assert not any(is_english(address) for address in found)
    assert not any("hreflang" in html for html in found.values())


def test_every_page_but_that_of_lost_addresses_has_a_twin(site: dict[str, str]) -> None:
    english = {re.sub(r"(^|/)en/", r"\1", address) for address in site if is_english(address)}
    assert english == {address for address in site if not is_english(address)} - {"404.html"}


def test_the_twins_lead_to_each_other(site: dict[str, str]) -> None:
    for address, html in site.items():
        if address == "404.html":
            assert "hreflang" not in html
            continue
        root = "../" * address.count("/")
        (link,) = re.findall(r'<a href="([^"]*)" lang="(\w+)" hreflang="(\w+)">', html)
        to = "th" if is_english(address) else "en"
        there = link[0].removeprefix(root)
        assert link[1:] == (to, to)
        assert there in site
        assert re.sub(r"(^|/)en/", r"\1", there) == re.sub(r"(^|/)en/", r"\1", address)
        assert is_english(there) != is_english(address)


def test_whole_addresses_tell_programs_of_the_twin(small: WriteSmall) -> None:
    found = pages(small({SITE: f"title: ทดสอบ\naddress: https://example.go.th/ita/\n{BOTH}"}))
    for address, twin in (("town/2567/o01/index.html", "town/en/2567/o01/index.html"), ("index.html", "en/index.html")):
        for page in (address, twin):
            assert f'hreflang="th" href="https://example.go.th/ita/{address}"' in found[page]
            assert f'hreflang="en" href="https://example.go.th/ita/{twin}"' in found[page]
            assert f'<link rel="canonical" href="https://example.go.th/ita/{page}">' in found[page]


def test_what_is_thai_on_an_english_page_is_said_to_be(site: dict[str, str]) -> None:
    for address, html in site.items():
        assert f'<html lang="{"en" if is_english(address) else "th"}">' in html, address
        if is_english(address):
            head, _, body = html.partition("<body")
            assert "<bdi" not in head, address
            wrong = [text for text, language in Spoken("<body" + body).said if THAI.search(text) and language != "th"]
            assert wrong == [], address


def test_where_nothing_is_thai_an_english_page_has_no_thai_but_the_way_to_its_twin(small: WriteSmall) -> None:
    """So every Thai word on an English page comes from content and catalogues, none from the program."""
    files = in_latin(everything("Word", body=BODY, site=BOTH + EXPORTS))
    found = {name: html for name, html in pages(small(files)).items() if is_english(name)}
    assert len(found) > 10
    for address, html in found.items():
        spoken = Spoken(html)
        left = [text for text in (*spoken.names, *(text for text, _ in spoken.said)) if THAI.search(text)]
        if address == "en/search/index.html":  # an example of what to look for
            left = [text for text in left if "ข้อ ๑๒" not in text and "แผนจัดซื้อ" not in text]
        if "/answers/" in address:  # what is to be typed into the assessment system
            left = [text for text in left if not text.startswith("เส้นทาง: ")]
        assert left == ["ไทย"], address


def test_english_pages_carry_the_english_titles_and_the_thai_ones_where_there_are_none(small: WriteSmall) -> None:
    catalogue = str(SMALL["content/catalogues/three.yaml"])
    catalogue = catalogue.replace("title: ผู้บริหาร,", "title: ผู้บริหาร, title_en: Executives,")
    catalogue = catalogue.replace("{label: ไม่ผ่าน, ", "{label: ไม่ผ่าน, label_en: Not passed, ")
    found = pages(
        small(
            {
                "content/catalogues/three.yaml": catalogue,
                SITE: f"title: ทดสอบ\ntitle_en: Trial\n{BOTH}",
                AGENCY: f"{SMALL[AGENCY]!s}name_en: Trial Town\n",
                f"{YEAR}/results.yaml": "source: {title: รายงาน}\ntotal: {score: 40, rating: ไม่ผ่าน}\n",
            }
        )
    )
    page = found["town/en/2567/o02/index.html"]
    assert '<span class="ono">O2</span> <span>Executives</span>' in page
    assert '<dd lang="th">ผู้บริหาร</dd>' in page
    assert "Trial Town" in page
    assert "<title>O2 Executives · Trial Town Fiscal year B.E. 2567 – Trial</title>" in page
    assert '<bdi lang="th">โครงสร้าง</bdi>' in found["town/en/2567/o01/index.html"]
    assert '<span class="rating">Not passed</span>' in found["en/index.html"]
    assert '<span class="rating">Rating Not passed</span>' in found["town/en/2567/results/index.html"]
    assert 'lang="en">Executives</dd>' in found["town/2567/o02/index.html"]


def test_evidence_and_data_are_published_once_for_both(small: WriteSmall) -> None:
    item = "---\nitem: O1\nstate: done\nevidence:\n  - {file: files/plan.pdf, title: แผน}\n---\n[แผน](files/plan.pdf)\n"
    written = small({SITE: f"title: ทดสอบ\n{BOTH}{EXPORTS}", ITEM: item, f"{YEAR}/files/plan.pdf": b"%PDF"})
    found = pages(written)
    assert not [name for name in written.site() if is_english(name) and not name.endswith(".html")]
    page = found["town/en/2567/o01/index.html"]
    assert page.count('href="../../../../town/2567/files/plan.pdf"') == 2
    assert 'href="../../../../town/2567/o01/' in page


def test_figures_and_the_promise_of_every_page_are_the_same(site: dict[str, str]) -> None:
    states = re.compile(r'data-item="(\w+)" data-state="([\w-]+)"')
    figures = re.compile(r"\d+\.\d\d")
    for address, html in site.items():
        if is_english(address) or "2567" not in address or address.startswith("method"):
            continue
        twin = site[re.sub(r"(^|/)2567/", r"\1en/2567/", address)]
        assert twin.count('id="compliance-index"') == twin.count('id="score-summary"') == 1
        assert states.findall(twin) == states.findall(html)
        summary = [text.partition('id="score-summary"')[2].partition("</section>")[0] for text in (html, twin)]
        assert figures.findall(summary[0]) == figures.findall(summary[1])


def test_the_search_leads_to_pages_of_the_main_language_and_knows_no_other(small: WriteSmall) -> None:
    written = small({SITE: f"title: ทดสอบ\n{BOTH}{EXPORTS}"})
    pages(written)
    for name, data in written.site().items():
        if name.endswith("search.js") or (name.startswith("search/") and name.endswith(".js")):
            assert b'"en/' not in data, name
            assert b"/en/" not in data, name


def test_an_agency_cannot_be_called_as_the_folder_of_a_language(small: WriteSmall) -> None:
    files = {name.replace("/town/", "/en/"): text for name, text in SMALL.items() if "/town/" in name}
    written = small({**dict.fromkeys(name for name in SMALL if "/town/" in name), **files})
    assert "OIT" in told(written.build())[0][0]
    assert written.site() == {}


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["<p>", "</p>", "<b class='x'>", "</b>", "<br>", '<bdi lang="th">ก</bdi>', "&amp;", "(", "”"]),
        st.text("กขabc12 ", max_size=8),
    ),
    max_size=12,
).map("".join)


@given(TEXTS)
def test_marking_changes_no_word_and_marks_nothing_twice(html: str) -> None:
    marked = mark_thai(f"<div>{html}</div>")
    assert mark_thai(marked) == marked
    assert re.sub(r"<[^>]*>", "", marked) == re.sub(r"<[^>]*>", "", html)
    parsed = Spoken(marked)
    assert all(language == "th" for text, language in parsed.said if THAI.search(text))


@every_row(
    ("html", "marked"),
    [
        ("<p>Said ก and ข.</p>", '<p>Said <bdi lang="th">ก and ข</bdi>.</p>'),
        ("<p>“ก”</p>", '<p>“<bdi lang="th">ก”</bdi></p>'),
        ('<dd lang="th">ก</dd>', '<dd lang="th">ก</dd>'),
        ("<option value=ก>ก</option>", '<option value=ก lang="th">ก</option>'),
        (
            '<div lang="th"><p>ก</p><div>ก</div></div><p>ข</p><div lang="th">ก</div>',
            '<div lang="th"><p>ก</p><div>ก</div></div><p><bdi lang="th">ข</bdi></p><div lang="th">ก</div>',
        ),
        ("<title>ก</title>", "<title>ก</title>"),
        ('<script type="application/ld+json">{"ก":1}</script>', '<script type="application/ld+json">{"ก":1}</script>'),
        ("<p>a<br>ก</p>", '<p>a<br><bdi lang="th">ก</bdi></p>'),
    ],
)
def test_texts_are_marked_where_elements_may_stand(html: str, marked: str) -> None:
    assert mark_thai(html) == marked
