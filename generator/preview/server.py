"""The server: one event loop on the standard library, every request ends in a response.

Starlette and uvicorn were weighed and left: they take longer to import than the first page takes
to make, and most of what they do (routing, bodies, middleware, files) must not exist here.
"""

import asyncio
import contextlib
import socket
from collections.abc import Mapping, Sequence

from generator.preview.access import allowed_hosts, check_access
from generator.preview.answers import Answers, Served
from generator.preview.request import MAX_HEAD, Refused, parse_head
from generator.preview.response import plain

MAX_CONNECTIONS = 256
HEAD_SECONDS = 10.0
SEND_SECONDS = 30.0

# what is lost least when a connection is given up for a new one
_SILENT, _ANSWERED, _FOLLOWING = range(3)


class Server:
    """Serves to browsers on this machine, and to others that call it by one of ``names`` (see ``access.host_name``)."""

    def __init__(self, served: Served, names: Sequence[str] = ()) -> None:
        self._answers = Answers(served)
        self._names = names
        self._hosts: Mapping[str, frozenset[str]] = {}
        self._connections: dict[asyncio.Task[None], int] = {}
        self._servers: list[asyncio.Server] = []

    async def start(self, sockets: Sequence[socket.socket]) -> None:
        """Answer on sockets that are bound to one port."""
        self._hosts = allowed_hosts(sockets[0].getsockname()[1], self._names)
        for one in sockets:
            self._servers.append(await asyncio.start_server(self._connected, sock=one, limit=MAX_HEAD, backlog=512))

    async def stop(self) -> None:
        """Stop listening and end every connection."""
        for one in self._servers:
            one.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._answers.stop()

    def changed(self) -> None:
        """Tell every open page to look again."""
        self._answers.events.changed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._connections) >= MAX_CONNECTIONS:
            # of those that matter least, the one that is open longest: tasks stand in the order they came
            given_up = min(self._connections, key=lambda one: self._connections[one])
            del self._connections[given_up]
            given_up.cancel()
        self._connections[task] = _SILENT
        try:
            await self._answer(task, reader, writer)
        except (OSError, asyncio.CancelledError):
            pass  # the other side is gone or too slow, or a file is not what it was
        finally:
            self._connections.pop(task, None)
            writer.close()
            with contextlib.suppress(OSError, asyncio.CancelledError):
                async with asyncio.timeout(1.0):
                    await writer.wait_closed()

    async def _answer(
        self, task: asyncio.Task[None], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        method = "GET"
        async with contextlib.AsyncExitStack() as held:
            try:
                request = parse_head(await _head(reader))
                method = request.method
                check_access(request, self._hosts)
                response = await self._answers.to(request, reader, held)
            except Refused as refused:
                response = plain(refused.status, refused.reason, refused.fields)
            except Exception:
                response = plain(500)
            if task in self._connections:
                self._connections[task] = _FOLLOWING if response.is_endless else _ANSWERED
            await _send(writer, response.head)
            if method != "HEAD":
                async with contextlib.aclosing(response.pieces()) as pieces:
                    async for piece in pieces:
                        await _send(writer, piece)


async def _head(reader: asyncio.StreamReader) -> bytes:
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


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    """Send, or raise ``TimeoutError``. Not by ``wait_for``, which in Python 3.11 may swallow the end of its task."""
    writer.write(data)
    async with asyncio.timeout(SEND_SECONDS):
        await writer.drain()
