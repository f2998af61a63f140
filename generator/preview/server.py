"""The server: one event loop on the standard library, every request ends in a response.

Starlette and uvicorn were weighed and left: they take longer to import than the first page takes
to make, and most of what they do (routing, bodies, middleware, files) must not exist here.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import Any
from urllib.parse import quote

from generator.preview.access import allowed_hosts, check_access
from generator.preview.request import MAX_HEAD, Refused, Request, address_of, parse_head
from generator.preview.response import head, media_type, plain

CLIENT = "_prongsai/client.js"
EVENTS = "_prongsai/events"
MAX_CONNECTIONS = 256
MAX_STREAMS = 64
HEAD_SECONDS = 10.0
SEND_SECONDS = 30.0
_BEAT_SECONDS = 15.0
_TAG = b'<script src="/_prongsai/client.js" defer></script></body>'

Get = Callable[[str], bytes | None]
"""The content of an address, or nothing."""
State = Callable[[], Mapping[str, Any]]
"""What an open page is told: the version that is served and the problems there are."""


class Server:
    """Serves what ``get`` knows on one address and port, and tells open pages when ``changed`` is called."""

    def __init__(self, get: Get, state: State, client: bytes, *, names: tuple[str, ...] = ()) -> None:
        self._get = get
        self._state = state
        self._client = client
        self._names = names
        self._hosts: frozenset[str] = frozenset()
        self._connections: dict[asyncio.Task[None], float] = {}
        self._streams = 0
        self._wakers: set[asyncio.Event] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen; port 0 takes a free one. Raises ``OSError`` when that cannot be."""
        self._server = await asyncio.start_server(self._connected, host, port, limit=MAX_HEAD, backlog=512)
        self.port = int(self._server.sockets[0].getsockname()[1])
        self._hosts = allowed_hosts(self.port, self._names)

    async def stop(self) -> None:
        """Stop listening and end every connection."""
        if self._server is not None:
            self._server.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def changed(self) -> None:
        """Tell every open page to look again."""
        for waker in self._wakers:
            waker.set()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._connections) >= MAX_CONNECTIONS:
            # the one that has waited longest is not a page being read
            min(self._connections, key=lambda one: self._connections[one]).cancel()
        self._connections[task] = asyncio.get_running_loop().time()
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.CancelledError, TimeoutError):
            pass
        finally:
            self._connections.pop(task, None)
            writer.close()
            with contextlib.suppress(ConnectionError, asyncio.CancelledError, TimeoutError):
                async with asyncio.timeout(1.0):
                    await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method = "GET"
        try:
            request = parse_head(await self._head(reader))
            method = request.method
            check_access(request, self._hosts)
            address = address_of(request.target)
            if address == EVENTS and method == "GET":
                await self._stream(writer)
                return
            response = self._page(address, request)
        except Refused as refused:
            response = plain(refused.status, refused.reason)
        except Exception:
            response = plain(500)
        if method == "HEAD":
            response = response[: response.index(b"\r\n\r\n") + 4]
        await _send(writer, response)

    async def _head(self, reader: asyncio.StreamReader) -> bytes:
        try:
            async with asyncio.timeout(HEAD_SECONDS):
                raw = await reader.readuntil(b"\r\n\r\n")
        except TimeoutError:
            raise Refused(408, "no request came") from None
        except asyncio.LimitOverrunError:
            raise Refused(431, "head too large") from None
        except asyncio.IncompleteReadError:
            raise Refused(400, "half a request") from None
        return raw[:-4]

    def _page(self, address: str, request: Request) -> bytes:
        if address == CLIENT:
            return head(200, "text/javascript; charset=utf-8", len(self._client)) + self._client
        content = self._get(address)
        if content is not None:
            kind = media_type(address)
            body = with_client(content) if kind.startswith("text/html") else content
            return head(200, kind, len(body)) + body
        if not address.endswith("/index.html") and self._get(f"{address}/index.html") is not None:
            # the address is one that is known, so nothing of the request stands in the header
            return head(301, "text/plain", 0, (("Location", quote(f"/{address}/")),))
        missing = self._get("404.html") if request.one("sec-fetch-dest") in ("document", "") else None
        body = with_client(missing if missing is not None else _NOTHING_YET)
        return head(404, "text/html; charset=utf-8", len(body)) + body

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        if self._streams >= MAX_STREAMS:
            raise Refused(503, "too many open pages")
        self._streams += 1
        try:
            writer.write(head(200, "text/event-stream; charset=utf-8", None))
            async with contextlib.aclosing(self._messages()) as messages:
                async for message in messages:
                    await _send(writer, message)
        finally:
            self._streams -= 1

    async def _messages(self) -> AsyncGenerator[bytes, None]:
        waker = asyncio.Event()
        self._wakers.add(waker)
        try:
            while True:
                state = json.dumps(self._state(), ensure_ascii=True, separators=(",", ":"))
                yield f"data: {state}\n\n".encode("ascii")
                while not waker.is_set():
                    try:
                        async with asyncio.timeout(_BEAT_SECONDS):
                            await waker.wait()
                    except TimeoutError:
                        yield b":\n\n"
                waker.clear()
        finally:
            self._wakers.discard(waker)


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    """Send, or raise ``TimeoutError``. Not by ``wait_for``, which in Python 3.11 may swallow the end of its task."""
    writer.write(data)
    async with asyncio.timeout(SEND_SECONDS):
        await writer.drain()


_NOTHING_YET = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>Prongsai</title></head>'
    "<body><p>ยังไม่มีหน้านี้ · There is no such page yet.</p></body></html>"
).encode()


def with_client(page: bytes) -> bytes:
    """A page with the script that brings changes into it, the only thing the server adds."""
    start, closing, end = page.rpartition(b"</body>")
    return start + _TAG + end if closing else page
