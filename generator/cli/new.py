"""``new``: create a project, or a new year in one."""

import sys
from argparse import ArgumentParser, Namespace

from generator.cli.arguments import take_plain
from generator.cli.console import Console
from generator.cli.ending import end
from generator.starting.command import new

_GIVEN = (
    ("name", "ชื่อหน่วยงาน · name of the agency"),
    ("name-en", "ชื่อภาษาอังกฤษ · name in English"),
    ("kind", "ประเภท เช่น เทศบาลตำบล · kind, such as subdistrict-municipality"),
    ("district", "อำเภอ · district"),
    ("province", "จังหวัด · province"),
    ("year", "ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era"),
    (
        "like",
        "ปีของรายการข้อ O ที่จะคัดลอก เมื่อปีใหม่ยังไม่มีรายการ"
        " · year whose list of items is copied where there is none of the new year yet",
    ),
    ("slug", "ชื่อโฟลเดอร์ของหน่วยงาน · name of the agency's folder"),
)


def take(command: ArgumentParser) -> None:
    """The options of ``new``."""
    command.add_argument(
        "folder", nargs="?", default=".", metavar="DIR", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )
    for name, help_text in _GIVEN:
        command.add_argument(f"--{name}", metavar="YEAR" if name in ("year", "like") else "TEXT", help=help_text)
    command.add_argument("--example", action="store_true", help="ตัวอย่างหน่วยงานสมมติที่ครบทุกอย่าง · a complete example")
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Create the project or year; the exit code."""
    names = [name.replace("-", "_") for name, _ in _GIVEN]
    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    ask = shown.ask if sys.stdin is not None and sys.stdin.isatty() else None
    ended = new(options.folder, given, with_example=options.example, language=shown.language, ask=ask, tell=shown.show)
    return end(ended, shown)
