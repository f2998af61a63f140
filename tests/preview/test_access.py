"""Who is let in: Host, Origin and Sec-Fetch-Site, on every kind of request."""

from collections.abc import Iterator

import pytest

from generator.preview.access import host_name

from .conftest import Running, status

ALLOWED_HOSTS = ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"]
FOREIGN_HOSTS = [
    "", "127.0.0.1", "localhost", "127.0.0.1:1", "localhost:80", "localhost:{port}0",
    "localhost.:{port}", "example.org",
    "example.org:{port}", "127.0.0.1.nip.io:{port}", "127.0.0.2:{port}", "0.0.0.0:{port}",
    "[::]:{port}", "[::ffff:127.0.0.1]:{port}",
    "2130706433:{port}", "0x7f000001:{port}", "127.1:{port}", "user@localhost:{port}", "localhost:{port}@example.org",
    "localhost:{port}, example.org", "localhost:{port}/", "localhost:+{port}",
]  # fmt: skip
FOREIGN_ORIGINS = [
    "https://example.org", "http://example.org", "null", "http://127.0.0.1", "http://localhost",
    "https://localhost:{port}",
    "http://127.0.0.1:1", "http://10.0.0.1:{port}", "http://[::1]", "file://", "http://localhost.example.org:{port}",
    "http://127.0.0.1:{port}.example.org", "chrome-extension://abc", "http://localhost:{port}, http://example.org",
]  # fmt: skip
TARGETS = [b"/", b"/_prongsai/events", b"/_prongsai/client.js", b"/assets/style.css"]


@pytest.mark.parametrize("host", ALLOWED_HOSTS)
def test_a_loopback_name_with_the_port_gets_the_site(running: Running, host: str) -> None:
    answer = running.ask(b"/", host=host.format(port=running.port).encode())

    assert status(answer) == 200
    assert b"front" in answer


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_any_other_host_gets_nothing(running: Running, host: str) -> None:
    for target in TARGETS:
        answer = running.ask(target, host=host.format(port=running.port).encode())

        assert status(answer) in (400, 421)
        assert b"front" not in answer
    assert running.asked == []


def test_two_hosts_or_none_get_nothing(running: Running) -> None:
    good = f"Host: 127.0.0.1:{running.port}".encode()

    assert status(running.ask(b"/", good)) == 421
    assert status(running.send(b"GET / HTTP/1.1\r\n\r\n")) == 421
    assert status(running.send(b"GET / HTTP/1.0\r\n\r\n")) == 421


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_page_of_another_origin_gets_nothing(running: Running, origin: str) -> None:
    for target in TARGETS:
        answer = running.ask(target, b"Origin: " + origin.format(port=running.port).encode())

        assert status(answer) == 403
    assert running.asked == []


def test_the_pages_own_origin_is_let_in(running: Running) -> None:
    assert status(running.ask(b"/", f"Origin: http://127.0.0.1:{running.port}".encode())) == 200


@pytest.mark.parametrize("site", [b"cross-site", b"same-site"])
@pytest.mark.parametrize("dest", [b"image", b"script", b"style", b"empty", b"iframe", b"object"])
def test_a_part_of_another_sites_page_is_refused(running: Running, site: bytes, dest: bytes) -> None:
    fields = (b"Sec-Fetch-Site: " + site, b"Sec-Fetch-Dest: " + dest, b"Sec-Fetch-Mode: no-cors")

    for target in TARGETS:
        assert status(running.ask(target, *fields)) == 403


def test_following_a_link_from_elsewhere_is_only_reading_a_page(running: Running) -> None:
    fields = (b"Sec-Fetch-Site: cross-site", b"Sec-Fetch-Mode: navigate", b"Sec-Fetch-Dest: document")

    assert status(running.ask(b"/", *fields)) == 200


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"DELETE", b"OPTIONS", b"TRACE", b"CONNECT", b"PATCH", b"get"])
def test_only_get_and_head_are_known(running: Running, method: bytes) -> None:
    answer = running.ask(b"/", method=method)

    assert status(answer) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in answer


