"""From the bytes of a file to a YAML tree, to front matter and body, and to what a record makes of the fields."""

from collections.abc import Collection
from typing import TypeVar

from generator.diagnostics import Report, Span
from generator.reading import yamltree
from generator.reading.frontmatter import report_early_fence, report_meant_fence, split
from generator.reading.line_faults import line_faults
from generator.reading.schema import Record, SourceText
from generator.reading.spelling import BIDI, CONTROL, HIDDEN, SUSPECT
from generator.reading.yamltree import Mapping, Node

T = TypeVar("T")


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


def markdown_file(
    data: bytes, path: str, report: Report, names: Collection[str] = ()
) -> tuple[Node, SourceText, str, int] | None:
    """The front matter's tree, its source, the body and the line it begins on; or nothing after a diagnostic.

    ``names`` are the fields that such a file may have.
    """
    text = decode(data, path, report)
    if text is None:
        return None
    parts = split(text, path, report)
    if parts is None or report_early_fence(parts, names, path, report):
        return None
    tree = yamltree.parse(parts.fields, path, report, first_line=2)
    if tree is None:
        return None
    if type(tree) is not Mapping or not tree.entries:
        report.error("OIT122", Span(path, 2, 1, 2))
        return None
    return tree, SourceText(path, report, 2), parts.body, parts.body_line


def yaml_record(data: bytes, path: str, report: Report, record: Record[T], *, year: int = 0) -> T | None:
    """What a record makes of a YAML file, or nothing after a diagnostic. ``year`` is that of the file's folder."""
    own = Report()
    read = yaml_file(data, path, own)
    value = record.read(read[0], read[1]._replace(year=year)) if read is not None else None
    if own.failed:
        own = _causes(own, decode(data, path, Report()) or "", path, 1, record)
    report.extend(own.diagnostics)
    return value


def markdown_record(
    data: bytes, path: str, report: Report, record: Record[T], *, year: int = 0
) -> tuple[T, str, int] | None:
    """What a record makes of the front matter, the body and the line it begins on; or nothing after a diagnostic."""
    own = Report()
    read = markdown_file(data, path, own, record.names())
    value = record.read(read[0], read[1]._replace(year=year)) if read is not None else None
    if own.failed:
        text = decode(data, path, Report())
        parts = split(text, path, Report()) if text is not None else None
        if parts is not None:
            fence = Report()
            fenced = read is None and report_meant_fence(parts.fields, path, fence, first_line=2)
            own = fence if fenced else _causes(own, parts.fields, path, 2, record)
    report.extend(own.diagnostics)
    return None if value is None or read is None else (value, *read[2:])


def _causes(told: Report, text: str, path: str, first_line: int, record: Record[T]) -> Report:
    """What is wrong with single lines, instead of the errors that follow from it; all that is told where nothing is."""
    faults = line_faults(text, record.names())
    if not faults:
        return told
    lines = {fault.line + first_line for fault in faults}
    causes = Report(d for d in told.diagnostics if d.severity != "error" and d.span.line not in lines)
    for fault in faults:
        span = Span(path, fault.line + first_line, fault.column + 1, fault.end + 1)
        causes.error(fault.code, span, **fault.params)
    return causes
