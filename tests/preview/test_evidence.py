"""Evidence files over a bare socket: in parts, in pieces, by threads, and never other bytes than were announced."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.digest import blake2b
from generator.preview.evidence import PIECE, READERS, OpenFile
from generator.writing.bundle import FileRef

from .conftest import SITE, Running, everything, status

LARGE = 32 * 1024 * 1024
"""More than the system buffers between two sockets."""
PLAN = "one/files/plan.pdf"
FILM = "one/files/film.mp4"


def ref(path: Path) -> FileRef:
    data = path.read_bytes()
    return FileRef(str(path), len(data), blake2b(data).hexdigest())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of two evidence files, a small and a large one."""
    files = tmp_path / "content" / "one" / "files"
    files.mkdir(parents=True)
    (files / "plan.pdf").write_bytes(bytes(range(256)) * 4)
    with (files / "film.mp4").open("wb") as film:
        film.truncate(LARGE)
    (files / "empty.csv").write_bytes(b"")
    return files


@pytest.fixture
def running(tmp_path: Path, folder: Path) -> Iterator[Running]:
    """A server of the small site and these files."""
    files = {PLAN: ref(folder / "plan.pdf"), FILM: ref(folder / "film.mp4"), "empty.csv": ref(folder / "empty.csv")}
    served: dict[str, bytes | FileRef] = {**SITE, **files}
    server = Running(served.get, root=str(tmp_path))
    yield server
    server.stop()


