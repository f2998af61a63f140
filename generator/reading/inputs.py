"""The inputs of a site by digest, before parsing: equal digests mean that nothing has changed."""

import os
import re
from typing import NamedTuple

from generator import __version__
from generator.diagnostics import Report, Span
from generator.digest import blake2b
from generator.oit.refused_paths import RefusedPaths
from generator.paths import address_in, path_of
from generator.project import (
    CATALOGUES,
    CONTENT,
    FILES_FOLDER,
    NOT_AGENCIES,
    SITE_FILE,
    THEMES,
    Project,
    is_agency_slug,
)
from generator.reading.snapshot import Tree, files, listed, read_file, read_tree

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_THEME_FILE = 4 * 1024 * 1024
_YAML_LIKE = re.compile(r"(?:\.ya?ml)?\.(?:yml|ya?ml\.txt)$", re.IGNORECASE)
"""Other endings of a file that is meant to be YAML."""


class CatalogueSource(NamedTuple):
    """A catalogue file. ``shipped`` is whether it came with the generator."""

    path: str
    data: bytes
    shipped: bool


class Inputs(NamedTuple):
    """Everything that every agency depends on, and the names of the agencies; ``refused`` is what else was reported.

    ``today`` is the day that measures are judged by, as ISO text, or empty: no clock is ever asked.
    ``digest`` covers the settings, the day, the catalogues, all themes and the generator itself.
    """

    site: bytes
    catalogues: tuple[CatalogueSource, ...]
    agencies: tuple[str, ...]
    today: str
    digest: bytes
    refused: RefusedPaths = RefusedPaths()


def read_inputs(project: Project, report: Report, today: str = "") -> Inputs | None:
    """What all agencies share; nothing after a diagnostic about the settings."""
    site = read_file(project.root, SITE_FILE, report)
    if site is None:
        if not report.diagnostics:
            report.error("OIT124", Span(CONTENT), file="site.yaml")
        return None
    catalogues = catalogue_sources(project.root, report)
    hasher = blake2b(digest_size=20)
    for part in (__version__.encode(), today.encode(), site, _generator_digest()):
        hasher.update(blake2b(part).digest())
    for source in catalogues:
        hasher.update(f"{source.path}\0{len(source.data)}\0".encode())
        hasher.update(source.data)
    hasher.update(_themes_digest(project, report))
    agencies, refused = _agencies(project, report)
    return Inputs(
        site=site, catalogues=tuple(catalogues), agencies=agencies, today=today, digest=hasher.digest(), refused=refused
    )


def read_agency_tree(project: Project, slug: str, report: Report) -> Tree:
    """The files of one agency."""
    return read_tree(project.root, address_in(CONTENT, slug), report, assets_below=FILES_FOLDER)


def _agencies(project: Project, report: Report) -> tuple[tuple[str, ...], RefusedPaths]:
    """The folders of agencies; what else stands in ``content`` is told of."""
    found: list[str] = []
    names: list[str] = []
    there = listed(project.root, CONTENT, report)
    for name, is_folder in there.entries:
        if not is_folder:
            names.append(name)
        elif is_agency_slug(name):
            found.append(name)
        elif name not in NOT_AGENCIES:
            report.error("OIT216", Span(address_in(CONTENT, name)), value=name, suggestion=_slug_like(name))
    site = SITE_FILE.rpartition("/")[2]
    if names != [site]:
        from generator.reading.misnamed import tell_misnamed  # most projects have nothing else there

        tell_misnamed(names, [site], frozenset((site,)), RefusedPaths(), CONTENT, report)
    return tuple(found), RefusedPaths(frozenset(there.refused))


def _slug_like(name: str) -> str:
    """The name that a folder in ``content`` should have, where it follows from the one it has."""
    meant = name.casefold() if name.casefold() in NOT_AGENCIES else re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    return meant if meant in NOT_AGENCIES or (name.isascii() and is_agency_slug(meant)) else ""


def catalogue_sources(root: str | None, report: Report) -> list[CatalogueSource]:
    """The shipped catalogues, and after them those of the project at ``root``."""
    shipped = address_in(os.path.basename(_PACKAGE), "catalogues")
    found = _catalogues(os.path.dirname(_PACKAGE), shipped, report, shipped=True)
    return found if root is None else found + _catalogues(root, CATALOGUES, report, shipped=False)


def _catalogues(root: str, folder: str, report: Report, *, shipped: bool) -> list[CatalogueSource]:
    found: list[CatalogueSource] = []
    for name in files(root, folder, report):
        path = address_in(folder, name)
        if (plain := _YAML_LIKE.sub(".yaml", name)) != name:
            report.error("OIT128", Span(path), name=name, suggestion=plain)
        data = read_file(root, path, report) if name.lower().endswith(".yaml") else None
        if data is not None:
            found.append(CatalogueSource(path, data, shipped))
    return found


def _themes_digest(project: Project, report: Report) -> bytes:
    """The digest of the project's themes and of the shipped ones, whichever of them is used."""
    parts = [b""]
    shipped = path_of(_PACKAGE, THEMES)
    places = [project.root, _PACKAGE if os.path.isdir(shipped) else os.path.dirname(_PACKAGE)]
    for root in places:
        if os.path.isdir(path_of(root, THEMES)):
            own = Report()
            parts.append(read_tree(root, THEMES, own, text_suffixes=("",), limit=_THEME_FILE).digest)
            report.extend(own.diagnostics)
    return b"".join(parts)


def _generator_digest() -> bytes:
    """The digest of the generator's own modules: a changed generator may make other pages under the same version.

    By their sizes and times, as a compiler looks at them: reading them took as long as reading an agency.
    """
    hasher = blake2b(digest_size=20)
    pending = [_PACKAGE]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name not in ("__pycache__", THEMES):
                        pending.append(entry.path)
                elif entry.name.endswith((".py", ".yaml")):
                    seen = entry.stat()
                    hasher.update(f"{entry.path}\0{seen.st_size}\0{seen.st_mtime_ns}\0".encode())
    return hasher.digest()
