"""How a command ends: its exit code, and the sentence that goes with it."""

import os

from generator.building.result import Outcome
from generator.cli.console import Console
from generator.messages.ended import Ended
from generator.project import Project, find_project

OK, FAILED, USAGE, BLOCKED, BUG = 0, 1, 2, 3, 4
INTERRUPTED, UNHEARD = 130, 141
"""Shell exit codes: 130 after Ctrl+C, 141 after a broken pipe."""

_CODES = {"done": OK, "usage": USAGE, "failed": FAILED, "blocked": BLOCKED}


def project_in(folder: str, target: str | None, shown: Console) -> Project | None:
    """The project in a folder; where there is none, that is said, and which file may be meant to be its settings."""
    project = find_project(folder, target)
    if project is None:
        from generator.reading.misnamed import settings_like

        root = os.path.abspath(folder)
        shown.trouble("not_a_project", folder=root, found=settings_like(root))
    return project


def is_refused(path: str, project: Project) -> bool:
    """Whether a requested output file may not be at this path."""
    from generator.building.output_file import is_inside  # few commands write such a file

    return is_inside(path, project)


def end(ended: Ended, shown: Console) -> int:
    """Say how a command ended; its exit code."""
    if ended.how == "done":
        shown.say(ended.key, **ended.params)
    else:
        shown.trouble(ended.key, **ended.params)
    return _CODES[ended.how]


def exit_code(outcome: Outcome) -> int:
    """The exit code of a build or a check."""
    return _CODES[outcome.ending.value]
