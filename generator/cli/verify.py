"""``verify``: compare a folder or web address with its manifests, byte for byte."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from generator.cli.arguments import take_plain
from generator.cli.console import Console
from generator.cli.ending import FAILED, OK, USAGE
from generator.messages.sentences import counted, sentence
from generator.verifying.comparison import compare, place_of
from generator.verifying.place import Difference

_REASONS = frozenset(
    {"answer", "cut", "damaged", "elsewhere", "encoded", "many", "redirect", "redirects", "silence", "time"}
)


def take(command: ArgumentParser) -> None:
    """The options of ``verify``."""
    command.add_argument("place", metavar="PLACE", help="โฟลเดอร์หรือที่อยู่ของเว็บไซต์ · folder or address of a site")
    command.add_argument(
        "--digest", type=_sum, metavar="SUM", help="ค่าที่ manifest.json ต้องมี · SHA-256 that manifest.json must have"
    )
    command.add_argument(
        "--allow", action="append", default=[], metavar="PATH", help="ไฟล์อื่นที่อยู่ด้วยได้ · other file allowed in the folder"
    )
    command.add_argument(
        "--seconds", type=_seconds, default=600, metavar="N", help="เวลาทั้งหมดสำหรับที่อยู่เว็บ · time for an address (600)"
    )
    take_plain(command)


def run(options: Namespace, shown: Console) -> int:
    """Compare, print the differences; the exit code."""
    place = place_of(options.place, options.allow, options.seconds)
    if place is None:
        shown.trouble("no_such_place", place=options.place)
        return USAGE
    found = compare(place, options.seconds, options.digest or "")
    for one in found.differences:
        shown.say(one.what, path=one.path or ".", reason=_reason(one, shown))
    files = counted("file", found.files, shown.language)
    if not found.differences:
        shown.say("verified", files=files, sum=found.sha256)
        return OK
    key = "no_manifest" if not found.sha256 else "not_verified"
    differences = counted("difference", len(found.differences), shown.language)
    shown.trouble(key, differences=differences, files=files, sum=found.sha256)
    return FAILED


def _reason(one: Difference, shown: Console) -> str:
    return sentence(f"why_{one.reason}", shown.language) if one.reason in _REASONS else one.reason


def _sum(text: str) -> str:
    if len(text) != 64 or not set(text.lower()) <= set("0123456789abcdef"):
        raise ArgumentTypeError("ต้องเป็นเลขฐานสิบหก 64 ตัว · must be 64 hexadecimal digits")
    return text.lower()


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= 86400):
        raise ArgumentTypeError("ต้องเป็นจำนวนวินาที 1–86400 · must be a number of seconds from 1 to 86400")
    return int(text)
