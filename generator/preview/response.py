"""Responses: a status, the few header fields that every one carries, and a body."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import NamedTuple

from generator.oit.evidence_format import FORMATS, suffix_of
from generator.oit.export_formats import EXPORT_FORMATS
from generator.preview.request import Fields

_REASONS = {
    200: "OK",
    206: "Partial Content",
    301: "Moved Permanently",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    421: "Misdirected Request",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_TYPES = {
    **{row.suffix: row.content_type for row in EXPORT_FORMATS if row.media_type},
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "ico": "image/x-icon",
}
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


_PIECE = 256 * 1024


class Response(NamedTuple):
    """The head of a response and its body: bytes, or pieces that are made while they are sent.

    One that is endless ends when the other side goes.
    """

    head: bytes
    body: bytes | AsyncGenerator[bytes, None] = b""
    is_endless: bool = False

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """The body, piece by piece, so that a slow reader is given up only when it takes none of them."""
        if isinstance(self.body, bytes):
            for start in range(0, len(self.body), _PIECE):
                yield self.body[start : start + _PIECE]
        else:
            async with aclosing(self.body) as body:
                async for piece in body:
                    yield piece


def media_type(address: str) -> str:
    """The media type of a published file, by its ending."""
    suffix = suffix_of(address)
    known = FORMATS.get(suffix)
    return _TYPES.get(suffix) or (known[1] if known is not None else "application/octet-stream")


def head(status: int, content_type: str, length: int | None, extra: Fields = ()) -> bytes:
    """The head of a response. No field ever holds text from a request."""
    lines = [f"HTTP/1.1 {status} {_REASONS[status]}", f"Content-Type: {content_type}"]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    lines += [
        "Connection: close",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin",
        "Cross-Origin-Opener-Policy: same-origin",
        f"Content-Security-Policy: {CONTENT_POLICY}",
        *(f"{name}: {value}" for name, value in extra),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def whole(status: int, content_type: str, body: bytes, extra: Fields = ()) -> Response:
    """A response whose body is known."""
    return Response(head(status, content_type, len(body), extra), body)


def plain(status: int, words: str = "", extra: Fields = ()) -> Response:
    """A response of one line of text."""
    allow = (("Allow", "GET, HEAD"),) if status == 405 else ()
    return whole(status, "text/plain; charset=utf-8", f"{status} {words or _REASONS[status]}\n".encode(), allow + extra)
