"""Which bytes a request asks for: one range that is well-formed and lies in the file, or the whole file."""

from generator.preview.ranges import byte_range
from generator.preview.request import Refused, Request

SIZE = 1000
TAG = '"abc"'
HUGE = "9" * 5000
PARTS = {
    "bytes=0-99": (0, 99),
    "bytes=0-0": (0, 0),
    "bytes=999-999": (999, 999),
    "bytes=990-": (990, 999),
    "bytes=0-": (0, 999),
    "bytes=500-100000": (500, 999),
    f"bytes=500-{HUGE}": (500, 999),
    "bytes=-1": (999, 999),
    "bytes=-100": (900, 999),
    "bytes=-1000": (0, 999),
    "bytes=-5000": (0, 999),
    f"bytes=-{HUGE}": (0, 999),
    "bytes=0000-0009": (0, 9),
    "Bytes= 0-99 ": (0, 99),
}
WHOLE = [
    "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5", "bytes=5-2", "bytes=--5", "bytes=+5-9", "bytes=0-9-12",
    "bytes=0x10-0x20", "bytes=1.5-2", "bytes=0 - 9", "bytes 0-99", "items=0-9", "0-99", "bytes=0-9,", "bytes=0-9,x",
    "bytes=0-9,20-29", "bytes=0-9, -5", "bytes=0-9,5000-",
]  # fmt: skip
NOTHING = ["bytes=1000-", "bytes=1000-1001", f"bytes={HUGE}-", "bytes=-0", "bytes=1000-,2000-"]


def asked(field: str, *others: tuple[str, str], method: str = "GET", size: int = SIZE) -> tuple[int, int] | int | None:
    """The range, or the status of a refusal."""
    try:
        return byte_range(Request(method, "/a.pdf", (("range", field), *others)), size, TAG)
    except Refused as refused:
        return refused.status if refused.fields == (("Content-Range", f"bytes */{size}"),) else None


def test_one_range_in_the_file_is_sent_and_no_more_than_there_is() -> None:
    assert {field: asked(field) for field in PARTS} == PARTS


def test_several_ranges_and_what_is_not_a_range_get_the_whole_file() -> None:
    assert {field: asked(field) for field in WHOLE} == dict.fromkeys(WHOLE)


def test_a_range_without_a_byte_of_the_file_is_refused_with_its_size() -> None:
    assert {field: asked(field) for field in NOTHING} == dict.fromkeys(NOTHING, 416)
    assert asked("bytes=0-", size=0) == 416
    assert asked("bytes=-5", size=0) == 416


def test_a_range_counts_only_for_the_same_file_and_for_a_get() -> None:
    assert asked("bytes=0-99", ("if-range", TAG)) == (0, 99)
    assert asked("bytes=0-99", ("if-range", '"another"')) is None
    assert asked("bytes=0-99", ("if-range", f"W/{TAG}")) is None
    assert asked("bytes=0-99", ("if-range", "Mon, 30 Nov 2026 18:00:00 GMT")) is None
    assert asked("bytes=0-99", ("if-range", TAG), ("if-range", TAG)) is None
    assert asked("bytes=0-99", ("range", "bytes=0-99")) is None
    assert asked("bytes=0-99", method="HEAD") is None
