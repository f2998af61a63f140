"""The site on Netlify or Cloudflare Pages, with the file of headers that the guide gives them."""

import mimetypes
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from generator.cli import main as cli
from generator.preview.response import CONTENT_POLICY

from .hosts import Answer, Host, ask, own_links, recipe, served
from .site import Site
from .walk import walk_in

PAGES = "Netlify, Cloudflare Pages"
MOST_RULES = 100
LONGEST_LINE = 2000


def rules(text: str) -> dict[str, dict[str, str]]:
    """The headers by path of a file ``_headers``, by what Netlify and Cloudflare both document; else ``ValueError``."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if len(line) > LONGEST_LINE:
            raise ValueError(f"longer than {LONGEST_LINE} characters: {line[:40]}")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] not in " \t":
            if not line.startswith("/") or line.count("*") > 1:
                raise ValueError(f"not a path: {line}")
            path = line.strip()
            found[path] = {}
            continue
        name, colon, value = line.strip().partition(":")
        if not (path and colon and value.strip() and re.fullmatch(r"[A-Za-z0-9-]+", name)):
            raise ValueError(f"not a header of a path: {line}")
        found[path][name.lower()] = value.strip()
    if len(found) > MOST_RULES:
        raise ValueError(f"more than {MOST_RULES} rules")
    return found


def pages_host(root: Path) -> Host:
    """Netlify or Cloudflare Pages: pages under addresses without ``index.html``, and headers as ``_headers`` says."""
    said = rules((root / "_headers").read_text(encoding="utf-8"))
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    types = mimetypes.MimeTypes()

    def answer(path: str) -> Answer:
        headers = {
            name: value
            for rule, fields in said.items()
            if re.fullmatch(re.escape(rule).replace(r"\*", ".*"), path)
            for name, value in fields.items()
        }
        name = path.removeprefix("/")
        if name.endswith("index.html"):
            return Answer(308, {**headers, "location": quote(path.removesuffix("index.html"))}, b"")
        if f"{name}/index.html" in files:
            return Answer(308, {**headers, "location": quote(f"{path}/")}, b"")
        found = files.get(f"{name}index.html" if path.endswith("/") else name)
        if found is None or name == "_headers":
            return Answer(404, {**headers, "content-type": "text/html"}, files["404.html"].read_bytes())
        kind = types.guess_type(found.name)[0] or "application/octet-stream"
        return Answer(200, {**headers, "content-type": kind}, found.read_bytes())

    return answer


@pytest.fixture(scope="module")
def deployed(shipped: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the command of the recipe gives to the service."""
    command = recipe(PAGES, "sh").split(" && ")
    assert command == ["python -m pip install ./prongsai-*.whl", "prongsai build --strict", "cp _headers build/\n"]
    folder = tmp_path_factory.mktemp("deployed") / "build"
    shutil.copytree(shipped.root, folder)
    (folder / "_headers").write_text(recipe(PAGES, "text"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def with_headers(deployed: Path) -> Iterator[str]:
    with served(pages_host(deployed)) as address:
        yield f"{address}/"


def test_a_file_of_headers_that_a_service_would_not_take_is_noticed() -> None:
    for wrong in (
        "X-A: b\n",
        "/*\nX-A: b\n",
        "/*\n  X-A\n",
        "  X-A: b\n",
        "/*/*\n  X-A: b\n",
        f"/*\n  X: {'a' * 2000}\n",
    ):
        with pytest.raises(ValueError, match=r"not a|longer"):
            rules(wrong)


def test_every_answer_of_the_service_has_the_headers(with_headers: str, deployed: Path, shipped: Site) -> None:
    links = own_links(shipped, with_headers)
    assert len(links) > 180
    for link in (*links, f"{with_headers}kok-tum/nowhere"):
        answer = ask(link)
        assert answer.status == (404 if link.endswith("nowhere") else 200), link
        assert answer.headers["content-security-policy"] == CONTENT_POLICY, link
        assert answer.headers["x-content-type-options"] == "nosniff", link
    assert cli.run(["verify", str(deployed), "--allow", "_headers"]) == 0


@pytest.mark.browser
def test_under_the_headers_pages_and_the_search_work_through_redirects(
    browser: Browser, with_headers: str, shipped: Site
) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items() if page.kind != "lost"}
    search = f"{with_headers}search/index.html?q={quote('งบประมาณ')}&agency=kut-chik"
    with browser.new_context() as context:
        walked = walk_in(context, [*(with_headers + address for address in kinds.values()), search])
        expect(context.pages[0].locator(".hits > li").first).to_be_visible()
        expect(context.pages[0].locator("select[name=agency]")).to_have_value("kut-chik")
        assert urlsplit(context.pages[0].url).path == "/search/"
    assert walked.wrong == []
    assert walked.outside(with_headers) == []
