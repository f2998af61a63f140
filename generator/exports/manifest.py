"""``manifest.json``: every published file of one part of the site, by its size in bytes and SHA-256.

A part is what is published as one: an agency of a portal, or whatever of the site belongs to none.
A manifest omits itself. The site's manifest lists the agencies' manifests instead of their files, so whoever
knows the SHA-256 of that one file can tell whether any byte of the whole site was changed.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FORMAT = 1
NAME = "manifest.json"


class Listed(NamedTuple):
    """One file: its path below the folder of the manifest, its size in bytes and its SHA-256, in hex."""

    path: str
    size: int
    sha256: str


class Manifest(NamedTuple):
    """The files of a part of the site, and the manifests of the parts below it."""

    files: tuple[Listed, ...]
    manifests: tuple[Listed, ...]

    def text(self) -> bytes:
        """Canonical text: one line per file, no insignificant bytes."""
        parts = (f'"files": {_rows(self.files)}', f'"manifests": {_rows(self.manifests)}')
        return f'{{"format": {FORMAT},\n{parts[0]},\n{parts[1]}}}\n'.encode()


def listed(path: str, content: bytes) -> Listed:
    """The entry of a file with the given content."""
    from hashlib import sha256  # loads all of OpenSSL, and is wanted only where there is a manifest

    return Listed(path, len(content), sha256(content).hexdigest())


def manifest_of(
    contents: Mapping[str, bytes], files: Iterable[Listed], manifests: Iterable[Listed], prefix: str
) -> Manifest:
    """The manifest in the folder ``prefix`` (ending in a slash, or empty) of a site.

    ``contents`` and ``files`` are the files of its part by their addresses in the site, ``manifests``
    the manifests below it, by theirs.
    """
    found = [*(listed(address, content) for address, content in contents.items()), *files]
    return Manifest(_below(prefix, found), _below(prefix, manifests))


def _below(prefix: str, files: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(one._replace(path=one.path.removeprefix(prefix)) for one in files))


def _rows(files: Iterable[Listed]) -> str:
    rows = [
        f'{{"path": {json.dumps(path)}, "size": {size}, "sha256": "{sha256}"}}' for path, size, sha256 in sorted(files)
    ]
    return "[\n " + ",\n ".join(rows) + "\n]" if rows else "[]"
