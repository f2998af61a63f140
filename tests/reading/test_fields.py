"""Every field of every file left out, misspelt, emptied and given another kind of value."""

from collections.abc import Iterator
from typing import Any

from tables import every_row

from generator.diagnostics import Diagnostic, Report
from generator.reading.schema import Field, ListOf, Record, TableOf

from .documents import DOCUMENTS, Path, changed, fields_of, written

CASES = [(name, path, field) for name, document in DOCUMENTS.items() for path, field in fields_of(document)]
ONE_OF = {"file", "link", "section", "nil"}
"""Of these evidence has exactly one, so that a missing one is told of the whole entry."""


def read(name: str, tree: dict[str, Any]) -> tuple[object, list[Diagnostic]]:
    document = DOCUMENTS[name]
    report = Report()
    value = document.read(written(document, tree)[0], report)
    return value, report.sorted()


@every_row("name", list(DOCUMENTS))
def test_a_file_with_all_its_fields_is_read(name: str) -> None:
    value, told = read(name, DOCUMENTS[name].tree)
    assert value is not None
    assert told == []


def test_every_field_there_is_has_a_case() -> None:
    for document in DOCUMENTS.values():
        given = {field for _, field in fields_of(document)}
        assert given == set(all_fields(document.fields.values()))


def all_fields(fields: Any) -> Iterator[Field]:
    for field in fields:
        yield field
        kind = field.kind.item if isinstance(field.kind, ListOf) else field.kind
        if isinstance(kind, Record):
            yield from all_fields(kind.fields.values())


@every_row(("name", "path", "field"), CASES)
def test_a_field_that_is_left_out_is_told_if_it_must_be_there(name: str, path: Path, field: Field) -> None:
    tree = changed(DOCUMENTS[name].tree, path, lambda inner, key: inner.pop(key))
    value, told = read(name, tree)
    last = path[-1]
    if last in ONE_OF and "evidence" in path:
        assert [d.code for d in told] == ["OIT308"]
    elif field.required or (last == "title" and "evidence" in path):
        assert [(d.code, d.param("field")) for d in told] == [("OIT202", last)]
        assert told[0].span[:3] == ("a", *place_of_parent(name, tree, path))
    else:
        assert told == []
        assert value is not None


def place_of_parent(name: str, tree: dict[str, Any], path: Path) -> tuple[int, int]:
    """Where the fields begin among which one is missing: at the first that is left, or where the file begins."""
    _, places = written(DOCUMENTS[name], tree)
    left = [place for at, place in places.items() if at[:-1] == path[:-1]]
    if left:
        return left[0].line, left[0].key
    parent = places[path[:-1]]
    return parent.line, parent.value


def misspelt(word: str) -> list[str]:
    """The word as a hurried hand types it."""
    spellings = [word.capitalize(), word.upper(), word + word[-1]]
    if len(word) > 3:
        spellings += [word[:1] + word[2] + word[1] + word[3:], word[:-2] + word[-1], word.replace("_", "-") + "s"]
    return [spelling for spelling in dict.fromkeys(spellings) if spelling != word]


@every_row(("name", "path", "field"), CASES)
def test_a_misspelt_field_is_told_once_with_the_field_that_was_meant(name: str, path: Path, field: Field) -> None:
    last = str(path[-1])
    for spelling in misspelt(last):

        def rename(inner: dict[str, Any], key: str, spelling: str = spelling) -> None:
            kept = [(spelling if name == key else name, value) for name, value in inner.items()]
            inner.clear()
            inner.update(kept)

        tree = changed(DOCUMENTS[name].tree, path, rename)
        _, told = read(name, tree)
        _, places = written(DOCUMENTS[name], tree)
        place = places[*path[:-1], spelling]
        unknown = [d for d in told if d.code == "OIT201"]
        assert [(d.span, d.param("field"), d.param("suggestion")) for d in unknown] == [
            (("a", place.line, place.key, place.key + len(spelling)), spelling, last)
        ]
        assert {d.code for d in told} <= ({"OIT201", "OIT308"} if last in ONE_OF else {"OIT201"})


@every_row(("name", "path", "field"), CASES)
def test_a_field_with_another_kind_of_value_is_told_at_the_value(name: str, path: Path, field: Field) -> None:
    wants_fields = isinstance(field.kind, Record | TableOf)
    several: list[Any] = [["a", "b"], {"a": "b"}]
    if isinstance(field.kind, ListOf):
        wrong = [{"a": "b"}] if field.kind.single else [{"a": "b"}, "a"]
    else:
        wrong = [several[0], "a"] if wants_fields else several
    for value in wrong:

        def replace(inner: dict[str, Any], key: str, value: Any = value) -> None:
            inner[key] = value

        tree = changed(DOCUMENTS[name].tree, path, replace)
        _, told = read(name, tree)
        _, places = written(DOCUMENTS[name], tree)
        line, column = places[path].line, places[path].value
        if not isinstance(value, str):
            line += 1
        assert [(d.code, d.span[:3]) for d in told if d.code != "OIT308"] == [("OIT204", ("a", line, column))]


@every_row(("name", "path", "field"), CASES)
def test_an_empty_field_is_as_good_as_none(name: str, path: Path, field: Field) -> None:
    def empty(inner: dict[str, Any], key: str) -> None:
        inner[key] = ""

    tree = changed(DOCUMENTS[name].tree, path, empty)
    value, told = read(name, tree)
    _, places = written(DOCUMENTS[name], tree)
    line, column = places[path].line, places[path].key
    if path[-1] in ONE_OF and "evidence" in path:
        assert ("OIT205", line, column) in [(d.code, d.span.line, d.span.column) for d in told]
    elif field.required:
        assert [(d.code, d.span.line, d.span.column) for d in told] == [("OIT205", line, column)]
    elif path[-1] == "title" and "evidence" in path:
        assert [d.code for d in told] == ["OIT202"]
    else:
        assert told == []
        assert value is not None


def test_twenty_mistakes_in_one_file_are_told_all_at_once() -> None:
    lines = ["source: {title: x}", "findings:"]
    lines += [f"  - {{about: {about}}}" for about in ("O0", "i0", "x", "indicator", "total 1", "O1000", "e100", "ข้อ")]
    lines += ["items:", *["  - {item: O1, score: 101}"] * 6]
    lines += ["indicators:", *["  - {indicator: nine, score: x}"] * 3]
    report = Report()
    DOCUMENTS["results.yaml"].read("\n".join(lines).encode(), report)
    places = [(d.span.line, d.span.column) for d in report.sorted()]
    assert len(places) == len(set(places)) == 8 + 6 + 6
    assert places == sorted(places)
