"""The sites that these tests look at, and the server that shows them to a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import listening
from sampling import WHOLE

import generator

from .site import KINDS, Page, Site

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = Path(__file__).resolve().parent / "example"


def publish(project: Path, target: Path, *words: str, umask: int = -1, **environment: str) -> None:
    """Build a project in a process of its own that stands beside the target."""
    known = {**os.environ, "PYTHONPATH": str(Path(generator.__file__).resolve().parents[1]), **environment}
    command = (sys.executable, "-m", "generator", "build", str(project), "--out", str(target), *words)
    done = subprocess.run(
        command, cwd=target.parent, env=known, umask=umask, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The portal of the content that comes with the generator. It stands in a folder ``ita``, as on a host."""
    root = tmp_path_factory.mktemp("shipped") / "ita"
    publish(PROJECT, root)
    return Site(root)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of one invented agency that fills in every field, in Thai numerals."""
    root = tmp_path_factory.mktemp("example") / "ita"
    publish(EXAMPLE, root)
    return Site(root)


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The portal once more, with pages in English beside the Thai ones."""
    project = tmp_path_factory.mktemp("english")
    shutil.copytree(PROJECT / "content", project / "content")
    settings = project / "content" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "languages: [th, en]\n", encoding="utf-8")
    publish(project, project / "ita")
    return Site(project / "ita")


@pytest.fixture(scope="session")
def pages(shipped: Site, example: Site) -> list[Page]:
    """Every page of the portal and of the example."""
    return [*shipped.pages.values(), *example.pages.values()]


@pytest.fixture(scope="session")
def english_pages(english: Site) -> list[Page]:
    """Every page in English."""
    return [page for page in english.pages.values() if _is_english(page)]


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, *told: object) -> None:
        """Say nothing of a request."""


def _serve(folder: Path) -> Iterator[str]:
    with listening(partial(_Quiet, directory=str(folder))) as address:
        yield f"{address}/"


def _serve_in_folder(site: Site) -> Iterator[str]:
    for address in _serve(site.root.parent):
        yield f"{address}{site.root.name}/"


@pytest.fixture(scope="package")
def shipped_address(shipped: Site) -> Iterator[str]:
    """Where the portal is served: in a folder of a host that has nothing else."""
    yield from _serve_in_folder(shipped)


@pytest.fixture(scope="package")
def example_address(example: Site) -> Iterator[str]:
    """Where the example is served: in a folder of a host that has nothing else."""
    yield from _serve_in_folder(example)


@pytest.fixture(scope="package")
def english_address(english: Site) -> Iterator[str]:
    """Where the portal with pages in English is served: in a folder of a host that has nothing else."""
    yield from _serve_in_folder(english)


@pytest.fixture(scope="package")
def at_the_top(shipped: Site) -> Iterator[str]:
    """Where the portal is served once more: as all that its host has."""
    yield from _serve(shipped.root)


@pytest.fixture(scope="package")
def every_page(shipped: Site, shipped_address: str) -> list[str]:
    """The address of every page of the portal; in a sample of its longest pages."""
    pages = shipped.pages if WHOLE else longest_of_each_kind(shipped.pages.values())
    return [shipped_address + address for address in pages]


def longest_of_each_kind(pages: Iterable[Page]) -> list[str]:
    """The address of the longest page of each kind."""
    return list({page.kind: page.address for page in sorted(pages, key=lambda page: len(page.text))}.values())


def _is_english(page: Page) -> bool:
    return "en" in page.address.split("/")


def _one_of_each_kind(site: Site) -> list[Page]:
    found: dict[tuple[str, str, bool], Page] = {}
    for address, page in site.pages.items():
        if not _is_english(page):
            folder = page.year_folder if page.of_a_year else address
            found.setdefault((folder, page.kind, 'class="evidence"' in page.text), page)
    return list(found.values())


@pytest.fixture(scope="package")
def kinds(
    shipped: Site,
    shipped_address: str,
    example: Site,
    example_address: str,
    english_pages: list[Page],
    english_address: str,
) -> list[tuple[str, str]]:
    """Pages of each kind, as the kind with its language and the address where the page is served."""
    found = [
        (page.kind, base + page.address)
        for site, base in ((shipped, shipped_address), (example, example_address))
        for page in _one_of_each_kind(site)
    ]
    in_english = {page.kind: example_address + page.address for page in example.pages.values() if _is_english(page)}
    in_english |= {page.kind: english_address + page.address for page in english_pages}
    return [*found, *((f"{kind} in English", address) for kind, address in in_english.items())]


@pytest.fixture(scope="package")
def each_kind(request: pytest.FixtureRequest) -> list[str]:
    """The address of a page of each kind for each agency-year; of items one with evidence and one without.

    In English there is one of each kind. In a sample there is the longest page of each kind, and in English two.
    """
    name = "kinds" if WHOLE else "longest"
    return [address for _, address in request.getfixturevalue(name)]


@pytest.fixture(scope="package")
def longest(shipped: Site, shipped_address: str, example: Site, example_address: str) -> list[tuple[str, str]]:
    """The longest page of each kind in Thai, and those of an item and of a year in English: kind and address."""
    found: dict[str, tuple[int, str]] = {}
    for site, base in ((shipped, shipped_address), (example, example_address)):
        for page in site.pages.values():
            kind = f"{page.kind} in English" if _is_english(page) else page.kind
            found[kind] = max(found.get(kind, (0, "")), (len(page.text), base + page.address))
    return [(kind, found[kind][1]) for kind in (*sorted(KINDS), "item in English", "dashboard in English")]


@pytest.fixture(scope="package")
def one_of_each_kind(kinds: list[tuple[str, str]]) -> list[str]:
    """The address of one page of each kind in each language."""
    return list(dict(reversed(kinds)).values())
