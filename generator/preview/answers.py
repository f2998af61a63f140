"""Responses to requests: pages, evidence files or ranges of them, and the server's own addresses."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from typing import NamedTuple
from urllib.parse import quote

from generator.preview.events import Events, State
from generator.preview.evidence import ServedEvidence
from generator.preview.ranges import byte_range
from generator.preview.request import Fields, Request, address_of
from generator.preview.response import Response, head, media_type, plain, whole
from generator.writing.bundle import Content, FileRef

OWN = "_prongsai/"
"""Where the server's own addresses lie. The site has none there: no address begins with a low line."""
_TAG = b'<script src="/_prongsai/client.js" defer></script></body>'
_NOTHING_YET = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>Prongsai</title></head>'
    "<body><p>ยังไม่มีหน้านี้ · There is no such page yet.</p></body></html>"
).encode()


class Served(NamedTuple):
    """What is served.

    ``get`` gives the content of an address, or nothing; evidence files lie below ``root``. ``version`` changes with
    what is served, and ``state`` is what open pages are told. ``scripts`` are the server's own, by name.
    """

    get: Callable[[str], Awaitable[Content | None]]
    root: str
    version: Callable[[], str]
    state: State
    scripts: Mapping[str, bytes]


class Answers:
    """Answers requests that were let in."""

    def __init__(self, served: Served) -> None:
        self._get = served.get
        self._version = served.version
        self._scripts = {f"{OWN}{name}": script for name, script in served.scripts.items()}
        self._evidence = ServedEvidence(served.root)
        self.events = Events(served.state)

    def stop(self) -> None:
        """End what is at work in threads."""
        self._evidence.stop()

    async def to(self, request: Request, reader: asyncio.StreamReader, held: AsyncExitStack) -> Response:
        """The response to a request; what is open while it is sent is ``held``. Raises ``Refused``."""
        address = address_of(request.target)
        if address in self._scripts:
            return whole(200, media_type(address), self._scripts[address])
        if address == f"{OWN}state":
            return whole(200, media_type("state.json"), self.events.state)
        if address == f"{OWN}events" and request.method == "GET":
            waker = held.enter_context(self.events.slot())
            messages = self.events.messages(waker, reader)
            return Response(head(200, "text/event-stream; charset=utf-8", None), messages, is_endless=True)
        content = await self._get(address)
        if isinstance(content, FileRef):
            return await self._file(address, content, request, held)
        if content is not None:
            kind = media_type(address)
            return self._page(200, content) if kind.startswith("text/html") else whole(200, kind, content)
        if not address.endswith("/index.html") and await self._get(f"{address}/index.html") is not None:
            # the address is one that is known, so nothing of the request stands in the header
            return whole(301, "text/plain", b"", (("Location", quote(f"/{address}/")),))
        missing = await self._get("404.html") if request.one("sec-fetch-dest") in ("document", "") else None
        return self._page(404, missing if isinstance(missing, bytes) else _NOTHING_YET)

    def _page(self, status: int, page: bytes) -> Response:
        """A page that follows changes; it knows its version, since that may be an old one when it first asks."""
        version = (("Server-Timing", f'version;desc="{self._version()}"'),)
        return whole(status, media_type("index.html"), with_client(page), version)

    async def _file(self, address: str, ref: FileRef, request: Request, held: AsyncExitStack) -> Response:
        try:
            file = await held.enter_async_context(self._evidence.opened(ref))
        except OSError:
            return plain(404, "not the file that was listed")
        asked = byte_range(request, file.size, file.tag)
        fields: Fields = (("Accept-Ranges", "bytes"), ("ETag", file.tag))
        if asked is None:
            first, last, status = 0, file.size - 1, 200
        else:
            first, last, status = *asked, 206
            fields += (("Content-Range", f"bytes {first}-{last}/{file.size}"),)
        return Response(head(status, media_type(address), last - first + 1, fields), file.pieces(first, last))


def with_client(page: bytes) -> bytes:
    """A page with the script that brings changes into it, the only thing the server adds."""
    start, closing, end = page.rpartition(b"</body>")
    return start + _TAG + end if closing else page
