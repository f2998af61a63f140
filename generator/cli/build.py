"""``build``: make the site and publish it."""

import os
import sys
from argparse import ArgumentParser, Namespace

from generator.building.build import build
from generator.building.result import BuildOptions
from generator.cli.arguments import take_making, take_project
from generator.cli.console import Console
from generator.cli.ending import USAGE, exit_code, is_refused, project_in


def take(command: ArgumentParser) -> None:
    """The options of ``build``."""
    take_project(command)
    command.add_argument("--out", metavar="DIR", help="โฟลเดอร์ปลายทาง · output folder (PROJECT/build)")
    command.add_argument(
        "--durable", action="store_true", help="รอให้ดิสก์บันทึกเสร็จก่อนสลับ · wait for the disk before swapping"
    )
    command.add_argument("--zip", metavar="FILE", help="เขียนเว็บไซต์เป็นไฟล์ ZIP ด้วย · write the site as one ZIP too")
    take_making(command)


def run(options: Namespace, shown: Console) -> int:
    """Publish the site; the exit code."""
    project = project_in(options.project, options.out, shown)
    if project is None:
        return USAGE
    archive = os.path.abspath(options.zip) if options.zip else ""
    if archive and is_refused(archive, project):
        shown.trouble("output_inside", place=options.zip)
        return USAGE
    wanted = BuildOptions(
        jobs=options.jobs or processors(),
        tell=shown.progress(),
        durable=options.durable,
        strict=options.strict,
        today=options.today or "",
        todo=sys.maxsize if options.verbose and not options.quiet else 0,
        archive=archive,
    )
    outcome = build(project, wanted)
    shown.outcome(outcome, project, published=not outcome.failed, building=True)
    if archive and not outcome.failed:
        shown.say("archived", place=options.zip)
    return exit_code(outcome)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
