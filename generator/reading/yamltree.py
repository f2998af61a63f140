"""YAML as a tree of texts with positions: nothing is typed, nothing is constructed.

The C parser's events are consumed one by one, so depth, size and forbidden constructs are refused
while reading and no value is ever guessed (``NO``, ``1:30``, ``010`` and ``9.10`` stay as written).
Anchors, aliases, tags, merge keys, directives, several documents and duplicate keys are refused.
"""

import re
from typing import Any

import yaml

from generator.diagnostics import Report, Span
from generator.oit.composed import normal
from generator.reading.spelling import BIDI, CONTROL, HIDDEN
from generator.reading.yaml_comment import MEANT, report_meant
from generator.reading.yaml_error import report_syntax

MAX_DEPTH = 32
MAX_NODES = 50_000
_OWN_LINE = re.compile(r"\s*(?:-+(?:\s|$)|[a-z_]{2,}:(?!//)\S)")

_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)


class Node:
    """A part of a YAML file. Lines and columns count from 0, relative to the text that was parsed."""

    __slots__ = ("column", "end", "line")

    def __init__(self, line: int, column: int, end: int) -> None:
        self.line = line
        self.column = column
        self.end = end


class Scalar(Node):
    """A text, exactly as the YAML rules unquote it. ``plain`` is whether it was written without quotes."""

    __slots__ = ("plain", "text")

    def __init__(self, line: int, column: int, end: int, text: str, plain: bool) -> None:
        self.line = line
        self.column = column
        self.end = end
        self.text = text
        self.plain = plain


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int, end: int) -> None:
        super().__init__(line, column, end)
        self.items: list[Node] = []


class Mapping(Node):
    """Fields with their values, in the order of the file."""

    __slots__ = ("entries",)

    def __init__(self, line: int, column: int, end: int) -> None:
        super().__init__(line, column, end)
        self.entries: dict[str, tuple[Scalar, Node]] = {}


class _Refused(Exception):  # noqa: N818 - it ends the reading of one file, and never leaves this module
    def __init__(self, code: str, mark: Any, **params: object) -> None:
        self.code = code
        self.mark = mark
        self.params = params


def parse(text: str, path: str, report: Report, *, first_line: int = 1) -> Node | None:
    """The tree of one YAML text, or nothing after a diagnostic. An empty text is an empty mapping.

    ``first_line`` is the line of the file on which the text begins (front matter begins on line 2).
    """
    builder = _Builder(text, path, report, first_line)
    try:
        tree = builder.document()
        if builder.scalars is not None:
            report_meant(text, builder.scalars, path, first_line, report)
        return tree
    except _Refused as refused:
        line, column = refused.mark.line + first_line, refused.mark.column + 1
        report.error(refused.code, Span(path, line, column, column + 1), **refused.params)
    except yaml.YAMLError as error:
        report_syntax(error, text, path, report, first_line)
    return None


class _Builder:
    __slots__ = ("_first_line", "_next", "_nodes", "_path", "_plain", "_report", "_text", "scalars")

    def __init__(self, text: str, path: str, report: Report, first_line: int) -> None:
        self._next = _Parser(text).get_event
        self._path = path
        self._report = report
        self._first_line = first_line
        self._nodes = 0
        self._text = text
        self._plain = normal(text) is text  # then every part of it is in its one form already
        self.scalars: list[tuple[int, int]] | None = [] if "#" in text and MEANT.search(text) else None
        """Where the values begin and end in the text; noted where a comment may belong to one."""

    def document(self) -> Node:
        self._next()  # the start of the stream
        event = self._next()
        if type(event) is yaml.StreamEndEvent:
            return Mapping(0, 0, 0)
        if event.version or event.tags:
            raise _Refused("OIT115", event.start_mark, construct="%")
        node = self._node(self._next(), 0)
        self._next()  # the end of the document
        after = self._next()
        if type(after) is not yaml.StreamEndEvent:
            raise _Refused("OIT118", after.start_mark)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        start = event.start_mark
        if kind is yaml.AliasEvent:
            raise _Refused("OIT115", start, construct=f"*{event.anchor}")
        if event.anchor is not None:
            raise _Refused("OIT115", start, construct=f"&{event.anchor}")
        if event.tag is not None:
            raise _Refused("OIT115", start, construct=event.tag)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _Refused("OIT117", start, limit=MAX_NODES)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if depth >= MAX_DEPTH:
            raise _Refused("OIT116", start, limit=MAX_DEPTH)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(Sequence(start.line, start.column, start.column + 1), depth)
        return self._mapping(Mapping(start.line, start.column, start.column + 1), depth)

    def _scalar(self, event: Any) -> Scalar:
        start, stop = event.start_mark, event.end_mark
        line, column = start.line, start.column
        end = stop.column if stop.line == line and stop.column > column else column + 1
        style = event.style
        if not style and stop.line > line:
            self._swallowed(event)
        if self.scalars is not None:
            self.scalars.append((start.index, stop.index))
        if style == '"':
            return self._escaped(event, Scalar(line, column, end, normal(event.value), False))
        return Scalar(line, column, end, event.value if self._plain else normal(event.value), not style)

    def _swallowed(self, event: Any) -> None:
        """Tell of lines that look like fields or entries of their own, yet are read as part of the text above them."""
        written = self._text[event.start_mark.index : event.end_mark.index].split("\n")
        for number, line in enumerate(written[1:], event.start_mark.line + 1):
            if _OWN_LINE.match(line):
                content = line.strip()
                column = len(line) - len(line.lstrip()) + 1
                span = Span(self._path, number + self._first_line, column, column + len(content))
                self._report.warning("OIT138", span, written=content)

    def _escaped(self, event: Any, scalar: Scalar) -> Scalar:
        """A text in double quotes; its escapes may not spell what the file itself may not hold."""
        if CONTROL.search(scalar.text) or HIDDEN.search(scalar.text):
            written = self._text[event.start_mark.index : event.end_mark.index]
            line = scalar.line + self._first_line
            span = Span(self._path, line, scalar.column + 1, scalar.end + 1)
            for character in sorted(set(scalar.text) - set(written)):
                if CONTROL.match(character):
                    self._report.error("OIT109", span, character=f"U+{ord(character):04X}")
                elif HIDDEN.match(character):
                    code = "OIT108" if BIDI.match(character) else "OIT127"
                    self._report.warning(code, span, character=f"U+{ord(character):04X}")
        return scalar

    def _sequence(self, node: Sequence, depth: int) -> Sequence:
        append, following = node.items.append, self._next
        while True:
            event = following()
            if type(event) is yaml.SequenceEndEvent:
                return node
            append(self._node(event, depth + 1))

    def _mapping(self, node: Mapping, depth: int) -> Mapping:
        entries, following = node.entries, self._next
        while True:
            event = following()
            kind = type(event)
            if kind is yaml.MappingEndEvent:
                return node
            key = self._node(event, depth + 1) if kind in (yaml.ScalarEvent, yaml.AliasEvent) else None
            if type(key) is not Scalar:
                raise _Refused("OIT123", event.start_mark)
            if key.text == "<<" and key.plain:
                raise _Refused("OIT115", event.start_mark, construct="<<")
            value = self._node(following(), depth + 1)
            if key.text in entries:
                first = entries[key.text][0].line + self._first_line
                line = key.line + self._first_line
                span = Span(self._path, line, key.column + 1, key.end + 1)
                self._report.error("OIT114", span, field=key.text, first=first)
            else:
                entries[key.text] = (key, value)
