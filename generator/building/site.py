"""What all agencies share: settings, catalogues, theme, and the list of agencies."""

import datetime
from typing import NamedTuple

from generator import __version__
from generator.diagnostics import Report, Span, closest
from generator.language import MAIN_LANGUAGE
from generator.project import CONTENT, SITE_FILE, Project
from generator.reading.catalogues import Catalogues, read_catalogues
from generator.reading.inputs import Inputs
from generator.reading.kinds import Placed
from generator.reading.site_file import DEFAULTS, SiteSettings, read_site
from generator.reading.theme_files import read_theme
from generator.rendering.addresses import SiteAddresses
from generator.rendering.pages import PAGE_KINDS
from generator.rendering.render_context import RenderContext
from generator.rendering.templates import Templates
from generator.rendering.views import SiteView
from generator.rendering.wording import Wording


class Site(NamedTuple):
    """What all agencies share, and the list of agencies.

    ``catalogues`` are what content is read with; those of a setting are in the words of its pages. ``foreign`` is
    what pages of other languages are made with, where the site has any.
    """

    project: Project
    settings: SiteSettings
    setting: RenderContext
    catalogues: Catalogues
    agencies: tuple[str, ...]
    foreign: tuple[RenderContext, ...]


def make_site(project: Project, inputs: Inputs, report: Report) -> Site | None:
    """Read what all agencies share; nothing after an error in it."""
    settings = read_site(inputs.site, SITE_FILE, report)
    catalogues = read_catalogues(inputs.catalogues, report)
    return None if settings is None else _site(project, settings, catalogues, inputs, report)


def make_stand_in(project: Project, inputs: Inputs) -> Site | None:
    """A site with the settings and the theme that come with the generator.

    With it the agencies are checked when the site's own settings, theme or catalogues cannot be used; years whose
    catalogue is spoiled are passed over.
    """
    return _site(project, DEFAULTS, read_catalogues(inputs.catalogues, Report()), inputs, Report())


def _site(
    project: Project, settings: SiteSettings, catalogues: Catalogues, inputs: Inputs, report: Report
) -> Site | None:
    theme = read_theme(settings.theme, project.root, PAGE_KINDS, report)
    agencies = _chosen(settings.agency, inputs, report)
    if theme is None or report.failed:
        return None
    templates = Templates(theme, thai_numerals=settings.thai_numerals)
    place = SiteAddresses()
    site = SiteView(
        title=settings.title,
        other_title=settings.title_en,
        is_portal=settings.is_portal,
        home=place.home,
        method=place.methods if "methods" in theme.pages else "",
        search=place.search if "search" in settings.exports and "search" in theme.pages else "",
        version=__version__,
        accessibility=place.accessibility if "accessibility" in theme.pages else "",
    )
    today = datetime.date.fromisoformat(inputs.today) if inputs.today else None
    setting = RenderContext(
        site,
        settings.address,
        theme,
        templates,
        catalogues,
        frozenset(settings.exports),
        settings.publication,
        today,
        settings.accessibility,
        Wording(MAIN_LANGUAGE, theme.strings[MAIN_LANGUAGE]),
        settings.languages,
        place,
    )
    if any(d.severity == "error" for d in report.diagnostics):
        return None
    return Site(project, settings, setting, catalogues, agencies, _foreign(setting))


def _foreign(setting: RenderContext) -> tuple[RenderContext, ...]:
    if "en" not in setting.languages:
        return ()
    from generator.rendering.english import english_setting  # few sites have such pages

    return (english_setting(setting),)


def _chosen(chosen: Placed, inputs: Inputs, report: Report) -> tuple[str, ...]:
    agencies = inputs.agencies
    if inputs.refused.holds(chosen.text) or (not agencies and inputs.refused.paths):
        return ()  # it is there, and what is wrong with it was told
    if not agencies:
        report.error("OIT316", Span(CONTENT))
        return ()
    if chosen.text == "all":
        return tuple(agencies)
    if chosen.text not in agencies:
        report.error("OIT315", chosen.span, name=chosen.text, suggestion=closest(chosen.text, agencies))
        return ()
    return (chosen.text,)
