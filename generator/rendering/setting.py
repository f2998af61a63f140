"""What the pages of every agency are made with."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from generator.oit.agency import Accessibility
from generator.oit.catalogue import Catalogue
from generator.rendering.addresses import root_of
from generator.rendering.templates import Templates
from generator.rendering.theme import Theme
from generator.rendering.views import Crumb, PageView, SiteView


class Setting(NamedTuple):
    """The site, its address (may be empty), theme and templates, and all catalogues that are known, by year.

    ``today`` is the day by which measures are judged, if one was given.
    """

    site: SiteView
    address: str
    theme: Theme
    templates: Templates
    catalogues: Mapping[int, Catalogue]
    with_data: bool
    today: datetime.date | None
    accessibility: Accessibility = Accessibility()


def page_view(
    setting: Setting, kind: str, title: str, description: str, address: str, crumbs: tuple[Crumb, ...]
) -> PageView:
    """A page by its kind, title and address."""
    canonical = f"{setting.address}/{address}" if setting.address else ""
    return PageView(kind, title, description, address, root_of(address), crumbs, canonical)
