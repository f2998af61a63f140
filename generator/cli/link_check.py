"""``check --links``: what the links of the evidence answer. Loaded only when it is asked for."""

import os
import time

from generator.cli.console import Console
from generator.examining.kept import cache_folder
from generator.messages.sentences import counted
from generator.project import Project
from generator.visiting.answer import Asker
from generator.visiting.pace import Pace
from generator.visiting.pinned import is_public
from generator.visiting.visits import Visited, record_visits, visit


def visited(project: Project, shown: Console) -> Visited:
    """What the links answer: findings, which change no exit code."""
    shown.end_progress()
    found = visit(project, Asker(Pace(), is_public), cache_folder(os.environ), time.time())
    links = counted("link", found.links, shown.language)
    shown.say("visited", links=links, visited=counted("link", found.visited, shown.language))
    return found


def record(project: Project, found: Visited, shown: Console) -> bool:
    """Write down the days of the visits; whether that could be done."""
    try:
        record_visits(project, found.records)
    except OSError as error:
        shown.trouble("cannot_write", folder=", ".join(found.records), reason=error)
        return False
    if found.records:
        shown.say("recorded", files=", ".join(found.records))
    return True
