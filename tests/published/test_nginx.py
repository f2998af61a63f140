"""The site behind nginx, set up as the documentation says: every page and link is there, under the strictest policy."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from programs import cannot

from generator.cli import main as cli
from generator.preview.response import CONTENT_POLICY

from .hosts import ask, own_links, recipe
from .site import Site
from .walk import walk

CONFIGURATION = """\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 128; }}
http {{
    default_type application/octet-stream;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen {host}:{port};
{recipe}
    }}
}}
"""
TYPES = {".html": "text/html", ".css": "text/css", ".js": "javascript", ".json": "json", ".xml": "xml",
         ".svg": "image/svg+xml", ".woff2": "woff2", ".txt": "text/plain", ".png": "image/png",
         ".csv": "text/csv", ".xlsx": "spreadsheetml", ".zip": "zip", ".pdf": "pdf", ".jsonld": "ld+json"}  # fmt: skip


def _nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return found or cannot("no nginx on the PATH or in /usr/sbin")


def _types() -> str:
    places = ("/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types")
    return next(filter(os.path.isfile, places), None) or cannot("nginx has no mime.types")


@pytest.fixture(scope="module")
def host(shipped: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the portal under ``/ita/``, by the recipe of the documentation."""
    program, types = _nginx(), _types()
    told = recipe("nginx", "nginx")
    assert told.count("/srv/www/ita/") == 1
    folder = tmp_path_factory.mktemp("nginx")
    with socket.create_server(("127.0.0.1", 0)) as listening:  # who comes before nginx is ready waits in its queue
        shutil.copy(types, folder / "mime.types")  # where the recipe finds it: beside the configuration
        configuration = CONFIGURATION.format(
            user="user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else "",
            folder=folder,
            host="127.0.0.1",
            port=listening.getsockname()[1],
            recipe=told.replace("/srv/www/ita/", f"{shipped.root}/"),
        )
        (folder / "nginx.conf").write_text(configuration, encoding="utf-8")
        number = listening.fileno()
        command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
        running = subprocess.Popen(command, pass_fds=[number], env={**os.environ, "NGINX": f"{number};"})
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    try:
        yield address
    finally:
        running.terminate()
        running.wait(timeout=20)


def test_every_file_is_served_with_its_type_and_the_policy(host: str, shipped: Site) -> None:
    for address, data in shipped.files.items():
        if address == ".prongsai":
            continue
        answer = ask(f"{host}/ita/{address}")
        assert (answer.status, answer.body) == (200, data), address
        assert TYPES[Path(address).suffix] in answer.headers["content-type"], address
        assert answer.headers["content-security-policy"] == CONTENT_POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in CONTENT_POLICY


def test_every_link_inside_the_site_is_answered(host: str, shipped: Site) -> None:
    own = own_links(shipped, f"{host}/ita/")
    assert len(own) > 180
    assert [link for link in own if not urlsplit(link).path.startswith("/ita/") or ask(link).status != 200] == []


def test_folders_lead_to_their_front_pages_and_what_is_not_there_to_the_page_that_says_so(
    host: str, shipped: Site
) -> None:
    front = shipped.files["index.html"]
    assert ask(f"{host}/ita/").body == ask(f"{host}/ita").body == front
    assert ask(f"{host}/ita/kok-tum").body == shipped.files["kok-tum/index.html"]
    lost = ask(f"{host}/ita/kok-tum/nowhere")
    assert (lost.status, lost.body) == (404, shipped.files["404.html"])
    assert lost.headers["content-security-policy"] == CONTENT_POLICY


@pytest.mark.browser
def test_under_the_policy_nothing_is_refused_and_no_request_leaves(host: str, browser: Browser, shipped: Site) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    walked = walk(browser, [f"{host}/ita/{address}" for address in kinds.values()])
    assert walked.wrong == []
    assert walked.outside(f"{host}/ita/") == []
    assert f"{host}/ita/assets/site.js" in walked.asked


def test_what_is_served_is_what_was_published(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", f"{host}/ita/", "--lang", "en"]) == 0, capsys.readouterr()
    assert "All is as published" in capsys.readouterr().out
