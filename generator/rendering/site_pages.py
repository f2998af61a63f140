"""Pages of the site itself: the portal, the methods, the accessibility statement and the page for lost addresses."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from generator.diagnostics import Report
from generator.oit.catalogue import Catalogue
from generator.rendering import addresses
from generator.rendering.accessibility_view import accessibility_view
from generator.rendering.addresses import root_of
from generator.rendering.crosswalk_links import crosswalk_links
from generator.rendering.method_view import method_view
from generator.rendering.setting import Setting
from generator.rendering.views import AgencyRow, Crumb, PageView


def site_pages(
    setting: Setting, rows: Sequence[AgencyRow], used: Sequence[Catalogue], report: Report
) -> Iterator[tuple[str, str]]:
    """The pages that belong to no agency. ``used`` are the catalogues of the years that are published."""
    made = setting.theme.pages
    home = (Crumb(setting.site.title, setting.site.home),)
    if setting.site.is_portal and "portal" in made:
        yield from render_site_page(
            setting, report, "portal", setting.site.title, addresses.HOME, (), {"agencies": tuple(rows)}
        )
    methods = tuple(method_view(catalogue, _crosswalks(setting, catalogue.year)) for catalogue in used)
    if methods and "methods" in made:
        title = "วิธีคิดคะแนนและหลักเกณฑ์"
        crosswalks = addresses.CROSSWALKS if "crosswalks" in made else ""
        context = {"methods": methods, "crosswalks_page": crosswalks}
        yield from render_site_page(setting, report, "methods", title, addresses.METHODS, home, context)
    if "method" in made:
        way = (*home, Crumb("วิธีคิดคะแนน", addresses.METHODS)) if "methods" in made else home
        for method in methods:
            title = f"วิธีคิดคะแนน ปีงบประมาณ พ.ศ. {method.year}"
            yield from render_site_page(setting, report, "method", title, method.address, way, {"method": method})
    if "accessibility" in made:
        title = "คำแถลงการเข้าถึงเว็บไซต์"
        view = accessibility_view(setting, rows)
        yield from render_site_page(
            setting, report, "accessibility", title, addresses.ACCESSIBILITY, home, {"accessibility": view}
        )
    if "404" in made:
        yield from render_site_page(setting, report, "404", "ไม่พบหน้าที่ต้องการ", addresses.NOT_FOUND, home, {})


def _crosswalks(setting: Setting, year: int) -> tuple[Crumb, ...]:
    """The pages that compare the list of a year with those around it."""
    return crosswalk_links(setting.catalogues, year, year) if "crosswalk" in setting.theme.pages else ()


def render_site_page(
    setting: Setting,
    report: Report,
    kind: str,
    title: str,
    address: str,
    crumbs: tuple[Crumb, ...],
    context: dict[str, Any],
) -> Iterator[tuple[str, str]]:
    """A page that belongs to no agency, with its address; nothing after an error."""
    root = root_of(address)
    if kind == "404" and setting.address:
        # a host shows this page at any depth, where a relative link would lead astray
        root = urlsplit(setting.address).path.rstrip("/") + "/"
    canonical = f"{setting.address}/{address}" if setting.address and kind != "404" else ""
    page = PageView(kind, title, title, address, root, crumbs, canonical)
    html = setting.templates.render(f"{kind}.html", {"site": setting.site, "page": page, **context}, report)
    if html is not None:
        yield address, html
