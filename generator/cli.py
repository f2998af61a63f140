"""The command line: what each command takes, and what it says when it is done."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator import __version__
from generator.build import Outcome, build, check
from generator.presentation import Presentation
from generator.project import find_project

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from generator.starting.command import Ended

REPORT_PAGES = ("results", "analysis", "measures", "progress")
_UNREADABLE = "OIT101"
OK, FAILED, USAGE, BLOCKED, BUG = 0, 1, 2, 3, 4
INTERRUPTED, UNHEARD = 130, 141
"""As a shell says it of a command that was stopped by the keyboard, or whose output nobody reads any more."""


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
        command.add_argument("--jobs", type=_jobs, metavar="N", help="จำนวนโพรเซส · processes (all processors)")
        command.add_argument(
            "--today", type=_day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · day that measures are judged by"
        )
        command.add_argument("--strict", action="store_true", help="ถือคำเตือนเป็นข้อผิดพลาด · warnings fail too")
        command.add_argument(
            "--format", choices=("text", "json"), default="text", help="รูปแบบข้อความ · form of messages"
        )
        command.add_argument("--quiet", action="store_true", help="แสดงเฉพาะข้อผิดพลาด · errors only")
        _add_spoken(command)
    words = "แสดงตัวอย่างขณะแก้ไข · preview while editing"
    preview = commands.add_parser("preview", help=words, description=words)
    preview.add_argument(
        "project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )
    preview.add_argument("--port", type=_port, default=0, metavar="N", help="พอร์ต · port (a free one)")
    preview.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="ที่อยู่ที่รับฟัง · address (127.0.0.1)")
    preview.add_argument(
        "--allow", action="append", default=[], metavar="NAME", help="ชื่อโฮสต์ที่ยอมรับ · host name accepted beside loopback"
    )
    preview.add_argument("--open", action="store_true", help="เปิดเบราว์เซอร์ · open the browser")
    preview.set_defaults(format="text", quiet=False)
    _add_spoken(preview)
    _add_new(commands)
    words = "เขียนสคีมาสำหรับโปรแกรมแก้ไขข้อความ · write the schemas an editor completes with"
    schema = commands.add_parser("schema", help=words, description=words)
    schema.add_argument(
        "project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )
    schema.set_defaults(format="text", quiet=False)
    _add_spoken(schema)
    words = "พิมพ์รายงานเป็น PDF · print a report as PDF"
    report = commands.add_parser("report", help=words, description=words)
    report.add_argument("agency", metavar="AGENCY", help="โฟลเดอร์ของหน่วยงาน · the agency's folder")
    report.add_argument("year", metavar="YEAR", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era")
    report.add_argument("kind", choices=REPORT_PAGES, help="รายงาน · the report")
    report.add_argument("project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project (.)")
    report.add_argument("--pdf", required=True, metavar="FILE", help="ไฟล์ที่จะเขียน · the file to write")
    report.add_argument("--today", type=_day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · day for measures")
    report.set_defaults(format="text", quiet=False)
    _add_spoken(report)
    words = "อธิบายรหัสของข้อความ · explain the code of a message"
    explain = commands.add_parser("explain", help=words, description=words)
    explain.add_argument("code", nargs="?", metavar="CODE", help="รหัส เช่น OIT203 · such as OIT203 (all codes)")
    explain.set_defaults(format="text", quiet=False)
    _add_spoken(explain)
    return top


def _add_new(commands: "_SubParsersAction[ArgumentParser]") -> None:
    words = "เริ่มโครงการใหม่ หรือเปิดปีงบประมาณใหม่ในโครงการเดิม · begin a project, or a new year in one"
    new = commands.add_parser("new", help=words, description=words)
    new.add_argument("folder", nargs="?", default=".", metavar="DIR", help="โฟลเดอร์โครงการ · the project's folder (.)")
    for name, help_text in (
        ("name", "ชื่อหน่วยงาน · name of the agency"),
        ("name-en", "ชื่อภาษาอังกฤษ · name in English"),
        ("kind", "ประเภท เช่น เทศบาลตำบล · kind, such as subdistrict-municipality"),
        ("district", "อำเภอ · district"),
        ("province", "จังหวัด · province"),
        ("year", "ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era"),
        ("slug", "ชื่อโฟลเดอร์ของหน่วยงาน · name of the agency's folder"),
    ):
        new.add_argument(f"--{name}", metavar="TEXT" if name != "year" else "YEAR", help=help_text)
    new.add_argument("--example", action="store_true", help="ตัวอย่างหน่วยงานสมมติที่ครบทุกอย่าง · a worked example")
    new.set_defaults(format="text", quiet=False)
    _add_spoken(new)


def _add_spoken(command: ArgumentParser) -> None:
    command.add_argument("--lang", choices=("th", "en"), help="ภาษาของข้อความ · language of messages")
    command.add_argument("--verbose", action="store_true", help="แสดงทั้งหมด · show everything")


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) >= 1):
        raise ArgumentTypeError("ต้องเป็นจำนวนเต็มตั้งแต่ 1 · must be a whole number, 1 or more")
    return int(text)


def _day(text: str) -> str:
    from generator.reading.dates import day  # loaded only by those who give a day

    found = day(text)
    if found is None:
        raise ArgumentTypeError("ต้องเป็นวันที่ เช่น 2567-09-30 · must be a day such as 2567-09-30")
    return found.isoformat()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise ArgumentTypeError("ต้องเป็นเลข 0–65535 · must be a number from 0 to 65535")
    return int(text)


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. Nothing that a user can cause ends in a traceback."""
    try:
        options = parser().parse_args(arguments)
    except SystemExit as leaving:  # argparse has said what is wrong, or shown its help
        return leaving.code if isinstance(leaving.code, int) else USAGE
    shown = Presentation(options.lang, options.format, quiet=options.quiet, verbose=options.verbose)
    try:
        code = _COMMANDS[options.command](options, shown)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        shown.trouble("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # or Python complains again when it closes the stream
        return UNHEARD
    except Exception as error:
        if options.verbose:
            import traceback

            traceback.print_exc()
        shown.trouble("bug", problem=f"{type(error).__name__}: {error}")
        return BUG


def _build(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, getattr(options, "out", None))
    if project is None:
        shown.trouble("not_a_project", folder=os.path.abspath(options.project))
        return USAGE
    jobs = options.jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else options.jobs or 1
    tell = shown.progress()
    if options.command == "build":
        outcome = build(
            project, jobs=jobs, tell=tell, durable=options.durable, strict=options.strict, today=options.today or ""
        )
    else:
        outcome = check(project, jobs=jobs, tell=tell, strict=options.strict, today=options.today or "")
    shown.outcome(outcome, project, published=options.command == "build" and not outcome.failed)
    return _exit_code(outcome)


def _new(options: Namespace, shown: Presentation) -> int:
    from generator.starting.command import new

    names = ("name", "name_en", "kind", "district", "province", "year", "slug")
    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    ask = shown.ask if sys.stdin is not None and sys.stdin.isatty() else None
    ended = new(options.folder, given, with_example=options.example, language=shown.language, ask=ask, tell=shown.show)
    return _ended(ended, shown)


def _schema(options: Namespace, shown: Presentation) -> int:
    from generator.starting.command import write_schemas

    project = find_project(options.project, None)
    if project is None:
        shown.trouble("not_a_project", folder=os.path.abspath(options.project))
        return USAGE
    return _ended(write_schemas(project, options.project), shown)


def _ended(ended: "Ended", shown: Presentation) -> int:
    if ended.how == "done":
        shown.say(ended.key, **ended.params)
    else:
        shown.trouble(ended.key, **ended.params)
    return {"done": OK, "usage": USAGE, "failed": FAILED, "blocked": BLOCKED}[ended.how]


def _explain(options: Namespace, shown: Presentation) -> int:
    from generator.explain import explanation, nearest, overview

    if options.code is None:
        shown.show(overview(shown.language))
        return OK
    text = explanation(options.code, shown.language)
    if text is None:
        shown.trouble("no_such_code", code=options.code, suggestion=nearest(options.code))
        return USAGE
    shown.show(text)
    return OK


def _preview(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, None)
    if project is None:
        shown.trouble("not_a_project", folder=os.path.abspath(options.project))
        return USAGE
    if options.host not in ("127.0.0.1", "::1", "localhost"):
        if not options.allow:
            shown.trouble("preview_needs_names", host=options.host)
            return USAGE
        shown.trouble("preview_open_host", host=options.host)
    from generator.preview.run import preview

    def ready(place: str) -> None:
        shown.say("preview_ready", place=place)
        sys.stdout.flush()
        if options.open:
            import webbrowser

            webbrowser.open(place)

    try:
        preview(project, shown.language, host=options.host, port=options.port, names=tuple(options.allow), ready=ready)
    except OSError as error:
        shown.trouble("port_taken", port=options.port, host=options.host, reason=error.strerror or error)
        return BLOCKED
    shown.say("preview_stopped")
    return OK


def _report(options: Namespace, shown: Presentation) -> int:
    project = find_project(options.project, None)
    if project is None:
        shown.trouble("not_a_project", folder=os.path.abspath(options.project))
        return USAGE
    from generator.printing import PrintError, find_printer, print_report

    printer = find_printer()
    if printer is None:
        shown.trouble("no_printer")
        return BLOCKED
    page = f"{options.year}/{options.kind}/index.html"
    addresses = (f"{options.agency}/{page}", page)  # on a portal, and where the agency is the site
    target = os.path.abspath(options.pdf)
    try:
        outcome = print_report(project, addresses, target, printer, today=options.today or "")
    except (PrintError, OSError) as error:
        shown.trouble("not_printed", reason=error)
        return BLOCKED
    if outcome is None:
        shown.say("printed", place=target)
        return OK
    if outcome.failed:
        shown.outcome(outcome, project, published=False)
        return _exit_code(outcome)
    shown.trouble("no_such_report", agency=options.agency, year=options.year, kind=options.kind)
    return USAGE


def _exit_code(outcome: Outcome) -> int:
    if outcome.blocked or any(found.code == _UNREADABLE for found in outcome.diagnostics):
        return BLOCKED
    return FAILED if outcome.failed else OK


_COMMANDS: dict[str, Callable[[Namespace, Presentation], int]] = {
    "build": _build,
    "check": _build,
    "preview": _preview,
    "report": _report,
    "explain": _explain,
    "new": _new,
    "schema": _schema,
}
