"""``--like``: a new year begins with a copy of another year's list of items, marked as not confirmed."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.diagnostics import Report
from generator.paths import address_in
from generator.project import CATALOGUES
from generator.reading.catalogues import Catalogues, read_catalogues
from generator.reading.dates import buddhist_year
from generator.reading.inputs import CatalogueSource
from generator.starting.copied_catalogue import copied_catalogue
from generator.starting.interview import Refusal


class Lists(NamedTuple):
    """The lists of items to begin with, and the files of those that are not there yet."""

    catalogues: Catalogues
    files: dict[str, bytes]
    told: dict[str, object]


def lists(given: Mapping[str, str], sources: tuple[CatalogueSource, ...], catalogues: Catalogues) -> Lists | Refusal:
    """The lists that ``new`` works with: those that are there, and the copy that ``--like`` asks for."""
    wanted = given.get("like", "").strip()
    if not wanted:
        return Lists(catalogues, {}, {})
    year, like = buddhist_year(given.get("year", "")), buddhist_year(wanted)
    if year is None:
        return Refusal("like_needs_year", {})
    if year in catalogues or catalogues.is_spoiled(year):
        return Refusal("list_exists", {"year": year})
    if like is None or like not in catalogues:
        return Refusal("no_catalogue", {"year": like or wanted, "known": ", ".join(map(str, catalogues)), "like": ""})
    path = address_in(CATALOGUES, f"oit-{year}.yaml")
    data = copied_catalogue(catalogues[like], year)
    copied = read_catalogues((*sources, CatalogueSource(path, data, False)), Report())
    return Lists(copied, {path: data}, {"like": like, "copy": path})
