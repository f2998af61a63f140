"""Options that several commands share, and the parsers of their values."""

from argparse import ArgumentParser, ArgumentTypeError


def take_project(command: ArgumentParser) -> None:
    """Add the project folder as the only positional argument."""
    command.add_argument(
        "project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project's folder (.)"
    )


def take_agency_year(command: ArgumentParser) -> None:
    """Add the arguments for an agency and one of its years."""
    command.add_argument("agency", metavar="AGENCY", help="โฟลเดอร์ของหน่วยงาน · the agency's folder")
    command.add_argument("year", metavar="YEAR", help="ปีงบประมาณ พ.ศ. · fiscal year, Buddhist era")


def take_last_project(command: ArgumentParser) -> None:
    """Add the project folder as the last positional argument."""
    command.add_argument("project", nargs="?", default=".", metavar="PROJECT", help="โฟลเดอร์โครงการ · the project (.)")


def take_language(command: ArgumentParser) -> None:
    """Add the language options."""
    command.add_argument("--lang", choices=("th", "en"), help="ภาษาของข้อความ · language of messages")
    command.add_argument("--verbose", action="store_true", help="แสดงทั้งหมด · show everything")


def take_plain(command: ArgumentParser) -> None:
    """Add the language options of a command whose messages have one format."""
    command.set_defaults(format="text", quiet=False)
    take_language(command)


def take_making(command: ArgumentParser) -> None:
    """Add the options that ``build`` and ``check`` share."""
    command.add_argument("--jobs", type=jobs, metavar="N", help="จำนวนโพรเซส · processes (all processors)")
    command.add_argument("--today", type=day, metavar="DATE", help="ตัดสินมาตรการ ณ วันนี้ · date for judging measures")
    command.add_argument("--strict", action="store_true", help="ถือคำเตือนเป็นข้อผิดพลาด · warnings fail too")
    command.add_argument("--format", choices=("text", "json"), default="text", help="รูปแบบข้อความ · output format")
    command.add_argument("--quiet", action="store_true", help="แสดงเฉพาะข้อผิดพลาด · errors only")
    take_language(command)


def jobs(text: str) -> int:
    """A number of processes."""
    if not (text.isascii() and text.isdecimal() and int(text) >= 1):
        raise ArgumentTypeError("ต้องเป็นจำนวนเต็มตั้งแต่ 1 · must be a whole number, 1 or more")
    return int(text)


def day(text: str) -> str:
    """A day, as ISO 8601 of the Common Era."""
    from generator.reading.dates import day as read_day  # loaded only by those who give a day

    found = read_day(text)
    if found is None:
        raise ArgumentTypeError("ต้องเป็นวันที่ เช่น 2567-09-30 · must be a day such as 2567-09-30")
    return found.isoformat()
