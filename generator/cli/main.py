"""The command line: parse the arguments, run the command, return its exit code."""

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from generator import __version__
from generator.cli.console import Console
from generator.cli.ending import BUG, INTERRUPTED, OK, UNHEARD, USAGE
from generator.cli.outlet import outlets
from generator.cli.terminal import replace_unknown

_NAME = "prongsai"
_PURPOSE = "สร้างเว็บไซต์เปิดเผยข้อมูล · Static site generator for transparency publishing"

COMMANDS = {
    "build": "สร้างเว็บไซต์ · build the site",
    "check": "ตรวจเนื้อหาโดยไม่เขียนไฟล์ · check the content without writing files",
    "preview": "แสดงตัวอย่างขณะแก้ไข · preview while editing",
    "new": "เริ่มโครงการใหม่ หรือเปิดปีงบประมาณใหม่ในโครงการเดิม · create a project, or a new year in one",
    "start": "เริ่มโครงการถ้ายังไม่มี แล้วแสดงตัวอย่าง · create a project if there is none, then preview it",
    "schema": "เขียนสคีมาให้โปรแกรมแก้ไขเติมคำในไฟล์ YAML · write schemas, for completion in YAML files",
    "report": "พิมพ์รายงานเป็น PDF · print a report as PDF",
    "freeze": "บันทึกสิ่งที่เผยแพร่ ณ วันหนึ่ง · record what is published on a day",
    "verify": "ตรวจว่าเว็บไซต์ตรงกับที่เผยแพร่ · compare a site with what was published",
    "explain": "อธิบายรหัสของข้อความ · explain the code of a message",
}
"""Every command by its name, which is that of its module, in the order that the help shows them."""


class Command(Protocol):
    """Interface of the modules in this package: a command and its options."""

    def take(self, command: ArgumentParser) -> None:
        """Add the options."""

    def run(self, options: Namespace, shown: Console) -> int:
        """Do what was asked for; the exit code."""


def command_of(name: str) -> Command:
    """Import and return the module of a command; no other command is loaded."""
    return cast(Command, import_module(f"generator.cli.{name}"))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code. Nothing that a user can cause ends in a traceback."""
    replace_unknown()
    with outlets() as both:
        code = _run(arguments)
        both.flush()
        if code != OK or both.lost is None:
            return code
        if not isinstance(both.lost, BrokenPipeError):  # who closes a pipe knows that he does
            sys.stderr.write(_unheard(both.lost))
        return UNHEARD


def parse(arguments: Sequence[str]) -> Namespace:
    """Parse the arguments, including the command. Exits with a message when they are invalid.

    Only the options of the named command are built: all of them together cost as much as a
    build with nothing to do.
    """
    if arguments and (words := COMMANDS.get(arguments[0])) is not None:
        one = ArgumentParser(prog=f"{_NAME} {arguments[0]}", description=words, formatter_class=_formatter)
        command_of(arguments[0]).take(one)
        return one.parse_args(arguments[1:], Namespace(command=arguments[0]))
    return parser().parse_args(arguments)


def parser() -> ArgumentParser:
    """All commands with their options."""
    top = ArgumentParser(prog=_NAME, description=_PURPOSE, formatter_class=_formatter)
    top.add_argument("--version", action="version", version=f"{_NAME} {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in COMMANDS.items():
        command_of(name).take(commands.add_parser(name, help=words, description=words, formatter_class=_formatter))
    return top


def _run(arguments: Sequence[str]) -> int:
    try:
        options = parse(arguments)
    except SystemExit as leaving:  # argparse has said what is wrong, or shown its help
        return leaving.code if isinstance(leaving.code, int) else USAGE
    shown = Console(options.lang, options.format, quiet=options.quiet, verbose=options.verbose)
    try:
        return command_of(options.command).run(options, shown)
    except KeyboardInterrupt:
        shown.trouble("interrupted")
        return INTERRUPTED
    except Exception as error:
        if options.verbose:
            import traceback

            traceback.print_exc()
        shown.trouble("bug", problem=f"{type(error).__name__}: {error}")
        return BUG


def _unheard(lost: OSError) -> str:
    from generator.cli.terminal import language_of
    from generator.messages.reasons import reason_of
    from generator.messages.sentences import sentence

    language = language_of(None, os.environ)
    return f"prongsai: {sentence('unheard', language, reason=reason_of(lost, language))}\n"


def _formatter(prog: str) -> HelpFormatter:
    """Help formatter with the width of the terminal. By default argparse imports ``shutil`` to find it."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError, OSError):  # no stream, a closed one, or no terminal
        columns = 80
    return HelpFormatter(prog, width=columns - 2)
