"""The context that all pages are rendered with."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from generator.language import Language
from generator.oit.agency import Accessibility
from generator.oit.catalogue import Catalogue
from generator.oit.site_metadata import SiteMetadata
from generator.reading.theme import Theme
from generator.rendering.addresses import SiteAddresses, language_folder, root_of
from generator.rendering.markup import EMPTY
from generator.rendering.templates import Templates
from generator.rendering.views import Crumb, DownloadView, LanguageLink, PageView, SiteView
from generator.rendering.wording import Wording

_NAMES: dict[Language, str] = {"th": "ไทย", "en": "English"}
"""What each language calls itself."""


class RenderContext(NamedTuple):
    """The site in one language, its address (may be empty), theme and templates, and all known catalogues, by year.

    ``exports`` names the data that are written; ``today`` is the day by which measures are judged, if one was given.
    ``languages`` are all that the site has pages in, ``place`` is where its own pages of this language stand.
    """

    site: SiteView
    address: str
    theme: Theme
    templates: Templates
    catalogues: Mapping[int, Catalogue]
    exports: frozenset[str]
    publication: SiteMetadata
    today: datetime.date | None
    accessibility: Accessibility
    wording: Wording
    languages: tuple[Language, ...]
    place: SiteAddresses


class Offers(NamedTuple):
    """The downloads that the pages of an agency offer.

    ``downloads`` gives the files of a year about an item by its number, about the ``answers``, or about
    the whole year (an empty text); ``feed`` is the address of what is new, or empty.
    """

    downloads: Callable[[int, str], tuple[DownloadView, ...]]
    feed: str


NO_OFFERS = Offers(lambda year, subject: (), "")

About = Callable[[Callable[[str], str]], Iterable[dict[str, Any]]]
"""Tells programs what a page is about, given what makes a link on the page out of an address."""


class PageHead(NamedTuple):
    """What a page is called and where it stands. ``crumbs`` lead to it; its title describes it unless it says more.

    ``feed`` is the address of what is new, or empty; ``base`` the folder in which each language has its own pages.
    """

    kind: str
    title: str
    address: str
    crumbs: tuple[Crumb, ...]
    description: str = ""
    feed: str = ""
    about: About = lambda link: ()
    base: str = ""


def page_view(setting: RenderContext, head: PageHead) -> PageView:
    """A page as its template sees it."""
    address, crumbs = head.address, head.crumbs
    canonical = f"{setting.address}/{address}" if setting.address else ""
    root = root_of(address)
    block = EMPTY
    if "schema-org" in setting.exports:
        from generator.rendering.structured import structured

        top = f"{setting.address}/" if setting.address else root
        block = structured(head.title, address, crumbs, head.about(top.__add__), top.__add__)
    languages = _languages(setting, address, head.base) if len(setting.languages) > 1 else ()
    return PageView(
        kind=head.kind,
        title=head.title,
        description=head.description or head.title,
        address=address,
        root=root,
        crumbs=crumbs,
        canonical=canonical,
        feed=head.feed,
        structured=block,
        languages=languages,
    )


def _languages(setting: RenderContext, address: str, base: str) -> tuple[LanguageLink, ...]:
    here = setting.wording.language
    below = address.removeprefix(base + language_folder(here))
    links: list[LanguageLink] = []
    for language in setting.languages:
        there = f"{base}{language_folder(language)}{below}"
        canonical = f"{setting.address}/{there}" if setting.address else ""
        links.append(LanguageLink(language, _NAMES[language], there, canonical, language == here))
    return tuple(links)
