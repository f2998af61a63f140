"""Whatever stands in a text stands on its page, in the same order, or an error says what would not."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from generator.diagnostics import Report
from generator.rendering import dialect
from generator.rendering.lost_words import lost_line
from generator.rendering.markdown import render

WORDS = ["เทศบาล", "ตำบล", "งบประมาณ", "ที่ปรึกษา", "น้ำ", "นํ้า", "๒๕๖๘", "2568", "1,000", "ป.ป.ช.", "(ร่าง)", "“ประกาศ”"]
MARKS = [
    " ", "  ", "\n", "\n\n", "\n\n", "    ", "\t", "\u3000", "\u00a0", "\u200b",
    "*", "**", "***", "_", "__", "____", "~", "~~", "`", "``", "```\n", "\n```", "\n~~~\n", "~~~~~~~~", "``` ",
    "# ", "## ", "#", "##", "#######", "\n---\n", "\n===\n", "\n***\n", "\n-\n", "> ", ">", ">=", "\n> ",
    "- ", "+ ", "* ", "-", "+66", "\n- ", "\n1. ", "\n2. ", "\n4. ", "\n1) ", "\n3) ", "\n0. ", "\n01. ", "\n๑. ",
    "\n1234567890. ", "\n   - ", "\n   3. ", "1.1 ", "2568. ",
    "| ", " | ", "|", "\n| ", " |\n", "\n|---|---|\n", "\n| --- | --- |\n", "\n|---|\n", "\n| — | — |\n", "\\|",
    "[", "]", "(", ")", "](", "[]", "[^", "^]", "]: ", "]:", "\n[", "![", "[ก](o02.md)", "[ข](files/แผน ปี.pdf)",
    "[ค](<files/แผน ปี.pdf>)", "![ง](files/seal.png)", "(o02.md)", "(files/plan.pdf#page=3)", '(o02.md "จ")', "[]()",
    "\n[x]: o02.md\n", "[x]", "[ฉ][x]", "\n[ช]: ซ\n", "\n[x]: o02.md 'ฌ'\n", "\n[^1]: ญ\n", "[^1]", "【", "】（", "）",
    "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<https://a.b/ฎ>", "<a@b.co>", "<ฏ>", "https://a.b/", "www.a.b",
    "&nbsp;", "&copy", "&amp;", "&", ";", "\\", "\\\\", "\\*", "\\\n", "\\\\nas\\", "C:\\", "!", ".", ",", ":",
    "ญ**“ฐ”**ฑ", "…", "•", "—", "%20", "@", "/", "'", '"',
]  # fmt: skip

texts = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=30).map("".join)


class Seen(HTMLParser):
    """What a reader sees of a page, the numbers of lists among it, and what a link or a picture says beside it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.beside = ""
        self._numbers: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in ("ol", "ul"):
            self._numbers.append(int(values.get("start", "1")) if tag == "ol" else -1)
        elif tag == "li" and self._numbers[-1] >= 0:
            number = int(values.get("value", self._numbers[-1]))
            self.beside += f"{number} 1 "
            self._numbers[-1] = number + 1
        self.beside += " ".join(unquote(values.get(name, "")) for name in ("href", "src", "alt", "title"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._numbers.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def resolve(written: str) -> str | None:
    """The pages and files that these texts may link to, whose addresses are as they are written."""
    known = ("o02.md", "files/แผน ปี.pdf", "files/plan.pdf", "files/seal.png")
    return f"../{written}" if written in known else None


def seen(text: str) -> Seen | None:
    """What is seen of a text; nothing when an error keeps it from being published."""
    report = Report()
    body = render(text, "a.md", 1, resolve, 3, report)
    for d in report.diagnostics:
        assert 1 <= d.span.line <= text.count("\n") + 1, d
    return None if report.failed else Seen(str(body.html))


def letters(text: str) -> str:
    """The Thai letters of a text."""
    return re.sub("[^\u0e01-\u0e4f]", "", text)


def figures(text: str) -> str:
    """The digits of a text, Thai and Arabic, but for those of the file names and addresses that texts here use."""
    return re.sub("[^0-9๐-๙]", "", re.sub(r"o02\.md|%20|\[\^1\]|page=3", "", text))


def check(text: str) -> None:
    page = seen(text)
    if page is None:
        return
    missing = Counter(letters(text)) - Counter(letters(page.text + page.beside))
    missing += Counter(figures(text)) - Counter(figures(page.text + page.beside))
    assert not missing, (text, page.text, page.beside)
    if not letters(page.beside):
        assert letters(page.text) == letters(text), (text, page.text)


@settings(max_examples=examples(600), deadline=None, derandomize=True, database=None)
@given(texts)
def test_every_letter_and_figure_is_on_the_page_or_an_error_says_so(text: str) -> None:
    check(text)


def test_what_the_parser_drops_is_told_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = dialect._PARSER.parse
    monkeypatch.setattr(dialect._PARSER, "parse", lambda text, env: parse(text.replace("งบ 2568", "งบ"), env))
    report = Report()
    body = render("ก\n\nเทศบาล งบ 2568\n", "a.md", 5, resolve, 3, report)
    assert [(d.code, d.param("reason"), d.span.line) for d in report.diagnostics] == [("OIT505", "lost", 7)]
    assert "เทศบาล" in body.html


HELD = [
    "[ก][ข]\n\n[ข]: o02.md 'ค'", "[ข]\n\n[ข]: <o02.md>", "<https://เทศบาล.ไทย/ก>", "[ก](HTTPS://Example.GO.th/A%20B)",
    "&nbsp;&copy;&#3585; AT&T;", "```python\nx\n```", "1. ก\n4. ข", "![ก](files/seal.png \"ข\")", "<A@b.co>", "ß İ ½ ﬁ",
    "\\\\nas\\ก", "| ก |\n|---|\n| ข\\|ค |",
]  # fmt: skip


def test_what_is_held_by_a_link_or_a_list_is_not_missed() -> None:
    for text in HELD:
        assert lost_line(dialect.parse(text)[0], text) is None, text
