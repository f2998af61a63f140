"""The pages are correct HTML, carry no code of their own, and are light."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from programs import cannot
from sampling import WHOLE

from .site import KINDS, Page, Site

LIMIT = 100_000
FIRST_VIEW = 60_000
BESIDE = 66_000
LONG = 36_000
NOT_SO = (
    "Resource violates Content Security Policy (meta tag): ",
    "Inline script violates Content Security Policy (meta tag): ",
)
"""What the checker says of every relative address in a file, since it knows no origin there, and of data in a script,
which no policy concerns. What browsers say is in ``test_policy``, and scripts that would run are looked for below."""
JAR = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture
def checker() -> tuple[str, ...]:
    """The command of the Nu HTML checker."""
    java = shutil.which("java")
    if java is None or not JAR.is_file():
        cannot("the HTML checker needs java on the PATH and node_modules/ as `make test` installs it with npm")
    return (java, "-Xss2m", "-jar", str(JAR), "--stdout", "--exit-zero-always", "--format", "json")


@pytest.mark.checkout
@pytest.mark.sampled
def test_the_nu_checker_finds_no_error(
    checker: tuple[str, ...], pages: list[Page], request: pytest.FixtureRequest
) -> None:
    """In a sample: in pages of every kind, the shortest and the longest, in both languages."""
    by_length = sorted(pages, key=lambda page: len(page.text))
    few = {(page.kind, "en/" in page.address): page for page in by_length}
    short = {page.kind: page for page in reversed(by_length)}
    chosen = [*pages, *request.getfixturevalue("english_pages")] if WHOLE else [*few.values(), *short.values()]
    files = [str(page.root / page.address) for page in chosen]
    assert len(files) > 2 * len(KINDS)
    done = subprocess.run((*checker, *files), capture_output=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    wrong = [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
        if (message["type"] != "info" or message.get("subType") == "warning")
        and not message["message"].startswith(NOT_SO)
    ]
    assert wrong == []


@pytest.mark.checkout
def test_the_nu_checker_finds_an_error_where_there_is_one(checker: tuple[str, ...], tmp_path: Path) -> None:
    """So that its silence above means something."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=th><title>ก</title><p><div></p>", encoding="utf-8")
    done = subprocess.run((*checker, str(wrong)), capture_output=True, check=True)
    assert any(message["type"] == "error" for message in json.loads(done.stdout)["messages"])


def test_an_id_stands_once_on_a_page(pages: list[Page]) -> None:
    doubled = {page.address: name for page in pages for name, count in page.ids.items() if count > 1}
    assert doubled == {}


def test_a_page_carries_no_script_and_no_style_of_its_own(pages: list[Page]) -> None:
    """So that a host may send a content security policy without exceptions. Data in a script is never run."""
    own = [
        f"{page.address}:{element.line}: {element.tag}"
        for page in pages
        for element in page.elements
        if element.tag in {"style", "iframe", "object", "embed", "base"}
        or (
            element.tag == "script"
            and "src" not in element.attributes
            and element.attributes.get("type") != "application/ld+json"
        )
        or any(name == "style" or name.startswith("on") for name in element.attributes)
    ]
    assert own == []


def test_a_page_weighs_less_than_100_kilobytes(pages: list[Page]) -> None:
    heavy = {page.address: len(page.text.encode()) for page in pages if len(page.text.encode()) >= LIMIT}
    assert heavy == {}


@pytest.mark.checkout
def test_the_first_view_of_every_page_is_sent_in_60_kilobytes(shipped: Site) -> None:
    """HTML, style and script with gzip, and the fonts that its characters ask for; all but evidence below 100.

    On a disk too, where nothing is compressed, but for pages whose words alone are more; what is beside the words
    of any page but the search is bounded.
    """
    from benchmarks.page_weight import weigh_all  # not there where the tests are run on the wheel

    weighed = weigh_all(shipped.root)
    assert len(weighed) == len(shipped.pages)
    assert {page.address: page.first_view for page in weighed if page.first_view > FIRST_VIEW} == {}
    assert {page.address: page.whole for page in weighed if page.whole >= LIMIT} == {}
    assert min(page.fonts for page in weighed) > 20_000
    heavy = {page.address: page.written for page in weighed if page.written >= LIMIT and page.html < LONG}
    assert heavy == {}
    assert max(page.written - page.html for page in weighed if page.kind != "search") <= BESIDE
    assert sum(page.written < LIMIT for page in weighed) > 200


def test_pages_of_one_site_have_titles_of_their_own(shipped: Site) -> None:
    titles: dict[str, str] = {}
    for page in shipped.pages.values():
        title = page.text.partition("<title>")[2].partition("</title>")[0]
        assert title not in titles, (page.address, titles.get(title))
        titles[title] = page.address
