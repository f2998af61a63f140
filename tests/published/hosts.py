"""Hosts on this machine that answer as those of the recipes do, and the recipes as the documentation tells them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

from loopback import listening

from .conftest import PROJECT
from .site import Site


class Answer(NamedTuple):
    """What a host answers: status, headers with small letters, and body."""

    status: int
    headers: dict[str, str]
    body: bytes


Host = Callable[[str], Answer]
"""What a host answers to the path of a request, without its query and unquoted."""


def recipe(heading: str, language: str) -> str:
    """The only block of code in a language under a heading of the guide to publishing."""
    text = (PROJECT / "docs" / "en" / "publishing.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^### {re.escape(heading)}\n(.*?)(?=^##)", text, re.MULTILINE | re.DOTALL)
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return str(block)


@contextmanager
def served(host: Host) -> Iterator[str]:
    """The address, without a slash at its end, at which a host answers."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else the body waits until the client has acknowledged the headers

        def do_GET(self) -> None:
            answer = host(unquote(urlsplit(self.path).path))
            query = urlsplit(self.path).query
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, f"{value}?{query}" if name == "location" and query else value)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *told: object) -> None:
            """Say nothing of a request."""

    with listening(Handler) as address:
        yield address


def ask(address: str) -> Answer:
    """One request, by no proxy; a redirect is followed."""
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=20) as answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            return Answer(answer.status, headers, answer.read())
    except HTTPError as error:
        with error:
            return Answer(error.code, {name.lower(): value for name, value in error.headers.items()}, error.read())


def own_links(site: Site, base: str) -> list[str]:
    """Every address on the same host that a page of a site links to, when the site lies at ``base``."""
    found: set[str] = set()
    for address, page in site.pages.items():
        if page.kind != "lost":
            found.update(urldefrag(urljoin(f"{base}{address}", link))[0] for link, _ in page.links)
    host = "/".join(base.split("/")[:3])
    return sorted(link for link in found if link.startswith(f"{host}/"))
