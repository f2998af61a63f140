"""A document that hangs, crashes or takes all memory costs its time and one finding; a second look parses nothing."""

import sys
from pathlib import Path

from projects import Write

from examining import planted
from examining.conftest import SITE
from generator.examining.examination import examine
from generator.examining.extract import Extract
from generator.examining.kept import Kept, cache_folder
from generator.examining.reader import Reader

ITEM = "content/town/2565/o01.md"
FILES = "content/town/2565/files/"
GOOD = planted.word("เทศบาลตำบลกกตูม")


def _doing(what: str) -> tuple[str, ...]:
    """A child that is ready, takes a request and then does something else than to answer."""
    program = f"import os, sys, time; print('ready', flush=True); sys.stdin.buffer.read(1); {what}"
    return (sys.executable, "-c", program)


class _Unable:
    """Reads nothing: whatever is asked of it was kept before."""

    def read(self, path: str, data: bytes, /) -> Extract:
        raise AssertionError(path)


def test_a_document_that_never_ends_is_given_up() -> None:
    with Reader(seconds=1) as reader:
        assert reader.read("a.pdf", planted.endless()).fault == "time"
        assert "กกตูม" in reader.read("b.docx", GOOD).text


def test_a_child_that_says_nothing_is_given_up() -> None:
    with Reader(0.2, _doing("time.sleep(600)")) as reader:
        assert reader.read("a.pdf", b"%PDF-").fault == "time"


def test_a_parser_that_crashes_takes_nothing_with_it() -> None:
    with Reader(60, _doing("os.abort()")) as reader:
        assert reader.read("a.pdf", b"%PDF-").fault == "crash"
        assert reader.read("b.pdf", bytes(5_000_000)).fault == "crash"


def test_an_answer_that_is_none_is_not_believed() -> None:
    with Reader(60, _doing("print('[1, 2]', flush=True); time.sleep(600)")) as reader:
        assert reader.read("a.pdf", b"%PDF-").fault == "crash"


def test_a_child_that_cannot_begin_reads_nothing() -> None:
    with Reader(60, (sys.executable, "-c", "raise SystemExit(1)")) as reader:
        assert reader.read("a.pdf", b"%PDF-").fault == "crash"


def test_a_document_that_takes_more_memory_than_there_is() -> None:
    with Reader(60) as reader:
        assert reader.read("a.docx", planted.swelling()).fault == "memory"


def test_a_second_look_parses_nothing(project: Write, tmp_path: Path) -> None:
    evidence = "".join(f"  - {{file: files/{name}, title: ก}}\n" for name in ("a.docx", "b.pdf", "c.jpg"))
    files = {f"{FILES}a.docx": GOOD, f"{FILES}b.pdf": b"%PDF-", f"{FILES}c.jpg": planted.photograph(placed=True)}
    written = project({**SITE, ITEM: f"---\nitem: O1\nevidence:\n{evidence}---\n", **files})
    with Reader(60) as reader:
        first = examine(written, Kept(reader, str(tmp_path / "cache")))
    second = examine(written, Kept(_Unable(), str(tmp_path / "cache")))
    assert (first.files, first.parsed) == (3, 3)
    assert (second.files, second.parsed) == (3, 0)
    assert first.diagnostics == second.diagnostics
    assert [one.code for one in first.diagnostics] == ["OIT570", "OIT583"]


def test_where_nothing_can_be_kept_documents_are_read_each_time(project: Write, tmp_path: Path) -> None:
    written = project({**SITE, ITEM: "---\nitem: O1\nevidence: [{file: files/a.pdf, title: ก}]\n---\n"})
    written.write({f"{FILES}a.pdf": b"%PDF-", "taken": b""})
    with Reader(60) as reader:
        for folder in ("", str(tmp_path / "taken")):
            for _ in range(2):
                assert examine(written, Kept(reader, folder)).parsed == 1


def test_what_was_kept_and_is_damaged_is_read_anew(project: Write, tmp_path: Path) -> None:
    written = project({**SITE, ITEM: "---\nitem: O1\nevidence: [{file: files/a.docx, title: ก}]\n---\n"})
    written.write({f"{FILES}a.docx": GOOD})
    cache = tmp_path / "cache"
    with Reader(60) as reader:
        examine(written, Kept(reader, str(cache)))
        (kept,) = (cache / "evidence").iterdir()
        for damaged in (b"", b"{}", b"[1]", b'["", 1, 0, 1, 0, ""]', b"[" * 100_000):
            kept.write_bytes(damaged)
            assert examine(written, Kept(reader, str(cache))).parsed == 1


def test_the_cache_lies_where_the_system_keeps_such_things() -> None:
    assert cache_folder({"HOME": "/home/a"}, "linux") == "/home/a/.cache/prongsai"
    assert cache_folder({"HOME": "/home/a", "XDG_CACHE_HOME": "/cache"}, "linux") == "/cache/prongsai"
    assert cache_folder({"HOME": "/Users/a"}, "darwin") == "/Users/a/Library/Caches/prongsai"
    assert cache_folder({}, "linux") == ""
    assert cache_folder({}, "win32") == ""
