"""The site, the page, the agency and its years."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.rendering.markup import EMPTY, Markup


class SiteView(NamedTuple):
    """The site. ``home``, ``method``, ``search`` and ``accessibility`` are addresses, or empty.

    ``other_title`` is the title in the other language, Thai or English, or empty; ``folder`` holds the pages of the
    language of this page and ends in a slash, or is empty for Thai.
    """

    title: str
    other_title: str
    is_portal: bool
    home: str
    method: str
    search: str
    version: str
    accessibility: str
    folder: str = ""


class Crumb(NamedTuple):
    """One step of the way from the front page to this page."""

    title: str
    address: str


class LanguageLink(NamedTuple):
    """The same page in a language of the site; ``name`` is what the language calls itself.

    ``canonical`` is the whole address, or empty.
    """

    language: str
    name: str
    address: str
    canonical: str
    current: bool


class PageView(NamedTuple):
    """This page. ``kind`` names its template; ``root`` leads to the top of the site; ``canonical`` may be empty.

    ``feed`` is the address of what is new, or empty; ``structured`` the page in the words of schema.org, as JSON-LD
    to stand in a ``script``, or empty. ``languages`` are this page in each language, where a site has several.
    """

    kind: str
    title: str
    description: str
    address: str
    root: str
    crumbs: tuple[Crumb, ...]
    canonical: str
    feed: str = ""
    structured: Markup = EMPTY
    languages: tuple[LanguageLink, ...] = ()


class YearLink(NamedTuple):
    """A fiscal year of an agency."""

    year: str
    address: str
    current: bool


class ChannelView(NamedTuple):
    """A way to reach the agency; ``link`` is a checked web address."""

    title: str
    link: str


class AgencyView(NamedTuple):
    """The agency. What is not known is an empty text. ``trend`` is the page of its years side by side, or empty.

    ``other_name`` is its name in the other language, Thai or English.
    """

    slug: str
    name: str
    other_name: str
    kind: str
    district: str
    province: str
    place: str
    address: str
    trend: str
    contact_address: str
    phone: str
    email: str
    website: str
    map: str
    channels: tuple[ChannelView, ...]
    note: str
    example: bool
    years: tuple[YearLink, ...]


class TabView(NamedTuple):
    """A page of a year that leads on from all its pages. ``below`` are the kinds of page that it lists."""

    kind: str
    address: str
    below: tuple[str, ...]


class YearView(NamedTuple):
    """One agency-year: its pages and what is said of its catalogue.

    ``pages`` are the addresses of the pages of which there is one, by their kind, and empty for those that are not
    made; ``tabs`` are those that are.
    ``crosswalks`` are the pages that compare its list of items with those of the years around it; the anchor of an
    item is such as ``2565-o12``.
    """

    year: str
    title: str
    regulator: str
    address: str
    pages: Mapping[str, str]
    tabs: tuple[TabView, ...]
    method: str
    data: str
    pass_line: str
    item_count: str
    crosswalks: tuple[Crumb, ...]
