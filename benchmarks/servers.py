"""A live server as a process of its own on loopback: started, asked for its pages until they show something, ended."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import environment

HOST = "127.0.0.1"
_POLL_SECONDS = 0.003
_SLOWEST_POLL = 1 / 200
_END_SECONDS = 5.0
_LARGEST_PAGE = 4_000_000


class ServerError(Exception):
    """A server ended by itself or never served its first page; the text says which."""


class Server(NamedTuple):
    """A server that was started here."""

    process: "subprocess.Popen[bytes]"
    port: int

    def page(self, address: str, limit: float) -> bytes:
        """What is served at an address now; nothing when there is no such page or no answer in ``limit`` seconds."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=max(limit, _POLL_SECONDS))
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            return response.read(_LARGEST_PAGE) if response.status == 200 else b""
        except (OSError, http.client.HTTPException):
            return b""
        finally:
            connection.close()

    def shows(self, address: str, words: str, limit: float) -> float | None:
        """When (``time.perf_counter``) a page was first served with these words; nothing if not in ``limit`` seconds.

        Raises ``ServerError`` when the server has ended.
        """
        wanted = words.encode()
        started = time.perf_counter()
        while (waited := time.perf_counter() - started) < limit:
            if wanted in self.page(address, limit - waited):
                return time.perf_counter()
            if _ended(self.process):
                raise ServerError("the server ended by itself")
            # one that takes seconds is asked less often, so that the asking does not slow it
            time.sleep(max(_POLL_SECONDS, waited * _SLOWEST_POLL))
        return None


@contextmanager
def running(command: Sequence[str], folder: Path, log: Path, scratch: Path) -> Iterator[Server]:
    """Start a server on a free port, which stands for ``{port}``; it is ended with all that it started.

    Its output is appended to ``log``, its temporary files go to ``scratch``.
    """
    port = _free_port()
    with log.open("ab") as output:
        process = subprocess.Popen(
            [word.replace("{port}", str(port)) for word in command],
            cwd=folder,
            env={**environment(), "TMPDIR": str(scratch)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        yield Server(process, port)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its group, whose number stays its own until the process is waited for."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGTERM)
        end = time.monotonic() + _END_SECONDS
        while not _ended(process) and time.monotonic() < end:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether a process has ended, without waiting for it: its number is not free for another one before that."""
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
