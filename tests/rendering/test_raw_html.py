"""No element and no attribute of a page comes from content, whatever is written and wherever."""

import json

import pytest
from projects import Write, Written, told
from tables import every_row

from generator.diagnostics import Report
from generator.rendering.markdown import render

from .everything import everything
from .page import Page, is_harmless

HTML = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<img/src='x'/onerror=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>1</script></svg>",
    "<math><mtext><script>alert(1)</script></mtext></math>", "<iframe src=javascript:alert(1)></iframe>",
    "<object data=data:text/html,x>", "<embed src=x>", "<link rel=stylesheet href=//evil.example>",
    "<style>*{display:none}</style>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example>",
    "<form action=//evil.example><input name=x>",
    "<button formaction=javascript:alert(1)>x</button>", "<a href=javascript:alert(1)>x</a>",
    "<a href='//evil.example'>x</a>",
    "<div style=position:fixed;inset:0>x</div>", "<b>x</b>", "<p id=main>x</p>",
    "<nav id=\"compliance-index\"></nav>",
    "<section id=\"score-summary\"></section>", "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>", "<html>", "</html>", "</body>", "</main>", "</title><script>alert(1)</script>",
    "</p></div></section>",
    "<!-- comment -->", "<!-- > --> <script>alert(1)</script>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->", "<!-->",
    "<!DOCTYPE html>", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>", "<?xml version='1.0'?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;b&#x3e;",
    "&NewLine;&Tab;",
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)", "x\" autofocus onfocus=alert(1) x=\"", "<a b=\"c\nd\">x</a>", "<\u0000script>",
    "<script\n>alert(1)</script\n>",
    "<x:script xmlns:x=http://www.w3.org/1999/xhtml>alert(1)</x:script>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><script>alert(1)</script>\">", "<textarea></textarea><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>", "<plaintext>", "<marquee onstart=alert(1)>x</marquee>",
    "<isindex action=javascript:alert(1)>",
    "\ufe64script\ufe65alert(1)\ufe64/script\ufe65", "＜script＞alert(1)＜/script＞",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<ก onclick=alert(1)>", "<\u202escript>alert(1)</script>", "<a\u200bhref=javascript:alert(1)>x</a>",
]  # fmt: skip

ALLOWED: dict[str, tuple[str, ...]] = {
    "a": ("href", "title", "rel"), "img": ("src", "title", "loading", "alt"), "ol": ("start", "class"),
    "th": ("scope", "class"),
    "td": ("class",), "div": ("class", "tabindex", "role", "aria-label", "aria-labelledby"),
    **{f"h{n}": ("id",) for n in range(1, 7)},
    "li": ("value",),
    **dict.fromkeys(("em", "strong", "code", "pre", "ul", "blockquote", "hr", "br"), ()),
    **dict.fromkeys(("thead", "tbody", "tr", "small"), ()),
    "p": ("id",), "table": ("aria-labelledby",),
}  # fmt: skip
"""What Markdown makes, with the attributes each element may have."""

ROOT = "../../../"


def resolve(written: str) -> str | None:
    """The files and pages of the site that these texts may link to."""
    known = {"o02.md": "town/2567/o02/index.html", "files/plan.pdf": "plan.pdf", "files/seal.png": "seal.png"}
    return ROOT + known[written] if written in known else None


def rendered(text: str) -> tuple[Page, list[str]]:
    """A text as a page, and the codes told of it."""
    report = Report()
    body = render(text, "a.md", 1, resolve, 3, report)
    page = Page(str(body.html))
    assert page.faults == []
    for tag, attributes in page.structure:
        assert set(attributes) <= set(ALLOWED[tag]), (tag, attributes)
    codes = [d.code for d in report.sorted()]
    if not report.failed:
        assert all(is_harmless(address) for _, _, address in page.addresses()), list(page.addresses())
    return page, codes


PLACES = {
    "a paragraph": "{}",
    "between words": "ก {} ข",
    "a heading": "# {}\n",
    "an underlined heading": "ก {}\n===\n",
    "a list": "- {}\n- ก",
    "a quote": "> {}",
    "a cell": "| ก | {} |\n|---|---|\n| ข | {} |",
    "emphasis": "*ก {} ข* **ก {} ข**",
    "the text of a link": "[ก {} ข](o02.md)",
    "the words of a picture": "![ก {} ข](files/seal.png)",
    "code": "`{}`",
    "a block of code": "```\n{}\n```",
    "indented code": "    {}",
    "after a line end": "ก\n{}",
    "a block of its own": "\n\n{}\n\n",
}


@every_row("payload", HTML)
def test_html_in_markdown_is_text(payload: str) -> None:
    for where, frame in PLACES.items():
        page, codes = rendered(frame.replace("{}", payload))
        assert set(codes) <= {"OIT506", "OIT508", "OIT513"}, (where, codes)
        for attributes in page.structure:
            assert "onerror" not in attributes


def test_there_are_sixty_payloads() -> None:
    assert len(set(HTML)) == len(HTML) >= 60


@every_row("payload", [p for p in HTML if not set(p) & set("&`\n\u0000*_[]\\")])
def test_html_is_shown_to_the_letter(payload: str) -> None:
    assert rendered(f"ก {payload} ข")[0].text == f"ก {payload} ข\n"
    assert rendered(f"```\n{payload}\n```")[0].text == f"{payload}\n\n"


