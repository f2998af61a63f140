"""What the streams of the console are told, and in which language."""

import io
import sys

import pytest
from tables import every_row

from generator.cli.terminal import Bar, has_colours, language_of, replace_unknown, room


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@every_row(
    ("option", "environment", "language"),
    [
        (None, {}, "th"),
        (None, {"LANG": "th_TH.UTF-8"}, "th"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "C"}, "en"),
        (None, {"LANG": ""}, "th"),
        (None, {"LANG": "th_TH", "LC_MESSAGES": "de_DE"}, "en"),
        (None, {"LANG": "en_US", "LC_MESSAGES": "en_GB", "LC_ALL": "TH_th"}, "th"),
        ("th", {"LANG": "en_US"}, "th"),
        ("en", {"LC_ALL": "th_TH"}, "en"),
    ],
)
def test_language(option: str | None, environment: dict[str, str], language: str) -> None:
    assert language_of(option, environment) == language


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours(
    stream: io.StringIO, environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_colours(stream) is coloured


def test_a_stream_that_knows_no_thai_is_written_to_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr"):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="ascii")
        monkeypatch.setattr(sys, name, stream)
        replace_unknown()
        stream.write("แผน plan \udcff")
        stream.flush()
        assert raw.getvalue() == b"\\u0e41\\u0e1c\\u0e19 plan \\udcff"


def test_a_stream_that_is_no_file_or_is_missing_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    replace_unknown()


def test_a_pipe_has_room_for_a_long_line() -> None:
    assert room(io.StringIO()) == 120


def test_the_bar_appears_only_after_a_while_and_goes_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, now = Terminal(), [0.0]
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    bar = Bar("en")
    bar(1, 4)
    assert stream.getvalue() == ""
    now[0] = 1.0
    bar(2, 4)
    assert stream.getvalue() == "\r[" + "#" * 15 + "." * 15 + "] 2 of 4 agencies\x1b[K"
    bar(2, 4)
    bar.clear()
    assert stream.getvalue().endswith("agencies\x1b[K\r\x1b[K")
    bar.clear()
    assert stream.getvalue().count("\x1b[K") == 2
