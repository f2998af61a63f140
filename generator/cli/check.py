"""``check``: report what is wrong with the content, and write nothing."""

import os
import sys
from argparse import ArgumentParser, Namespace

from generator.building.check import check
from generator.building.result import BuildOptions, Outcome
from generator.cli.arguments import take_making, take_project
from generator.cli.build import processors
from generator.cli.console import Console
from generator.cli.ending import USAGE, exit_code, project_in
from generator.diagnostics import Report
from generator.messages.sentences import counted
from generator.project import Project

HANDFUL = 5
"""``check`` prints to-do lists for at most this many agencies unless ``--verbose``."""


def take(command: ArgumentParser) -> None:
    """The options of ``check``."""
    take_project(command)
    take_making(command)
    command.add_argument("--evidence", action="store_true", help="ตรวจในเอกสารด้วย · look inside the documents too")
    command.add_argument(
        "--guidance",
        action="store_true",
        help="กับ --evidence ตรวจคำตามแนวทางด้วย · with --evidence: apply guidance too",
    )


def run(options: Namespace, shown: Console) -> int:
    """Check the content; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    if options.evidence:
        from generator.examining.kinds import missing  # nothing of it is loaded unless it is asked for

        if absent := missing():
            shown.trouble("no_evidence_readers", modules=", ".join(absent))
            return USAGE
    wanted = BuildOptions(
        jobs=options.jobs or processors(),
        tell=shown.progress(),
        strict=options.strict,
        today=options.today or "",
        todo=0 if options.quiet else sys.maxsize if options.verbose else HANDFUL,
    )
    outcome = check(project, wanted)
    if options.evidence:
        outcome = _examined(outcome, project, shown, guidance=options.guidance)
    shown.outcome(outcome, project, published=False, building=False)
    return exit_code(outcome)


def _examined(outcome: Outcome, project: Project, shown: Console, *, guidance: bool) -> Outcome:
    """The outcome with what is found inside the documents: findings, which change no exit code."""
    from generator.examining.examination import examine
    from generator.examining.kept import Kept, cache_folder
    from generator.examining.reader import Reader

    with Reader() as reader:
        found = examine(project, Kept(reader, cache_folder(os.environ)), guidance=guidance)
    shown.end_progress()
    files = counted("file", found.files, shown.language)
    shown.say("examined", files=files, parsed=counted("file", found.parsed, shown.language))
    both = Report((*outcome.diagnostics, *found.diagnostics))
    return outcome._replace(diagnostics=tuple(both.sorted()))
