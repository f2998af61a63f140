"""The options of each command, in the order that the help shows them."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator import __version__

REPORT_PAGES = ("results", "analysis", "measures", "progress")
_NAME = "prongsai"
_PURPOSE = "สร้างเว็บไซต์เปิดเผยข้อมูล · Static site generator for transparency publishing"


class Command(NamedTuple):
    """What a command does, in both languages, and what it takes."""

    words: str
    take: Callable[[ArgumentParser], None]


def parse(arguments: Sequence[str]) -> Namespace:
    """What was asked for, the command among it. Exits with a message when it cannot be understood.

    Only the options of the command that is named are made: all of them together cost as much as a
    build with nothing to do.
    """
    if arguments and (command := COMMANDS.get(arguments[0])) is not None:
        one = ArgumentParser(prog=f"{_NAME} {arguments[0]}", description=command.words, formatter_class=_formatter)
        command.take(one)
        return one.parse_args(arguments[1:], Namespace(command=arguments[0]))
    return parser().parse_args(arguments)


def parser() -> ArgumentParser:
    """All commands with their options."""
    top = ArgumentParser(prog=_NAME, description=_PURPOSE, formatter_class=_formatter)
    top.add_argument("--version", action="version", version=f"{_NAME} {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.take(
            commands.add_parser(name, help=command.words, description=command.words, formatter_class=_formatter)
        )
    return top


def _formatter(prog: str) -> HelpFormatter:
    """Help as wide as the terminal. The library would find that out by loading a module of archives."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError, OSError):  # no stream, a closed one, or no terminal
        columns = 80
    return HelpFormatter(prog, width=columns - 2)


def _project(command: ArgumentParser) -> None:
    command.add_argument(
        "project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )


def _spoken(command: ArgumentParser) -> None:
    command.add_argument("--lang", choices=("th", "en"), help="ภาษาของข้อความ · language of messages")
    command.add_argument("--verbose", action="store_true", help="แสดงทั้งหมด · show everything")


def _plain(command: ArgumentParser) -> None:
    """For a command whose messages have one form."""
    command.set_defaults(format="text", quiet=False)
    _spoken(command)


def _build(command: ArgumentParser) -> None:
    _project(command)
    command.add_argument("--out", metavar="DIR", help="โฟลเดอร์ปลายทาง · target folder (PROJECT/build)")
    command.add_argument(
        "--durable", action="store_true", help="รอให้ดิสก์บันทึกเสร็จก่อนสลับ · wait for the disk before swapping"
    )
    command.add_argument("--zip", metavar="FILE", help="เขียนเว็บไซต์เป็นไฟล์ ZIP ด้วย · write the site as one ZIP too")
    _made(command)


def _check(command: ArgumentParser) -> None:
    _project(command)
    _made(command)


def _made(command: ArgumentParser) -> None:
    """What ``build`` and ``check`` have in common."""
    command.add_argument("--jobs", type=_jobs, metavar="N", help="จำนวนโพรเซส · processes (all processors)")
    command.add_argument(
        "--today", type=_day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · day that measures are judged by"
    )
    command.add_argument("--strict", action="store_true", help="ถือคำเตือนเป็นข้อผิดพลาด · warnings fail too")
    command.add_argument("--format", choices=("text", "json"), default="text", help="รูปแบบข้อความ · form of messages")
    command.add_argument("--quiet", action="store_true", help="แสดงเฉพาะข้อผิดพลาด · errors only")
    _spoken(command)


def _preview(command: ArgumentParser) -> None:
    _project(command)
    command.add_argument("--port", type=_port, default=0, metavar="N", help="พอร์ต · port (a free one)")
    command.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="ที่อยู่ที่รับฟัง · address (127.0.0.1)")
    command.add_argument(
        "--allow",
        type=_host_name,
        action="append",
        default=[],
        metavar="NAME[:PORT]",
        help="ชื่อที่ใช้เรียกเครื่องนี้ · name that this machine is called by",
    )
    command.add_argument("--open", action="store_true", help="เปิดเบราว์เซอร์ · open the browser")
    _plain(command)


def _new(command: ArgumentParser) -> None:
    command.add_argument(
        "folder", nargs="?", default=".", metavar="DIR", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )
    for name, help_text in (
        ("name", "ชื่อหน่วยงาน · name of the agency"),
        ("name-en", "ชื่อภาษาอังกฤษ · name in English"),
        ("kind", "ประเภท เช่น เทศบาลตำบล · kind, such as subdistrict-municipality"),
        ("district", "อำเภอ · district"),
        ("province", "จังหวัด · province"),
        ("year", "ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era"),
        ("slug", "ชื่อโฟลเดอร์ของหน่วยงาน · name of the agency's folder"),
    ):
        command.add_argument(f"--{name}", metavar="TEXT" if name != "year" else "YEAR", help=help_text)
    command.add_argument("--example", action="store_true", help="ตัวอย่างหน่วยงานสมมติที่ครบทุกอย่าง · a worked example")
    _plain(command)


