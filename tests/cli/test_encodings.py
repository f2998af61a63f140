"""Output into pipes of old code pages: what a stream cannot show is replaced, whatever command writes it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from diagnostics.cases import BASE, item
from projects import Write

from generator.cli.main import COMMANDS, run

CODE_PAGES = ("ascii", "cp874", "cp1252", "cp437")
HELP = [["--help"], *([name, "--help"] for name in COMMANDS)]
WRONG = [
    [],
    ["bulid"],
    ["build", "--jobs", "สอง"],
    ["build", "--today", "พรุ่งนี้"],
    ["report", "town"],
    ["new", "--ปี", "1"],
]


class Said(NamedTuple):
    code: int
    out: str
    err: str


def said(monkeypatch: pytest.MonkeyPatch, encoding: str, words: list[str]) -> Said:
    """How a command ends and what it writes into pipes of an encoding, every byte of which is valid there."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding=encoding) for name in ("stdout", "stderr")}
    with monkeypatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        code = run(words)
    texts = []
    for stream in streams.values():
        stream.flush()
        assert isinstance(stream.buffer, io.BytesIO)
        texts.append(stream.buffer.getvalue().decode(encoding))
    return Said(code, *texts)


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_help_of_every_command(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in HELP:
        code, out, err = said(monkeypatch, encoding, words)
        assert (code, err) == (0, ""), words
        assert out.startswith("usage: prongsai"), words


def test_what_a_code_page_has_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert r"โฟลเดอร์โครงการ \xb7 the project's folder" in said(monkeypatch, "cp874", ["check", "--help"]).out
    assert r" · the project's folder" in said(monkeypatch, "cp1252", ["check", "--help"]).out


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_words_that_cannot_be_understood(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in WRONG:
        code, out, err = said(monkeypatch, encoding, words)
        assert (code, out) == (2, ""), words
        assert err.startswith("usage: prongsai"), words


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_diagnostics_and_what_to_do_first(
    encoding: str, language: str, project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = project({**BASE, **item("state: เสร็จ\n")}).root
    for words in (["check"], ["check", "--verbose"], ["build"], ["check", "--format", "json"]):
        code, out, err = said(monkeypatch, encoding, [*words, wrong, "--lang", language])
        assert code == 1, words
        assert "OIT203" in out + err, words
        if "json" in words:
            (found,) = [one for one in json.loads(out)["diagnostics"] if one["code"] == "OIT203"]
            assert "เสร็จ" in json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_the_other_commands(encoding: str, project: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(BASE)
    begun = [
        "new", str(tmp_path / "ใหม่"), "--name", "เทศบาลตำบลแพง", "--name-en", "Phaeng", "--kind", "เทศบาลตำบล",
        "--district", "โกสุมพิสัย", "--province", "มหาสารคาม", "--year", "2567",
    ]  # fmt: skip
    for words, expected in (
        (["build", made.root], 0),
        (["verify", made.target], 0),
        (["verify", str(tmp_path / "ไม่มี")], 2),
        (["explain"], 0),
        (["explain", "OIT203"], 0),
        (["explain", "โอไอที"], 2),
        (["schema", made.root], 0),
        (["freeze", "town", "2567", made.root, "--date", "2024-05-01"], 2),
        (["preview", str(tmp_path / "ไม่มี")], 2),
        (["report", "town", "2567", "results", str(tmp_path / "ไม่มี"), "--pdf", "x.pdf"], 2),
        (begun, 0),
    ):
        code, out, err = said(monkeypatch, encoding, words)
        assert code == expected, (words, out, err)
        assert out + err, words


@pytest.mark.parametrize("encoding", ["cp874", "cp1252:strict", "ascii"])
def test_a_real_pipe(encoding: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": encoding}
    call = [sys.executable, "-m", "generator", "build", "--help"]
    done = subprocess.run(call, capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding.partition(":")[0]).startswith("usage: prongsai build")
