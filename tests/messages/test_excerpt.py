"""The line with its mark: cut to the terminal, counted in cells, and never obeyed by it."""

import os

import pytest
from projects import Write
from tables import every_row

from generator.diagnostics import Span
from generator.messages.excerpt import Sources, cells, excerpt, visible


@every_row(
    ("text", "count"),
    [
        ("plan", 4),
        ("ที่นี่", 2),
        ("น้ำ", 2),
        ("ก\u0e47\u0e49", 1),
        ("แผน 2564", 8),
        ("日本", 4),
        ("Ｏ12", 4),
        ("e\u0301", 1),
        ("", 0),
    ],
)
def test_cells(text: str, count: int) -> None:
    assert cells(text) == count


@every_row(
    ("text", "shown"),
    [
        ("แผน\x1b[31mแดง", "แผน<U+001B>[31mแดง"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\rb\x08\x7f\x9b", "a<U+000D>b<U+0008><U+007F><U+009B>"),
        ("a\u2028b\udcff", "a<U+2028>b<U+DCFF>"),
        ("น้ำ", "น้ำ"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@every_row(
    ("line", "column", "end", "text", "before", "marked"),
    [
        ("state: done", 8, 12, "state: done", 7, 4),
        ("ชื่อ: ที่นี่", 7, 13, "ชื่อ: ที่นี่", 4, 2),
        ("\tfax: 1", 2, 5, "    fax: 1", 4, 3),
        ("a\tb", 3, 4, "a   b", 4, 1),
        ("note: ก\x1bข", 8, 9, "note: ก<U+001B>ข", 7, 8),
        ("日本: 1", 5, 6, "日本: 1", 6, 1),
        ("ก้", 2, 3, "ก้", 1, 1),
        ("short", 40, 50, "short", 5, 1),
        ("", 1, 2, "", 0, 1),
        ("abc", 2, 2, "abc", 1, 1),
    ],
)
def test_the_mark(line: str, column: int, end: int, text: str, before: int, marked: int) -> None:
    assert excerpt(line, Span("a", 7, column, end), 80) == (7, text, before, marked)


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "ก" * 500 + "ที่นี่" + "ข" * 500
    shown = excerpt(line, Span("a", 1, 501, 507), 40)
    assert cells(shown.text) <= 42
    assert shown.text[0] == shown.text[-1] == "…"
    assert shown.text[shown.before : shown.before + 6] == "ที่นี่"
    assert shown.marked == 2


def test_a_mark_longer_than_the_line_that_is_shown_ends_with_it() -> None:
    shown = excerpt("note: " + "ก" * 500, Span("a", 1, 7, 507), 40)
    assert shown.before + shown.marked <= cells(shown.text)


def test_lines_are_counted_as_they_were_read(project: Write) -> None:
    """A byte order mark is no character of the first line, and every kind of line end ends one."""
    made = project({"content/a.md": "\ufeffหนึ่ง\r\nสอง\rสาม\nสี่".encode()})
    sources = Sources(made.root)
    shown = [sources.excerpt(Span("content/a.md", line, 1, 2), 80) for line in range(1, 6)]
    assert [one.text if one else None for one in shown] == ["หนึ่ง", "สอง", "สาม", "สี่", None]


def test_bytes_that_are_no_text_are_replaced(project: Write) -> None:
    made = project({"content/a.md": b"name: \xe0\xe1\n"})
    shown = Sources(made.root).excerpt(Span("content/a.md", 1, 7, 8), 80)
    assert shown is not None
    assert shown.text.startswith("name: \ufffd")


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "content/link.md", "content", "content/none.md"])
def test_nothing_outside_of_the_project_is_read(path: str, project: Write) -> None:
    made = project({"inside/content/a.md": "a", "secret.txt": "secret"})
    os.symlink("../../secret.txt", f"{made.root}/inside/content/link.md")
    assert Sources(f"{made.root}/inside").excerpt(Span(path, 1, 1, 2), 80) is None


def test_files_that_come_with_the_program_are_found(project: Write) -> None:
    sources = Sources(project({}).root)
    assert sources.excerpt(Span("themes/base/templates/layout.html", 1, 1, 2), 80) is not None
    assert sources.excerpt(Span("generator/catalogues/oit-2565.yaml", 1, 1, 2), 80) is not None


def test_a_file_as_a_whole_has_no_line(project: Write) -> None:
    assert Sources(project({"content/a.md": "a"}).root).excerpt(Span("content/a.md"), 80) is None
