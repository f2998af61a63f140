"""Which pages a diagnostic concerns: they show the last good content until it is fixed."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.building.site import Site
from generator.project import CONTENT, FILES_FOLDER
from generator.reading.dates import buddhist_year
from generator.reading.file_names import FREEZES_FOLDER, MEASURES_FILE, RESULTS_FILE
from generator.reading.narrative_file import NARRATIVE_KINDS
from generator.reading.spelling import in_folder, item_of
from generator.rendering.addresses import CHANGES, AgencyAddresses

ALL = ("",)
"""Every page: what is wrong is shared by all of them."""
_PAGES = {RESULTS_FILE: ("results", "analysis"), MEASURES_FILE: ("measures",)}
_PAGES |= {f"{kind}.md": (kind,) for kind in NARRATIVE_KINDS}


class Concern(NamedTuple):
    """The site, and the texts of its agencies by slug, in which it is looked who names a document."""

    site: Site | None
    texts: Mapping[str, Mapping[str, bytes]]

    def pages(self, path: str) -> tuple[str, ...]:
        """What the addresses of the concerned pages begin with, for a diagnostic about a path of the project."""
        top, _, rest = path.partition("/")
        slug, _, below = rest.partition("/")
        if self.site is None or top != CONTENT or slug not in self.site.agencies:
            return ALL
        is_portal = self.site.settings.is_portal
        own = [AgencyAddresses(slug, is_portal=is_portal, language=one) for one in self.site.setting.languages]
        folder, _, name = below.partition("/")
        year = buddhist_year(folder)
        if year is None:
            return (own[0].prefix,)
        pages = tuple(_pages(folder, name, self.texts.get(slug, {})))
        return tuple(f"{place.folder(year)}{page}" for place in own for page in pages)


def _pages(folder: str, name: str, texts: Mapping[str, bytes]) -> Iterator[str]:
    """The folders of pages below that of a year; the year's own for what is known to belong to no page."""
    if name.casefold() in _PAGES:
        yield from (f"{kind}/" for kind in _PAGES[name.casefold()])
    elif name.startswith(f"{FREEZES_FOLDER}/"):
        yield f"{CHANGES}/"
    elif name.lower().endswith(".md") and "/" not in name:
        item = item_of(name)
        yield f"o{int(item[1:]):02}/" if item is not None else ""
    elif (document := in_folder(name)).startswith(f"{FILES_FOLDER}/"):
        sought = document.partition("/")[2].encode()
        naming = [text for text, data in texts.items() if text.startswith(f"{folder}/") and sought in data]
        yield from (page for text in naming for page in _pages(folder, text.partition("/")[2], {}))
        if not naming:
            yield "index.html"
    else:
        yield ""
