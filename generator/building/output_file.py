"""Where a requested output file may be: not among the files that a project consists of or publishes."""

import os

from generator.paths import path_of
from generator.project import OWN_FOLDERS, Project
from generator.writing.guard import lies_in
from generator.writing.state import State


def is_inside(path: str, project: Project) -> bool:
    """Whether a file would lie where the next build finds it, or where the program keeps its own, by whatever links."""
    folders = [project.target, State(project.target).folder, *(path_of(project.root, name) for name in OWN_FOLDERS)]
    return lies_in(os.path.realpath(os.path.dirname(os.path.abspath(path))), folders) is not None
