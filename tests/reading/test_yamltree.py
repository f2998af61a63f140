"""YAML as a tree of texts: what is refused, with its place, and what is kept to the letter."""

import tracemalloc

import pytest
import yaml
from effort import calls, ends
from tables import every_row

from generator.diagnostics import Report
from generator.reading import yamltree
from generator.reading.yamltree import MAX_DEPTH, MAX_NODES, Mapping, Node, Scalar, Sequence


def read(text: str, *, first_line: int = 1) -> tuple[object, list[tuple[str, int, int]]]:
    """The tree as lists, dictionaries and texts, and what is told of it: code, line, column."""
    report = Report()
    with ends():
        tree = yamltree.parse(text, "a.yaml", report, first_line=first_line)
    assert {d.span.path for d in report.diagnostics} <= {"a.yaml"}
    told = [(d.code, d.span.line, d.span.column) for d in report.sorted()]
    return None if tree is None else plain(tree), told


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {name: plain(value) for name, (_, value) in node.entries.items()}


def test_fields_lists_and_texts_become_a_tree() -> None:
    text = "a: 1\nb: [x, 'y', \"z\"]\nc:\n  d: |\n    one\n    two\n  e: >-\n    one\n    two\n"
    assert read(text) == ({"a": "1", "b": ["x", "y", "z"], "c": {"d": "one\ntwo\n", "e": "one two"}}, [])


def test_nodes_know_their_place_in_characters() -> None:
    report = Report()
    tree = yamltree.parse('ชื่อ: 😀 "ก"\nลำดับ: [ก, ข]\n', "a.yaml", report)
    assert isinstance(tree, Mapping)
    places = {name: (key.line, key.column, key.end, value.line, value.column, value.end)
              for name, (key, value) in tree.entries.items()}  # fmt: skip
    assert places == {"ชื่อ": (0, 0, 4, 0, 6, 11), "ลำดับ": (1, 0, 5, 1, 7, 8)}


@every_row("text", ["", "\n\n", "# note\n", "---\n", "--- \n...\n"])
def test_nothing_is_no_fields(text: str) -> None:
    tree, told = read(text)
    assert not tree
    assert told == []


# Y1: amplification. Every construct it could be made with is refused where it stands, so nothing is ever expanded.


def chain(depth: int, width: int) -> str:
    """Aliases of aliases: ``width`` to the power of ``depth`` texts, were it expanded."""
    lines = ["a0: &a0 x"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, depth + 1)]
    return "\n".join(lines) + "\n"


def merges(depth: int) -> str:
    """Merge keys of merge keys: doubling at every level."""
    lines = ["m0: &m0 {k: v}"]
    lines += [f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, depth + 1)]
    return "\n".join(lines) + "\n"


AMPLIFIED = [
    *[(f"aliases {depth} deep, {width} wide", chain(depth, width), (1, 5)) for depth, width in
      ((1, 1), (1, 20), (2, 2), (4, 10), (5, 5), (9, 9), (10, 20), (20, 2), (40, 1), (40, 20))],
    *[(f"merge keys {depth} deep", merges(depth), (1, 5)) for depth in (1, 10, 20, 40)],
    ("a list that holds itself", "a: &x [*x]\n", (1, 4)),
    ("fields that hold themselves", "a: &x\n  b: *x\n", (1, 4)),
    ("an alias of nothing", "a: *x\n", (1, 4)),
    ("an alias as a field", "*x : a\n", (1, 1)),
    ("a merge key of fields", "a: 1\n<<: {b: 1}\n", (2, 1)),
    ("a merge key alone", "<<: [*a, *b]\n", (1, 1)),
]  # fmt: skip


