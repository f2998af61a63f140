"""The manifests of the previewed site: the same bytes as those of a build, made only when somebody asks for one."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.building.agency import Files
from generator.building.manifests import EXPORT, part_manifest, prefix_of
from generator.building.site import Site
from generator.exports.manifest import NAME, Listed

Made: TypeAlias = tuple[Files, Mapping[str, str]]
"""All files of an agency and the checksums of its evidence, by digest."""


class Manifests:
    """The manifests of a site, from a way to all files of an agency and one to the files that belong to none."""

    __slots__ = ("_made", "_own", "_site")

    def __init__(self, site: Site, made: Callable[[str], Made | None], own: Callable[[], Files | None]) -> None:
        self._site = site
        self._made = made
        self._own = own

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where they are published."""
        if EXPORT not in self._site.settings.exports:
            return ()
        below = self._site.agencies if self._site.settings.is_portal else ()
        return (NAME, *(prefix_of(slug, is_portal=True) + NAME for slug in below))

    def get(self, address: str) -> bytes | None:
        """The text of one of them; nothing while a page that it lists cannot be made."""
        slug = address.removesuffix(NAME).rstrip("/")
        found = self._of_agency(slug) if slug else self._of_site()
        return None if found is None else found[1]

    def _of_agency(self, slug: str) -> tuple[Listed, bytes] | None:
        made = self._made(slug)
        return None if made is None else part_manifest(prefix_of(slug, is_portal=True), *made)

    def _of_site(self) -> tuple[Listed, bytes] | None:
        own = self._own()
        if own is None:
            return None
        if not self._site.settings.is_portal:
            made = self._made(self._site.agencies[0])
            return None if made is None else part_manifest("", {**made[0], **own}, made[1])
        below = [self._of_agency(slug) for slug in self._site.agencies]
        listed = [one[0] for one in below if one is not None]
        return part_manifest("", own, {}, listed) if len(listed) == len(below) else None
