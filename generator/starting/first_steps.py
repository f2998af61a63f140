"""``start``: find the project to use, or create the first one."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.language import Language
from generator.messages.ended import Ended
from generator.messages.sentences import sentence
from generator.paths import path_of
from generator.project import find_project

if TYPE_CHECKING:
    from generator.starting.interview import Ask, Tell

NEW_PROJECT = "เว็บไซต์"
"""The folder of a project that ``start`` begins, beside what is there."""

BUILD_PROGRAMS: dict[Language, str] = {"th": "สร้างเว็บไซต์.cmd", "en": "build.cmd"}


def projects_in(folder: str) -> list[str]:
    """The folders of the projects: the folder itself where it is one, else those directly in it, sorted by name."""
    if find_project(folder, None) is not None:
        return [os.path.abspath(folder)]
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
    except OSError:
        return []
    inside = [path_of(os.path.abspath(folder), name) for name in names if not name.startswith(".")]
    return [path for path in inside if find_project(path, None) is not None]


def build_program(folder: str, language: Language) -> str:
    """What to double-click for a build, where the folder is that of the ZIP for Windows."""
    name = BUILD_PROGRAMS[language]
    return name if os.path.isfile(path_of(folder, name)) else ""


def project_of(folder: str, language: Language, ask: "Ask", tell: "Tell") -> str | Ended:
    """The folder of the project that is meant, begun now if there is none; where there is still none, why."""
    projects = projects_in(folder)
    if projects:
        return _chosen(projects, language, ask, tell)
    from generator.starting.command import new  # only the first time

    beside = path_of(os.path.abspath(folder), NEW_PROJECT)
    tell(sentence("start_begins", language, folder=beside))
    ended = new(beside, {}, with_example=False, language=language, ask=ask, tell=tell)
    if ended.key == "missing_options":  # nobody answers; ``start`` has no such options
        return Ended("usage", "start_unanswered", {})
    return beside if ended.how == "done" else ended


def _chosen(projects: Sequence[str], language: Language, ask: "Ask", tell: "Tell") -> str | Ended:
    """The only project, or the one whose number is answered."""
    if len(projects) == 1:
        return projects[0]
    for number, project in enumerate(projects, 1):
        tell(f"  {number}. {os.path.basename(project)}")
    while (answer := ask(f"{sentence('ask_project', language)} [1]: ")) is not None:
        answer = answer.strip() or "1"
        if answer.isdecimal() and 1 <= int(answer) <= len(projects):
            return projects[int(answer) - 1]
    return Ended("usage", "start_unchosen", {})
