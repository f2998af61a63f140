"""Where a file that a command writes on request may be put: never among what a project consists of or publishes."""

import os

from generator.paths import path_of
from generator.project import CONTENT, THEMES, Project
from generator.writing.state import State

_OWN = (CONTENT, THEMES, ".prongsai", ".vscode", ".git")


def is_inside(path: str, project: Project) -> bool:
    """Whether a file would lie where the next build finds it, or where the program keeps its own, by whatever links."""
    folders = [project.target, State(project.target).folder, *(path_of(project.root, name) for name in _OWN)]
    place = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    while True:
        if any(_is_same(place, folder) for folder in folders):
            return True
        above = os.path.dirname(place)
        if above == place:
            return False
        place = above


def _is_same(place: str, folder: str) -> bool:
    """Whether two paths name one folder; one that is there may be spelled in several ways."""
    try:
        return os.path.samefile(place, folder)
    except OSError:
        return os.path.normcase(place) == os.path.normcase(os.path.realpath(folder))
