"""The site in object storage that resolves no folders, as the command of the guide puts it there."""

import fnmatch
import itertools
import mimetypes
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from generator.cli import main as cli

from .hosts import Answer, Host, ask, own_links, recipe, served
from .site import Site
from .walk import walk_in

STORAGE = "S3-compatible storage"
MISSING = b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>'


def uploaded(site: Path, command: str) -> dict[str, tuple[str, bytes]]:
    """The objects, by key, that ``aws s3 sync`` makes of a folder: media types by Python's own list, without charset.

    An ending that the list lacks gives what S3 says of an object without a type.
    """
    aws, s3, sync, source, bucket, *options = shlex.split(command)
    assert (aws, s3, sync, source) == ("aws", "s3", "sync", "build/")
    assert re.fullmatch(r"s3://[a-z0-9.-]{3,63}", bucket)
    excluded = [value for name, value in itertools.pairwise(options) if name == "--exclude"]
    assert [one for one in options if one not in ("--delete", "--exclude", *excluded)] == []
    types = mimetypes.MimeTypes()
    found: dict[str, tuple[str, bytes]] = {}
    for path in sorted(site.rglob("*")):
        key = path.relative_to(site).as_posix()
        if path.is_file() and not any(fnmatch.fnmatchcase(key, pattern) for pattern in excluded):
            found[key] = (types.guess_type(key)[0] or "binary/octet-stream", path.read_bytes())
    return found


def storage(objects: dict[str, tuple[str, bytes]]) -> Host:
    """An object store without the website feature: the key to the letter, or an error in XML."""

    def answer(path: str) -> Answer:
        found = objects.get(path.removeprefix("/ita-example/"))
        if found is None or not path.startswith("/ita-example/"):
            return Answer(404, {"content-type": "application/xml"}, MISSING)
        return Answer(200, {"content-type": found[0]}, found[1])

    return answer


@pytest.fixture(scope="module")
def stored(shipped: Site) -> Iterator[str]:
    """Where the portal lies in a bucket that has nothing else."""
    with served(storage(uploaded(shipped.root, recipe(STORAGE, "sh")))) as address:
        yield f"{address}/ita-example/"


def test_storage_holds_every_file_and_nothing_of_the_publisher(shipped: Site) -> None:
    assert (shipped.root / ".prongsai").is_file()
    objects = uploaded(shipped.root, recipe(STORAGE, "sh"))
    assert {key: data for key, (_, data) in objects.items()} == shipped.files
    kinds = {key.rpartition(".")[2]: kind for key, (kind, _) in objects.items()}
    assert (kinds["html"], kinds["css"], kinds["svg"]) == ("text/html", "text/css", "image/svg+xml")
    assert "javascript" in kinds["js"]


def test_in_storage_every_link_names_an_object(stored: str, shipped: Site) -> None:
    assert ask(stored).status == 404
    assert ask(f"{stored}kok-tum/").body == MISSING
    links = own_links(shipped, stored)
    assert len(links) > 180
    assert [link for link in links if link.endswith("/") or ask(link).status != 200] == []


@pytest.mark.browser
def test_from_storage_every_page_works_and_no_request_leaves(browser: Browser, stored: str, shipped: Site) -> None:
    kinds = {page.kind: address for address, page in shipped.pages.items()}
    search = f"{stored}search/index.html?q={quote('งบประมาณ')}"
    with browser.new_context() as context:
        walked = walk_in(context, [*(stored + address for address in kinds.values()), search])
        expect(context.pages[0].locator(".hits > li").first).to_be_visible()
        letters = context.pages[0].evaluate("[...document.fonts].filter(one => one.status === 'loaded').length")
    assert walked.wrong == []
    assert walked.outside(stored) == []
    assert letters >= 2


def test_what_storage_serves_is_what_was_published(stored: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", stored, "--lang", "en"]) == 0, capsys.readouterr()
