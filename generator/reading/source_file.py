"""From the bytes of a file to a YAML tree, or to front matter and body."""

from generator.diagnostics import Report, Span
from generator.reading import yamltree
from generator.reading.frontmatter import split
from generator.reading.schema import SourceText
from generator.reading.spelling import BIDI, CONTROL, HIDDEN, SUSPECT
from generator.reading.yamltree import Mapping, Node


def decode(data: bytes, path: str, report: Report) -> str | None:
    """The text of a file in UTF-8 (a byte order mark is allowed), with line ends as one character."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        report.error("OIT104", Span(path, line, column, column + 1))
        return None
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if SUSPECT.search(text) is None:
        return text
    if (control := CONTROL.search(text)) is not None:
        report.error("OIT109", _at(text, control.start(), path), character=f"U+{ord(control[0]):04X}")
        return None
    for number, content in enumerate(text.split("\n"), 1):
        for match in HIDDEN.finditer(content):
            span = Span(path, number, match.start() + 1, match.end() + 1)
            report.warning("OIT108" if BIDI.match(match[0]) else "OIT127", span, character=f"U+{ord(match[0]):04X}")
    return text


def _at(text: str, index: int, path: str) -> Span:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(path, line, column, column + 1)


def yaml_file(data: bytes, path: str, report: Report) -> tuple[Node, SourceText] | None:
    """The tree of a YAML file with its source, or nothing after a diagnostic."""
    text = decode(data, path, report)
    if text is None:
        return None
    tree = yamltree.parse(text, path, report)
    if tree is None:
        return None
    if type(tree) is not Mapping or not tree.entries:
        report.error("OIT122", Span(path, 1, 1, 2))
        return None
    return tree, SourceText(path, report)


def markdown_file(data: bytes, path: str, report: Report) -> tuple[Node, SourceText, str, int] | None:
    """The front matter's tree, its source, the body and the line it begins on; or nothing after a diagnostic."""
    text = decode(data, path, report)
    if text is None:
        return None
    parts = split(text, path, report)
    if parts is None:
        return None
    tree = yamltree.parse(parts.fields, path, report, first_line=2)
    if tree is None:
        return None
    if type(tree) is not Mapping or not tree.entries:
        report.error("OIT122", Span(path, 2, 1, 2))
        return None
    return tree, SourceText(path, report, 2), parts.body, parts.body_line
