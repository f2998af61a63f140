"""``check``: report what is wrong with the content, and write nothing."""

import sys
from argparse import ArgumentParser, Namespace

from generator.building.check import check
from generator.building.result import BuildOptions
from generator.cli.arguments import take_making, take_project
from generator.cli.build import processors
from generator.cli.console import Console
from generator.cli.ending import BLOCKED, USAGE, exit_code, project_in

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
    command.add_argument("--links", action="store_true", help="เปิดลิงก์ของหลักฐานด้วย · visit the links too")
    command.add_argument("--record", action="store_true", help="กับ --links บันทึกวันที่เปิด · with --links: write links.yaml")


def run(options: Namespace, shown: Console) -> int:
    """Check the content; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    wants_evidence, wants_links = options.evidence or options.guidance, options.links or options.record
    if wants_evidence:
        from generator.cli.evidence_check import can_examine, examined

        if not can_examine(shown):
            return USAGE
    if wants_links:
        from generator.cli.link_check import record, visited
    wanted = BuildOptions(
        jobs=options.jobs or processors(),
        tell=shown.progress(),
        strict=options.strict,
        today=options.today or "",
        todo=0 if options.quiet else sys.maxsize if options.verbose else HANDFUL,
    )
    outcome = check(project, wanted)
    if wants_evidence:
        outcome = outcome.with_more(examined(project, shown, guidance=options.guidance))
    if not wants_links:
        shown.outcome(outcome, project, published=False, building=False)
        return exit_code(outcome)
    found = visited(project, shown)
    outcome = outcome.with_more(found.diagnostics)
    shown.outcome(outcome, project, published=False, building=False)
    is_written = not options.record or record(project, found, shown)
    return exit_code(outcome) if is_written else BLOCKED
