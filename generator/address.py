"""What may be the address of a published file: a path that every file system and web server spells alike.

An address is relative to the top of the site and made of small ASCII segments, so that two addresses never meet
in one file whatever the platform.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.project import DEVICE

SEGMENT_BYTES = 200
"""Longest segment of an address; file systems allow 255 bytes, editors and archives add suffixes."""

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
_LEADING_AWAY = ("/.", "\n.", "//", "\n/", "\\", ":", "\0")
_SUSPECT = re.compile(
    rf"[^/]{{{SEGMENT_BYTES + 1}}}"  # a segment that is too long
    r"|\.(?:/|\Z)"  # a segment that ends in a dot, which Windows drops
    rf"|(?:\A|/){DEVICE}(?:[./]|\Z)"  # a device of Windows, with or without a suffix
)
_DEVICE = re.compile(rf"{DEVICE}(?:\.|\Z)")


def is_address(text: str) -> bool:
    """Whether a text may be the address of a published file, on every platform."""
    return _ADDRESS.fullmatch(text) is not None and _SUSPECT.search(text) is None


def is_device(segment: str) -> bool:
    """Whether Windows takes a segment of small letters for a device, whatever suffix it has."""
    return _DEVICE.match(segment) is not None


def stay_inside(texts: list[str]) -> bool:
    """Whether no text, taken for an address, leads out of its folder: quick, for the many addresses of a site.

    Raises ``TypeError`` for what is no text.
    """
    joined = "\n".join(["", *texts])
    return not any(part in joined for part in _LEADING_AWAY)


def parents(addresses: Iterable[str]) -> set[str]:
    """Every folder that holds one of the addresses, however far down, but not the top ("")."""
    folders: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def unpublishable(addresses: Collection[str]) -> Iterator[str]:
    """What cannot be published among these: what is no address, or a file where others need a folder."""
    folders = parents(addresses)
    for address in addresses:
        if address in folders or not is_address(address):
            yield address
