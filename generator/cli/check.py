"""``check``: tell what is wrong with the content, and write nothing."""

import sys
from argparse import ArgumentParser, Namespace

from generator.building.check import check
from generator.building.result import BuildOptions
from generator.cli.arguments import take_making, take_project
from generator.cli.build import processors
from generator.cli.console import Console
from generator.cli.ending import USAGE, exit_code, project_in

HANDFUL = 5
"""The most agencies of which a check tells what to do first without being asked to tell everything."""


def take(command: ArgumentParser) -> None:
    """The options of ``check``."""
    take_project(command)
    take_making(command)


def run(options: Namespace, shown: Console) -> int:
    """Check the content; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    wanted = BuildOptions(
        jobs=options.jobs or processors(),
        tell=shown.progress(),
        strict=options.strict,
        today=options.today or "",
        todo=0 if options.quiet else sys.maxsize if options.verbose else HANDFUL,
    )
    outcome = check(project, wanted)
    shown.outcome(outcome, project, published=False, building=False)
    return exit_code(outcome)
