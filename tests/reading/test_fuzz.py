"""Whatever the bytes are, reading ends with a value or with errors at places in the file, never with an exception."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples
from tables import every_row

from generator.diagnostics import Report
from generator.oit.composed import normal
from generator.reading.catalogue_file import read_catalogue
from generator.reading.contact_kinds import is_web_address
from generator.reading.reference_kind import reference_from
from generator.reading.source_file import markdown_file, yaml_file
from generator.reading.spelling import arabic_digits, item_number, question_number, thai_digits
from generator.reading.yamltree import Mapping, Node, Scalar, Sequence

from .documents import DOCUMENTS, written

fuzz = settings(max_examples=examples(200), deadline=None, derandomize=True, database=None)

PIECES = [
    "a", "b: ", "name: ", "item: ", "O1", "๑๒", "ก", "ำ", "\u0e4dา", "\u0e49\u0e38", "- ", "? ",
    ": ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "|-", ">+", "\n", "\n  ", "\n    ", "\n- ",
    "\r\n", "\t", " ", "  ", "#", " #", "&x ", "*x", "!!str ", "!x ", "%YAML 1.1\n", "---",
    "\n---\n", "\n...\n", "<<: ", "~", "yes", "1:30", "\\", "\\u0e01", "\\ud800", "\\x00", "@",
    "`", "%", "\u200b", "\u202e", "\u200d", "\u0000", "\u0007", "\u0085", "\u2028", "\ufeff", "😀",
    "=", "::", "..",
]  # fmt: skip

grammar = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def assert_sound(data: bytes, value: object, report: Report) -> None:
    """Nothing read goes with an error told, and every place told of is one in the file."""
    assert (value is not None) or report.failed
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for told in report.diagnostics:
        assert told.span.path == "a"
        assert 1 <= told.span.line <= len(lines) + 1
        line = lines[told.span.line - 1] if told.span.line <= len(lines) else ""
        assert 1 <= told.span.column <= len(line) + 2
        assert told.span.end > told.span.column or told.span.end == 1
    assert report.sorted() == report.sorted()


def assert_tree(node: Node) -> None:
    """Texts, lists and fields only; every text in its one form."""
    if isinstance(node, Scalar):
        assert node.text == normal(node.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            assert_tree(item)
    else:
        assert isinstance(node, Mapping)
        for name, (key, value) in node.entries.items():
            assert key.text == name
            assert_tree(value)


@fuzz
@given(st.one_of(grammar.map(str.encode), st.binary(max_size=200)))
def test_any_bytes_as_a_yaml_file(data: bytes) -> None:
    report = Report()
    read = yaml_file(data, "a", report)
    assert_sound(data, read, report)
    if read is not None:
        assert_tree(read[0])


@fuzz
@given(st.one_of(grammar, grammar.map(lambda text: f"---\nitem: O1\n{text}\n---\n")))
def test_any_text_as_a_markdown_file(text: str) -> None:
    data = text.encode()
    report = Report()
    read = markdown_file(data, "a", report)
    assert_sound(data, read, report)
    if read is not None:
        tree, _, body, line = read
        assert_tree(tree)
        kept = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert kept.split("\n", line - 1)[-1] == body if line <= kept.count("\n") + 1 else body == ""


def mutated(data: bytes) -> st.SearchStrategy[bytes]:
    """A sound file with pieces of it cut out, doubled, swapped for others or torn."""
    text = data.decode()

    @st.composite
    def mutation(draw: st.DrawFn) -> bytes:
        mutant = text
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(mutant)))
            end = min(len(mutant), start + draw(st.integers(0, 30)))
            piece = draw(st.one_of(st.sampled_from(PIECES), st.just(mutant[start:end] * 2), st.just("")))
            mutant = mutant[:start] + piece + mutant[end:]
        found = mutant.encode()
        return found[: draw(st.integers(0, len(found)))] if draw(st.integers(0, 9)) == 0 else found

    return mutation()


@every_row("name", list(DOCUMENTS))
def test_sound_files_with_pieces_cut_doubled_and_swapped(name: str) -> None:
    document = DOCUMENTS[name]
    data, _ = written(document, document.tree)
    mutants: Callable[[Callable[[bytes], None]], Callable[[], None]] = given(mutated(data))

    @fuzz
    @mutants
    def run(mutant: bytes) -> None:
        report = Report()
        value: Any = document.read(mutant, report)
        assert_sound(mutant, value, report)

    run()


@settings(parent=fuzz, max_examples=examples(60))
@given(st.data())
def test_a_catalogue_with_pieces_cut_doubled_and_swapped(small_catalogue: bytes, data: st.DataObject) -> None:
    mutant = data.draw(mutated(small_catalogue))
    report = Report()
    assert_sound(mutant, read_catalogue(mutant, "a", report), report)


@pytest.fixture(scope="module")
def small_catalogue() -> bytes:
    from projects import SMALL

    content = SMALL["content/catalogues/three.yaml"]
    assert isinstance(content, str)
    return content.encode()


@fuzz
@given(st.text(max_size=30))
def test_spellings_of_any_text(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert arabic_digits(thai_digits(arabic_digits(text))) == arabic_digits(text)
    for read in (item_number, question_number, reference_from):
        found: Any = read(text)
        assert found is None or read(str(found)) == found
    assert is_web_address(text) in (True, False)
