"""The entries of every feed against the validator of the Haskell library ``feed`` (Debian: libghc-feed-dev)."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from content.pages import Site
from programs import cannot

from .sites import Published

VALIDATOR = Path(__file__).with_name("feed_entries.hs")
SECONDS = 120


@pytest.fixture(scope="module")
def runghc() -> str:
    """How a Haskell program is run, on a machine that has the library."""
    found = shutil.which("runghc")
    packages = shutil.which("ghc-pkg")
    if found is None or packages is None:
        cannot("no runghc on the PATH; Debian has it with the library in libghc-feed-dev")
    asked = subprocess.run((packages, "field", "feed", "version"), capture_output=True, timeout=SECONDS, check=False)
    if asked.returncode:
        cannot("no Haskell library feed; Debian has it in libghc-feed-dev")
    return found


def _judged(runghc: str, feeds: Sequence[Path]) -> tuple[int, list[str]]:
    """How many entries the feeds have together, and what the validator has against them."""
    done = subprocess.run(
        (runghc, str(VALIDATOR), *map(str, feeds)),
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=SECONDS,
        check=True,
    )
    lines = [line.split("\t") for line in done.stdout.decode("utf-8").splitlines()]
    assert [name for name, _ in lines if name] == [str(feed) for feed in feeds]
    return sum(int(count) for name, count in lines if name), [told for name, told in lines if not name]


def test_nothing_is_said_against_an_entry(published: Published, runghc: str) -> None:
    feeds = [published.root / address for address in published.found("**/feed.xml")]
    assert feeds
    entries, told = _judged(runghc, feeds)
    assert told == []
    assert entries == sum(feed.read_text(encoding="utf-8").count("<entry>") for feed in feeds) > 0


def _without(pattern: str) -> Callable[[str], str]:
    return lambda entry: re.sub(pattern, "", entry)


@pytest.mark.parametrize(
    "change",
    [
        _without("<id>.*?</id>"),
        _without("<title>.*?</title>"),
        _without("<updated>.*?</updated>"),
        _without("<link [^>]*/>"),
        lambda entry: entry.replace("</entry>", "<id>urn:x</id></entry>"),
        lambda entry: entry.replace("</entry>", "<summary>ก</summary><summary>ข</summary></entry>"),
    ],
    ids=["no id", "no title", "no day", "no link", "two ids", "two summaries"],
)
def test_a_planted_fault_is_found(change: Callable[[str], str], example: Site, tmp_path: Path, runghc: str) -> None:
    head, mark, entries = (example.root / "feed.xml").read_text(encoding="utf-8").partition("<entry>")
    feed = tmp_path / "feed.xml"
    feed.write_text(head + change(mark + entries), encoding="utf-8")
    assert _judged(runghc, [feed])[1] != []
