"""Where a link or a picture may lead: four schemes, and what the site itself holds. Ninety ways to try for more."""

from tables import every_row

from generator.diagnostics import Report
from generator.reading.contact_kinds import WebAddress
from generator.reading.schema import SourceText
from generator.reading.yamltree import Scalar
from generator.rendering.markdown import render

from .page import Page, is_harmless
from .test_raw_html import ROOT, rendered, resolve

BAD = [
    "javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", "jAvAsCrIpT:alert(1)",
    "java&#115;cript:alert(1)",
    "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "&#x6a;&#x61;vascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)", "javascript&#x3A;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
    "java&#9;script:alert(1)", "java&#10;script:alert(1)", "java&#13;script:alert(1)", "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)", "%6aavascript:alert(1)", "%6A%61%76%61script:alert(1)", "javascript%3Aalert(1)",
    "\\javascript:alert(1)",
    "javascript\\:alert(1)", "java\\script:alert(1)", "<javascript:alert(1)>", "<java script:alert(1)>",
    "<\tjavascript:alert(1)>",
    "javascript://example.org/%0aalert(1)", "javascript:https://example.org", "vbscript:msgbox(1)",
    "VBSCRIPT:x", "livescript:x", "mocha:x",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/png;base64,iVBORw0K", "data:image/svg+xml,x",
    "DATA:text/html,x", "data&colon;text/html,x", "file:///etc/passwd", "file:plan.pdf", "FILE://x",
    "ftp://example.org/x", "sftp://x.y",
    "view-source:javascript:alert(1)", "view-source:https://example.org", "feed:javascript:alert(1)",
    "feed:https://example.org",
    "blob:https://example.org/x", "filesystem:https://example.org/x", "intent://x#Intent;scheme=https;end",
    "jar:https://x.y!/", "about:blank",
    "chrome://settings", "ms-word:ofe|u|https://x.y", "ws://x.y", "wss://x.y", "urn:x:y", "x:y", "a+b.c-d:e",
    "ssh://x", "git+ssh://x",
    "mailto:", "mailto:a", "mailto:a@b.co?bcc=c@d.co", "mailto:a@b.co?subject=x&body=y",
    "mailto:a%0d%0abcc:c@d.co@e.co",
    "mailto:a@b.co,c@d.co", "mailto:\"a\"@b.co", "tel:", "tel:x", "tel:1;phone-context=x", "sms:1",
    "//evil.example", "///evil.example",
    "\\\\\\\\evil.example", "/\\\\evil.example", "\\\\/evil.example", "%2f%2fevil.example",
    "&sol;&sol;evil.example", "/evil.example",
    "https:evil.example", "https:/evil.example", "https:///evil.example", "https://",
    "http:\\\\\\\\evil.example", "https://a", "https://a@b.co",
    "https://a:b@c.co", "https://b.co&#64;evil.example", "https://a..b", "https://a.b:0", "https://a.b:99999",
    "https://a.b:x", "https://[::1",
    "https://a.b/\u202egpj.exe", "https://a\u200b.b", "https://a.b/\u00ad", "https://a.b/%E2%80%AE",
    "https://a.b/%00", "https://a.b/%0ax",
    "o03.md", "o02.md#x", "o02.md?x", "./o02.mdx", "plan.pdf", "files/", "?x", "#zz", "#", "#h-", "\u202eo02.md",
    "o02\u200b.md", "",
]  # fmt: skip
GOOD = {
    "https://example.org": "https://example.org",
    "https://example.org/a?b=c&d=e#f": "https://example.org/a?b=c&d=e#f",
    "http://example.org:8080/": "http://example.org:8080/",
    "https://example.org/ก": "https://example.org/%E0%B8%81",
    "https://เทศบาล.ไทย/": "https://xn--o3cg7ak5c9d.xn--o3cw4h/",
    "https://example.org/a_(b)": "https://example.org/a_(b)",
    "https://example.org/&quot;x": "https://example.org/%22x",
    "http://[2001:db8::1]/": "http://[2001:db8::1]/",
    "mailto:office@example.go.th": "mailto:office@example.go.th",
    "tel:+66-43-123456": "tel:+66-43-123456",
    "o02.md": f"{ROOT}town/2567/o02/index.html",
    "files/plan.pdf": f"{ROOT}plan.pdf",
    "files%2Fplan.pdf": f"{ROOT}plan.pdf",
    "<files/plan.pdf>": f"{ROOT}plan.pdf",
    "#หัวข้อ": "#h-หัวข้อ",
    "#h-หัวข้อ": "#h-หัวข้อ",
}


def in_brackets(address: str) -> str:
    """An address as a link takes it: in angle brackets where it holds blanks or nothing."""
    return address if address.startswith("<") or not (set(address) & set(" \t") or not address) else f"<{address}>"


