"""A published site to be verified, and hosts on this machine that serve it, or pretend to."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import listening
from projects import ITEM, YEAR, WriteSmall

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def site(small: WriteSmall) -> Path:
    """A small portal with a document, as it was published."""
    files = {ITEM: "---\nitem: O1\nevidence: [{file: files/plan.pdf, title: แผน}]\n---\n"}
    written = small({**files, f"{YEAR}/files/plan.pdf": b"%PDF-1.4 plan"})
    assert not written.build().failed
    return Path(written.target)


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *told: object) -> None:
        """Say nothing of a request."""


@pytest.fixture
def serve(site: Path) -> Iterator[Callable[[Answer | None], str]]:
    """Serve the site, or answer every request in a way of one's own that may fall back on the site."""
    with ExitStack() as stack:

        def start(answer: Answer | None = None) -> str:
            class Handler(_Quiet):
                def do_GET(self) -> None:
                    if answer is None:
                        super().do_GET()
                    else:
                        answer(self)

            return stack.enter_context(listening(partial(Handler, directory=str(site))))

        yield start


def whole(handler: BaseHTTPRequestHandler) -> None:
    """Answer from the site's folder, as if nothing were the matter."""
    assert isinstance(handler, SimpleHTTPRequestHandler)
    SimpleHTTPRequestHandler.do_GET(handler)


@pytest.fixture
def deaf() -> Iterator[str]:
    """A host that takes a connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
