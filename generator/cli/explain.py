"""``explain``: what a code of a message means."""

from argparse import ArgumentParser, Namespace

from generator.cli.arguments import take_plain
from generator.cli.console import Console
from generator.cli.ending import OK, USAGE
from generator.messages.explain import explanation, nearest, overview


def take(command: ArgumentParser) -> None:
    """The options of ``explain``."""
    command.add_argument("code", nargs="?", metavar="CODE", help="รหัส เช่น OIT203 · such as OIT203 (all codes)")
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Explain one code, or list them all; the exit code."""
    if options.code is None:
        shown.show(overview(shown.language))
        return OK
    text = explanation(options.code, shown.language)
    if text is None:
        shown.trouble("no_such_code", code=options.code, suggestion=nearest(options.code))
        return USAGE
    shown.show(text)
    return OK
