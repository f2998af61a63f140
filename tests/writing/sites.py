"""Small sites to publish, and what the target must look like afterwards."""

import os
from collections.abc import Mapping

from generator.paths import address_of
from generator.writing.bundle import Bundle, FileRef
from generator.writing.commit import Committed
from generator.writing.disk import Disk
from generator.writing.publish import Publication
from generator.writing.state import MARK, MARKER, State

Site = Mapping[str, Bundle]
"""Unit -> its bundle."""


FIVE = ("bang-rak", "kok-tum", "nong-bua", "pa-sak", "tha-muang")
"""Enough agencies for former generations of a site to be worth keeping when one changes."""


def generation(token: str, units: tuple[str, ...] = ("kok-tum", "nong-bua")) -> Site:
    """A portal in which every file carries a token, so that two generations cannot be mistaken for one."""
    site: dict[str, Bundle] = {
        unit: {
            f"{unit}/index.html": f"{unit} {token}".encode(),
            f"{unit}/2567/index.html": f"{unit} 2567 {token}".encode(),
            f"{unit}/2567/o12/index.html": f"{unit} o12 {token}".encode(),
        }
        for unit in units
    }
    site[""] = {"index.html": f"front page {token}".encode(), "search/index.html": f"search {token}".encode()}
    return site


def changed(site: Site, **contents: bytes | None) -> Site:
    """A site with pages replaced, added or (None) taken away; ``__`` in a name stands for ``/``, ``_`` for ``-``."""
    units = {unit: dict(bundle) for unit, bundle in site.items()}
    for name, content in contents.items():
        address = name.replace("__", "/").replace("_", "-") + "/index.html"
        unit = address.partition("/")[0]
        bundle = units[unit if unit in units else ""]
        if content is None:
            del bundle[address]
        else:
            bundle[address] = content
    return units


def publish(target: str, site: Site, *, disk: Disk | None = None, durable: bool = False) -> Committed:
    """Publish a site as a build does: units whose note says that nothing changed are kept, the others staged."""
    with Publication(target, disk=disk, durable=durable) as publication:
        staged, kept = [], []
        for unit, bundle in site.items():
            note = repr(sorted(bundle.items()))
            record = publication.published(unit)
            if record is not None and record.data == note:
                kept.append(unit)
            else:
                staged.append(publication.stage(unit, bundle, note))
        return publication.commit(staged, kept)


def expected(site: Site) -> dict[str, bytes | None]:
    """The tree that a site makes: address -> content, folders with None."""
    tree: dict[str, bytes | None] = {MARKER: MARK}
    for bundle in site.values():
        for address, content in bundle.items():
            tree[address] = _bytes(content)
            folder = address.rpartition("/")[0]
            while folder:
                tree[folder] = None
                folder = folder.rpartition("/")[0]
    return tree


def tree(folder: str) -> dict[str, bytes | None] | None:
    """What is in a folder, by relative path; None if there is no folder. A link shows as its own text."""
    if not os.path.isdir(folder):
        return None
    found: dict[str, bytes | None] = {}
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(place, name)
            address = address_of(path, folder)
            if os.path.islink(path):
                found[address] = b"-> " + os.fsencode(os.readlink(path))
            elif name in folders:
                found[address] = None
            else:
                found[address] = read(path)
    return found


def identities(folder: str) -> dict[str, tuple[int, int]]:
    """Inode and time of modification of every file in a folder."""
    found = {}
    for place, _, files in os.walk(folder):
        for name in files:
            seen = os.lstat(os.path.join(place, name))
            found[address_of(os.path.join(place, name), folder)] = (seen.st_ino, seen.st_mtime_ns)
    return found


def leftovers(target: str) -> set[str]:
    """What stands beside a target though no publication is under way."""
    return set(os.listdir(State(target).folder)) - {"lock", "records", "former"}


def read(path: str) -> bytes:
    """The content of a file."""
    with open(path, "rb") as file:
        return file.read()


def write(path: str, content: bytes) -> None:
    """Write a file, as somebody else would."""
    with open(path, "wb") as file:
        file.write(content)


def _bytes(content: bytes | FileRef) -> bytes:
    return content if isinstance(content, bytes) else read(content.path)
