"""A manifest as it was found: believed only when it is, to the byte, what the generator would have written."""

import json
import re
from typing import Any

from generator.address import is_address
from generator.exports.manifest import FORMAT, NAME, Listed, Manifest

LONGEST = 64 * 1024 * 1024
"""The largest manifest that is read, in bytes: some 500,000 files."""

LARGEST = 200 * 1024 * 1024
"""The largest file that a manifest may list, in bytes."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_manifest(data: bytes) -> Manifest | None:
    """The manifest, or nothing when it is damaged or names a place outside its own folder."""
    try:
        tree = json.loads(data)
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            return None
        manifest = Manifest(_rows(tree["files"]), _rows(tree["manifests"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    own = all(one.path.split("/")[1:] == [NAME] for one in manifest.manifests)
    names = [one.path for one in (*manifest.files, *manifest.manifests)]
    if not own or NAME in names or len(set(names)) != len(names):
        return None
    return manifest if manifest.text() == data else None


def _rows(rows: list[Any]) -> tuple[Listed, ...]:
    for row in rows:
        path, size, sha256 = row["path"], row["size"], row["sha256"]
        # a place below the manifest, which needs no quoting in an address and has no way up or out
        if not isinstance(path, str) or not is_address(path):
            raise ValueError(path)
        if type(size) is not int or not 0 <= size <= LARGEST:
            raise ValueError(path)
        if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
            raise ValueError(path)
    return tuple(Listed(row["path"], row["size"], row["sha256"]) for row in rows)
