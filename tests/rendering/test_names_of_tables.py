"""Tables and files in a text are told to a reader who does not see them: what a table is of, what a link opens."""

from tables import every_row

from generator.diagnostics import Report
from generator.rendering.html import LONGEST_NAME
from generator.rendering.markdown import render
from generator.rendering.source_text import Surroundings

from .page import Page

TABLE = "| ปี | งบ |\n|---|--:|\n| 2567 | 12 |\n"


def rendered(text: str, told: str = "") -> Page:
    body = render(text, "a.md", 1, lambda written: written, 3, Report(), Surroundings(lambda written: told))
    page = Page(str(body.html))
    assert page.faults == []
    return page


def names(page: Page) -> list[tuple[str, str]]:
    """How each region and each table is named: by which attribute, and the attribute."""
    wanted = ("aria-label", "aria-labelledby")
    return [
        (tag, next((f"{name} {value}" for name, value in attributes if name in wanted), "nothing"))
        for tag, attributes in page.elements
        if tag in ("div", "table")
    ]


def both(name: str) -> list[tuple[str, str]]:
    return [("div", name), ("table", name)]


def test_a_table_is_named_by_the_heading_right_before_it() -> None:
    assert names(rendered(f"## งบประมาณ\n\n{TABLE}")) == both("aria-labelledby h-งบประมาณ")


def test_a_table_is_named_by_the_paragraph_right_before_it_which_gets_an_id_for_it() -> None:
    page = rendered(f"## งบประมาณ\n\nอื่น\n\nตารางที่ 1 **งบ** ตามปี\n\n{TABLE}\nถัดไป\n\n{TABLE}")
    assert names(page) == [*both("aria-labelledby t-1"), *both("aria-labelledby t-2")]
    assert page.values("id") == ["h-งบประมาณ", "t-1", "t-2"]
    paragraphs = [attributes for tag, attributes in page.elements if tag == "p"]
    assert paragraphs == [(), (("id", "t-1"),), (("id", "t-2"),)]


@every_row(
    "text",
    [
        TABLE,
        f"ก\n\n- ข\n\n{TABLE}",
        f"ก\n\n> {TABLE}".replace("\n|", "\n> |"),
        f"ก\n\n---\n\n{TABLE}",
        f"{'ก' * (LONGEST_NAME + 1)}\n\n{TABLE}",
    ],
)
def test_any_other_table_is_named_by_its_number(text: str) -> None:
    region, table = names(rendered(text))
    assert region == ("div", "aria-label ตารางในเนื้อหา 1")
    assert table == ("table", "nothing")


def test_no_heading_can_take_the_id_of_a_paragraph() -> None:
    page = rendered(f"# t-1\n\nก\n\n{TABLE}")
    assert page.values("id") == ["h-t-1", "t-1"]


def test_every_column_has_a_heading_of_its_own() -> None:
    page = rendered(TABLE)
    assert [dict(attributes)["scope"] for tag, attributes in page.elements if tag == "th"] == ["col", "col"]


def test_a_link_to_a_file_tells_its_format_and_size_inside_the_link() -> None:
    page = rendered("[แผน **สี่ปี**](files/a.pdf) และ [เว็บ](https://example.org) <https://example.org>", "PDF 12 KB")
    assert page.text.strip() == "แผน สี่ปี (PDF 12 KB) และ เว็บ https://example.org"
    assert [tag for tag, _ in page.elements] == ["p", "a", "strong", "small", "a", "a"]


def test_what_is_told_of_a_file_is_only_text() -> None:
    page = rendered("[ก](files/a.pdf)", '</a><script>"&')
    assert [tag for tag, _ in page.elements] == ["p", "a", "small"]
    assert '(</a><script>"&)' in page.text


def test_nothing_is_told_of_a_page() -> None:
    assert [tag for tag, _ in rendered("[ก](o02.md)").elements] == ["p", "a"]
