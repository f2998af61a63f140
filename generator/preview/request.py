"""The head of an HTTP request, read strictly, and the address it asks for.

There is no file system behind an address: it is looked up in a dictionary. Still a target is
decoded once and refused when it is not plain, so that nothing downstream meets an odd one.
"""

from typing import NamedTuple
from urllib.parse import unquote_to_bytes

MAX_HEAD = 16 * 1024
MAX_TARGET = 4096

Fields = tuple[tuple[str, str], ...]
"""Header fields: names and values."""


class Request(NamedTuple):
    """A request line and its header fields; names in small letters, in the order they came."""

    method: str
    target: str
    fields: Fields

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for field, value in self.fields if field == name]

    def one(self, name: str) -> str:
        """The value of a field that may be given once; nothing when it is not given."""
        values = self.all(name)
        return values[0] if values else ""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of the server
    """A request that is answered with a status and nothing of the site."""

    def __init__(self, status: int, reason: str, fields: Fields = ()) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.fields = fields


def parse_head(head: bytes) -> Request:
    """The request in a head without its closing empty line. Raises ``Refused`` for what is not plain HTTP/1."""
    try:
        lines = head.decode("ascii").split("\r\n")
    except UnicodeDecodeError:
        raise Refused(400, "not ASCII") from None
    parts = lines[0].split(" ")
    if len(parts) != 3 or parts[2] not in ("HTTP/1.1", "HTTP/1.0") or not parts[0].isalpha():
        raise Refused(400, "not an HTTP request")
    if len(parts[1]) > MAX_TARGET:
        raise Refused(414, "target too long")
    fields: list[tuple[str, str]] = []
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon or not name or name != name.strip() or any(not (" " < c < "\x7f") for c in name):
            raise Refused(400, "not a header field")
        if any(c < " " and c != "\t" for c in value) or "\x7f" in value:
            raise Refused(400, "not a header value")
        fields.append((name.lower(), value.strip()))
    return Request(parts[0], parts[1], tuple(fields))


def address_of(target: str) -> str:
    """The address in a request target: decoded once, without query, a folder as its ``index.html``.

    Raises ``Refused`` for anything but a path of plain segments.
    """
    path = target.partition("?")[0].partition("#")[0]
    if not path.startswith("/"):
        raise Refused(400, "not a path")
    try:
        decoded = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "not UTF-8") from None
    segments = decoded[1:].split("/")
    if any(not c.isprintable() or c == "\\" for c in decoded) or any(s in (".", "..") for s in segments):
        raise Refused(400, "not a plain path")
    if "" in segments[:-1]:
        raise Refused(404, "no such page")
    return decoded[1:] + ("index.html" if not segments[-1] else "")
