"""Diagnostics for YAML syntax errors: the likely cause, at its location.

The C parser is fast but often points at the wrong place, so a file that it refuses is read once
more by the Python parser, whose positions are good, for the message alone.
"""

import re
from typing import Any

import yaml

from generator.diagnostics import Report, Span
from generator.reading.yaml_text import plainest

_CAUSES = (
    ("OIT111", re.compile(r"found character '\\t'|found a tab")),
    ("OIT112", re.compile(r"mapping values are not allowed|could not find expected ':'")),
    ("OIT113", re.compile(r"found unexpected end of stream|expected ',' or")),
    ("OIT115", re.compile(r"expected alphabetic or numeric character|cannot start any token|undefined tag handle")),
    (
        "OIT115",
        re.compile(r"expected URI|expected a comment or a line break|expected chomping or indentation indicators"),
    ),
    ("OIT119", re.compile(r"expected <block end>|did not find expected|expected the node content|not allowed here")),
    ("OIT119", re.compile(r"expected '?<document start>")),
    ("OIT126", re.compile(r"unknown escape character|expected escape sequence")),
)
_TAB_INDENT = re.compile(r" *\t")
_COLON = re.compile(r":\s")
_FIELD = re.compile(r"(?P<before>\s*(?:- +)*[^\s:\"'\[{][^:]*: +)(?P<value>.*)")
_NO_BLANK = re.compile(r"\s*(?:- +)*[^\s:\"'\[{]+(?P<colon>:)(?=[^\s/])")
_NO_COLON = re.compile(r"\s*(?:- +)*(?P<name>[a-z][a-z_]*)(?: +(?P<value>[^\s].*))?")
_CLOSING = {"[": "]", "{": "}"}
_FAR = 2000
_DEEP = 40

_Problem = tuple[str, yaml.Mark | None, yaml.Mark | None]
"""What is wrong, where the parser noticed, and where the part begins that it was reading."""


def report_syntax(error: yaml.YAMLError, text: str, path: str, report: Report, first_line: int) -> None:
    """Report why a text is not YAML. ``first_line`` is the line of the file on which the text begins."""
    problem, mark, begin = _precise(text, error) or _located(error)
    code = next((code for code, pattern in _CAUSES if pattern.search(problem)), "OIT110")
    if code == "OIT113" or (code == "OIT115" and "cannot start" not in problem):
        mark = begin or mark  # what is never closed, or not accepted, shows where it begins
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    for at in (line, line - 1, line + 1) if code != "OIT111" else ():
        if 0 <= at < len(lines) and (tab := _TAB_INDENT.match(lines[at])):
            code, line, column = "OIT111", at, tab.end() - 1
            break
    if code == "OIT112" and "could not find" in problem:
        line, column = _simple_key(lines, line, column)
    elif code == "OIT112" and not _COLON.search(lines[line][:column]):
        code, line, column = _misplaced(lines, line)
    elif "<document start>" in problem and column == 0:
        line, column = _first(lines)  # all fields but the first begin at the edge
    content = lines[line] if line < len(lines) else ""
    params = {"problem": problem} if code == "OIT110" else {}
    if code == "OIT112" and (run_together := _NO_BLANK.match(content)) and not _COLON.search(content):
        code, column, params = "OIT135", run_together.start("colon"), {"mark": ":"}
    if code == "OIT115":
        params = {"construct": content[column : column + 1]}
    params["suggestion"] = _rewritten(code, content, column)
    report.error(code, Span(path, line + first_line, column + 1, column + 2), **params)


def _rewritten(code: str, line: str, column: int) -> str:
    """The line as it was probably meant, or nothing where that is not plain."""
    if code == "OIT135":
        return f"{line[: column + 1]} {line[column + 1 :]}".strip()
    if code == "OIT112" and (bare := _NO_COLON.fullmatch(line)) is not None:
        return f"{bare['name']}: {bare['value'] or ''}".strip()
    field = _FIELD.match(line)
    if field is None or column < field.start("value"):
        return ""
    before, value = field["before"].strip(), field["value"].rstrip()
    if code in ("OIT112", "OIT115"):
        return f"{before} {plainest(value)}"
    if code == "OIT119" and value[:1] in "\"'[{":  # a text goes on after its closing mark
        return f"{before} {_in_other_quotes(value)}"
    if code == "OIT119" and value[:2] in ("- ", "? "):
        return f"{before} {plainest(value)}"
    if code == "OIT113" and value.count(value[0]) == 1 and value[0] in "\"'[{":
        return f"{before} {value}{_CLOSING.get(value[0], value[0])}"
    if code == "OIT126" and value[:1] == value[-1:] == '"' and "'" not in value:
        return f"{before} '{value[1:-1]}'"
    return ""


def _in_other_quotes(value: str) -> str:
    """The whole text in quotation marks that do not occur in it."""
    if "'" not in value:
        return f"'{value}'"
    return "" if '"' in value else f'"{value}"'


def _precise(text: str, error: yaml.YAMLError) -> _Problem | None:
    """What the Python parser says; nothing when it goes on past the place that the C parser refused.

    Without an end to it, deep brackets after that place would take it minutes.
    """
    mark = _located(error)[1]
    depth, last = 0, (mark.index if mark is not None else 0) + _FAR
    try:
        event: Any  # the stubs of its marks disagree
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > _DEEP or event.start_mark.index > last:
                return None
    except yaml.YAMLError as precise:
        return _located(precise)
    except Exception:  # the Python parser lets some through, for an escape or a directive with too large a number
        return None
    return None


def _located(error: yaml.YAMLError) -> _Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        return error.problem or str(error), error.problem_mark or error.context_mark, error.context_mark
    if isinstance(error, yaml.reader.ReaderError):
        return "unacceptable character", None, None
    return str(error), None, None


def _misplaced(lines: list[str], line: int) -> tuple[str, int, int]:
    """The cause where the colon that is not allowed is the line's own: the line before it, or its indentation."""
    indent = _indent(lines[line])
    before = line - 1
    while before > 0 and not lines[before].strip():
        before -= 1
    if before >= 0 and lines[before].strip() and ":" not in lines[before] and indent == _indent(lines[before]):
        return "OIT112", before, indent
    return "OIT119", line, indent


def _first(lines: list[str]) -> tuple[int, int]:
    """The place of the first field."""
    number = next(number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return number, _indent(lines[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _simple_key(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The line with a field and no colon; the parser notices only on the line after it."""
    for number in range(min(line, len(lines) - 1), max(line - 3, -1), -1):
        content = lines[number]
        bare = content.strip()
        if bare and not _COLON.search(f"{bare} ") and not bare.startswith("#"):
            return number, _indent(content)
    return line, column
