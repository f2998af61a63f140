"""Content is never a template: what looks like one stands on the page as it was written."""

import pytest
from projects import Write, told
from tables import every_row

from .everything import everything
from .page import Page
from .test_raw_html import rendered

SYNTAX = [
    "{{ 7 * 7 }}", "{{7*7}}", "{{ t }}", "{{ site.title }}", "{{ page.__class__.__mro__ }}",
    "{{ ''.__class__ }}", "{{ self }}",
    "{{ undefined_name }}", "{% for x in y %}", "{% if true %}x{% endif %}", "{% include 'layout.html' %}",
    "{% extends 'x' %}",
    "{% raw %}", "{% endraw %}", "{%- set x = 1 -%}", "{# a note #}", "{#", "#}", "{{", "}}", "{%", "%}",
    "{{ '{{' }}", "# for x in y",
    "## a note", "${7 * 7}", "#{7 * 7}", "<%= 7 * 7 %>", "{{{ x }}}", "{{ config }}", "%(x)s", "%s %d",
    "{0} {x}", "\\{\\{ x \\}\\}",
]  # fmt: skip


def test_there_are_twenty_four_ways() -> None:
    assert len(set(SYNTAX)) == len(SYNTAX) >= 24


@every_row("text", [text for text in SYNTAX if not set(text) & set("\\*_`[<")])
def test_it_stands_in_markdown_as_it_was_written(text: str) -> None:
    assert rendered(f"ก {text} ข")[0].text == f"ก {text} ข\n"


@every_row("text", SYNTAX)
def test_it_stands_in_code_as_it_was_written(text: str) -> None:
    assert rendered(f"```\n{text}\n```")[0].text == f"{text}\n\n"


ALL = " ".join([*SYNTAX[:6], *SYNTAX[8:12], *SYNTAX[15:20], *SYNTAX[22:]])[:190].strip()
"""As many as a short field holds."""


@pytest.mark.parametrize("numerals", ["arabic", "thai"])
def test_it_stands_in_every_field_of_every_page_as_it_was_written(project: Write, numerals: str) -> None:
    written = project(everything(ALL, body=f"```\n{ALL}\n```", site=f"numerals: {numerals}\n"))
    assert told(written.build(), "error") == []
    for name, data in written.site().items():
        if name.endswith(".html"):
            page = Page(data.decode())
            text = page.text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
            assert ALL in text, name
            assert "49" not in text.replace("2549", "")
