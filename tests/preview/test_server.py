"""The server over a bare socket: nothing leads out of the site, and every request ends in an answer."""

import asyncio
import socket
import sys
import time
from collections.abc import Iterator

import pytest

import generator.preview.events as events_module
import generator.preview.server as server_module

from .conftest import SITE, Running, everything, status
from .test_request import ODD, UPWARDS

opened: list[object] = []
_watching = False


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event == "open":
        opened.append(arguments[0])


sys.addaudithook(_audit)


@pytest.fixture
def no_file_is_opened() -> Iterator[None]:
    """Fails when the process opens a file during the test."""
    global _watching
    opened.clear()
    _watching = True
    yield
    _watching = False
    assert opened == []


def test_a_page_is_served_with_the_script_that_follows_changes(running: Running) -> None:
    answer = running.ask(b"/kok-tum/2565/o12/")

    head, _, body = answer.partition(b"\r\n\r\n")
    assert status(answer) == 200
    assert f"Content-Length: {len(body)}".encode() in head
    assert (
        body.replace(b'<script src="/_prongsai/client.js" defer></script>', b"") == SITE["kok-tum/2565/o12/index.html"]
    )


def test_a_head_request_gets_the_head_alone(running: Running) -> None:
    answer = running.ask(b"/assets/style.css", method=b"HEAD")

    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n")
    assert b"Content-Length: 18" in answer


def test_a_folder_without_its_slash_leads_to_the_page(running: Running) -> None:
    answer = running.ask(b"/kok-tum/2565/o12")

    assert status(answer) == 301
    assert b"\r\nLocation: /kok-tum/2565/o12/\r\n" in answer


def test_an_unknown_address_gets_the_sites_own_page_for_that(running: Running) -> None:
    answer = running.ask(b"/kok-tum/9999/", b"Sec-Fetch-Dest: document")

    assert status(answer) == 404
    assert b"none" in answer


def test_a_document_is_served_as_what_it_is(running: Running) -> None:
    answer = running.ask(b"/kok-tum/2565/files/plan.pdf")

    assert b"\r\nContent-Type: application/pdf\r\n" in answer
    assert answer.endswith(b"%PDF-1.4")


@pytest.mark.usefixtures("no_file_is_opened")
def test_no_target_reaches_anything_but_the_site(running: Running) -> None:
    targets = [*UPWARDS, *ODD, "/etc/passwd", "/proc/self/environ", "/C:/boot.ini",
               "/kok-tum_leak/", "/index.html%20",
               "/index.html.", "/INDEX.HTML", "/con", "/NUL.html", "/assets/style.css::$DATA",
               "/assets/", "/.git/config",
               "/assets/style.css/..", "/index.html?raw??", "/@fs/etc/passwd", "/%2525",
               "/assets%2fstyle.css/"]  # fmt: skip

    for target in targets:
        answer = running.ask(target.encode("utf-8"))

        assert status(answer) in ((200,) if target == "/index.html?raw??" else (400, 404, 414)), target
        assert b"root:" not in answer


@pytest.mark.parametrize(
    "raw",
    [
        b"\r\n\r\n",
        b"\n\n\r\n\r\n",
        b"\x00" * 64 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/1.1\nHost: x\r\n\r\n",
        b"GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n",
        b"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /ก HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
    ],
)
def test_whatever_comes_gets_a_refusal_and_the_server_goes_on(running: Running, raw: bytes) -> None:
    assert 400 <= status(running.send(raw, close=True)) < 500
    assert status(running.ask(b"/")) == 200


def test_half_a_request_ends_in_an_answer(running: Running) -> None:
    assert status(running.send(b"GET / HTTP/1.1\r\nHost:", close=True)) == 400


def test_a_head_without_end_ends_in_an_answer(running: Running) -> None:
    answer = running.send(b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"a" * 200_000, close=True)

    assert status(answer) in (0, 431)  # the answer may be lost when the rest is not read
    assert status(running.ask(b"/")) == 200


def test_a_request_that_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch, running: Running) -> None:
    monkeypatch.setattr(server_module, "HEAD_SECONDS", 0.1)

    with running.connect() as connection:
        connection.sendall(b"GET / HT")
        assert status(everything(connection)) == 408


def test_a_second_request_on_a_connection_is_not_read(running: Running) -> None:
    one = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode()

    assert running.send(one * 3).count(b"HTTP/1.1 ") == 1


