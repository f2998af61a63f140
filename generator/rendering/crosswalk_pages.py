"""The pages that compare the lists of items of the years around those that are published, each made when asked for."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from generator.diagnostics import Report
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.crosswalk_view import crosswalk_view
from generator.rendering.page_kind import Page
from generator.rendering.render_context import RenderContext
from generator.rendering.site_pages import render_site_page
from generator.rendering.views import Crumb
from generator.rendering.views.years import CrosswalkView


class CrosswalkPages:
    """The pages of all pairs of years, and the page that lists them. ``years`` are those that are published."""

    def __init__(self, setting: RenderContext, years: Sequence[int], report: Report, feed: str) -> None:
        known = sorted(setting.catalogues)
        self._setting = setting
        self._report = report
        self._feed = feed
        self._published = frozenset(years)
        self._title = setting.wording.say("crosswalks_title")
        self._links = crosswalk_links(known, min(years), max(years), setting.place)
        self._pairs = {setting.place.crosswalk(one, other): (one, other) for one, other in pairwise(known)}

    def plan(self) -> dict[str, Page]:
        """The pages that the theme makes."""
        made = self._setting.theme.pages
        pages: dict[str, Page] = {}
        if "crosswalk" in made:
            pages |= {link.address: partial(self._one, link) for link in self._links}
        if "crosswalks" in made and self._links:
            pages[self._setting.place.crosswalks] = self._all
        return pages

    def _one(self, link: Crumb) -> str | None:
        view = self._view(link)
        title = self._setting.wording.say("crosswalk_title", before=view.before.year, after=view.after.year)
        return self._render("crosswalk", title, link.address, {"crosswalk": view})

    def _all(self) -> str | None:
        views = tuple(self._view(link) for link in reversed(self._links))
        return self._render("crosswalks", self._title, self._setting.place.crosswalks, {"crosswalks": views})

    def _view(self, link: Crumb) -> CrosswalkView:
        one, other = (self._setting.catalogues[year] for year in self._pairs[link.address])
        made = self._setting.theme.pages
        with_method = self._published if "method" in made else frozenset[int]()
        return crosswalk_view(one, other, self._links, self._setting.place, with_method=with_method)

    def _render(self, kind: str, title: str, address: str, context: dict[str, Any]) -> str | None:
        setting, made = self._setting, self._setting.theme.pages
        way = [Crumb(setting.site.title, setting.site.home)]
        if "methods" in made:
            way.append(Crumb(setting.wording.say("method"), setting.place.methods))
        if kind == "crosswalk" and "crosswalks" in made:
            way.append(Crumb(self._title, setting.place.crosswalks))
        pages = render_site_page(setting, self._report, self._feed, kind, title, address, tuple(way), context)
        return next((html for _, html in pages), None)
