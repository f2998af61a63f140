"""Streams closed, full or unread: the words are lost, the work is done, and the exit code says so."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

import pytest
from projects import WriteSmall, Written

import generator
from generator.cli.main import run

FULL = Path("/dev/full")
COMMANDS: dict[str, Callable[[Written], list[str]]] = {
    "build": lambda written: ["build", written.root],
    "build as data": lambda written: ["build", written.root, "--format", "json"],
    "check": lambda written: ["check", written.root],
    "help": lambda written: ["--help"],
    "help of a command": lambda written: ["build", "--help"],
    "version": lambda written: ["--version"],
    "explain": lambda written: ["explain"],
    "explain a code": lambda written: ["explain", "OIT203"],
    "new": lambda written: ["new", f"{written.root}/begun", "--example"],
    "schema": lambda written: ["schema", written.root],
    "freeze": lambda written: ["freeze", "town", "2567", written.root, "--date", "2567-09-30"],
}
MADE = {
    "build": "build/index.html",
    "build as data": "build/index.html",
    "new": "begun/content/site.yaml",
    "schema": ".prongsai/schema/site.json",
    "freeze": "content/town/2567/freezes/2567-09-30.yaml",
}


@contextmanager
def stream(kind: str) -> Iterator[TextIO | None]:
    """A stream of this kind; nothing for one that was closed before the program began."""
    with ExitStack() as stack:
        if kind == "closed":
            yield None
        elif kind == "full":
            yield stack.enter_context(FULL.open("w", encoding="utf-8"))
        else:
            reading, writing = os.pipe()
            os.close(reading)
            yield stack.enter_context(os.fdopen(writing, "w", encoding="utf-8"))


KINDS = ["closed", "unread", *(["full"] if FULL.exists() else [])]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_work_is_done_and_the_exit_code_says_that_nobody_heard_of_it(
    name: str, kind: str, small: WriteSmall, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = small({})
    with stream(kind) as output, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", output)
        code = run([*COMMANDS[name](written), *([] if name[0] in "hv" else ["--lang", "en"])])
    assert code == 141
    told = capsys.readouterr().err
    assert ("could not be written" in told) is (kind != "unread")
    assert told.count("\n") <= 1
    assert name not in MADE or os.path.isfile(f"{written.root}/{MADE[name]}")


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_said_of_an_error_leaves_its_exit_code(
    kind: str, small: WriteSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = small({"content/town/2567/o01.md": "---\nitem: O1\nstate: x\n---\n"})
    with stream(kind) as errors, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", errors)
        assert run(["build", written.root]) == 1
        assert run(["build", f"{written.root}/nowhere"]) == 2
        assert run(["no-such-command"]) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_build_that_says_nothing_loses_nothing(kind: str, small: WriteSmall, monkeypatch: pytest.MonkeyPatch) -> None:
    written = small({})
    with stream(kind) as output, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", output)
        patch.setattr(sys, "stderr", output)
        assert run(["build", written.root, "--quiet"]) == 0
    assert "index.html" in written.site()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
def test_no_file_of_a_site_takes_the_place_of_a_stream_that_is_closed(small: WriteSmall) -> None:
    written = small({})
    environment = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).parents[1])}
    call = ["/bin/sh", "-c", '"$0" -m generator build "$1" <&- >&- 2>&-', sys.executable, written.root]
    done = subprocess.run(call, env=environment, timeout=300, check=False)
    assert done.returncode == 141
    before = written.site()
    assert not Written(written.root, f"{written.root}/other").build().failed
    assert Written(written.root, f"{written.root}/other").site() == before