@pytest.mark.parametrize("field", [b"Content-Length: 5", b"Transfer-Encoding: chunked", b"Content-Length: -1"])
def test_a_request_with_a_body_is_refused(running: Running, field: bytes) -> None:
    assert status(running.ask(b"/", field)) == 400


def test_no_answer_shares_anything_with_other_sites(running: Running) -> None:
    answers = [
        running.ask(b"/"),
        running.ask(b"/none"),
        running.ask(b"/../"),
        running.ask(b"/", host=b"example.org"),
        running.ask(b"/", b"Origin: https://example.org"),
        running.ask(b"/", method=b"OPTIONS"),
    ]

    for answer in answers:
        head = answer.partition(b"\r\n\r\n")[0].lower()
        assert b"access-control-" not in head
        assert b"x-content-type-options: nosniff" in head
        assert b"cache-control: no-store" in head
        assert b"cross-origin-resource-policy: same-origin" in head


NAMES = {
    "somchai-notebook": "somchai-notebook",
    "Somchai-Notebook:9000": "somchai-notebook:9000",
    "preview.example.go.th": "preview.example.go.th",
    "http://somchai-notebook:8080/": "somchai-notebook:8080",
    "https://preview.example.go.th": "preview.example.go.th",
    "pc2": "pc2",
    "192.168.1.5": "192.168.1.5",
    "192.168.1.5:80": "192.168.1.5:80",
    "2001:DB8:0:0::5": "[2001:db8::5]",
    "[2001:db8::5]:8080": "[2001:db8::5]:8080",
    "::1": "[::1]",
    "เทศบาล.example": "xn--o3cg7ak5c9d.example",
    "*": None, "": None, "a b": None, "a/b": None, "user@host": None, "host:": None, "host:0": None, "host:65536": None,
    "host:x": None, "ftp://host": None, "host/page": None, "-host": None, "0.0.0.0": None, "::": None, "[::]:80": None,
    "192.168.1": None, "1.2.3.4.5": None, "[fe80::1%eth0]": None, "[a]": None, "a,b": None, "http://": None,
}  # fmt: skip


def test_a_name_is_taken_as_browsers_send_it() -> None:
    assert {text: host_name(text) for text in NAMES} == NAMES


@pytest.fixture
def known() -> Iterator[Running]:
    """A server that is called by other names too."""
    server = Running(names=("somchai-notebook", "localhost:9000", "preview.example.go.th:443", "[2001:db8::5]"))
    yield server
    server.stop()


def test_an_allowed_name_is_let_in_with_its_port_alone(known: Running) -> None:
    expected = {
        "somchai-notebook:{port}": 200,
        "somchai-notebook": 200,
        "SOMCHAI-notebook": 200,
        "somchai-notebook:9000": 421,
        "localhost:9000": 200,
        "localhost:{port}": 200,
        "localhost": 421,
        "127.0.0.1:9000": 421,
        "preview.example.go.th": 200,
        "preview.example.go.th:443": 200,
        "preview.example.go.th:{port}": 421,
        "[2001:db8::5]:{port}": 200,
        "[2001:db8::5]": 200,
        "[2001:db8::6]": 421,
        "evil.example": 421,
        "somchai-notebook.evil.example": 421,
    }

    found = {host: status(known.ask(b"/", host=host.format(port=known.port).encode())) for host in expected}

    assert found == expected


def test_only_pages_of_the_name_itself_may_ask_by_it(known: Running) -> None:
    expected = {
        ("somchai-notebook", "http://somchai-notebook"): 200,
        ("somchai-notebook", "https://somchai-notebook"): 200,
        ("localhost:9000", "http://localhost:9000"): 200,
        ("localhost:9000", "http://localhost"): 403,
        ("localhost:9000", "http://127.0.0.1:9000"): 403,
        ("preview.example.go.th", "https://preview.example.go.th"): 200,
        ("preview.example.go.th", "https://other.example.go.th"): 403,
        ("somchai-notebook", "http://localhost:9000"): 403,
    }

    found = {
        (host, origin): status(known.ask(b"/", b"Origin: " + origin.encode(), host=host.encode()))
        for host, origin in expected
    }

    assert found == expected
