"""``prongsai explain``: what a code means, with a wrong and a right example."""

import pytest
from tables import every_row

from generator.cli.main import run
from generator.messages.explain import explanation, nearest, overview
from generator.messages.message import messages


@every_row("code", ["OIT203", "oit203", " OIT203 ", "203", "๒๐๓", "OIT๒๐๓", "0IT-2o3"])
def test_a_code_is_found_however_it_is_written(code: str) -> None:
    text = explanation(code, "en")
    assert text is not None
    assert text.startswith("OIT203  error")
    assert "Wrong:\n    state: เสร็จแล้ว\n\nRight:\n    state: done" in text


def test_thai() -> None:
    text = explanation("OIT309", "th")
    assert text is not None
    assert text.startswith("OIT309  คำเตือน")
    assert "วิธีแก้: " in text
    assert "ผิด:\n" in text


def test_every_code_can_be_explained() -> None:
    for code in messages():
        for text in (explanation(code, "th"), explanation(code, "en")):
            assert text is not None
            assert "{" not in text.split("\n\n")[1]


def test_an_unknown_code_is_not_explained() -> None:
    assert explanation("OIT999", "th") is None
    assert nearest("OTI203") == "OIT203"


def test_the_overview_names_every_code_once() -> None:
    text = overview("en")
    assert all(text.count(code) == 1 for code in messages())


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "OIT304", "--lang", "th"]) == 0
    assert "OIT304" in capsys.readouterr().out


def test_the_command_without_a_code_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--lang", "en"]) == 0
    assert capsys.readouterr().out == overview("en") + "\n"


def test_the_command_with_an_unknown_code_suggests_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "OTI203", "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "did you mean OIT203?" in captured.err
