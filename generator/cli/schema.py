"""``schema``: write the schemas that editors complete with."""

from argparse import ArgumentParser, Namespace

from generator.cli.arguments import take_plain, take_project
from generator.cli.console import Console
from generator.cli.ending import USAGE, end, project_in
from generator.starting.command import write_schemas


def take(command: ArgumentParser) -> None:
    """The options of ``schema``."""
    take_project(command)
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Write the schemas; the exit code."""
    project = project_in(options.project, None, shown)
    return USAGE if project is None else end(write_schemas(project, options.project), shown)
