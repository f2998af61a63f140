"""``check --evidence``: what is found inside the documents. Loaded only when it is asked for."""

import os

from generator.cli.console import Console
from generator.diagnostics import Diagnostic
from generator.examining.examination import examine
from generator.examining.kept import Kept, cache_folder
from generator.examining.kinds import missing
from generator.examining.reader import Reader
from generator.messages.sentences import counted
from generator.project import Project


def can_examine(shown: Console) -> bool:
    """Whether the extra that reads documents is installed; where it is not, that is said."""
    absent = missing()
    if absent:
        shown.trouble("no_evidence_readers", modules=", ".join(absent))
    return not absent


def examined(project: Project, shown: Console, *, guidance: bool) -> tuple[Diagnostic, ...]:
    """What is found inside the documents: findings, which change no exit code."""
    with Reader() as reader:
        found = examine(project, Kept(reader, cache_folder(os.environ)), guidance=guidance)
    shown.end_progress()
    files = counted("file", found.files, shown.language)
    shown.say("examined", files=files, parsed=counted("file", found.parsed, shown.language))
    return found.diagnostics
