"""Pages of the site itself: the portal, the methods, the accessibility statement and the page for lost addresses."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from generator.diagnostics import Report
from generator.language import MAIN_LANGUAGE
from generator.oit.catalogue import Catalogue
from generator.rendering.accessibility_view import accessibility_view
from generator.rendering.addresses import NOT_FOUND
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.markup import EMPTY
from generator.rendering.method_view import method_view
from generator.rendering.render_context import PageHead, RenderContext, page_view
from generator.rendering.views import AgencyRow, Crumb


def site_pages(
    setting: RenderContext, rows: Sequence[AgencyRow], used: Sequence[Catalogue], report: Report, feed: str = ""
) -> Iterator[tuple[str, str]]:
    """The pages that belong to no agency. ``used`` are the catalogues of the years that are published.

    ``feed`` is the address of what is new on the whole site, or empty.
    """
    render = partial(render_site_page, setting, report, feed)
    made, place, wording = setting.theme.pages, setting.place, setting.wording
    is_main = wording.language == MAIN_LANGUAGE
    if not is_main:
        from generator.rendering.english import row_in_english

        rows = [row_in_english(setting, row) for row in rows]
    home = (Crumb(setting.site.title, setting.site.home),)
    if setting.site.is_portal and "portal" in made:
        yield from render("portal", setting.site.title, place.home, (), {"agencies": tuple(rows)})
    methods = tuple(method_view(catalogue, _crosswalks(setting, catalogue.year), place, wording) for catalogue in used)
    if methods and "methods" in made:
        crosswalks = place.crosswalks if "crosswalks" in made else ""
        yield from render(
            "methods",
            wording.say("methods_title"),
            place.methods,
            home,
            {"methods": methods, "crosswalks_page": crosswalks},
        )
    if "method" in made:
        way = (*home, Crumb(wording.say("method"), place.methods)) if "methods" in made else home
        for method in methods:
            title = f"{wording.say('method_title')} {method.year}"
            yield from render("method", title, method.address, way, {"method": method})
    if setting.site.search:
        yield from render("search", wording.say("search_title"), place.search, home, {"agencies": tuple(rows)})
    if "accessibility" in made:
        view = accessibility_view(setting, rows)
        title = wording.say("access_title")
        yield from render("accessibility", title, place.accessibility, home, {"accessibility": view})
    if "404" in made and is_main:  # a host shows one page for whatever is lost
        yield from render("404", wording.say("lost_title"), NOT_FOUND, home, {})


def _crosswalks(setting: RenderContext, year: int) -> tuple[Crumb, ...]:
    """The pages that compare the list of a year with those around it."""
    return crosswalk_links(setting.catalogues, year, year, setting.place) if "crosswalk" in setting.theme.pages else ()


def render_site_page(
    setting: RenderContext,
    report: Report,
    feed: str,
    kind: str,
    title: str,
    address: str,
    crumbs: tuple[Crumb, ...],
    context: dict[str, Any],
) -> Iterator[tuple[str, str]]:
    """A page that belongs to no agency, with its address; nothing after an error."""
    page = page_view(setting, PageHead(kind, title, address, crumbs, feed=feed))
    if kind == "404":
        page = page._replace(canonical="", structured=EMPTY, languages=())
        if setting.address:
            # a host shows this page at any depth, where a relative link would lead astray
            page = page._replace(root=urlsplit(setting.address).path.rstrip("/") + "/")
    html = setting.templates.render(f"{kind}.html", {"site": setting.site, "page": page, **context}, report)
    if html is not None:
        yield address, html
