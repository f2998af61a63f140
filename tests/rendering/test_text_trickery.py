"""Characters that nobody sees: refused where something is named, told and left out or kept where something is said."""

import pytest
from projects import AGENCY, ITEM, SITE, YEAR, Content, WriteSmall, told

from .page import Page

BIDI = [
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "\u061c",
    "\u200e",
    "\u200f",
]
NEEDLESS = ["\u200c", "\u200d", "\u2060", "\u00ad"]
BREAK = "\u200b"

AGENCY_TEXT = "name: {}\nkind: subdistrict-municipality\nprovince: ขอนแก่น\n"


def item(fields: str, body: str = "") -> dict[str, Content]:
    return {ITEM: f"---\n{fields}\n---\n{body}\n"}


SOME = ["\u202e", "\u2066", "\u061c", "\u200e", *NEEDLESS, BREAK]
"""One of each sort; that every one of them is known is seen where files are decoded."""


@pytest.mark.parametrize("character", SOME, ids=ascii)
def test_nothing_hidden_is_part_of_what_names_something(small: WriteSmall, character: str) -> None:
    wrong = f"---\nitem: O{character}2\nupdated: 2567-{character}01-15\nlanguage: x\n---\n"
    slip = f"---\nitem: O4\nst{character}ate: done\n---\n"
    evidence = f"evidence:\n  - {{file: files/pl{character}an.pdf, title: x}}\n"
    address = f"evidence:\n  - {{link: 'https://exam{character}ple.org', title: x}}\n"
    for files, codes in (
        (
            {
                **item(f"item: O1\nstate: do{character}ne"),
                f"{YEAR}/o02.md": wrong,
                f"{YEAR}/o03.md": f"---\nitem: O3\n{address}---\n",
                f"{YEAR}/o04.md": slip,
            },
            {"OIT203", "OIT206", "OIT136", "OIT208", "OIT211", "OIT201", "OIT301"},  # the year has no O4
        ),
        (item(f"item: O1\n{evidence}"), {"OIT304"}),
        (item("item: O1", f"[x](https://example.org/{character}x) [y](o0{character}2.md)"), {"OIT501"}),
        ({SITE: f"title: x\nagency: to{character}wn\n"}, {"OIT315"}),
        ({SITE: f"title: x\ntheme: ba{character}se\n"}, {"OIT216"}),
    ):
        project = small({f"{YEAR}/files/plan.pdf": b"x", **files})
        assert {d.code for d in project.check().diagnostics if d.severity == "error"} == codes, files
        project.write({name: None for name in files if name.endswith(("o02.md", "o03.md", "o04.md"))})


@pytest.mark.parametrize("character", SOME, ids=ascii)
def test_no_file_or_folder_is_called_by_what_nobody_sees(small: WriteSmall, character: str) -> None:
    for name in (
        f"{YEAR}/o0{character}2.md",
        f"{YEAR}/files/a{character}b.pdf",
        f"content/to{character}wn2/agency.yaml",
    ):
        outcome = small({name: "x"}).check()
        assert [d.code for d in outcome.diagnostics if d.severity == "error"] == ["OIT105"]
        small({}).write({name: None})


def test_hidden_characters_are_left_out_of_names_and_texts_and_told(small: WriteSmall) -> None:
    files: dict[str, Content] = {AGENCY: AGENCY_TEXT.format("เทศ\u200dบาล\u00ad")}
    project = small({**files, **item("item: O1\ntitle: หัว\u200dข้อ\nnote: หมาย\u2060เหตุ", "เนื้อ\u200cความ `รหั\u200dส`")})
    outcome = project.build()
    assert told(outcome) == [
        ("OIT127", ITEM, 3, 11), ("OIT127", ITEM, 4, 11), ("OIT127", ITEM, 6, 6), ("OIT127", ITEM, 6, 16),
        ("OIT127", AGENCY, 1, 10), ("OIT127", AGENCY, 1, 14),
    ]  # fmt: skip
    page = Page(project.site()["town/2567/o01/index.html"].decode())
    for words in ("เทศบาล", "หัวข้อ", "หมายเหตุ", "เนื้อความ", "รหัส"):
        assert words in page.text, words
    assert not any(
        character in data.decode()
        for character in NEEDLESS
        for name, data in project.site().items()
        if name[-4:] == "html"
    )


def test_a_place_to_break_stays_in_prose_and_not_in_names(small: WriteSmall) -> None:
    project = small(
        {AGENCY: AGENCY_TEXT.format("เทศ\u200bบาล"), **item("item: O1\nnote: หมาย\u200bเหตุ", "เนื้อ\u200bความ")}
    )
    outcome = project.build()
    assert told(outcome) == [("OIT127", AGENCY, 1, 7)]
    text = Page(project.site()["town/2567/o01/index.html"].decode()).text
    assert "เทศบาล" in text
    assert "หมาย\u200bเหตุ" in text
    assert "เนื้อ\u200bความ" in text


def test_two_names_that_look_alike_are_one(small: WriteSmall) -> None:
    for spelling in ("น\u0e49\u0e33", "น\u0e4d\u0e49\u0e32", "น\u0e49\u200d\u0e33"):
        project = small({AGENCY: AGENCY_TEXT.format(spelling)})
        project.build()
        assert "น\u0e49\u0e33" in Page(project.site()["town/index.html"].decode()).text


@pytest.mark.parametrize("character", BIDI, ids=ascii)
def test_what_turns_text_around_is_told_wherever_it_stands(small: WriteSmall, character: str) -> None:
    outcome = small(item(f"item: O1\ntitle: ก{character}ข", f"ก{character}ข\n")).check()
    assert told(outcome) == [("OIT108", ITEM, 3, 9), ("OIT108", ITEM, 5, 2)]
    assert not outcome.failed


def test_escapes_hide_nothing_either(small: WriteSmall) -> None:
    outcome = small(item('item: O1\ntitle: "ก\\u202eข"\nnote: "\\u200d"')).check()
    assert told(outcome) == [("OIT108", ITEM, 3, 8), ("OIT127", ITEM, 4, 7)]
    outcome = small(item('item: O1\ntitle: "ก\\0ข"')).check()
    assert told(outcome, "error") == [("OIT109", ITEM, 3, 8)]
