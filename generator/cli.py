"""The command line: what each command takes, and what it says when it is done."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from generator import __version__
from generator.build import Outcome, build, check
from generator.project import find_project

OK, FAILED, USAGE, BLOCKED, BUG = 0, 1, 2, 3, 4


def parser() -> ArgumentParser:
    """All commands and options."""
    top = ArgumentParser(
        prog="prongsai", description="สร้างเว็บไซต์เปิดเผยข้อมูล · Static site generator for transparency publishing"
    )
    top.add_argument("--version", action="version", version=f"prongsai {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in (
        ("build", "สร้างเว็บไซต์ · build the site"),
        ("check", "ตรวจเนื้อหาโดยไม่เขียนไฟล์ · check the content, write nothing"),
    ):
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument(
            "project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project's folder (.)"
        )
        if name == "build":
            command.add_argument("--out", metavar="DIR", help="โฟลเดอร์ปลายทาง · target folder (PROJECT/build)")
            command.add_argument(
                "--durable", action="store_true", help="รอให้ดิสก์บันทึกเสร็จก่อนสลับ · wait for the disk before swapping"
            )
        command.add_argument("--jobs", type=int, metavar="N", help="จำนวนโพรเซส · processes (all processors)")
        command.add_argument("--strict", action="store_true", help="ถือคำเตือนเป็นข้อผิดพลาด · warnings fail too")
        command.add_argument("--lang", choices=("th", "en"), help="ภาษาของข้อความ · language of messages")
        command.add_argument(
            "--format", choices=("text", "json"), default="text", help="รูปแบบข้อความ · form of messages"
        )
        command.add_argument("--quiet", action="store_true", help="แสดงเฉพาะข้อผิดพลาด · errors only")
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    options = parser().parse_args(arguments)
    return _build(options)


def _build(options: Namespace) -> int:
    from generator.presentation import Presentation

    shown = Presentation(options.lang, options.format, quiet=options.quiet)
    project = find_project(options.project, getattr(options, "out", None))
    if project is None:
        shown.say("not_a_project", folder=os.path.abspath(options.project))
        return USAGE
    jobs = options.jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else options.jobs or 1
    tell = shown.progress() if sys.stderr.isatty() and options.format == "text" and not options.quiet else None
    if options.command == "build":
        outcome = build(project, jobs=jobs, tell=tell, durable=options.durable)
    else:
        outcome = check(project, jobs=jobs, tell=tell)
    failed = outcome.failed or (options.strict and outcome.count("warning") > 0)
    shown.outcome(outcome, project, published=options.command == "build" and not outcome.failed)
    return _exit_code(outcome, failed)


def _exit_code(outcome: Outcome, failed: bool) -> int:
    if outcome.blocked:
        return BLOCKED
    return FAILED if failed else OK
