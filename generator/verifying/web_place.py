"""A published site at a web address: plain requests to that host only, with limits of time and size.

No proxy, cookie or password of this machine is used, and no other host is ever asked: a redirect
that leads away is a difference, not a way to go.
"""

import http.client
import ipaddress
import re
import socket
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from generator.verifying.manifest_file import MOST_FILES
from generator.verifying.place import Difference, UnreadableError

_CHUNK = 1 << 16
_REDIRECTS = 5
_LENGTH = re.compile("[0-9]{1,15}")
_SILENCE = 20.0
"""How long a host may say nothing, in seconds."""

_PORTS = {"https": 443, "http": 80}


class HostAddress(NamedTuple):
    """The folder of a site: ``https``, or ``http`` on this machine itself. ``folder`` begins and ends in a slash."""

    scheme: str
    host: str
    port: int
    folder: str


def web_address(text: str) -> HostAddress | None:
    """The address of a site's folder or front page; nothing when it is no address that may be asked."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc or parts.query or parts.fragment:
        return None
    if parts.scheme == "http" and not _is_loopback(host):
        return None
    if not (text.isascii() and text.isprintable()) or " " in text:
        return None
    folder = parts.path if parts.path.endswith(("/", "/index.html", "/manifest.json")) else f"{parts.path}/"
    return HostAddress(parts.scheme, host, port or _PORTS[parts.scheme], folder.rpartition("/")[0] + "/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Answer(http.client.HTTPResponse):
    """An answer with no more fields after it than may stand before it: the library reads on as long as any come."""

    def _read_and_discard_trailer(self) -> None:
        http.client.parse_headers(self.fp)


class WebPlace:
    """A site at an address. Everything has to be read within ``seconds`` of its making."""

    readers = 4
    most_files = MOST_FILES

    def __init__(self, address: HostAddress, seconds: float) -> None:
        self._address = address
        self._until = time.monotonic() + seconds
        self._own = threading.local()

    @contextmanager
    def open(self, path: str) -> Iterator[Iterator[bytes]]:
        """A file in pieces, as the host sends it."""
        try:
            response = self._ask(self._address.folder + path)
        except UnreadableError:
            self.leave()
            raise
        except (OSError, http.client.HTTPException) as error:
            self.leave()
            raise UnreadableError(_said(error)) from error
        try:
            if response.status in (404, 410):
                raise FileNotFoundError(path)
            if response.status != 200:
                raise UnreadableError(f"HTTP {response.status}")
            if not _has_length(response):
                raise UnreadableError("answer")
            if response.headers.get("Content-Encoding", "identity") != "identity":
                raise UnreadableError("encoded")
            yield self._pieces(response)
        finally:
            if not response.isclosed():  # there is more than anybody wants
                self.leave()

    def leave(self) -> None:
        """Close this thread's connection."""
        connection: http.client.HTTPConnection | None = getattr(self._own, "connection", None)
        if connection is not None:
            connection.close()
            self._own.connection = None

    def others(self, known: Collection[str]) -> list[Difference]:
        """Nothing: a host does not say what else it has."""
        return []

    def _ask(self, target: str) -> http.client.HTTPResponse:
        for _ in range(_REDIRECTS):
            response = self._once(target)
            if response.status not in (301, 302, 303, 307, 308):
                return response
            target = self._following(target, response.headers.get("Location", ""))
            if response.length is not None and response.length <= _CHUNK:
                response.read()
            if not response.isclosed():
                self.leave()
        raise UnreadableError("redirects")

    def _following(self, target: str, location: str) -> str:
        """Where a redirect leads on this host; raises for one that leads away, or to no address at all."""
        try:
            parts = urlsplit(urljoin(self._url(target), location))
            scheme, host, port = parts.scheme, parts.hostname, parts.port
        except ValueError as error:
            raise UnreadableError("redirect") from error
        if not location or " " in location or not (location.isascii() and location.isprintable()):
            raise UnreadableError("redirect")
        if not self._is_here(scheme, host, port):
            raise UnreadableError("elsewhere")
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def _once(self, target: str) -> http.client.HTTPResponse:
        """One request, once more on a new connection where the host has closed the old one meanwhile."""
        was_open = getattr(self._own, "connection", None) is not None
        try:
            return self._request(target)
        except (http.client.RemoteDisconnected, ConnectionError):
            self.leave()
            if not was_open:
                raise
            return self._request(target)

    def _request(self, target: str) -> http.client.HTTPResponse:
        connection: http.client.HTTPConnection | None = getattr(self._own, "connection", None)
        left = min(_SILENCE, self._left())
        if connection is None:
            kind = http.client.HTTPSConnection if self._address.scheme == "https" else http.client.HTTPConnection
            connection = self._own.connection = kind(self._address.host, self._address.port, timeout=left)
            connection.response_class = _Answer
        elif connection.sock is not None:
            connection.sock.settimeout(left)
        connection.request("GET", target, headers={"Accept-Encoding": "identity", "User-Agent": "prongsai-verify"})
        return connection.getresponse()

    def _pieces(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        try:
            while piece := response.read1(_CHUNK):
                self._left()
                yield piece
            if response.length:
                raise UnreadableError("cut")
            response.read(0)  # which notes that all was read, so that the connection can be used again
        except (OSError, http.client.HTTPException) as error:
            raise UnreadableError(_said(error)) from error

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise UnreadableError("time")
        return left

    def _url(self, target: str) -> str:
        host = f"[{self._address.host}]" if ":" in self._address.host else self._address.host
        return f"{self._address.scheme}://{host}:{self._address.port}{target}"

    def _is_here(self, scheme: str, host: str | None, port: int | None) -> bool:
        there = (scheme, host, port or _PORTS.get(scheme))
        return there == (self._address.scheme, self._address.host, self._address.port)


def _has_length(response: http.client.HTTPResponse) -> bool:
    """Whether the host says how much it sends in a way that can be understood, or does not say it."""
    lengths = {length.strip() for length in response.headers.get_all("Content-Length", ())}
    return not lengths or (len(lengths) == 1 and _LENGTH.fullmatch(lengths.pop()) is not None)


def _said(error: Exception) -> str:
    if isinstance(error, socket.timeout | TimeoutError):
        return "silence"
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected):
        return "cut"
    if isinstance(error, http.client.HTTPException):
        return "answer"  # what it says is the host's own text
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