@every_row(("text", "place"), [case[1:] for case in AMPLIFIED])
def test_nothing_can_be_amplified(text: str, place: tuple[int, int]) -> None:
    tracemalloc.start()
    try:
        tree, told = read(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (tree, told) == (None, [("OIT115", *place)])
    assert peak < 5_000_000


# Y2: nesting.


def flow(depth: int) -> str:
    return "[" * depth + "]" * depth


def block(depth: int) -> str:
    return "- " * depth + "x"


def fields(depth: int) -> str:
    return "{a: " * depth + "x" + "}" * depth


def mixed(depth: int) -> str:
    return "".join("[" if n % 2 else "{a: " for n in range(depth)) + "".join(
        "}" if n % 2 else "]" for n in range(depth)
    )


@every_row("depth", [1, 2, MAX_DEPTH - 1, MAX_DEPTH])
@every_row("shape", [flow, block, fields])
def test_nesting_within_the_limit_is_read(shape: object, depth: int) -> None:
    assert callable(shape)
    tree, told = read(shape(depth))
    assert told == []
    found = 0
    while isinstance(tree, list | dict) and tree:
        found, tree = found + 1, tree[0] if isinstance(tree, list) else tree["a"]
    assert found + (tree == []) == depth


@every_row("depth", [MAX_DEPTH + 1, 1_000, 100_000, 1_000_000])
@every_row(("opening", "column"), [("[", 33), ("- ", 65), ("{a: ", 129), ("[{a: ", 81)])
def test_nesting_beyond_the_limit_is_refused_where_it_goes_too_deep(opening: str, column: int, depth: int) -> None:
    assert read(opening * depth) == (None, [("OIT116", 1, column)])


def test_brackets_in_blocks_beyond_the_limit_are_refused() -> None:
    assert read("- " * 16 + "[" * 100_000) == (None, [("OIT116", 1, 49)])


def test_fields_in_blocks_beyond_the_limit_are_refused() -> None:
    assert read("".join(" " * n + "a:\n" for n in range(33)) + " " * 33 + "b: 1\n") == (None, [("OIT116", 33, 33)])


# Constructs that the files never need.

REFUSED = [
    ("an anchor", "a: &x b\n", "OIT115", (1, 4)),
    ("an anchor on fields", "&x a: b\n", "OIT115", (1, 1)),
    ("a tag of YAML", "a: !!str b\n", "OIT115", (1, 4)),
    ("a tag that would run code", "a: !!python/object/apply:os.system [ls]\n", "OIT115", (1, 4)),
    ("a tag of its own", "a: !x b\n", "OIT115", (1, 4)),
    ("a bare tag", "a: ! b\n", "OIT115", (1, 4)),
    ("a tag on a list", "a: !!set [b]\n", "OIT115", (1, 4)),
    ("a tag on a field", "!!str a: b\n", "OIT115", (1, 1)),
    ("a version", "%YAML 1.1\n---\na: b\n", "OIT115", (1, 1)),
    ("a prefix of tags", "%TAG ! tag:example.org,2000:\n---\na: b\n", "OIT115", (1, 1)),
    ("two documents", "a: b\n---\nc: d\n", "OIT118", (2, 1)),
    ("a document after the end of one", "a: b\n...\n---\nc: d\n", "OIT118", (3, 1)),
    ("a list as a field", "? [a]\n: b\n", "OIT123", (1, 3)),
    ("fields as a field", "? {a: b}\n: c\n", "OIT123", (1, 3)),
    ("a list as a field, in brackets", "{[a]: b}\n", "OIT123", (1, 2)),
    ("a field of a field of a field", "? ? ? a\n", "OIT123", (1, 3)),
]


@every_row(("text", "code", "place"), [case[1:] for case in REFUSED])
def test_constructs_nobody_needs_are_refused_at_their_place(text: str, code: str, place: tuple[int, int]) -> None:
    assert read(text) == (None, [(code, *place)])


def test_too_many_values_are_refused() -> None:
    assert read("a:\n" + "- b\n" * (MAX_NODES - 3))[1] == []
    assert read("a:\n" + "- b\n" * MAX_NODES) == (None, [("OIT117", MAX_NODES - 1, 3)])


# Mistakes of writing, each told once, at the likely cause.

MISTAKES = [
    ("a tab before a field", "a: b\n\tc: d\n", "OIT111", (2, 1)),
    ("a tab before an entry of a list", "a:\n  - b\n\t- c\n", "OIT111", (3, 1)),
    ("blanks and a tab", "a:\n  b: c\n \td: e\n", "OIT111", (3, 2)),
    ("a tab in a text elsewhere, and a missing colon", "a: |\n  x\n  \ty\nb\nc: d\n", "OIT112", (4, 1)),
    ("no colon", "a: b\nc\nd: e\n", "OIT112", (2, 1)),
    ("two colons", "a: b: c\n", "OIT112", (1, 5)),
    ("an open double quotation mark", 'a: "b\nc: d\n', "OIT113", (1, 4)),
    ("an open single quotation mark", "a: b\nc: 'd\ne: f\n", "OIT113", (2, 4)),
    ("an apostrophe before an open quotation mark", "a: it's\nb: \"c\n", "OIT113", (2, 4)),
    ("an open bracket", "a: [b, c\nd: e\n", "OIT113", (1, 4)),
    ("an open brace", "a: {b: c\nd: e\n", "OIT113", (1, 4)),
    ("an open bracket at the end", "a: 1\nb: [c, [d]\n", "OIT113", (2, 4)),
    ("a text after a quoted one", 'a: "b" c\n', "OIT119", (1, 8)),
    ("a first field further right than the others", "  a: b\nc: d\n", "OIT119", (1, 3)),
    ("a value that begins with %", "a: b\nc: %d\n", "OIT115", (2, 4)),
    ("a value that begins with @", "a: @b\n", "OIT115", (1, 4)),
    ("a value that begins with `", "a: `b`\n", "OIT115", (1, 4)),
    ("an escape of half a character", 'a: "\\ud800"\n', "OIT110", (1, 7)),
    ("an escape beyond Unicode", 'a: 1\nb: "\\U00110000"\n', "OIT110", (2, 7)),
    ("a version of many digits", f"%YAML {'9' * 5000}.1\n---\na: b\n", "OIT110", (1, 16)),
]


@every_row(("text", "code", "place"), [case[1:] for case in MISTAKES])
def test_a_mistake_is_told_once_where_its_cause_is(text: str, code: str, place: tuple[int, int]) -> None:
    assert read(text) == (None, [(code, *place)])


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    assert read("a: b\nc: *d\n", first_line=2) == (None, [("OIT115", 3, 4)])
    assert read("a: b\nc\nd: e\n", first_line=2) == (None, [("OIT112", 3, 1)])
    assert read("a: b\na: c\n", first_line=2) == ({"a": "b"}, [("OIT114", 3, 1)])


def test_a_mistake_before_deep_brackets_is_told_without_reading_them() -> None:
    for rest in ("[" * 200_000, "{" * 200_000, "\n  " + "- " * 100_000, "[" + "a, " * 80_000):
        text = f'a: "\\ud800"\nb: {rest}'
        assert read(text) == (None, [("OIT110", 1, 7)])
        assert calls(lambda text=text: read(text)) < 200_000  # type: ignore[misc]


def test_without_the_c_parser_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamltree, "_Parser", yaml.SafeLoader)
    assert read("a: 1\nb: [x, 'y', \"z\"]\nc:\n  d: |\n    one\n") == (
        {"a": "1", "b": ["x", "y", "z"], "c": {"d": "one\n"}},
        [],
    )
    for _, text, code, place in REFUSED:
        assert read(text) == (None, [(code, *place)])
    for _, text, place in AMPLIFIED:
        assert read(text) == (None, [("OIT115", *place)])


