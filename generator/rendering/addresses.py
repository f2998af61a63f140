"""Addresses of pages: from slugs and numbers, never from titles, and never changed once published.

An address is relative to the top of the site and ends in a file name, so that the same bytes work
on any host, below any path and from ``file://``.
"""

import re
from collections.abc import Sequence

from generator.address import SEGMENT_BYTES, is_device
from generator.digest import blake2b
from generator.language import MAIN_LANGUAGE, Language
from generator.oit.agency import Office
from generator.oit.catalogue import Item
from generator.oit.office_duties import office_key

HOME = "index.html"
SEARCH = "search/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
CATALOG = "catalog.jsonld"
CHANGES = "changes"
REPORT_PAGES = ("results", "analysis", "measures", "progress")

_UNPUBLISHED = re.compile(r"[^a-z0-9._]+")
_STEM = 100
"""The most that is kept of a name that had to be changed."""


def language_folder(language: Language) -> str:
    """The folder that holds the pages of a language, ending in a slash; the main language has none."""
    return "" if language == MAIN_LANGUAGE else f"{language}/"


class SiteAddresses:
    """Addresses of pages that belong to no agency, in one language."""

    __slots__ = ("prefix",)

    def __init__(self, language: Language = MAIN_LANGUAGE) -> None:
        self.prefix = language_folder(language)

    @property
    def home(self) -> str:
        """The front page."""
        return self.prefix + HOME

    @property
    def methods(self) -> str:
        """The page of how scores are made, over all years."""
        return f"{self.prefix}method/index.html"

    @property
    def crosswalks(self) -> str:
        """The page that lists the comparisons of two years' items."""
        return f"{self.prefix}method/crosswalk/index.html"

    @property
    def search(self) -> str:
        """The page of the search."""
        return self.prefix + SEARCH

    @property
    def accessibility(self) -> str:
        """The accessibility statement."""
        return f"{self.prefix}accessibility/index.html"

    def method(self, year: int) -> str:
        """The page that explains the method of one fiscal year."""
        return f"{self.prefix}method/{year}/index.html"

    def crosswalk(self, before: int, after: int) -> str:
        """The page that says what became of every item from one year to another."""
        return f"{self.prefix}method/crosswalk/{before}-{after}/index.html"


class AgencyAddresses:
    """Addresses of the pages of one agency: below its slug on a portal, at the top when the agency is the site.

    Pages of another language have a folder of their own there; evidence and data are published once, for all of them.
    """

    __slots__ = ("base", "prefix")

    def __init__(self, slug: str, *, is_portal: bool, language: Language = MAIN_LANGUAGE) -> None:
        self.base = f"{slug}/" if is_portal else ""
        self.prefix = self.base + language_folder(language)

    @property
    def home(self) -> str:
        """The agency's own page."""
        return f"{self.prefix}index.html"

    @property
    def main_home(self) -> str:
        """The agency's own page in the main language, by which programs know the agency."""
        return f"{self.base}index.html"

    @property
    def trend(self) -> str:
        """The page that shows the agency's years side by side."""
        return f"{self.prefix}trend/index.html"

    def page(self, folder: str) -> str:
        """A page of the agency as a whole, by the folder it stands in, which ends in a slash."""
        return f"{self.prefix}{folder}index.html"

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
        """The page of a report: results, analysis, measures or progress; or that of changes."""
        return f"{self.prefix}{year}/{kind}/index.html"

    def offices(self, year: int) -> str:
        """The overview of the offices of an agency-year."""
        return f"{self.prefix}{year}/offices/index.html"

    def office(self, year: int, slug: str) -> str:
        """The page of one office; its slug is one of ``OfficeSlugs``."""
        return f"{self.prefix}{year}/offices/{slug}/index.html"

    def data(self, year: int) -> str:
        """The agency-year as data."""
        return f"{self.base}{year}/data.json"

    def file(self, year: int, name: str) -> str:
        """A file about the whole agency-year."""
        return f"{self.base}{year}/{name}"

    def item_file(self, year: int, item: Item, name: str) -> str:
        """A file about one item."""
        return f"{self.base}{year}/{item.slug}/{name}"

    def answers(self, year: int) -> str:
        """The sheet of answers for the assessment system."""
        return f"{self.prefix}{year}/answers/index.html"

    @property
    def feed(self) -> str:
        """What is new of the agency, as a feed."""
        return f"{self.base}{FEED}"

    def evidence(self, year: int, path: str) -> str:
        """Where an evidence file is published. ``path`` is its path below the year's folder."""
        return f"{self.base}{year}/files/{published_name(path)}"


class OfficeSlugs:
    """The slug of an office by any name it is called by: what the agency says, else a digest of the name.

    The digest is of the name without blanks, so that another spelling of them leads to the same page.
    """

    __slots__ = ("_known",)

    def __init__(self, offices: Sequence[Office]) -> None:
        self._known = {office_key(name): one.slug for one in offices for name in (one.name, *one.other_names)}

    def __call__(self, name: str) -> str:
        key = office_key(name)
        slug = self._known.get(key)
        if slug is None:
            slug = f"office-{blake2b(key.encode('utf-8'), digest_size=5).hexdigest()}"
            self._known[key] = slug
        return slug


def root_of(address: str) -> str:
    """The relative path from a page to the top of the site: ``../../`` for a page two folders down."""
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
    marked = f"{'file-' if is_device(plain) and '.' in plain else ''}{plain[:_STEM] or 'file'}-{mark}"
    return f"{marked}.{ending[: SEGMENT_BYTES - len(marked) - 1]}".rstrip(".")
