"""A preview server on loopback, talked to in raw bytes."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from generator.preview.answers import Served
from generator.preview.listening import listen
from generator.preview.server import Server
from generator.writing.bundle import FileRef

SITE = {
    "index.html": b"<!doctype html><html><body><p>front</p></body></html>",
    "kok-tum/2565/o12/index.html": b"<!doctype html><html><body><p>O12</p></body></html>",
    "assets/style.css": b"body { margin: 0 }",
    "kok-tum/2565/files/plan.pdf": b"%PDF-1.4",
    "404.html": b"<!doctype html><html><body><p>none</p></body></html>",
}


class Running:
    """A server in a thread of its own."""

    def __init__(
        self,
        get: Callable[[str], bytes | FileRef | None] = SITE.get,
        *,
        root: str = "",
        sockets: Sequence[socket.socket] = (),
        names: tuple[str, ...] = (),
    ) -> None:
        self.asked: list[str] = []
        self.state: dict[str, Any] = {"version": 1, "problems": [], "words": {}}

        async def recorded(address: str) -> bytes | FileRef | None:
            self.asked.append(address)
            return get(address)

        scripts = {"client.js": b"// client\n", "worker.js": b"// worker\n"}
        self.server = Server(Served(recorded, root, self.version, lambda: self.state, scripts), names)
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        sockets = sockets or listen("127.0.0.1", 0).sockets
        self.port = sockets[0].getsockname()[1]
        self.call(self.server.start(sockets))

    def version(self) -> str:
        return str(self.state["version"])

    def call(self, work: Any) -> Any:
        """Run a coroutine in the server's loop and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

    def stop(self) -> None:
        """End the server and its thread."""
        self.call(self.server.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def connect(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def send(self, raw: bytes, *, close: bool = False) -> bytes:
        """Everything the server answers to some bytes; ``close`` ends our side first."""
        with self.connect() as connection:
            with contextlib.suppress(OSError):  # it may have answered and hung up before the end
                connection.sendall(raw)
                if close:
                    connection.shutdown(socket.SHUT_WR)
            return everything(connection)

    def ask(self, target: bytes, *fields: bytes, method: bytes = b"GET", host: bytes | None = None) -> bytes:
        """The answer to one request with the right Host unless another is given."""
        name = host if host is not None else f"127.0.0.1:{self.port}".encode()
        lines = [method + b" " + target + b" HTTP/1.1", b"Host: " + name, *fields]
        return self.send(b"\r\n".join(lines) + b"\r\n\r\n")


def everything(connection: socket.socket) -> bytes:
    """All bytes until the other side closes."""
    parts: list[bytes] = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def status(answer: bytes) -> int:
    """The status of a response; 0 when there is none."""
    return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0


@pytest.fixture
def running() -> Iterator[Running]:
    """A server of a small site."""
    server = Running()
    yield server
    server.stop()