def test_when_both_parsers_disagree_the_first_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "parse", lambda *text, **options: iter(()))
    assert read("a: b: c\n")[1][0][0] == "OIT112"


# Y5: duplicate fields and fields that only look different.

TWICE = [
    ("the same field", "a: 1\na: 2\n", (2, 1), "1"),
    ("three times, told twice", "a: 1\na: 2\na: 3\n", (2, 1), "1"),
    ("quoted and not", "a: 1\n'a': 2\n", (2, 1), "1"),
    ("quoted in two ways", "\"a\": 1\n'a': 2\n", (2, 1), "1"),
    ("an escape", 'a: 1\n"\\x61": 2\n', (2, 1), "1"),
    ("with the question mark", "a: 1\n? a\n: 2\n", (2, 3), "1"),
    ("on one line", "{a: 1, a: 2}\n", (1, 8), "1"),
    ("numbers", "1: x\n1: y\n", (2, 1), "1"),
    ("a number and its text", "1: x\n'1': y\n", (2, 1), "1"),
    ("nested", "x:\n  a: 1\n  a: 2\n", (3, 3), "2"),
    ("in a list", "- a: 1\n  b: 2\n  a: 3\n", (3, 3), "1"),
    ("far apart", "a: 1\n" + "".join(f"b{n}: 1\n" for n in range(50)) + "a: 2\n", (52, 1), "1"),
    ("Thai", "ชื่อ: 1\nชื่อ: 2\n", (2, 1), "1"),
    ("tone mark and vowel in the other order", '"น\u0e49\u0e38": 1\n"น\u0e38\u0e49": 2\n', (2, 1), "1"),
    ("sara am in two characters", "ท\u0e33: 1\nท\u0e4d\u0e32: 2\n", (2, 1), "1"),
    ("sara am in two characters with a tone mark", "น\u0e49\u0e33: 1\nน\u0e4d\u0e49\u0e32: 2\n", (2, 1), "1"),
    ("a letter with its accent apart", "caf\u00e9: 1\ncafe\u0301: 2\n", (2, 1), "1"),
    ("a quoted merge key", "'<<': 1\n\"<<\": 2\n", (2, 1), "1"),
]