def _start(command: ArgumentParser) -> None:
    command.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="DIR",
        help="โฟลเดอร์โครงการ หรือโฟลเดอร์ที่มีโครงการ · a project, or what holds it (.)",
    )
    command.add_argument("--build", action="store_true", help="สร้างเว็บไซต์แทนการแสดงตัวอย่าง · build instead of preview")
    _plain(command)


def _schema(command: ArgumentParser) -> None:
    _project(command)
    _plain(command)


def _report(command: ArgumentParser) -> None:
    command.add_argument("agency", metavar="AGENCY", help="โฟลเดอร์ของหน่วยงาน · the agency's folder")
    command.add_argument("year", metavar="YEAR", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era")
    command.add_argument("kind", choices=REPORT_PAGES, help="รายงาน · the report")
    command.add_argument("project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project (.)")
    command.add_argument("--pdf", required=True, metavar="FILE", help="ไฟล์ที่จะเขียน · the file to write")
    command.add_argument("--today", type=_day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · day for measures")
    _plain(command)


def _explain(command: ArgumentParser) -> None:
    command.add_argument("code", nargs="?", metavar="CODE", help="รหัส เช่น OIT203 · such as OIT203 (all codes)")
    _plain(command)


def _freeze(command: ArgumentParser) -> None:
    command.add_argument("agency", metavar="AGENCY", help="โฟลเดอร์ของหน่วยงาน · the agency's folder")
    command.add_argument("year", metavar="YEAR", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era")
    command.add_argument("project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project (.)")
    command.add_argument(
        "--date", type=_day, metavar="DATE", help="วันที่บันทึก (วันปิดตอบแบบตามปฏิทินของปี ถ้ามี) · the day (end of answering)"
    )
    _plain(command)


def _verify(command: ArgumentParser) -> None:
    command.add_argument("place", metavar="PLACE", help="โฟลเดอร์หรือที่อยู่ของเว็บไซต์ · folder or address of a site")
    command.add_argument(
        "--digest", type=_sum, metavar="SUM", help="ค่าที่ manifest.json ต้องมี · SHA-256 that manifest.json must have"
    )
    command.add_argument(
        "--allow", action="append", default=[], metavar="PATH", help="ไฟล์อื่นที่อยู่ด้วยได้ · what else may be in the folder"
    )
    command.add_argument(
        "--seconds", type=_seconds, default=600, metavar="N", help="เวลาทั้งหมดสำหรับที่อยู่เว็บ · time for an address (600)"
    )
    _plain(command)


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


def _sum(text: str) -> str:
    if len(text) != 64 or not set(text.lower()) <= set("0123456789abcdef"):
        raise ArgumentTypeError("ต้องเป็นเลขฐานสิบหก 64 ตัว · must be 64 hexadecimal digits")
    return text.lower()


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= 86400):
        raise ArgumentTypeError("ต้องเป็นจำนวนวินาที 1–86400 · must be a number of seconds from 1 to 86400")
    return int(text)


def _host_name(text: str) -> str:
    from generator.preview.access import host_name

    name = host_name(text)
    if name is None:
        raise ArgumentTypeError(f"ชื่อเครื่อง เช่น somchai-notebook หรือ localhost:9000 · a name, as {text!r} is not")
    return name


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise ArgumentTypeError("ต้องเป็นเลข 0–65535 · must be a number from 0 to 65535")
    return int(text)


COMMANDS = {
    "build": Command("สร้างเว็บไซต์ · build the site", _build),
    "check": Command("ตรวจเนื้อหาโดยไม่เขียนไฟล์ · check the content, write nothing", _check),
    "preview": Command("แสดงตัวอย่างขณะแก้ไข · preview while editing", _preview),
    "new": Command("เริ่มโครงการใหม่ หรือเปิดปีงบประมาณใหม่ในโครงการเดิม · begin a project, or a new year in one", _new),
    "start": Command("เริ่มโครงการถ้ายังไม่มี แล้วแสดงตัวอย่าง · begin a project if there is none, then preview it", _start),
    "schema": Command("เขียนสคีมาให้โปรแกรมแก้ไขเติมคำในไฟล์ YAML · write schemas, for completion in YAML files", _schema),
    "report": Command("พิมพ์รายงานเป็น PDF · print a report as PDF", _report),
    "freeze": Command("บันทึกสิ่งที่เผยแพร่ ณ วันหนึ่ง · keep what is published on a day", _freeze),
    "verify": Command("ตรวจว่าเว็บไซต์ตรงกับที่เผยแพร่ · compare a site with what was published", _verify),
    "explain": Command("อธิบายรหัสของข้อความ · explain the code of a message", _explain),
}
"""Every command by its name."""
