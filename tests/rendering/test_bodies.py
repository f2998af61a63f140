"""Texts rendered before are what they would be rendered to now, with all that was told of them."""

from collections.abc import Callable
from functools import cache
from urllib.parse import unquote

import pytest
from projects import SMALL
from tables import every_row

from generator.diagnostics import Diagnostic, Report, Span
from generator.oit.agency import Agency, Contact
from generator.oit.agency_year import AgencyYear, EvidenceFile, Narrative
from generator.oit.catalogue import Catalogue
from generator.oit.disclosure import Disclosure
from generator.reading.catalogue_file import read_catalogue
from generator.reading.disclosure_file import read_disclosure
from generator.reading.spelling import thai_digits
from generator.rendering.addresses import AgencyAddresses
from generator.rendering.bodies import Bodies, BodyMemo


@cache
def catalogue(items: int = 3) -> Catalogue:
    content = SMALL["content/catalogues/three.yaml"]
    assert isinstance(content, str)
    if items == 2:
        content = content[: content.index("      - no: 2\n")]
    found = read_catalogue(content.encode(), "c", Report())
    assert found is not None
    return found


def disclosure(body: str, fields: str = "") -> Disclosure:
    found = read_disclosure(f"---\nitem: O1\n{fields}---\n{body}".encode(), "content/town/2567/o01.md", Report())
    assert found is not None
    return found


AGENCY = Agency("town", "ก", "", "other", "", "ข", Contact(), (), "", (), False)
PAGES = frozenset({"item", "results"})


def made(
    body: str,
    files: tuple[str, ...] = (),
    pages: frozenset[str] = PAGES,
    memo: BodyMemo | None = None,
    *,
    fields: str = "",
    items: int = 3,
    is_portal: bool = True,
    size: int = 1,
    numerals: Callable[[object], str] = str,
    second: str = "",
) -> tuple[str, dict[str, str], list[Diagnostic], set[str]]:
    """The HTML of a text, its headings, what is told of it, and the files it refers to. O2 says ``second``."""
    documents = {name: EvidenceFile(name, size, "00") for name in files}
    others = {"O2": disclosure(second)._replace(item="O2")} if second else {}
    report_text = Narrative("results", "", "", None, "## ผลรวม", 1, Span("content/town/2567/results.md"))
    content = AgencyYear(AGENCY, 2567, catalogue(items), others, None, None, {"results": report_text}, documents)
    earlier = content._replace(year=2566, disclosures={"O1": disclosure("## เดิม")}, narratives={}, files={})
    report = Report()
    place = AgencyAddresses("town", is_portal=is_portal)
    bodies = Bodies(content, place, {2566: earlier, 2567: content}, pages, report, memo, numerals)
    one = disclosure(body, fields)
    rendered = bodies.of_disclosure(one)
    bodies.check_sections(one)
    return str(rendered.html), rendered.headings, report.sorted(), bodies.files


BODIES = [
    ("ก", (), PAGES),
    ("[x](o02.md)", (), PAGES),
    ("[x](o02.md)", (), frozenset()),
    ("[x](results.md)", (), PAGES),
    ("[x](results.md)", (), frozenset({"item"})),
    ("[x](files/a.pdf)", (), PAGES),
    ("[x](files/a.pdf)", ("files/a.pdf",), PAGES),
    ("[x](files/a.pdf)", ("files/a.pdf", "files/b.pdf"), PAGES),
    ("![x](files/a.png)", ("files/a.png",), PAGES),
    ("[x](zz) <b>", (), PAGES),
    ("# a\n\n[x](#a)", (), PAGES),
    ("", (), PAGES),
]


def test_a_memo_of_bodies_changes_nothing_whatever_was_rendered_before() -> None:
    memo = BodyMemo()
    for body, files, pages in [*BODIES, *reversed(BODIES), *BODIES]:
        assert made(body, files, pages, memo) == made(body, files, pages)
        memo = memo.following()
        assert made(body, files, pages, memo) == made(body, files, pages)


def test_a_memo_knows_when_the_list_of_items_or_the_place_of_the_agency_changed() -> None:
    memo = BodyMemo()
    for items, is_portal in ((3, True), (2, True), (3, False), (2, False), (3, True)):
        now = made("[x](o03.md) [y](o02.md)", memo=memo, items=items, is_portal=is_portal)
        assert now == made("[x](o03.md) [y](o02.md)", items=items, is_portal=is_portal)
        assert [d.code for d in now[2]] == (["OIT502"] if items == 2 else [])
        assert ("../../../town/2567/o02" in now[0]) == is_portal


def test_a_link_to_a_document_tells_its_format_and_the_size_that_it_has_now() -> None:
    memo = BodyMemo()
    for size, told in ((120 * 1024, "PDF 120 KB"), (1, "PDF 1 B")):
        now = made("[แผน](./files/a.pdf) [ข้อ](o02.md)", ("files/a.pdf",), memo=memo, size=size)
        assert f"แผน <small>({told})</small></a>" in now[0]
        assert now[0].count("<small>") == 1