FORMS = {
    "link": lambda address: f"ก [x]({in_brackets(address)}) ข",
    "link with a title": lambda address: f'[x]({in_brackets(address)} "t")',
    "picture": lambda address: f"![x]({in_brackets(address)})",
    "picture in a link": lambda address: f"[![x](files/seal.png)]({in_brackets(address)})",
    "reference": lambda address: f"[x][y]\n\n[y]: {in_brackets(address)} 't'\n",
    "short reference": lambda address: f"[y]\n\n[y]: {in_brackets(address)}\n",
    "picture by reference": lambda address: f"![y]\n\n[y]: {in_brackets(address)}\n",
    "autolink": lambda address: f"<{address.strip('<>')}>",
    "heading": lambda address: f"# [x]({in_brackets(address)})",
    "cell": lambda address: f"| a |\n|---|\n| [x]({in_brackets(address)}) |",
}


def test_there_are_ninety_ways() -> None:
    assert len(set(BAD)) == len(BAD) >= 90


@every_row("form", list(FORMS))
def test_no_other_address_becomes_a_link_unless_it_is_told(form: str) -> None:
    for address in BAD:
        text = FORMS[form](address)
        report = Report()
        body = render(text, "a.md", 1, resolve, 3, report)
        page = Page(str(body.html))
        made = [found for tag, _, found in page.addresses() if "seal.png" not in found]
        refused = [d for d in report.diagnostics if d.code in ("OIT211", "OIT501", "OIT502", "OIT504")]
        if made:
            assert refused, (address, made)
            assert all(d.severity == "error" and d.span.line <= text.count("\n") + 1 for d in refused)
        else:
            assert not refused, address


@every_row("address", BAD)
def test_no_other_address_is_taken_as_evidence(address: str) -> None:
    report = Report()
    assert WebAddress().read(Scalar(0, 0, 1, address, False), SourceText("a", report)) is None
    assert [d.code for d in report.diagnostics] == ["OIT211"]


@every_row("address", list(GOOD))
def test_a_proper_address_becomes_a_link(address: str) -> None:
    text = f"# หัวข้อ\n\n[x]({in_brackets(address)})"
    page, codes = rendered(text)
    assert codes == []
    assert page.values("href") == [GOOD[address]]
    assert is_harmless(GOOD[address])
    outside = address.startswith("http")
    assert page.values("rel") == (["noopener noreferrer"] if outside else [])


def test_a_picture_comes_from_the_site() -> None:
    page, codes = rendered('![ตรา](files/seal.png "t")')
    assert codes == []
    assert page.elements[1] == (
        "img",
        (("src", f"{ROOT}seal.png"), ("title", "t"), ("loading", "lazy"), ("alt", "ตรา")),
    )
    for address, code in (
        ("https://example.org/x.png", "OIT504"),
        ("//example.org/x.png", "OIT504"),
        ("files/plan.pdf", "OIT504"),
        ("o02.md", "OIT504"),
        ("files/other.png", "OIT502"),
        ("#x.png", "OIT502"),
    ):
        assert rendered(f"![x]({address})")[1] == [code], address


@every_row("address", ["//evil.example", "javascript:x", "data:text/html,x", "%2f%2fevil.example", "x:y"])
def test_an_address_that_leads_out_another_way_is_not_taken_for_a_missing_page(address: str) -> None:
    assert rendered(f"[x]({address})")[1] == ["OIT501"]


def test_addresses_without_a_mark_stay_text() -> None:
    text = "https://example.org www.example.org a@b.co javascript:alert(1)"
    page, codes = rendered(text)
    assert (page.text, codes, list(page.addresses())) == (f"{text}\n", ["OIT516"], [])


def test_a_reference_that_is_not_used_is_text() -> None:
    page, codes = rendered("ก\n\n[y]: javascript:alert(1)\n")
    assert (page.text, codes, list(page.addresses())) == ("ก\n[y]: javascript:alert(1)\n", ["OIT509"], [])


PLACES = [
    ("[x](zz)", (1, 5)),
    ("ก ข [x](zz)", (1, 9)),
    ("ก\nข [x](zz)", (2, 7)),
    ("ก\n\nข\n\n- [x](zz)\n", (5, 7)),
    ("[a](o02.md) [x](zz)", (1, 17)),
    ("| a |\n|---|\n| [x](zz) |", (3, 7)),
    ("> ก\n> [x](zz)", (2, 7)),
    ("[x][y]\n\nก\n\n[y]: zz", (5, 6)),
    ("![x](zz)", (1, 6)),
    ("[x](z%7A)", (1, 5)),
    ("[x](javascript:y)", (1, 5)),
]


@every_row(("text", "place"), PLACES)
def test_a_link_is_told_where_its_address_stands(text: str, place: tuple[int, int]) -> None:
    report = Report()
    render(text, "a.md", 1, resolve, 3, report)
    assert [(d.span.line, d.span.column) for d in report.diagnostics] == [place]
    report = Report()
    render(text, "a.md", 10, resolve, 3, report)
    assert [d.span.line for d in report.diagnostics] == [place[0] + 9]


def test_harmless_is_what_a_browser_takes_for_harmless() -> None:
    for address in ("https://a.b", "a/b.html", "../x", "#y", "mailto:a@b.co", "tel:1", "", "./a:b"):
        assert is_harmless(address), address
    for address in (
        "javascript:x",
        " javascript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "//a.b",
        "https:x",
        "https://u@a.b",
        "a:b",
    ):
        assert not is_harmless(address), address
