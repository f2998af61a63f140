"""Changed source files, by their address in the project."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.paths import address_in
from generator.project import CONTENT, SITE_FILE, THEMES
from generator.reading.inputs import Inputs
from generator.reading.snapshot import Tree


class ChangedFile(NamedTuple):
    """A source file or folder by its address in the project; ``how`` is edited, added or removed."""

    address: str
    how: str


class Change(NamedTuple):
    """The agencies made anew, the files that were the cause where they are known, and the time in seconds."""

    agencies: tuple[str, ...]
    files: tuple[ChangedFile, ...]
    seconds: float


def agency_changes(slug: str, old: Tree, new: Tree) -> Iterator[ChangedFile]:
    """The files of an agency that are not the same in two trees."""
    folder = address_in(CONTENT, slug)
    before, after = {**old.texts, **old.assets}, {**new.texts, **new.assets}
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield ChangedFile(address_in(folder, name), _how(name in before, name in after))


def shared_changes(old: Inputs | None, new: Inputs | None) -> Iterator[ChangedFile]:
    """What all agencies depend on, and the agencies there are, where two readings differ."""
    if old is None or new is None:
        if old is not new:
            yield ChangedFile(SITE_FILE, _how(old is not None, new is not None))
        return
    if old.site != new.site:
        yield ChangedFile(SITE_FILE, "edited")
    before, after = {one.path: one.data for one in old.catalogues}, {one.path: one.data for one in new.catalogues}
    for path in sorted(before.keys() | after.keys()):
        if before.get(path) != after.get(path):
            yield ChangedFile(path, _how(path in before, path in after))
    if old.site == new.site and before == after and old.digest != new.digest:
        yield ChangedFile(THEMES, "edited")
    for slug in sorted(set(old.agencies) ^ set(new.agencies)):
        yield ChangedFile(address_in(CONTENT, slug), _how(slug in old.agencies, slug in new.agencies))


def _how(was: bool, there: bool) -> str:
    return "edited" if was and there else "added" if there else "removed"
