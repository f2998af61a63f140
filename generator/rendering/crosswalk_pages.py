"""The pages that compare the lists of items of the years around those that are published, each made when asked for."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from generator.diagnostics import Report
from generator.rendering import addresses
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.crosswalk_view import crosswalk_view
from generator.rendering.setting import Setting
from generator.rendering.site_pages import render_site_page
from generator.rendering.views import Crumb
from generator.rendering.views.years import CrosswalkView
from generator.rendering.year_pages import Page

_TITLE = "เทียบรายการข้อ O ระหว่างปี"


class CrosswalkPages:
    """The pages of all pairs of years, and the page that lists them. ``years`` are those that are published."""

    def __init__(self, setting: Setting, years: Sequence[int], report: Report, feed: str) -> None:
        known = sorted(setting.catalogues)
        self._setting = setting
        self._report = report
        self._feed = feed
        self._published = frozenset(years)
        self._links = crosswalk_links(known, min(years), max(years))
        self._pairs = {addresses.crosswalk(one, other): (one, other) for one, other in pairwise(known)}

    def plan(self) -> dict[str, Page]:
        """The pages that the theme makes."""
        made = self._setting.theme.pages
        pages: dict[str, Page] = {}
        if "crosswalk" in made:
            pages |= {link.address: partial(self._one, link) for link in self._links}
        if "crosswalks" in made and self._links:
            pages[addresses.CROSSWALKS] = self._all
        return pages

    def _one(self, link: Crumb) -> str | None:
        view = self._view(link)
        title = f"{_TITLE} {view.before.year} กับ {view.after.year}"
        return self._render("crosswalk", title, link.address, {"crosswalk": view})

    def _all(self) -> str | None:
        views = tuple(self._view(link) for link in reversed(self._links))
        return self._render("crosswalks", _TITLE, addresses.CROSSWALKS, {"crosswalks": views})

    def _view(self, link: Crumb) -> CrosswalkView:
        one, other = (self._setting.catalogues[year] for year in self._pairs[link.address])
        made = self._setting.theme.pages
        with_method = self._published if "method" in made else frozenset[int]()
        return crosswalk_view(one, other, self._links, with_method=with_method)

    def _render(self, kind: str, title: str, address: str, context: dict[str, Any]) -> str | None:
        setting, made = self._setting, self._setting.theme.pages
        way = [Crumb(setting.site.title, setting.site.home)]
        if "methods" in made:
            way.append(Crumb("วิธีคิดคะแนน", addresses.METHODS))
        if kind == "crosswalk" and "crosswalks" in made:
            way.append(Crumb(_TITLE, addresses.CROSSWALKS))
        pages = render_site_page(setting, self._report, self._feed, kind, title, address, tuple(way), context)
        return next((html for _, html in pages), None)
