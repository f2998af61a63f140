"""Targets of requests: what is not a plain path never becomes an address."""

import pytest
from tables import every_row

from generator.preview.request import Refused, address_of, parse_head

PLAIN = {
    "/": "index.html",
    "/?v=3": "index.html",
    "/kok-tum/": "kok-tum/index.html",
    "/kok-tum/2565/o12/": "kok-tum/2565/o12/index.html",
    "/kok-tum/2565/o12/index.html#top": "kok-tum/2565/o12/index.html",
    "/assets/style.css?v=12": "assets/style.css",
    "/%E0%B8%81": "ก",
    "/%6bok-tum/": "kok-tum/index.html",
}
UPWARDS = [
    "/..", "/../", "/../../etc/passwd", "/./", "/.", "/a/../b", "/a/..", "/a/./b", "/%2e%2e/", "/%2e%2e%2fetc",
    "/%2E%2E/%2E%2E/etc/passwd", "/a/%2e%2e/%2e%2e/b", "/..%2f..%2fetc", "/%2e./x", "/.%2e/x", "/a%2f..%2fb",
]  # fmt: skip
ODD = [
    "", "*", "kok-tum/", "http://127.0.0.1/", "//example.org/", "///", "/a//b", "/\\", "/a\\b",
    "/..\\..\\x", "/%5c", "/%5c..%5c",
    "/%00", "/a%00.html", "/%0a", "/%0d%0a", "/%7f", "/%01", "/%c0%ae%c0%ae/", "/%c0%af", "/%ff", "/%ed%a0%80",
    "/%e2%80%ae", "/%e2%80%8b", "/a%e2%80%a8b", "/C:/windows/%2e%2e", "/%2fetc/passwd", "/a/%2f/b",
]  # fmt: skip


@every_row(("target", "address"), PLAIN.items())
def test_a_plain_target_is_an_address(target: str, address: str) -> None:
    assert address_of(target) == address


@every_row("target", UPWARDS)
def test_no_target_leads_upwards(target: str) -> None:
    with pytest.raises(Refused):
        address_of(target)


@every_row("target", ODD)
def test_an_odd_target_is_refused(target: str) -> None:
    with pytest.raises(Refused):
        address_of(target)


def test_a_target_is_decoded_once() -> None:
    assert address_of("/%252e%252e/x") == "%2e%2e/x"


def test_a_head_is_read_with_its_fields_in_order() -> None:
    request = parse_head(b"GET /a HTTP/1.1\r\nHost: x:1\r\nAccept:  y \r\nhost: z")

    assert (request.method, request.target) == ("GET", "/a")
    assert request.all("host") == ["x:1", "z"]
    assert request.one("accept") == "y"


@every_row(
    "head",
    [
        b"",
        b"GET /",
        b"GET / HTTP/2.0",
        b"GET  / HTTP/1.1",
        b"G\x00T / HTTP/1.1",
        b"GET /a b HTTP/1.1",
        b"GET / HTTP/1.1\r\nno colon",
        b"GET / HTTP/1.1\r\n: empty",
        b"GET / HTTP/1.1\r\n folded: x",
        b"GET / HTTP/1.1\r\nHost : x",
        b"GET / HTTP/1.1\r\nHost: a\nb",
        b"GET / HTTP/1.1\r\nHost: a\x00b",
        b"GET / HTTP/1.1\r\nHost: \xe0\xb8\x81",
        b"\x16\x03\x01\x02\x00",
    ],
)
def test_what_is_not_a_request_is_refused(head: bytes) -> None:
    with pytest.raises(Refused):
        parse_head(head)


def test_a_target_longer_than_any_address_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        parse_head(b"GET /" + b"a" * 5000 + b" HTTP/1.1")

    assert refusal.value.status == 414