@every_row(
    ("text", "told"),
    [
        ("<b>x", [(1, 1, "", "")]),
        ("ก <b>x</b>\n\n<i>y</i>", [(1, 3, "3", "1, 3")]),
        ("<br>\n" * 50, [(1, 1, "49", "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …")]),
        ("<!-- x -->", [(1, 1, "", "")]),
        ("`<b>` ก <i>", [(1, 9, "", "")]),
        ("```\n<b>\n```\n<i>", [(4, 1, "", "")]),
        ("~~~\n<b>\n~~~", []),
        ("<https://example.org> <a@b.co>", []),
        ("[x](<o02.md>)", []),
        ("[x]: <o02.md>\n\n[x]", []),
        ("1 < 2 และ 3 > 2", []),
        ("a<b", []),
    ],
)
def test_html_is_told_once_for_a_text_with_its_other_lines(text: str, told: list[tuple[int, int, str, str]]) -> None:
    report = Report()
    render(text, "a.md", 1, resolve, 3, report)
    found = [(d.code, d.span.line, d.span.column, d.param("more"), d.param("lines")) for d in report.sorted()]
    assert found == [("OIT506", *one) for one in told]


# M3: breaking out of the attributes that Markdown does make.

BREAKS = ['"', "'", "`", "<", ">", "\" onclick=\"x", "' onclick='x", "\"><b>", "&quot; onclick=&quot;x",
          "&#34;&gt;", "\\\"", "\\' x", "\u00a0onclick=x", "=", "/>", "x y", "\t", "\u2028", "{}",
          "\x00"]  # fmt: skip
ATTRIBUTES = {
    "the title of a link": '[x](o02.md "ก {} ข")',
    "the title of a link in apostrophes": "[x](o02.md 'ก {} ข')",
    "the title of a link in brackets": "[x](o02.md (ก {} ข))",
    "the title of a picture": '![x](files/seal.png "ก {} ข")',
    "the words of a picture": "![ก {} ข](files/seal.png)",
    "the name of a language": "```{}\nx\n```",
    "words after the name of a language": "~~~ py {}\nx\n~~~",
    "the title of a reference": '[x][y]\n\n[y]: o02.md "ก {} ข"',
    "the name of a reference": "[x][ก {} ข]\n\n[ก {} ข]: o02.md",
    "a heading": "# ก {} ข",
    "the number of a list": "{}1. x",
    "the line below the head of a table": "| a |\n|:-{}-|\n| b |",
}


@every_row("where", list(ATTRIBUTES))
def test_no_attribute_is_left_by_what_is_written_in_it(where: str) -> None:
    plain = rendered(ATTRIBUTES[where].replace("{}", "ก"))[0]
    for payload in BREAKS:
        page, codes = rendered(ATTRIBUTES[where].replace("{}", payload))
        assert not {name for _, names in page.structure for name in names} - {
            n for names in ALLOWED.values() for n in names
        }
        if {tag for tag, _ in page.structure} == {tag for tag, _ in plain.structure}:
            assert page.structure == plain.structure
        assert set(codes) <= {"OIT502", "OIT506", "OIT508", "OIT511", "OIT517"}


def test_a_title_stands_in_its_attribute_to_the_letter() -> None:
    page, _ = rendered("[x](o02.md 'ก \" <b> & ข')")
    assert page.values("title") == ['ก " <b> & ข']
    page, _ = rendered('![a "b" <c>](files/seal.png)')
    assert page.values("alt") == ['a "b" <c>']


def test_the_name_of_a_language_is_not_published() -> None:
    assert rendered("```html onclick=x\ny\n```")[0].elements == [("pre", ()), ("code", ())]


# The same through the whole generator, in every text field at once.

FIELDS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title></head><body onload=alert(1)>",
    "<!-- --><b id=main>", "&lt;b&gt; &#60;i&#62; &amp;", "](javascript:alert(1)) <https://evil.example>",
    "`x` **y** # z",
]  # fmt: skip


Pages = dict[str, Page]


def published(written: Written) -> Pages:
    """The pages of a project, by address."""
    assert told(written.build(), "error") == []
    return {name: Page(data.decode()) for name, data in written.site().items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of the project with harmless words everywhere."""
    root = str(tmp_path_factory.mktemp("plain"))
    written = Written(root, f"{root}/build")
    written.write(everything("ข้อความทดสอบ", body="ก ข ค"))
    return published(written)


@pytest.mark.parametrize("payload", FIELDS)
def test_a_text_field_changes_no_page_but_in_its_text(project: Write, plain: Pages, payload: str) -> None:
    written = project(everything(payload, body="ก ข ค"))
    pages = published(written)
    assert len(plain) == 21
    assert {name: page.structure for name, page in pages.items()} == {n: page.structure for n, page in plain.items()}
    for name, page in pages.items():
        assert page.faults == plain[name].faults == []
        assert payload in page.text, name
    data = json.loads(written.site()["town/2567/data.json"])
    assert data["agency"]["name"] == payload


@pytest.mark.parametrize("payload", [HTML[0], HTML[3], HTML[22], HTML[23], HTML[31], HTML[48], HTML[51], HTML[56]])
def test_markdown_changes_no_page_but_in_its_text(project: Write, plain: Pages, payload: str) -> None:
    body = f"ก {payload} ค".replace("\n", " ")
    pages = published(project(everything("ข้อความทดสอบ", body=body)))
    assert {name: page.structure for name, page in pages.items()} == {n: page.structure for n, page in plain.items()}
    assert all(page.faults == [] for page in pages.values())
