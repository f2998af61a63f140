"""A published site to be verified, and hosts on this machine that serve it, or pretend to."""

import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import listening
from projects import ITEM, SMALL, YEAR, Written

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(scope="session")
def as_published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small portal with a document."""
    root = tmp_path_factory.mktemp("published")
    written = Written(str(root), str(root / "build"))
    files = {ITEM: "---\nitem: O1\nevidence: [{file: files/plan.pdf, title: แผน}]\n---\n"}
    written.write({**SMALL, **files, f"{YEAR}/files/plan.pdf": b"%PDF-1.4 plan"})
    assert not written.build().failed
    return Path(written.target)


@pytest.fixture
def site(as_published: Path, tmp_path: Path) -> Path:
    """The portal once more, to be changed."""
    return shutil.copytree(as_published, tmp_path / "build")


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the body waits until the client has acknowledged the headers

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
