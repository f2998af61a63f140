"""Where the fields of a Markdown file end and its body begins."""

from tables import every_row

from generator.diagnostics import Report
from generator.reading.frontmatter import split
from generator.reading.source_file import decode, markdown_file

SPLIT = [
    ("fields and a body", "---\na: b\n---\nbody\n", ("a: b\n", "body\n", 4)),
    ("a line across the body", "---\na: b\n---\none\n\n---\n\ntwo\n", ("a: b\n", "one\n\n---\n\ntwo\n", 4)),
    ("a line across the body at once", "---\na: b\n---\n---\n", ("a: b\n", "---\n", 4)),
    ("nothing after the fields", "---\na: b\n---\n", ("a: b\n", "", 4)),
    ("nothing, and no end of the line", "---\na: b\n---", ("a: b\n", "", 4)),
    ("no fields", "---\n---\nbody\n", ("", "body\n", 3)),
    ("blanks after the fences", "---  \na: b\n--- \t\nbody\n", ("a: b\n", "body\n", 4)),
    ("empty lines before the body", "---\na: b\n---\n\n\nbody\n", ("a: b\n", "\n\nbody\n", 4)),
    ("an indented fence is no fence", "---\na: |\n  ---\n---\nbody\n", ("a: |\n  ---\n", "body\n", 5)),
    ("four strokes are no fence", "---\na: |\n  x\n----\n---\nbody\n", ("a: |\n  x\n----\n", "body\n", 6)),
    ("a fence with a word is no fence", "---\na: b\n--- c\n---\nbody\n", ("a: b\n--- c\n", "body\n", 5)),
    ("an entry of strokes", "---\na:\n- --- x\n---\nbody\n", ("a:\n- --- x\n", "body\n", 5)),
    ("Thai in the body", "---\nก: ข\n---\nค\n", ("ก: ข\n", "ค\n", 4)),
]  # fmt: skip


@every_row(("text", "parts"), [case[1:] for case in SPLIT])
def test_a_file_is_split_at_the_second_fence(text: str, parts: tuple[str, str, int]) -> None:
    report = Report()
    assert split(text, "a.md", report) == parts
    assert report.diagnostics == []
    _, body, line = parts
    assert text.split("\n")[line - 1 :] == body.split("\n") or not body


UNSPLIT = [
    ("nothing", "", "OIT120", (1, 1, 1)),
    ("only a body", "body\n", "OIT120", (1, 1, 5)),
    ("a body of Thai", "ข้อความ", "OIT120", (1, 1, 8)),
    ("an empty line first", "\n---\na: b\n---\n", "OIT120", (1, 1, 1)),
    ("a blank before the fence", " ---\na: b\n---\n", "OIT139", (1, 1, 5)),
    ("four strokes", "----\na: b\n---\n", "OIT139", (1, 1, 5)),
    ("only a fence", "---", "OIT120", (1, 1, 4)),
    ("a fence and nothing", "---\n", "OIT121", (1, 1, 4)),
    ("never closed", "---\na: b\nbody\n", "OIT121", (1, 1, 4)),
    ("closed by dots", "---\na: b\n...\nbody\n", "OIT139", (3, 1, 4)),
    ("closed by an indented fence", "---\na: b\n ---\nbody\n", "OIT139", (3, 1, 5)),
]


@every_row(("text", "code", "place"), [case[1:] for case in UNSPLIT])
def test_a_missing_fence_is_told(text: str, code: str, place: tuple[int, int, int]) -> None:
    report = Report()
    assert split(text, "a.md", report) is None
    assert [(d.code, d.span) for d in report.diagnostics] == [(code, ("a.md", *place))]


FIELDS = [
    ("no fields at all", "---\n---\nbody\n", "OIT122", (2, 1)),
    ("only a note", "---\n# note\n---\nbody\n", "OIT122", (2, 1)),
    ("a list", "---\n- a\n---\nbody\n", "OIT122", (2, 1)),
    ("a text", "---\na\n---\nbody\n", "OIT122", (2, 1)),
    ("a mistake on the third line", "---\na: b\nc: *d\n---\nbody\n", "OIT115", (3, 4)),
    ("a missing colon", "---\na: b\nc\nd: e\n---\nbody\n", "OIT112", (3, 1)),
    ("a tab", "---\na:\n\tb: c\n---\nbody\n", "OIT111", (3, 1)),
    ("an open quotation mark", '---\na: "b\n---\nbody\n', "OIT113", (2, 4)),
    ("a fence with a word", "---\na: b\n--- c\n---\nbody\n", "OIT118", (3, 1)),
    ("the line ends of Windows", "---\r\na: b\r\nc: *d\r\n---\r\nbody\r\n", "OIT115", (3, 4)),
    ("a byte order mark", "\ufeff---\na: *b\n---\nbody\n", "OIT115", (2, 4)),
]


@every_row(("text", "code", "place"), [case[1:] for case in FIELDS])
def test_what_is_wrong_in_the_fields_is_told_on_its_line_of_the_file(
    text: str, code: str, place: tuple[int, int]
) -> None:
    report = Report()
    assert markdown_file(text.encode(), "a.md", report) is None
    assert [(d.code, d.span[:3]) for d in report.diagnostics] == [(code, ("a.md", *place))]


def test_only_decoded_text_is_split() -> None:
    report = Report()
    text = decode(b"\xef\xbb\xbf---\r\na: b\r\n---\r\nbody\r\n", "a.md", report)
    assert text is not None
    assert split(text, "a.md", report) == ("a: b\n", "body\n", 4)
