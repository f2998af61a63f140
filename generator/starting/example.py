"""The example project: a fictional municipality that uses every feature."""

import os

from generator.paths import address_of, path_of

NAME = "เทศบาลตำบลตัวอย่าง"
SLUG = "tua-yang"
YEAR = 2568
_FOLDER = path_of(os.path.dirname(os.path.abspath(__file__)), "example")


def content() -> dict[str, bytes]:
    """Its content by path in a project."""
    found: dict[str, bytes] = {}
    for folder, below, names in os.walk(_FOLDER):
        below.sort()
        for name in sorted(names):
            path = path_of(folder, name)
            with open(path, "rb") as file:
                found[address_of(path, _FOLDER)] = file.read()
    return found
