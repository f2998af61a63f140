"""Compare a folder or web address with its manifests, within a time limit."""

import os
import threading

from generator.verifying.folder_place import FolderPlace
from generator.verifying.place import Difference, Place
from generator.verifying.verification import Verified, verify
from generator.verifying.web_place import WebPlace, web_address

_GRACE = 5.0
"""Seconds in which what is under way may still end by itself."""


def place_of(text: str, allowed: list[str], seconds: int) -> Place | None:
    """The place that a text names, a folder or an address; nothing when it is neither."""
    if "://" in text:
        address = web_address(text)
        return WebPlace(address, seconds) if address is not None else None
    return FolderPlace(os.path.abspath(text), allowed) if os.path.isdir(text) else None


def compare(place: Place, seconds: int, expected: str) -> Verified:
    """The result, or that time ran out: no host can hold the command longer than its limit."""
    found: list[Verified] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            found.append(verify(place, seconds, expected))
        except BaseException as error:
            failed.append(error)

    if place.readers == 1:  # a folder: it takes the time that its disk takes
        return verify(place, seconds, expected)
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds + _GRACE)
    if failed:
        raise failed[0]
    return found[0] if found else Verified((Difference("manifest.json", "unreadable", "time"),), 0, "")
