"""Files made to cost: every shape at the largest size there may be ends, and work grows with the size and no faster."""

from collections.abc import Callable

import pytest
from effort import calls, ends

from generator.diagnostics import Report
from generator.reading import dates, periods
from generator.reading.agency_file import read_agency
from generator.reading.contact_kinds import is_web_address
from generator.reading.reference_kind import reference_from
from generator.reading.results_file import read_results
from generator.reading.snapshot import MAX_TEXT
from generator.reading.spelling import item_number, question_number

AGENCY = "name: ก\nkind: other\nprovince: ข\n"


def many(before: str, piece: str, after: str = "") -> Callable[[int], str]:
    """Text of a given size in bytes that repeats one piece."""

    def text(size: int) -> str:
        room = size - len((before + after).encode())
        return before + piece * (room // len(piece.encode())) + after

    return text


def numbered(before: str, piece: str) -> Callable[[int], str]:
    """Text of about a given size that repeats one piece with a number in place of #."""

    def text(size: int) -> str:
        parts, room = [before], size - len(before.encode())
        number = 0
        while room > 0:
            parts.append(piece.replace("#", str(number)))
            room -= len(parts[-1].encode())
            number += 1
        return "".join(parts[:-1])

    return text


SHAPES = {
    "one long text": many("name: ", "ก"),
    "one long quoted text": many('name: "', "a", '"'),
    "one long block": many("note: |\n", "  ก\n"),
    "one long folded block": many("note: >\n", "  ก\n\n"),
    "empty lines": many("name: ", "\n"),
    "blanks": many("name: a", " ", "b"),
    "notes": many("", "# ก\n"),
    "unknown fields": numbered(AGENCY, "nmae#: x\n"),
    "the same field": many("", "name: a\n"),
    "fields without a value": numbered("", "a#:\n"),
    "a long field name": many("", "a", ": x\n"),
    "a long quoted field name": many('? "', "a", '"\n: x\n'),
    "entries of a list": many("other_names:\n", "- a\n"),
    "empty entries": many("", "-\n"),
    "empty lists": many("a: [", "[],"),
    "commas": many("a: [", "a,"),
    "open brackets": many("a: ", "["),
    "open braces": many("a: ", "{"),
    "open braces with fields": many("a: ", "{a: "),
    "strokes": many("", "- "),
    "question marks": many("", "? "),
    "colons": many("a", ":"),
    "colons and blanks": many("a", ": "),
    "anchors": many("a: [", "&a,"),
    "aliases": many("a: [", "*a,"),
    "tags": many("a: [", "!!str a,"),
    "quotation marks": many("a: ", '"'),
    "apostrophes": many("a: ", "'"),
    "escapes": many('a: "', "\\u0e01", '"'),
    "escapes of nothing": many('a: "', "\\0", '"'),
    "hidden characters": many("a: ", "\u202e"),
    "hidden characters on lines of their own": many("note: |\n", "  \u202e\n"),
    "deeper and deeper": lambda size: "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5) - 4)),
    "deep brackets after a mistake": many('a: "\\ud800"\nb: ', "["),
    "a wrong choice": many("kind: ", "a", "\n"),
    "wrong entries": many("channels:\n", "- {titel: a}\n"),
    "percent signs": many("", "%"),
    "carriage returns": many("a: b", "\r"),
}


@pytest.mark.parametrize("shape", list(SHAPES))
def test_no_shape_of_the_largest_size_goes_on_for_ever(shape: str) -> None:
    data = SHAPES[shape](MAX_TEXT).encode()
    assert MAX_TEXT * 0.9 < len(data) <= MAX_TEXT
    report = Report()
    with ends():
        read_agency(data, "a.yaml", "town", report)
    assert report.failed


@pytest.mark.sweep
@pytest.mark.parametrize("shape", list(SHAPES))
def test_four_times_the_size_is_little_more_than_four_times_the_work(shape: str) -> None:
    def work(size: int) -> Callable[[], object]:
        data = SHAPES[shape](size).encode()
        return lambda: read_agency(data, "a.yaml", "town", Report())

    work(1000)()  # what is imported on the way does not count
    assert calls(work(16_000)) <= 4**1.3 * calls(work(4_000)) + 500


LONG = 200_000


@pytest.mark.parametrize(
    "text",
    [
        "ข้อ" + " " * LONG + "x",
        " " * LONG + "x",
        "0" * LONG + "x",
        "O" + " " * LONG + "-" + " " * LONG + "12x",
        "1 " + " " * LONG + "x",
        "ม.ค." + " " * LONG + "x",
        "1/" * LONG,
        "2564.." * LONG,
        "a" * LONG,
        "indicator " + "1" * LONG,
        "https://" + "a." * LONG,
        "https://" + "a" * LONG + "@",
        "https://[" + ":" * LONG,
    ],
    ids=range(13),
)
def test_no_spelling_takes_for_ever_to_refuse(text: str) -> None:
    with ends():
        assert item_number(text) is None
        assert question_number(text) is None
        assert dates.day(text) is None
        assert dates.month(text) is None
        assert periods.period(text) is None
        assert reference_from(text) is None
        is_web_address(text)


def test_a_score_of_more_digits_than_anybody_prints_is_refused() -> None:
    for decimals, accepted in ((2, True), (50, True), (100, False), (200_000, False)):
        report = Report()
        with ends():
            data = f"source: {{title: x}}\ntotal: {{score: 99.{'9' * decimals}}}\n".encode()
            results = read_results(data, "a.yaml", report)
        assert results is not None
        assert (results.total is not None, [d.code for d in report.diagnostics]) == (
            accepted,
            [] if accepted else ["OIT209"],
        )