def test_hundreds_of_silent_connections_do_not_keep_a_page_back(running: Running) -> None:
    silent: list[socket.socket] = []
    try:
        silent.extend(running.connect() for _ in range(500))

        assert status(running.ask(b"/")) == 200
    finally:
        for connection in silent:
            connection.close()


def test_open_pages_are_bounded(monkeypatch: pytest.MonkeyPatch, running: Running) -> None:
    monkeypatch.setattr(events_module, "MAX_STREAMS", 2)
    streams = [_stream(running) for _ in range(2)]
    try:
        assert status(running.ask(b"/_prongsai/events")) == 503
        assert status(running.ask(b"/")) == 200
    finally:
        for connection in streams:
            connection.close()


def test_a_closed_stream_frees_its_slot_at_once(monkeypatch: pytest.MonkeyPatch, running: Running) -> None:
    monkeypatch.setattr(events_module, "MAX_STREAMS", 1)
    monkeypatch.setattr(events_module, "BEAT_SECONDS", 3600.0)
    for _ in range(5):
        end = time.monotonic() + 20
        while True:
            connection = running.connect()
            host = f"127.0.0.1:{running.port}".encode()
            connection.sendall(b"GET /_prongsai/events HTTP/1.1\r\nHost: " + host + b"\r\n\r\n")
            answer = connection.recv(65536)
            connection.close()
            if status(answer) == 200 or time.monotonic() > end:
                break
        assert status(answer) == 200


def test_the_state_can_be_asked_for_by_a_short_request(running: Running) -> None:
    answer = running.ask(b"/_prongsai/state")

    assert status(answer) == 200
    assert answer.endswith(b'{"version":1,"problems":[],"words":{}}')


def test_a_page_knows_the_version_that_it_is_of(running: Running) -> None:
    running.state = {"version": "7a.12", "problems": [], "words": {}}

    assert b'\r\nServer-Timing: version;desc="7a.12"\r\n' in running.ask(b"/")


def test_a_stream_is_the_last_to_be_given_up(monkeypatch: pytest.MonkeyPatch, running: Running) -> None:
    monkeypatch.setattr(server_module, "MAX_CONNECTIONS", 4)
    stream = _stream(running)
    silent = [running.connect() for _ in range(20)]
    try:
        assert status(running.ask(b"/")) == 200
        running.state = {"version": 2, "problems": [], "words": {}}
        running.loop.call_soon_threadsafe(running.server.changed)

        assert b'"version":2' in _until(stream, b'"version":2')
    finally:
        for connection in (stream, *silent):
            connection.close()


def test_an_open_page_is_told_of_a_change(running: Running) -> None:
    connection = _stream(running)
    try:
        running.state = {"version": 2, "problems": [], "words": {}}
        running.loop.call_soon_threadsafe(running.server.changed)

        assert b'"version":2' in _until(connection, b'"version":2')
    finally:
        connection.close()


def test_a_change_and_the_end_at_one_moment_end_the_server() -> None:
    """Wherever in the telling of a change the end comes, it is not lost."""

    async def end(running: Running, turns: int) -> None:
        running.server.changed()
        for _ in range(turns):
            await asyncio.sleep(0)
        await running.server.stop()

    for turns in range(12):
        running = Running()
        with _stream(running):
            running.call(end(running, turns))
        running.stop()


def test_what_a_page_is_told_cannot_end_the_message(running: Running) -> None:
    running.state = {"version": 1, "problems": [{"text": "a\n\ndata: {}\n\n</script>\u2028"}], "words": {}}
    with _stream(running) as connection:
        running.loop.call_soon_threadsafe(running.server.changed)
        message = _until(connection, b"}\n\n")

    assert message.count(b"\n") == 2
    assert message.startswith(b"data: {")


def test_an_error_while_a_page_is_made_is_an_answer_too() -> None:
    def broken(address: str) -> bytes | None:
        raise RuntimeError(address)

    running = Running(broken)
    try:
        answer = running.ask(b"/")

        assert status(answer) == 500
        assert b"RuntimeError" not in answer
        assert b"index.html" not in answer
    finally:
        running.stop()


def _stream(running: Running) -> socket.socket:
    connection = running.connect()
    host = f"127.0.0.1:{running.port}".encode()
    connection.sendall(b"GET /_prongsai/events HTTP/1.1\r\nHost: " + host + b"\r\n\r\n")
    _until(connection, b"}\n\n")
    return connection


def _until(connection: socket.socket, wanted: bytes) -> bytes:
    found = b""
    while wanted not in found:
        part = connection.recv(65536)
        assert part, found
        found += part
    return found
