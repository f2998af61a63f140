"""``report``: print a report as PDF."""

import os
from argparse import ArgumentParser, Namespace

from generator.cli.arguments import day, take_agency_year, take_last_project, take_plain
from generator.cli.console import Console
from generator.cli.ending import BLOCKED, OK, USAGE, exit_code, is_refused, project_in
from generator.paths import address_in
from generator.printing.report_pdf import PrintError, find_printer, print_report

REPORT_PAGES = ("results", "analysis", "measures", "progress")


def take(command: ArgumentParser) -> None:
    """The options of ``report``."""
    take_agency_year(command)
    command.add_argument("kind", choices=REPORT_PAGES, help="รายงาน · the report")
    take_last_project(command)
    command.add_argument("--pdf", required=True, metavar="FILE", help="ไฟล์ที่จะเขียน · the file to write")
    command.add_argument("--today", type=day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · date for judging measures")
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Print the report; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    target = os.path.abspath(options.pdf)
    if is_refused(target, project):
        shown.trouble("output_inside", place=options.pdf)
        return USAGE
    printer = find_printer()
    if printer is None:
        shown.trouble("no_printer")
        return BLOCKED
    page = address_in(options.year, options.kind, "index.html")
    addresses = (address_in(options.agency, page), page)  # on a portal, and where the agency is the site
    try:
        outcome = print_report(project, addresses, target, printer, today=options.today or "")
    except PrintError as error:
        shown.trouble("not_printed", reason=error)
        return BLOCKED
    except OSError as error:
        shown.trouble("not_written", place=options.pdf, reason=error)
        return BLOCKED
    if outcome is None:
        shown.say("printed", place=target)
        return OK
    if outcome.failed:
        shown.outcome(outcome, project, published=False, building=False)
        return exit_code(outcome)
    shown.trouble("no_such_report", agency=options.agency, year=options.year, kind=options.kind)
    return USAGE