NEAREST = {
    "[x](files/A.pdf)": "files/a.pdf",
    "[x](files\\a.pdf)": "files/a.pdf",
    "[x](files/a.pdf?page=3)": "files/a.pdf",
    "[x](a.pdf)": "files/a.pdf",
    "![x](/files/a.pdf)": "files/a.pdf",
    "[x](../2567/files/a.pdf)": "files/a.pdf",
    "[x](../2566/files/a.pdf)": "",
    "[x](files/แผนปี.pdf)": "<files/แผน ปี.pdf>",
    "[x](o02)": "o02.md",
    "[x](o02.html)": "o02.md",
    "[x](o02.md#หัวข้อ)": "o02.md",
    "[x](2567/o02.md)": "../2567/o02.md",
    "[x](www.example.go.th/a)": "https://www.example.go.th/a",
    "# แผนงาน\n\n[x](#แผนงน)": "#แผนงาน",
    "[x](o99.md)": "",
}


@every_row(("text", "suggestion"), NEAREST.items())
def test_a_dead_link_is_told_with_what_it_probably_means(text: str, suggestion: str) -> None:
    _, _, told, files = made(text, ("files/a.pdf", "files/แผน ปี.pdf"))
    assert [(d.code, d.param("suggestion")) for d in told] == [("OIT502", suggestion)]
    assert files == ({suggestion.strip("<>")} if suggestion.strip("<>").startswith("files/") else set())


HEADINGS = {
    "o02.md#หัว-ข้อ": "2567/o02/index.html#h-หัว-ข้อ",
    "o02.md#h-หัว-ข้อ": "2567/o02/index.html#h-หัว-ข้อ",
    "<o02.md#หัว ข้อ>": "2567/o02/index.html#h-หัว-ข้อ",
    "./O๒.md#%E0%B8%AB%E0%B8%B1%E0%B8%A7-ข้อ": "2567/o02/index.html#h-หัว-ข้อ",
    "../2566/o01.md#เดิม": "2566/o01/index.html#h-เดิม",
    "results.md#ผลรวม": "2567/results/index.html#h-ผลรวม",
    "o02.md#": "2567/o02/index.html",
}


@pytest.mark.parametrize(("link", "address"), HEADINGS.items(), ids=HEADINGS)
def test_a_link_may_lead_to_a_heading_of_another_page(link: str, address: str) -> None:
    html, _, told, _ = made(f"[x]({link})", second="## หัว ข้อ")
    assert told == []
    assert f'href="../../../town/{address}"' in unquote(html)


MISSING_HEADINGS = {
    "o02.md#หวข้อ": "o02.md#หัวข้อ",
    "o02.md#อื่นใด": "o02.md",
    "o03.md#หัวข้อ": "o03.md",
    "../2566/o01.md#เด": "../2566/o01.md#เดิม",
    "results.md#รวม": "results.md#ผลรวม",
}


@pytest.mark.parametrize(("link", "suggestion"), MISSING_HEADINGS.items(), ids=MISSING_HEADINGS)
def test_a_heading_that_another_page_lacks_is_told_with_what_is_there(link: str, suggestion: str) -> None:
    told = made(f"[x]({link})", second="## หัวข้อ")[2]
    assert [(d.code, d.param("suggestion")) for d in told] == [("OIT502", suggestion)]


def test_a_memo_knows_when_a_heading_of_another_page_changed() -> None:
    memo = BodyMemo()
    for heading in ("แผน", "ผล", "แผน"):
        now = made("[x](o02.md#แผน)", memo=memo, second=f"## {heading}")
        assert now == made("[x](o02.md#แผน)", second=f"## {heading}")
        assert [d.code for d in now[2]] == ([] if heading == "แผน" else ["OIT502"])
        memo = memo.following()


def test_its_size_is_in_the_numerals_of_the_site() -> None:
    memo = BodyMemo()
    for numerals, told in ((str, "120"), (lambda value: thai_digits(str(value)), "๑๒๐")):
        now = made("[แผน](files/a.pdf)", ("files/a.pdf",), memo=memo, size=120 * 1024, numerals=numerals)
        assert f"<small>(PDF {told} KB)</small>" in now[0]


def test_a_body_that_stays_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    memo = BodyMemo()
    before = made("ก [x](files/a.pdf)", ("files/a.pdf",), PAGES, memo)
    monkeypatch.setattr("generator.rendering.bodies.render", None)
    assert made("ก [x](files/a.pdf)", ("files/a.pdf",), PAGES, memo) == before
    with pytest.raises(TypeError):
        made("ข [x](files/a.pdf)", ("files/a.pdf",), PAGES, memo)


def test_a_section_is_told_with_the_heading_that_was_meant() -> None:
    found = made("# แผนงาน\n\n# อื่น", fields="evidence:\n  - section: แผนงน\n")[2]
    assert [(d.code, d.span.line, d.param("suggestion")) for d in found] == [("OIT307", 4, "แผนงาน")]


@every_row("name", ["o02.md", "O02.md", "o2.MD", "o๐๒.md", "O๒.md", "./O2.md", "ข้อ%202.md"])
def test_a_link_to_an_item_may_be_written_as_its_file_may_be_called(name: str) -> None:
    html, _, told, _ = made(f"[x]({name})")
    assert told == []
    assert 'href="../../../town/2567/o02/index.html"' in html
