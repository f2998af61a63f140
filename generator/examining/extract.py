"""What was got out of one document: its text and what there is to say of the file itself."""

import json
from typing import NamedTuple

VERSION = 1
"""Raised whenever the same bytes would give another extract: what was kept under an older one is not used."""

MOST_TEXT = 2_000_000
"""The most characters of text that are taken from one document."""


class Extract(NamedTuple):
    """The text of a document, a page or sheet after the other.

    ``fault`` is why there is none: ``broken``, ``encrypted``, or how the reading ended: ``time``, ``memory``,
    ``crash``. ``whole`` is whether all of the document was read. ``blank`` counts the pages that hold no text;
    ``place`` is whether a photograph tells where it was taken.
    """

    text: str = ""
    pages: int = 0
    blank: int = 0
    whole: bool = True
    place: bool = False
    fault: str = ""


def to_json(extract: Extract) -> bytes:
    """An extract as one line of JSON."""
    text = extract.text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(extract._replace(text=text)).encode("ascii")


def from_json(data: bytes) -> Extract | None:
    """The extract that was written so; nothing when it is anything else."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        return None
    kinds = [str, int, int, bool, bool, str]
    return Extract(*fields) if type(fields) is list and [type(field) for field in fields] == kinds else None