@every_row(("text", "second", "first"), [case[1:] for case in TWICE])
def test_a_field_that_comes_twice_is_told_with_both_places(text: str, second: tuple[int, int], first: str) -> None:
    report = Report()
    assert yamltree.parse(text, "a.yaml", report) is not None
    found = report.sorted()[0]
    assert (found.code, found.span.line, found.span.column, found.param("first")) == ("OIT114", *second, first)
    assert {d.code for d in report.diagnostics} == {"OIT114"}


DIFFERENT = ["a: 1\nA: 2\n", "1: x\n1.0: y\ntrue: z\nyes: w\n", "a: 1\n'a ': 2\n", "o1: 1\nO1: 2\n", "1: x\n01: y\n",
             "x: {a: 1}\ny: {a: 1}\n"]  # fmt: skip


@every_row("text", DIFFERENT)
def test_fields_that_are_not_the_same_stay_apart(text: str) -> None:
    tree, told = read(text)
    assert told == []
    assert isinstance(tree, dict)
    assert len(tree) == text.count("\n")


# Escapes may not bring in what the file itself may not hold.


@every_row("escape", ["\\0", "\\a", "\\b", "\\e", "\\v", "\\r", "\\N", "\\L", "\\P", "\\x7f", "\\x85",
                                    "\\u0001", "\\uFEFF", "\\uFFFE", "\\uFFFF"])  # fmt: skip
def test_an_escape_of_a_control_character_is_refused(escape: str) -> None:
    assert read(f'a: 1\nb: "x{escape}y"\n')[1] == [("OIT109", 2, 4)]
    assert read(f'"x{escape}y": 1\n')[1] == [("OIT109", 1, 1)]


@every_row(
    ("escape", "code"),
    [
        ("\\u202E", "OIT108"),
        ("\\u2066", "OIT108"),
        ("\\u061C", "OIT108"),
        ("\\u200D", "OIT127"),
        ("\\u00AD", "OIT127"),
        ("\\u2060", "OIT127"),
    ],
)
def test_an_escape_of_a_hidden_character_is_told(escape: str, code: str) -> None:
    assert read(f'a: "x{escape}y"\n')[1] == [(code, 1, 4)]


def test_a_hidden_character_as_such_is_told_by_who_decodes_the_file() -> None:
    assert read('a: "x\u202ey"\nb: "\\"\u200d"\n')[1] == []


def test_harmless_escapes_are_read() -> None:
    assert read('a: "\\t\\n\\x41\\u0e01\\U0001F600\\\\\\"\\/\\_"\n') == ({"a": '\t\nAก😀\\"/\u00a0'}, [])


MEANT = {
    "title: โครงการ #1": (1, 16, '"โครงการ #1"'),
    "title: โครงการ\t#1": (1, 16, '"โครงการ\t#1"'),
    "title: โครงการ #๑ ก": (1, 16, '"โครงการ #๑ ก"'),
    "title: #1 ก": (1, 8, '"#1 ก"'),
    "a:\n  - ข้อ #2": (2, 9, '"ข้อ #2"'),
    "a:\n  - #2 ข": (2, 5, '"#2 ข"'),
    'title: "ก" #1': (1, 12, '"ก #1"'),
    "a: [ก, ข] #3": (1, 11, ""),
    "a: {b: c #1\n}": (1, 10, '"c #1"'),
}


def test_a_comment_that_was_meant_as_a_part_of_a_value_is_told_with_the_quoted_value() -> None:
    for text, (line, column, suggestion) in MEANT.items():
        report = Report()
        assert yamltree.parse(text, "a.yaml", report) is not None
        found = [(d.code, d.span.line, d.span.column, d.param("suggestion")) for d in report.diagnostics]
        assert found == [("OIT519", line, column, suggestion)], text


def test_a_comment_that_is_one_is_not_told() -> None:
    for text in ("a: b # c", "# c\na: b", "#a: b\nb: c", "a: b\n#c", "a: b\n  #c", "a: 'b #1'", "a: |\n  b #1\n  #2",
                 "a: (#3)",
                 "a: b#1", "a: b #", "a: b #-", "a:\n  - b\n  #- c"):  # fmt: skip
        report = Report()
        yamltree.parse(text, "a.yaml", report)
        assert report.diagnostics == [], text
