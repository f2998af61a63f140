"""The location of a project: its content and its output folder."""

import os
import re
from typing import NamedTuple

from generator.paths import path_of

CONTENT = "content"
SITE_FILE = "content/site.yaml"
CATALOGUES = "content/catalogues"
THEMES = "themes"
FILES_FOLDER = "files"
"""The folder of documents in the folder of a year."""
OWN_FOLDERS = (CONTENT, THEMES, ".prongsai", ".vscode", ".git")
"""What a project consists of: nothing that is made is put in there."""

DEFAULT_TARGET = "build"
DEVICE = "(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"
"""A device name reserved by Windows: no file or folder can have it, with any suffix."""
SLUG = re.compile(rf"(?!{DEVICE}$)[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 60
NOT_AGENCIES = frozenset({"catalogues"})
"""Folders in ``content`` that hold something else."""
_OF_THE_SITE = frozenset({"accessibility", "assets", "en", "method", "search"})


class Project(NamedTuple):
    """A project by its absolute path, and the absolute path of the target of its build."""

    root: str
    target: str


def find_project(folder: str, target: str | None) -> Project | None:
    """The project in a folder, or nothing when it holds none. ``target`` is relative to where the user stands."""
    root = os.path.abspath(folder)
    if not os.path.isfile(path_of(root, SITE_FILE)):
        return None
    return Project(root, os.path.abspath(target) if target is not None else path_of(root, DEFAULT_TARGET))


def is_agency_slug(name: str) -> bool:
    """Whether a folder in ``content`` is an agency's: its name becomes part of addresses, beside the site's own."""
    if name in NOT_AGENCIES or name in _OF_THE_SITE or len(name) > LONGEST_SLUG:
        return False
    return SLUG.fullmatch(name) is not None
