"""A site at an address: compared within limits, from that host and no other."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from effort import ends
from tables import every_row

from generator.verifying import verification
from generator.verifying.web_place import HostAddress, WebPlace, web_address

from .conftest import whole
from .test_folder import verified

Serve = Callable[..., str]


@pytest.mark.parametrize("end", ["", "/", "/index.html", "/manifest.json"])
def test_a_site_as_it_was_published(serve: Serve, capsys: pytest.CaptureFixture[str], end: str) -> None:
    code, lines = verified(capsys, serve() + end)
    assert code == 0
    assert lines[0].startswith("All is as published")


def test_changed_and_removed_pages_are_told(serve: Serve, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = serve()
    (site / "404.html").write_bytes(b"x" * (site / "404.html").stat().st_size)
    (site / "town/index.html").unlink()
    (site / "added.html").write_text("a host does not tell of it")
    assert verified(capsys, address) == (1, ["changed 404.html", "removed town/index.html"])


def test_a_redirect_within_the_host_is_followed(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    """Some hosts send a reader of ``a/index.html`` on to ``a/``."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path.endswith("/index.html"):
            handler.send_response(308)
            handler.send_header("Location", handler.path.removesuffix("index.html"))
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        else:
            whole(handler)

    assert verified(capsys, serve(answer))[0] == 0


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://localhost:{port}/404.html", "redirected to another place"),
        ("https://127.0.0.1:{port}/404.html", "redirected to another place"),
        ("http://127.0.0.1:1/404.html", "redirected to another place"),
        ("//example.com/404.html", "redirected to another place"),
        ("file:///etc/passwd", "redirected to another place"),
        ("/404.html", "redirected too often"),
        ("", "redirected to a malformed address"),
        ("http://[::1", "redirected to a malformed address"),
        ("http://[::1]:99999/404.html", "redirected to a malformed address"),
        ("http://127.0.0.1:99999/404.html", "redirected to a malformed address"),
        ("http://127.0.0.1:x/404.html", "redirected to a malformed address"),
        ("http://[v1.x]/404.html", "redirected to another place"),
        ("/\xe9.html", "redirected to a malformed address"),
        ("/404.html HTTP/1.1", "redirected to a malformed address"),
        ("/\x01.html", "redirected to a malformed address"),
        ("/\x7f", "redirected to a malformed address"),
        ("javascript:1", "redirected to another place"),
        ("http://", "redirected too often"),
        ("http:///404.html", "redirected too often"),
    ],
)
def test_a_redirect_that_leads_away_or_nowhere_is_a_difference(
    serve: Serve, capsys: pytest.CaptureFixture[str], location: str, reason: str
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/404.html":
            handler.send_response(302)
            handler.send_header("Location", location.format(port=handler.headers["Host"].rpartition(":")[2]))
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        else:
            whole(handler)

    assert verified(capsys, serve(answer)) == (1, [f"unreadable 404.html ({reason})"])


@pytest.mark.parametrize("path", ["/manifest.json", "/town/manifest.json"])
def test_a_malformed_redirect_of_a_manifest_is_told(
    serve: Serve, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == path:
            handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n")
        else:
            whole(handler)

    code, lines = verified(capsys, serve(answer))
    assert code == 1
    assert lines[0] == f"unreadable {path[1:]} (redirected to a malformed address)"


RAW = {
    "no status line": (b"hello\r\n\r\n", "the host's answer is malformed"),
    "the status line of nothing": (b"\x1b[31m\x00\r\n\r\n", "the host's answer is malformed"),
    "a status that is no number": (b"HTTP/1.1 abc OK\r\n\r\n", "the host's answer is malformed"),
    "a status beyond all": (b"HTTP/1.1 99999 OK\r\n\r\n", "the host's answer is malformed"),
    "another protocol": (b"HTTP/9.9 200 OK\r\n\r\n", "the host's answer is malformed"),
    "a line without end": (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n", "the host's answer is malformed"),
    "headers without end": (b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200, "the host's answer is malformed"),
    "a length that is no number": (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nx", "the host's answer is malformed"),
    "a length below nothing": (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", "the host's answer is malformed"),
    "two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        "the host's answer is malformed",
    ),
    "a length of many digits": (
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\nx",
        "the host's answer is malformed",
    ),
    "a chunk of no size": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
        "the connection ended early",
    ),
    "a chunk below nothing": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx\r\n",
        "the connection ended early",
    ),
    "fields without end after a body": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n" + b"X: x\r\n" * 200,
        "the host's answer is malformed",
    ),
    "an end before the end": (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nx", "the connection ended early"),
    "nothing": (b"", "the connection ended early"),
}


@pytest.mark.parametrize("what", list(RAW))
def test_an_answer_that_is_none_is_told_of_its_file_alone(
    serve: Serve, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    sent, reason = RAW[what]

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/404.html":
            handler.wfile.write(sent)
            handler.close_connection = True
        else:
            whole(handler)

    assert verified(capsys, serve(answer)) == (1, [f"unreadable 404.html ({reason})"])


def test_a_fault_of_the_program_ends_the_command_at_once(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(place: object, entry: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(verification, "compare", fail)
    address = web_address(serve())
    assert address is not None
    place = WebPlace(address, 3600)
    with ends(), pytest.raises(RuntimeError, match="a fault"):
        verification.verify(place, 3600)


def test_no_more_files_are_compared_than_the_limit(
    serve: Serve, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WebPlace, "most_files", 5)
    code, lines = verified(capsys, serve())
    assert code == 1
    assert lines == [
        "unreadable town/manifest.json (more files than are compared at once; verify each agency by itself)"
    ]


def test_no_more_is_read_than_a_file_may_have(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    sent: list[int] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path != "/robots.txt":
            whole(handler)
            return
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        try:
            while len(sent) < 10_000:
                handler.wfile.write(b"x" * 65536)
                sent.append(65536)
        except OSError:
            return

    assert verified(capsys, serve(answer)) == (1, ["changed robots.txt"])
    assert len(sent) < 10_000


@pytest.mark.parametrize(
    ("status", "told"), [(500, "unreadable robots.txt (HTTP 500)"), (403, "unreadable robots.txt (HTTP 403)"),
                         (404, "removed robots.txt"), (410, "removed robots.txt")],
)  # fmt: skip
def test_what_the_host_does_not_give(serve: Serve, capsys: pytest.CaptureFixture[str], status: int, told: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_error(status) if handler.path == "/robots.txt" else whole(handler)

    assert verified(capsys, serve(answer)) == (1, [told])


def test_what_comes_in_an_encoding_cannot_be_compared(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path != "/robots.txt":
            whole(handler)
            return
        assert handler.headers["Accept-Encoding"] == "identity"
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    told = "unreadable robots.txt (sent in an encoding nobody asked for)"
    assert verified(capsys, serve(answer)) == (1, [told])


def test_nothing_of_this_machine_is_sent_and_no_proxy_is_used(
    serve: Serve, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    headers: set[str] = set()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        headers.update(name.lower() for name in handler.headers)
        whole(handler)

    assert verified(capsys, serve(answer))[0] == 0
    assert headers == {"host", "accept-encoding", "user-agent"}


def test_a_host_that_says_nothing_does_not_hold_the_command(deaf: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = verified(capsys, deaf, "--seconds", "1")
    assert code == 1
    assert lines[0].startswith("unreadable manifest.json")


def test_a_host_that_falls_silent_midway_does_not_either(serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path != "/robots.txt":
            whole(handler)
            return
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"U")
        handler.rfile.read(1)  # until the other side gives up

    code, lines = verified(capsys, serve(answer), "--seconds", "1")
    assert code == 1
    assert [line.split(" (")[0] for line in lines] == ["unreadable robots.txt"]


def test_nobody_answers(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = verified(capsys, "http://127.0.0.1:1/")
    assert code == 1
    assert lines[0].startswith("unreadable manifest.json (")


@every_row(("text", "address"), [
        ("https://www.example.go.th/ita", HostAddress("https", "www.example.go.th", 443, "/ita/")),
        ("https://www.example.go.th:8443", HostAddress("https", "www.example.go.th", 8443, "/")),
        ("http://[::1]:80/a/index.html", HostAddress("http", "::1", 80, "/a/")),
        ("http://localhost/", HostAddress("http", "localhost", 80, "/")),
        ("http://www.example.go.th/", None), ("http://127.0.0.1.example.com/", None),
        ("https://u:p@example.com/", None),
        ("https://example.com/?a", None), ("https://example.com/#a", None), ("https://example.com:99999/", None),
        ("https://[::1/", None), ("https:///a", None), ("file:///etc", None), ("https://example.com/a b", None),
        ("https://example.com/\r\nHost: x", None),
    ])  # fmt: skip
def test_which_addresses_are_asked(text: str, address: HostAddress | None) -> None:
    assert web_address(text) == address
