"""Addresses of pages: from slugs and numbers, never from titles, and never changed once published.

An address is relative to the top of the site and ends in a file name, so that the same bytes work
on any host, below any path and from ``file://``.
"""

import re

from generator.digest import blake2b
from generator.oit.catalogue import Item

HOME = "index.html"
METHODS = "method/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
CATALOG = "catalog.jsonld"
REPORT_PAGES = ("results", "analysis", "measures", "progress")
ASSET = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
"""The name of a theme's asset: it is published as it is."""

_UNPUBLISHED = re.compile(r"[^a-z0-9._]+")


class AgencyPlace:
    """Where the pages of one agency stand: below its slug on a portal, at the top when the agency is the site."""

    __slots__ = ("prefix",)

    def __init__(self, slug: str, *, is_portal: bool) -> None:
        self.prefix = f"{slug}/" if is_portal else ""

    @property
    def home(self) -> str:
        """The agency's own page."""
        return f"{self.prefix}index.html"

    def folder(self, year: int) -> str:
        """The folder of an agency-year, ending in a slash."""
        return f"{self.prefix}{year}/"

    def dashboard(self, year: int) -> str:
        """The front page of an agency-year."""
        return f"{self.prefix}{year}/index.html"

    def item(self, year: int, item: Item) -> str:
        """The page of one item."""
        return f"{self.prefix}{year}/{item.slug}/index.html"

    def report(self, year: int, kind: str) -> str:
        """The page of a report: results, analysis, measures or progress."""
        return f"{self.prefix}{year}/{kind}/index.html"

    def data(self, year: int) -> str:
        """The agency-year as data."""
        return f"{self.prefix}{year}/data.json"

    def file(self, year: int, name: str) -> str:
        """A file about the whole agency-year."""
        return f"{self.prefix}{year}/{name}"

    def item_file(self, year: int, item: Item, name: str) -> str:
        """A file about one item."""
        return f"{self.prefix}{year}/{item.slug}/{name}"

    def answers(self, year: int, name: str = "index.html") -> str:
        """The sheet of answers for the assessment system, or a file of the same."""
        return f"{self.prefix}{year}/answers/{name}"

    @property
    def feed(self) -> str:
        """What is new of the agency, as a feed."""
        return f"{self.prefix}{FEED}"

    def evidence(self, year: int, path: str) -> str:
        """Where an evidence file is published. ``path`` is its path below the year's folder."""
        return f"{self.prefix}{year}/files/{published_name(path)}"


def method(year: int) -> str:
    """The page that explains the method of one fiscal year."""
    return f"method/{year}/index.html"


def root_of(address: str) -> str:
    """What leads from a page to the top of the site: ``../../`` for a page two folders down."""
    return "../" * address.count("/")


def published_name(path: str) -> str:
    """The file name under which an evidence file is published: small ASCII letters, digits, dots and hyphens.

    A name that had to be changed gets a part of the digest of its path, so that two never meet and
    the address stays the same when the document is replaced.
    """
    name = path.removeprefix("files/")
    lowered = name.lower()
    stem, dot, suffix = lowered.rpartition(".")
    plain = _UNPUBLISHED.sub("-", stem if dot else lowered).strip("-._")
    ending = _UNPUBLISHED.sub("", suffix) if dot else ""
    if plain and f"{plain}{dot}{ending}" == name and len(name) <= 120:
        return name
    mark = blake2b(path.encode("utf-8"), digest_size=4).hexdigest()
    return f"{plain[:100] or 'file'}-{mark}.{ending}".rstrip(".")
