"""What an officer is told when a file is not YAML: the likely cause, at the place where it is.

The C parser is fast but often points at the wrong place, so a file that it refuses is read once
more by the Python parser, whose positions are good, for the message alone.
"""

import re

import yaml

from generator.diagnostics import Report, Span

_CAUSES = (
    ("OIT111", re.compile(r"found character '\\t'|found a tab")),
    ("OIT112", re.compile(r"mapping values are not allowed|could not find expected ':'")),
    ("OIT113", re.compile(r"found unexpected end of stream|expected ',' or")),
    ("OIT119", re.compile(r"expected <block end>|did not find expected|expected the node content")),
)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_NO_COLON = re.compile(r"^\s*(?:- )?([A-Za-z_]+)\s+\S", re.MULTILINE)


def report_syntax(error: yaml.YAMLError, text: str, path: str, report: Report, first_line: int) -> None:
    """Report why a text is not YAML. ``first_line`` is the line of the file on which the text begins."""
    problem, mark = _precise(text) or _located(error)
    code = next((code for code, pattern in _CAUSES if pattern.search(problem)), "OIT110")
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    if code != "OIT111" and (tab := _TAB_INDENT.search(text)):
        at = text.count("\n", 0, tab.start())
        if abs(at - line) <= 1:
            code, line, column = "OIT111", at, tab.end() - tab.start() - 1
    if code == "OIT112" and "could not find" in problem:
        line, column = _simple_key(text, line, column)
    if code == "OIT113" and mark is not None and line >= text.count("\n"):
        line, column = _open_quote(text, line, column)
    params = {"problem": problem} if code == "OIT110" else {}
    report.error(code, Span(path, line + first_line, column + 1, column + 2), **params)


def _precise(text: str) -> tuple[str, yaml.Mark | None] | None:
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return _located(error)
    except RecursionError:
        return None
    return None


def _located(error: yaml.YAMLError) -> tuple[str, yaml.Mark | None]:
    if isinstance(error, yaml.MarkedYAMLError):
        return error.problem or str(error), error.problem_mark or error.context_mark
    if isinstance(error, yaml.reader.ReaderError):
        return "unacceptable character", None
    return str(error), None


def _simple_key(text: str, line: int, column: int) -> tuple[int, int]:
    """The line with a field and no colon; the parser notices only on the line after it."""
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), max(line - 3, -1), -1):
        content = lines[number]
        if content.strip() and ":" not in content and not content.lstrip().startswith("#"):
            return number, len(content) - len(content.lstrip())
    return line, column


def _open_quote(text: str, line: int, column: int) -> tuple[int, int]:
    """The last line on which a quote or bracket opens and does not close; the parser points at the end of the text."""
    for number, content in enumerate(text.split("\n")):
        for quote in "\"'":
            if content.count(quote) % 2:
                return number, content.index(quote)
        for opening, closing in ("[]", "{}"):
            if content.count(opening) > content.count(closing):
                return number, content.index(opening)
    return line, column
