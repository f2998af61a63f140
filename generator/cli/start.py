"""``start``: create a project if there is none, then preview it. The Windows ZIP runs this on a double-click."""

from argparse import ArgumentParser, Namespace
from types import ModuleType

from generator.cli import build, preview
from generator.cli.arguments import take_plain
from generator.cli.console import Console
from generator.cli.ending import end
from generator.starting.first_steps import build_program, project_of


def take(command: ArgumentParser) -> None:
    """The options of ``start``."""
    command.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="DIR",
        help="โฟลเดอร์โครงการ หรือโฟลเดอร์ที่มีโครงการ · a project, or what holds it (.)",
    )
    command.add_argument("--build", action="store_true", help="สร้างเว็บไซต์แทนการแสดงตัวอย่าง · build instead of preview")
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Find or create the project, then preview or build it; the exit code."""
    found = project_of(options.folder, shown.language, shown.ask, shown.show)
    if not isinstance(found, str):
        return end(found, shown)
    if options.build:
        return build.run(_options(build, found), shown)
    shown.say("start_shows", folder=found)
    shown.say("start_stops")
    shown.say("start_builds", next=f' "{found}"', program=build_program(options.folder, shown.language))
    return preview.run(_options(preview, found, "--open"), shown)


def _options(command: ModuleType, *words: str) -> Namespace:
    """Options of another command."""
    parser = ArgumentParser()
    command.take(parser)
    return parser.parse_args(words)
