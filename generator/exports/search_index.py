"""The search index: one shard of page texts for each agency-year, and one file that says which shards to load.

Thai has no spaces between words, so text is not tokenized. For each shard the index holds the pairs of
adjacent characters on its pages. A query can only match where all its pairs occur,
and the browser then searches the text itself, so nothing on a page is missed.

The files are scripts that pass data, so they load from ``file://`` and under the strictest content policy.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from generator.exports.search_shard import AGENCY, INDEX, NAMED_BY_HEADING, SITE_SHARD, SearchShard, ShardPage
from generator.exports.search_text import Lines, Parts, heading, page_text, pairs, whole_text
from generator.language import LANGUAGES, MAIN_LANGUAGE
from generator.rendering.addresses import NOT_FOUND, SEARCH, language_folder

PLACES = 8192
"""Number of hash buckets for pairs. A collision loads a shard in vain but never misses a match."""
_FOREIGN = tuple(language_folder(language) for language in LANGUAGES if language != MAIN_LANGUAGE)
"""Pages of another language say the same in other words; a find leads to those of the language that is read."""


Files = dict[str, bytes]


class FilledShard(NamedTuple):
    """The file of a shard, and the pairs in it as an integer of ``PLACES`` bits in hexadecimal digits."""

    address: str
    year: str
    pairs: str
    data: bytes

    @property
    def note(self) -> tuple[str, str, str]:
        """What the index keeps of it."""
        return self.address, self.year, self.pairs


class Where(NamedTuple):
    """The shards of one agency, or of the site's own pages (which have no slug), as (address, year, pairs)."""

    slug: str
    name: str
    shards: Sequence[Sequence[str]]


def fill(shard: SearchShard, html: Callable[[str], str]) -> FilledShard:
    """The shard with the texts of its pages, of which ``html`` gives each by its address."""
    texts = _texts(shard, html)
    numbers: dict[str, int] = {}
    pages: list[list[Any]] = []
    for page, lines in zip(shard.pages, texts, strict=True):
        places = [numbers.setdefault(line, len(numbers)) for line in lines]
        steps = [place - before for before, place in zip([0, *places], places, strict=False)]
        title = heading(html(page.address)) if page.kind in NAMED_BY_HEADING else page.title
        pages.append([page.address, page.kind, page.number, title, page.state, list(page.offices), steps])
    bits = 0
    for one in {place_of(*pair) for pair in pairs(texts)}:
        bits |= 1 << one
    tree = {"lines": list(numbers), "pages": pages}
    data = f'prongsaiShelf("{shard.address}",{_json(tree)});\n'.encode()
    return FilledShard(shard.address, shard.year, f"{bits:x}", data)


def site_files(own: Mapping[str, bytes], agencies: Iterable[tuple[str, str, Sequence[Sequence[str]]]]) -> Files:
    """The files of the search that belong to no agency, from the site's ``own`` files and the notes of its agencies."""
    html = {
        name: data.decode("utf-8")
        for name, data in own.items()
        if name.endswith(".html") and name not in (NOT_FOUND, SEARCH) and not name.startswith(_FOREIGN)
    }
    found = [Where(*agency) for agency in agencies]
    files: Files = {}
    if html:
        shard = SearchShard(SITE_SHARD, "", tuple(ShardPage(address, "site") for address in sorted(html)))
        filled = fill(shard, html.__getitem__)
        files[filled.address] = filled.data
        found.append(Where("", "", (filled.note,)))
    files[INDEX] = index(found)
    return files


def index(found: Iterable[Where]) -> bytes:
    """The file that says which shards may match a query.

    The pairs of a shard are given as the places where they differ from those of the shard before it.
    """
    agencies: list[tuple[str, str]] = []
    shards: list[tuple[str, int, str, str]] = []
    before = 0
    for number, agency in enumerate(found):
        agencies.append((agency.slug, agency.name))
        for address, year, hexadecimal in agency.shards:
            bits = int(hexadecimal, 16)
            changed = (bits ^ before).to_bytes(PLACES // 8, "little")
            shards.append((address, number, year, b64encode(changed).decode("ascii")))
            before = bits
    tree = {"places": PLACES, "agencies": agencies, "shelves": shards}
    return f"var prongsaiSearch={_json(tree)};\n".encode()


def place_of(first: str, second: str) -> int:
    """The hash bucket of a pair of characters, as in ``search.js``."""
    return (ord(first) * 131 + ord(second)) % PLACES


def _texts(shard: SearchShard, html: Callable[[str], str]) -> list[Lines]:
    """The lines of each page. What leads elsewhere, and how the pages of a year begin, is on the first alone."""
    known: Parts = {}
    read = [page_text(html(page.address), known) for page in shard.pages[1:]]
    alike = [text.own for page, text in zip(shard.pages[1:], read, strict=True) if not page.kind.startswith(AGENCY)]
    common = set(alike[0]).intersection(*alike) if len(alike) > 1 else set()
    parts = {part: None for text in read for part in text.shared}
    rest: list[Lines] = []
    for page, text in zip(shard.pages[1:], read, strict=True):
        beginning = tuple(takewhile(common.__contains__, text.own)) if not page.kind.startswith(AGENCY) else ()
        parts[beginning] = None
        rest.append(text.own[len(beginning) :])
    front = list(whole_text(html(shard.pages[0].address)))
    there = "\n".join(["", *front, ""])
    for part in parts:
        if (own := "\n".join(["", *part, ""])) not in there:
            front += part
            there += own[1:]
    return [tuple(front), *rest]


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
