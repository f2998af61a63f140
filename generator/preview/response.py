"""Responses: a status, the few header fields that every one carries, and a body."""

from generator.oit.evidence_format import FORMATS, suffix_of

_REASONS = {
    200: "OK",
    301: "Moved Permanently",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    414: "URI Too Long",
    421: "Misdirected Request",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "ico": "image/x-icon",
}
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def media_type(address: str) -> str:
    """The media type of a published file, by its ending."""
    suffix = suffix_of(address)
    known = FORMATS.get(suffix)
    return _TYPES.get(suffix) or (known[1] if known is not None else "application/octet-stream")


def head(status: int, content_type: str, length: int | None, extra: tuple[tuple[str, str], ...] = ()) -> bytes:
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


def plain(status: int, words: str = "") -> bytes:
    """A whole response with one line of text."""
    body = f"{status} {words or _REASONS[status]}\n".encode()
    extra = (("Allow", "GET, HEAD"),) if status == 405 else ()
    return head(status, "text/plain; charset=utf-8", len(body), extra) + body
