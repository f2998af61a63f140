"""``verify``: whether what stands in a place is, to the byte, what was published."""

import os
import threading
from argparse import Namespace

from generator.presentation import Presentation
from generator.sentences import counted, sentence
from generator.verifying.folder_place import FolderPlace
from generator.verifying.place import Difference, Place
from generator.verifying.verification import Verified, verify
from generator.verifying.web_place import WebPlace, web_address

OK, DIFFERENT, USAGE = 0, 1, 2
_REASONS = frozenset(
    {"answer", "cut", "damaged", "elsewhere", "encoded", "many", "redirect", "redirects", "silence", "time"}
)
_GRACE = 5.0
"""Seconds in which what is under way may still end by itself."""


def run(options: Namespace, shown: Presentation) -> int:
    """Compare and tell; the exit code."""
    place = _place(options.place, options.allow, options.seconds)
    if place is None:
        shown.trouble("no_such_place", place=options.place)
        return USAGE
    found = _in_time(place, options.seconds, options.digest or "")
    for one in found.differences:
        shown.say(one.what, path=one.path or ".", reason=_reason(one, shown))
    files = counted("file", found.files, shown.language)
    if not found.differences:
        shown.say("verified", files=files, sum=found.sha256)
        return OK
    key = "no_manifest" if not found.sha256 else "not_verified"
    differences = counted("difference", len(found.differences), shown.language)
    shown.trouble(key, differences=differences, files=files, sum=found.sha256)
    return DIFFERENT


def _place(text: str, allowed: list[str], seconds: int) -> Place | None:
    if "://" in text:
        address = web_address(text)
        return WebPlace(address, seconds) if address is not None else None
    return FolderPlace(os.path.abspath(text), allowed) if os.path.isdir(text) else None


def _in_time(place: Place, seconds: int, expected: str) -> Verified:
    """What is found, or that it took too long: no host may hold this command for longer than it was given."""
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


def _reason(one: Difference, shown: Presentation) -> str:
    return sentence(f"why_{one.reason}", shown.language) if one.reason in _REASONS else one.reason
