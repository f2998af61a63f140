"""``preview``: show the site while it is edited."""

import sys
import webbrowser
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from generator.cli.arguments import take_plain, take_project
from generator.cli.console import Console
from generator.cli.ending import BLOCKED, OK, USAGE, project_in
from generator.preview.access import host_name
from generator.preview.listening import CannotListen, listen
from generator.preview.run import preview


def take(command: ArgumentParser) -> None:
    """The options of ``preview``."""
    take_project(command)
    command.add_argument("--port", type=_port, default=0, metavar="N", help="พอร์ต · port (a free one)")
    command.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="ที่อยู่ที่รับฟัง · address (127.0.0.1)")
    command.add_argument(
        "--allow",
        type=_host_name,
        action="append",
        default=[],
        metavar="NAME[:PORT]",
        help="ชื่อที่ใช้เรียกเครื่องนี้ · name that others use for this computer",
    )
    command.add_argument("--open", action="store_true", help="เปิดเบราว์เซอร์ · open the browser")
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Serve the site until the keyboard stops it; the exit code."""
    project = project_in(options.project, None, shown)
    if project is None:
        return USAGE
    try:
        listening = listen(options.host, options.port, options.allow)
    except CannotListen as cannot:
        shown.trouble(cannot.key, port=options.port, host=options.host, reason=cannot.reason)
        return USAGE if cannot.key == "preview_needs_names" else BLOCKED
    if listening.is_open:
        shown.trouble("preview_open_host", host=options.host)

    def ready() -> None:
        first, *others = listening.places
        shown.say("preview_ready", place=first)
        if others:
            shown.say("preview_also", places=" ".join(others))
        sys.stdout.flush()
        if options.open:
            webbrowser.open(first)

    try:
        preview(project, shown.language, listening, ready)
    except OSError as error:
        shown.trouble("not_previewed", reason=error.strerror or error)
        return BLOCKED
    shown.say("preview_stopped")
    return OK


def _host_name(text: str) -> str:
    name = host_name(text)
    if name is None:
        raise ArgumentTypeError(f"ชื่อเครื่อง เช่น somchai-notebook หรือ localhost:9000 · a name, as {text!r} is not")
    return name


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise ArgumentTypeError("ต้องเป็นเลข 0–65535 · must be a number from 0 to 65535")
    return int(text)
