"""Schemas of files: records of named fields, lists and tables, which give types to text.

A schema is data: the same definitions read the content, refuse what is wrong with a place and a
suggestion, and can be written out for an editor that completes while typing.
"""

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from generator.diagnostics import Report, Span
from generator.reading.yamltree import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
K = TypeVar("K")
Values = dict[str, Any]
"""The fields of one record that were written and read without fault, by name."""


class SourceText(NamedTuple):
    """One text being read: where it stands, and where its diagnostics go."""

    path: str
    report: Report
    first_line: int = 1
    year: int = 0
    """The fiscal year of the folder that the file stands in; 0 where it stands in none."""

    def span(self, node: Node) -> Span:
        """The place of a node in the file."""
        return Span(self.path, node.line + self.first_line, node.column + 1, node.end + 1)

    def span_of(self, node: Node, field: str) -> Span:
        """The place of the value of one field of a node; of the node itself when it has no such field."""
        entry = node.entries.get(field) if type(node) is Mapping else None
        return self.span(node if entry is None else entry[1])

    def error(self, code: str, node: Node, **params: object) -> None:
        """Report an error at a node."""
        self.report.error(code, self.span(node), **params)


class Kind(Generic[T]):
    """How the text below a field is read. Every reader reports what is wrong and then returns nothing."""

    __slots__ = ()

    def read(self, node: Node, source: SourceText) -> T | None:
        """The typed value, or nothing after a diagnostic."""
        raise NotImplementedError

    def names(self) -> frozenset[str]:
        """The names of all fields that may stand below the field."""
        return frozenset()


class Field(NamedTuple):
    """One field of a record, with what an officer is told about it in Thai and English."""

    kind: Kind[Any]
    thai: str
    english: str
    required: bool = False


class Record(Kind[T]):
    """Named fields, built into one value. Unknown fields are refused: a misspelt one would be lost silently.

    Of the fields in ``exactly_one`` one must be given; ``needs`` names for a field another that must stand beside it.
    """

    __slots__ = ("build", "exactly_one", "fields", "name", "needs")

    def __init__(
        self,
        name: str,
        fields: MappingOf[str, Field],
        build: Callable[[Values, Node, SourceText], T | None],
        *,
        exactly_one: SequenceOf[str] = (),
        needs: MappingOf[str, str] = MappingProxyType({}),
    ) -> None:
        self.name = name
        self.fields = dict(fields)
        self.build = build
        self.exactly_one = tuple(exactly_one)
        self.needs = dict(needs)

    def names(self) -> frozenset[str]:
        return frozenset(self.fields).union(*(field.kind.names() for field in self.fields.values()))

    def read(self, node: Node, source: SourceText) -> T | None:
        if type(node) is not Mapping:
            source.error("OIT204", node, expected="fields")
            return None
        values: Values = {}
        complete = True
        fields = self.fields
        misspelt: set[str] = set()
        for name, (key, value) in node.entries.items():
            field = fields.get(name)
            if field is None:
                misspelt.add(self._tell_unknown(name, key, value, node, source))
                continue
            if is_empty(value):
                if field.required or name in self.exactly_one:
                    source.error("OIT205", key, field=name, thai=field.thai, english=field.english)
                    complete = False
                continue
            read = field.kind.read(value, source)
            if read is not None:
                values[name] = read
            elif field.required:
                complete = False
        for name, field in fields.items():
            if name in misspelt:
                complete = complete and not field.required
            elif field.required and name not in node.entries:
                source.error("OIT202", node, field=name, within=self.name, thai=field.thai, english=field.english)
                complete = False
        if self.exactly_one:
            if misspelt:  # it may be the one
                return None
            given = [name for name in self.exactly_one if name in node.entries and name in fields]
            if len(given) != 1:
                source.error("OIT308", node, fields=", ".join(self.exactly_one), given=", ".join(given))
                return None
            complete = complete and given[0] in values
        for name, other in self.needs.items():
            if name in values and other not in values:
                entry = node.entries.get(other)
                if (entry is None or is_empty(entry[1])) and other not in misspelt:
                    field = fields[other]
                    source.error("OIT202", node, field=other, within=self.name, thai=field.thai, english=field.english)
                complete = False
        return self.build(values, node, source) if complete else None

    def _tell_unknown(self, name: str, key: Scalar, value: Node, node: Mapping, source: SourceText) -> str:
        """Report a field that there is not; the one that is meant. ``{score:90}`` lacks a blank after the colon."""
        known, colon, written = name.partition(":")
        if colon and key.plain and is_empty(value) and known in self.fields and known not in node.entries:
            column = key.column + len(known)
            place = Scalar(key.line, column, column + 1, colon, True)
            source.error("OIT135", place, mark=colon, suggestion=f"{known}: {written}")
            return known
        meant = self._meant(name, node)
        source.error("OIT201", key, field=name, suggestion=meant, fields=", ".join(self.fields))
        return meant

    def _meant(self, name: str, node: Mapping) -> str:
        """The field that was probably meant by a name that is none, in English or in Thai."""
        from generator.reading.near_values import near_field  # needed only when something is wrong

        return near_field(
            name, {other: field.thai for other, field in self.fields.items() if other not in node.entries}
        )


def is_empty(node: Node) -> bool:
    """Whether nothing is written: a field left empty is as good as a field left out."""
    return type(node) is Scalar and (not node.text or node.text.isspace())


class ListOf(Kind[tuple[T, ...]]):
    """A list of one kind of thing; a single thing written without a list is a list of one where that is allowed."""

    __slots__ = ("item", "limit", "single")

    def __init__(self, item: Kind[T], *, single: bool = False, limit: int = 1000) -> None:
        self.item = item
        self.single = single
        self.limit = limit

    def names(self) -> frozenset[str]:
        return self.item.names()

    def read(self, node: Node, source: SourceText) -> tuple[T, ...] | None:
        if type(node) is Sequence:
            if len(node.items) > self.limit:
                source.error("OIT117", node.items[self.limit], limit=self.limit)
                return None
            read = [self.item.read(item, source) for item in node.items if not is_empty(item)]
            return tuple(value for value in read if value is not None)
        if self.single and type(node) is Scalar:
            value = self.item.read(node, source)
            return None if value is None else (value,)
        source.error("OIT204", node, expected="list")
        return None


class TableOf(Kind[tuple[tuple[K, T, Span], ...]]):
    """Entries whose names are read too (``1: present``), each with the place of its name."""

    __slots__ = ("key", "value")

    def __init__(self, key: Kind[K], value: Kind[T]) -> None:
        self.key = key
        self.value = value

    def names(self) -> frozenset[str]:
        return self.key.names() | self.value.names()

    def read(self, node: Node, source: SourceText) -> tuple[tuple[K, T, Span], ...] | None:
        if type(node) is not Mapping:
            source.error("OIT204", node, expected="fields")
            return None
        rows: list[tuple[K, T, Span]] = []
        for name, value in node.entries.values():
            key = self.key.read(name, source)
            if is_empty(value):
                continue
            read = self.value.read(value, source)
            if key is not None and read is not None:
                rows.append((key, read, source.span(name)))
        return tuple(rows)
