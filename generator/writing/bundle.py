"""A bundle: what is to be published, as addresses and their content.

An address is a relative path of small ASCII segments that every file system and web server
spells alike, so that two addresses never meet in one file whatever the platform.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class FileRef(NamedTuple):
    """Content too large to hold: a source file (absolute path), its size in bytes and its blake2b digest, in hex."""

    path: str
    size: int
    digest: str


Bundle: TypeAlias = Mapping[str, bytes | FileRef]
"""Address -> content."""

SEGMENT_BYTES = 200
"""Longest segment of an address; file systems allow 255 bytes, editors and archives add suffixes."""

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
_SUSPECT = re.compile(
    rf"[^/]{{{SEGMENT_BYTES + 1}}}"  # a segment that is too long
    r"|\.(?:/|\Z)"  # a segment that ends in a dot, which Windows drops
    r"|(?:\A|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|\Z)"  # a device of Windows, with or without a suffix
)


def is_address(text: str) -> bool:
    """Whether a text may be the address of a published file, on every platform."""
    return _ADDRESS.fullmatch(text) is not None and _SUSPECT.search(text) is None


def parents(addresses: Iterable[str]) -> set[str]:
    """Every folder that holds one of the addresses, however far down, but not the top ("")."""
    folders: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders
