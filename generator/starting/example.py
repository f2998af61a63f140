"""The worked example: a municipality that does not exist and uses everything the generator can show."""

import os

NAME = "เทศบาลตำบลตัวอย่าง"
SLUG = "tua-yang"
YEAR = 2568
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "example")


def content() -> dict[str, bytes]:
    """Its content by path in a project."""
    found: dict[str, bytes] = {}
    for folder, below, names in os.walk(_FOLDER):
        below.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, _FOLDER).replace(os.sep, "/")] = file.read()
    return found
