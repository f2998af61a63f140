"""The bytes of a file as text: UTF-8 and nothing else, with the lines counted as an editor counts them."""

from tables import every_row

from generator.diagnostics import Report
from generator.reading.source_file import decode, markdown_file, yaml_file

GOOD = [
    ("plain", b"a: b\n", "a: b\n"),
    ("Thai", "ชื่อ: ก\n".encode(), "ชื่อ: ก\n"),
    ("a byte order mark", b"\xef\xbb\xbfa: b\n", "a: b\n"),
    ("line ends of Windows", b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
    ("line ends of old Macs", b"a: b\rc: d\r", "a: b\nc: d\n"),
    ("mixed line ends", b"a: b\r\nc: d\ne: f\rg: h", "a: b\nc: d\ne: f\ng: h"),
    ("no end of the last line", b"a: b", "a: b"),
    ("a tab inside a text", b"a: b\tc\n", "a: b\tc\n"),
    ("nothing", b"", ""),
    ("a character beyond the first plane", "a: 😀\n".encode(), "a: 😀\n"),
    ("a place where a line may break", "ก\u200bข".encode(), "ก\u200bข"),
]


@every_row(("data", "text"), [case[1:] for case in GOOD])
def test_utf_8_is_read(data: bytes, text: str) -> None:
    report = Report()
    assert decode(data, "a.yaml", report) == text
    assert report.diagnostics == []


REFUSED = [
    ("UTF-16, little end first", "a: ก\n".encode("utf-16"), "OIT104", (1, 1)),
    ("UTF-16, big end first", b"\xfe\xff" + "a: ก\n".encode("utf-16-be"), "OIT104", (1, 1)),
    ("UTF-16 without a mark", "a: b\n".encode("utf-16-le"), "OIT109", (1, 2)),
    ("UTF-32", "a: ก\n".encode("utf-32"), "OIT104", (1, 1)),
    ("Windows-874", "a: 1\nชื่อ: ก\n".encode("cp874"), "OIT104", (2, 1)),
    ("a broken sequence", b"a: b\nc: \xe0\xb8\nd: e\n", "OIT104", (2, 4)),
    ("a broken sequence after Thai", "ก: ข\nค: ".encode() + b"\xff", "OIT104", (2, 4)),
    ("a broken sequence after the line ends of Windows", b"a: b\r\nc: d\xff", "OIT104", (2, 5)),
    ("a broken sequence after the line ends of old Macs", b"a: b\rc: d\xff", "OIT104", (2, 5)),
    ("a broken sequence after a byte order mark", b"\xef\xbb\xbfa: \xff", "OIT104", (1, 4)),
    ("a cut sequence at the end", "a: ก".encode()[:-1], "OIT104", (1, 4)),
    ("an overlong slash", b"a: \xc0\xaf", "OIT104", (1, 4)),
    ("half a character", b"a: \xed\xa0\x80", "OIT104", (1, 4)),
    ("NUL", b"a: b\nc: \x00\n", "OIT109", (2, 4)),
    ("a bell", b"a: \x07\n", "OIT109", (1, 4)),
    ("an escape character", b"a: b\n\x1b[31m\n", "OIT109", (2, 1)),
    ("a vertical tab", b"a: b\x0bc\n", "OIT109", (1, 5)),
    ("a form feed", b"a: b\x0cc\n", "OIT109", (1, 5)),
    ("delete", b"a: \x7f\n", "OIT109", (1, 4)),
    ("a C1 control", b"a: \xc2\x80\n", "OIT109", (1, 4)),
    ("the line end of mainframes", b"a: b\xc2\x85c: d\n", "OIT109", (1, 5)),
    ("a line separator", "a: b\u2028c: d\n".encode(), "OIT109", (1, 5)),
    ("a paragraph separator", "a: b\u2029c: d\n".encode(), "OIT109", (1, 5)),
    ("a byte order mark inside", "a: b\nc: \ufeffd\n".encode(), "OIT109", (2, 4)),
    ("a byte order mark twice", b"\xef\xbb\xbf\xef\xbb\xbfa: b\n", "OIT109", (1, 1)),
    ("a control after the line ends of Windows", b"a: b\r\n\r\nc: \x01\r\n", "OIT109", (3, 4)),
    ("no character", "a: \uffff\n".encode(), "OIT109", (1, 4)),
]


@every_row(("data", "code", "place"), [case[1:] for case in REFUSED])
def test_anything_else_is_told_at_its_first_place(data: bytes, code: str, place: tuple[int, int]) -> None:
    report = Report()
    assert decode(data, "a.yaml", report) is None
    assert [(d.code, d.span) for d in report.diagnostics] == [(code, ("a.yaml", *place, place[1] + 1))]


@every_row("data", [case[1] for case in REFUSED])
def test_what_is_no_text_is_neither_fields_nor_markdown(data: bytes) -> None:
    for read in (yaml_file, markdown_file):
        report = Report()
        assert read(data, "a", report) is None
        assert len(report.diagnostics) == 1


HIDDEN = [
    ("\u202e", "OIT108"), ("\u202a", "OIT108"), ("\u2066", "OIT108"), ("\u2069", "OIT108"), ("\u061c", "OIT108"),
    ("\u200e", "OIT108"), ("\u200f", "OIT108"), ("\u200c", "OIT127"), ("\u200d", "OIT127"), ("\u2060", "OIT127"),
    ("\u00ad", "OIT127"),
]  # fmt: skip


@every_row(("character", "code"), HIDDEN)
def test_hidden_characters_are_told_wherever_they_stand(character: str, code: str) -> None:
    report = Report()
    text = f"a: ก{character}ข{character}\r\nb: {character}\r\n"
    assert decode(text.encode(), "a.yaml", report) == text.replace("\r\n", "\n")
    named = f"U+{ord(character):04X}"
    assert [(d.code, d.severity, d.span, d.param("character")) for d in report.sorted()] == [
        (code, "warning", ("a.yaml", 1, 5, 6), named),
        (code, "warning", ("a.yaml", 1, 7, 8), named),
        (code, "warning", ("a.yaml", 2, 4, 5), named),
    ]


@every_row("ends", ["\n", "\r\n", "\r"])
@every_row("mark", ["", "\ufeff"])
def test_lines_are_counted_alike_whatever_ends_them(ends: str, mark: str) -> None:
    lines = ["---", "item: O1", "titel: ก", "---", "ข้อความ", "", "จบ"]
    report = Report()
    read = markdown_file((mark + ends.join(lines)).encode(), "a.md", report)
    assert read is not None
    tree, source, body, body_line = read
    assert (body, body_line) == ("ข้อความ\n\nจบ", 5)
    assert [source.span(key).line for key, _ in getattr(tree, "entries").values()] == [2, 3]  # noqa: B009
