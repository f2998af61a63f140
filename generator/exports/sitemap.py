"""``sitemap.xml`` and ``robots.txt``."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What one site map may hold, uncompressed (https://www.sitemaps.org/protocol.html); a larger one is refused whole."""

NAME = "sitemap.xml"
_PART = re.compile(r"sitemap-[0-9]{3,}\.xml")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(addresses: Iterable[str], site_address: str) -> bytes:
    """The file at ``NAME``: the site map, or of a site too large for one the index of its parts."""
    entries = _entries("url", addresses, site_address)
    parts = _part_addresses(entries)
    if parts:
        return _document("sitemapindex", _entries("sitemap", parts, site_address))
    return _document("urlset", entries)


def sitemap_parts(addresses: Iterable[str], site_address: str) -> dict[str, bytes]:
    """The parts of the site map by their addresses; none of a site that one site map can hold."""
    entries = _entries("url", addresses, site_address)
    named = zip(_part_addresses(entries), _parts(entries), strict=False)  # one part has no address of its own
    return {address: _document("urlset", part) for address, part in named}


def sitemap_addresses(pages: Iterable[str], site_address: str) -> list[str]:
    """Where the site map of these pages is published."""
    return [NAME, *_part_addresses(_entries("url", pages, site_address))]


def robots(site_address: str, *, has_sitemap: bool) -> bytes:
    """Allow everything to every crawler."""
    lines = ["User-agent: *", "Allow: /"]
    if has_sitemap and site_address:
        lines.append(f"Sitemap: {site_address}/{NAME}")
    return ("\n".join(lines) + "\n").encode("utf-8")


def is_sitemap(address: str) -> bool:
    """Whether a site map, or a part of one, may be published at an address."""
    return address == NAME or _PART.fullmatch(address) is not None


def _part_addresses(entries: Sequence[str]) -> list[str]:
    count = sum(1 for _ in _parts(entries))
    return [f"sitemap-{number:03d}.xml" for number in range(1, count + 1)] if count > 1 else []


def _entries(tag: str, addresses: Iterable[str], site_address: str) -> list[str]:
    prefix = f"{site_address}/"
    return [f"<{tag}><loc>{escape(prefix + address)}</loc></{tag}>" for address in sorted(addresses)]


def _parts(entries: Sequence[str]) -> Iterator[Sequence[str]]:
    """The entries in order, as many in each part as it may hold; one part at least."""
    left = MOST_BYTES - len(_document("urlset", ()))
    start, size = 0, 0
    for number, entry in enumerate(entries):
        length = len(entry.encode("utf-8")) + 1
        if number - start == MOST_ADDRESSES or size + length > left:
            yield entries[start:number]
            start, size = number, 0
        size += length
    yield entries[start:]


def _document(tag: str, entries: Iterable[str]) -> bytes:
    return "\n".join([_HEAD, f'<{tag} xmlns="{_SPACE}">', *entries, f"</{tag}>", ""]).encode("utf-8")
