"""Strict reader of manifests: accepts only what the generator would write, byte for byte."""

import re

from generator.address import is_address
from generator.exports.manifest import FORMAT, NAME, Listed, Manifest

LONGEST = 64 * 1024 * 1024
"""The largest manifest that is read, in bytes: some 500,000 files."""

LARGEST = 200 * 1024 * 1024
"""The largest file that a manifest may list, in bytes."""

MOST_FILES = 500_000
"""The most files that one manifest may list: with the longest names of a site they fill ``LONGEST``."""

_HEAD = f'{{"format": {FORMAT},\n'.encode()
_ROW = re.compile(
    rb'{"path": "([a-z0-9._/-]{1,4000})", "size": (0|[1-9][0-9]{0,9}), "sha256": "([0-9a-f]{64})"}(?:,\n |\n(?=\]))'
)


def read_manifest(data: bytes | bytearray) -> Manifest | None:
    """The manifest, or nothing when it is damaged or names a place outside its own folder.

    It is read row by row in the one form that the generator writes, so nothing else in it takes any memory.
    """
    reader = _Reader(data)
    files = reader.rows(_HEAD + b'"files": ')
    manifests = reader.rows(b',\n"manifests": ') if files is not None else None
    if files is None or manifests is None or not reader.ends_with(b"}\n"):
        return None
    own = all(one.path.split("/")[1:] == [NAME] for one in manifests)
    names = {one.path for one in files}
    if not own or NAME in names or any(one.path in names for one in manifests):
        return None
    return Manifest(tuple(files), tuple(manifests))


class _Reader:
    """The text of a manifest, and how far it was read."""

    def __init__(self, data: bytes | bytearray) -> None:
        self._data = data
        self._at = 0

    def rows(self, before: bytes) -> list[Listed] | None:
        """The rows of the list that comes after a text, by their paths in order; nothing if not as written."""
        if self._skip(before + b"[]"):
            return []
        if not self._skip(before + b"[\n "):
            return None
        found: list[Listed] = []
        while (row := _ROW.match(self._data, self._at)) is not None:
            path, size = row[1].decode("ascii"), int(row[2])
            # a place below the manifest, which needs no quoting in an address and has no way up or out
            if not is_address(path) or size > LARGEST or (found and path <= found[-1].path):
                return None
            if len(found) == MOST_FILES:
                return None
            found.append(Listed(path, size, row[3].decode("ascii")))
            self._at = row.end()
            if row[0].endswith(b"}\n"):
                return found if self._skip(b"]") else None
        return None

    def ends_with(self, text: bytes) -> bool:
        """Whether this is all that is left."""
        return self._skip(text) and self._at == len(self._data)

    def _skip(self, text: bytes) -> bool:
        there = self._data.startswith(text, self._at)
        self._at += len(text) if there else 0
        return there
