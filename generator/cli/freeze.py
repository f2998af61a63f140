"""``freeze``: record what is published on a day."""

import datetime
from argparse import ArgumentParser, Namespace

from generator.cli.arguments import day, take_agency_year, take_last_project, take_plain
from generator.cli.console import Console
from generator.cli.ending import USAGE, end, project_in
from generator.freezing.command import freeze

_THAILAND = datetime.timezone(datetime.timedelta(hours=7))


def take(command: ArgumentParser) -> None:
    """The options of ``freeze``."""
    take_agency_year(command)
    take_last_project(command)
    command.add_argument(
        "--date", type=day, metavar="DATE", help="วันที่บันทึก (วันปิดตอบแบบตามปฏิทินของปี ถ้ามี) · the day (end of answering)"
    )
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Freeze the year of an agency; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    date = datetime.date.fromisoformat(options.date) if options.date else None
    today = datetime.datetime.now(_THAILAND).date()
    return end(freeze(project, options.project, options.agency, options.year, date, today), shown)
