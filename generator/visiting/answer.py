"""What a host answers to one address, over as many redirects as a browser would follow."""

import http.client
import socket
import time
from typing import NamedTuple
from urllib.parse import urljoin

from generator.visiting.pace import Pace
from generator.visiting.pinned import MayConnect, RefusedError, Target, connection_to, target_of

_REDIRECTS = 8
_MOVED = frozenset((301, 302, 303, 307, 308))
_MOST = 64 * 1024
"""How much of a page is read, in bytes."""

_BUSY = frozenset((429, 503))
_NO_HOST = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))


class Answer(NamedTuple):
    """The last answer: its status, its address and the kind of content.

    ``fault`` is why there is none: ``host``, there is no such host; ``refused``; ``silence``; ``secure``, its
    certificate does not hold; ``redirects``; ``broken``.
    """

    status: int = 0
    url: str = ""
    kind: str = ""
    body: bytes = b""
    fault: str = ""


class Asker:
    """Asks hosts in turn. ``seconds`` is how long a host may say nothing."""

    def __init__(self, pace: Pace, may_connect: MayConnect, seconds: float = 20.0) -> None:
        self._pace = pace
        self._may_connect = may_connect
        self._seconds = seconds

    def ask(self, method: str, url: str) -> Answer:
        """The answer to one address; one that asks for patience is asked once more after that."""
        found = self._follow(method, url)
        return self._follow(method, url) if found.status in _BUSY else found

    def _follow(self, method: str, url: str) -> Answer:
        for _ in range(_REDIRECTS):
            target = target_of(url)
            if target is None:
                return Answer(url=url, fault="broken")
            try:
                found, location = self._once(method, target, url)
            except RefusedError:
                return Answer(url=url, fault="refused")
            except (OSError, http.client.HTTPException) as error:
                return Answer(url=url, fault=_fault(error))
            if found.status not in _MOVED or not location:
                return found
            try:
                url = urljoin(url, location)
            except ValueError:
                return Answer(url=url, fault="broken")
        return Answer(url=url, fault="redirects")

    def _once(self, method: str, target: Target, url: str) -> tuple[Answer, str]:
        with self._pace.turn(target.host):
            connection = connection_to(target, self._seconds, self._may_connect)
            try:
                headers = {"Accept-Encoding": "identity", "User-Agent": "prongsai-links", "Accept": "*/*"}
                connection.request(method, target.path, headers=headers)
                response = connection.getresponse()
                body = _beginning(response, time.monotonic() + self._seconds) if method == "GET" else b""
            finally:
                connection.close()
            after = response.headers.get("Retry-After", "")
            if response.status in _BUSY and after.isascii() and after.isdecimal():
                self._pace.hold(target.host, float(after[:6]))
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        return Answer(response.status, url, kind, body), response.headers.get("Location", "")


def _beginning(response: http.client.HTTPResponse, until: float) -> bytes:
    body = b""
    while len(body) < _MOST and time.monotonic() < until and (piece := response.read1(_MOST)):
        body += piece
    return body[:_MOST]


def _fault(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "host" if error.errno in _NO_HOST else "silence"
    if type(error).__name__.startswith("SSL"):
        return "secure"
    return "silence" if isinstance(error, OSError) else "broken"