def parts(answer: bytes) -> tuple[dict[str, str], bytes]:
    """The header fields and the body."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")[1:]
    return dict(line.split(": ", 1) for line in lines), body


def begun(running: Running, address: str) -> tuple[socket.socket, bytes]:
    """A connection on which the head and some of a file have come, and what came."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    connection.settimeout(60)
    connection.connect(("127.0.0.1", running.port))
    connection.sendall(f"GET /{address} HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode())
    return connection, connection.recv(65536)


def test_a_part_of_a_file_is_sent_as_such(running: Running, folder: Path) -> None:
    answer = running.ask(f"/{PLAN}".encode(), b"Range: bytes=100-199")

    fields, body = parts(answer)
    assert status(answer) == 206
    assert fields["Content-Range"] == "bytes 100-199/1024"
    assert fields["Content-Length"] == "100"
    assert fields["Content-Type"] == "application/pdf"
    assert body == (folder / "plan.pdf").read_bytes()[100:200]


def test_a_range_beyond_the_file_is_told_its_size(running: Running) -> None:
    answer = running.ask(f"/{PLAN}".encode(), b"Range: bytes=2000-")

    assert status(answer) == 416
    assert parts(answer)[0]["Content-Range"] == "bytes */1024"


def test_a_whole_file_offers_ranges_and_is_known_by_a_tag(running: Running, folder: Path) -> None:
    fields, body = parts(running.ask(f"/{PLAN}".encode()))

    assert body == (folder / "plan.pdf").read_bytes()
    assert fields["Accept-Ranges"] == "bytes"
    same = running.ask(f"/{PLAN}".encode(), b"Range: bytes=0-9", b"If-Range: " + fields["ETag"].encode())
    other = running.ask(f"/{PLAN}".encode(), b"Range: bytes=0-9", b'If-Range: "another"')
    assert status(same) == 206
    assert status(other) == 200
    assert parts(other)[1] == body


def test_an_empty_file_is_a_whole_answer(running: Running) -> None:
    answer = running.ask(b"/empty.csv")

    assert status(answer) == 200
    assert parts(answer)[0]["Content-Length"] == "0"
    assert status(running.ask(b"/empty.csv", b"Range: bytes=0-")) == 416


def test_a_head_request_reads_nothing_of_the_file(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    monkeypatch.setattr(OpenFile, "_read", lambda self, start, count: read.append(count))

    answer = running.ask(f"/{FILM}".encode(), b"Range: bytes=0-9", method=b"HEAD")

    assert status(answer) == 200
    assert parts(answer)[0]["Content-Length"] == str(LARGE)
    assert parts(answer)[1] == b""
    assert read == []


def test_a_large_file_is_read_in_pieces(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    really = OpenFile._read

    def recorded(self: OpenFile, start: int, count: int) -> bytes:
        read.append(count)
        return really(self, start, count)

    monkeypatch.setattr(OpenFile, "_read", recorded)

    _, body = parts(running.ask(f"/{FILM}".encode()))

    assert len(body) == LARGE
    assert sum(read) == LARGE
    assert max(read) == PIECE


def test_a_page_does_not_wait_for_files_that_are_read(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    really = OpenFile._read

    def stalled(self: OpenFile, start: int, count: int) -> bytes:
        assert go_on.wait(60)
        return really(self, start, count)

    monkeypatch.setattr(OpenFile, "_read", stalled)
    asking = [threading.Thread(target=running.ask, args=(f"/{PLAN}".encode(),)) for _ in range(READERS + 2)]
    for one in asking:
        one.start()
    try:
        assert status(running.ask(b"/")) == 200
    finally:
        go_on.set()
        for one in asking:
            one.join(60)


def test_slow_readers_keep_nobody_from_a_file(running: Running) -> None:
    slow = [begun(running, FILM)[0] for _ in range(READERS + 6)]
    try:
        assert status(running.ask(f"/{PLAN}".encode())) == 200
        assert status(running.ask(b"/")) == 200
    finally:
        for connection in slow:
            connection.close()


def test_a_reader_who_leaves_frees_the_file_at_once(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = threading.Event()
    really = OpenFile._close

    def recorded(self: OpenFile, done: object) -> None:
        really(self, done)
        closed.set()

    monkeypatch.setattr(OpenFile, "_close", recorded)
    connection, _ = begun(running, FILM)
    assert not closed.is_set()

    connection.close()

    assert closed.wait(20)


def test_a_file_written_over_while_it_is_sent_ends_short(running: Running, folder: Path) -> None:
    connection, first = begun(running, FILM)
    (folder / "film.mp4").write_bytes(b"x" * LARGE)

    with connection:
        answer = first + everything(connection)

    fields, body = parts(answer)
    assert fields["Content-Length"] == str(LARGE)
    assert len(body) < LARGE
    assert b"x" not in body


def test_a_file_cut_while_it_is_sent_ends_short(running: Running, folder: Path) -> None:
    connection, first = begun(running, FILM)
    with (folder / "film.mp4").open("r+b") as film:
        film.truncate(LARGE // 2)

    with connection:
        answer = first + everything(connection)

    assert len(parts(answer)[1]) < LARGE


def test_a_file_with_other_bytes_of_the_same_number_is_never_sent_whole(running: Running, folder: Path) -> None:
    (folder / "plan.pdf").write_bytes(b"x" * 1024)

    _, body = parts(running.ask(f"/{PLAN}".encode()))

    assert len(body) < 1024


def test_a_file_of_other_bytes_has_another_tag(running: Running, folder: Path) -> None:
    before = parts(running.ask(f"/{PLAN}".encode(), method=b"HEAD"))[0]["ETag"]
    fresh = folder / "fresh"
    fresh.write_bytes(b"x" * 1024)
    fresh.replace(folder / "plan.pdf")

    after = parts(running.ask(f"/{PLAN}".encode(), method=b"HEAD"))[0]["ETag"]

    assert after != before


def test_what_stands_in_place_of_the_file_is_not_sent(running: Running, folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "plan.pdf").write_bytes((folder / "plan.pdf").read_bytes())
    plan = folder / "plan.pdf"
    answers: dict[str, int] = {}

    plan.unlink()
    answers["nothing"] = status(running.ask(f"/{PLAN}".encode()))
    plan.symlink_to(secret / "plan.pdf")
    answers["a link"] = status(running.ask(f"/{PLAN}".encode()))
    plan.unlink()
    os.mkfifo(plan)
    answers["a pipe"] = status(running.ask(f"/{PLAN}".encode()))
    plan.unlink()
    plan.mkdir()
    answers["a folder"] = status(running.ask(f"/{PLAN}".encode()))
    plan.rmdir()
    plan.write_bytes(b"longer" * 1024)
    answers["a longer file"] = status(running.ask(f"/{PLAN}".encode()))
    folder.rename(tmp_path / "moved")
    folder.symlink_to(secret)
    answers["a folder behind a link"] = status(running.ask(f"/{PLAN}".encode()))

    assert answers == dict.fromkeys(answers, 404)
    assert status(running.ask(b"/")) == 200
