"""What the ZIP holds: every file by its name below one folder."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

FOLDER = "prongsai"
"""The one folder at the top of the ZIP."""
_FILES = Path(__file__).resolve().parent / "files"
_COMMANDS = {
    "prongsai.cmd": ("prongsai.cmd",),
    "start.cmd": ("start.cmd", "เริ่มใช้งาน.cmd"),
    "build.cmd": ("build.cmd", "สร้างเว็บไซต์.cmd"),
}
"""Each command file and the names it has in the ZIP: for a person the Thai one, for systems that lose it the other."""
_READ_ME = ("read-me.txt", "อ่านก่อน.txt")
_PATHS = "python311.zip\r\n.\r\n..\\app\\site\r\n..\\app\\src\r\n"
"""Where Python finds modules, relative to itself; with this file it looks nowhere else and heeds no variable."""
_LICENCE = re.compile(r"[^/]+\.dist-info/(?:licenses/)?(?P<name>(?:licen[cs]e|copying|notice)[^/]*)", re.IGNORECASE)
_OF_THE_CHECKOUT = ("generator", "themes")


class LicenceError(Exception):
    """A part comes without a licence."""


def contents(python: Mapping[str, bytes], wheels: Iterable[Path], checkout: Path) -> dict[str, bytes]:
    """All files, put together from Windows' Python, the wheels and a checkout of the generator."""
    found = {f"python/{name}": data for name, data in python.items() if not name.endswith("._pth")}
    found["python/python311._pth"] = _PATHS.encode("ascii")
    found["licences/python/LICENSE.txt"] = python["LICENSE.txt"]
    for wheel in wheels:
        found |= _of_wheel(wheel)
    found |= dict(_of_checkout(checkout))
    for source, names in (*_COMMANDS.items(), (_READ_ME[0], _READ_ME)):
        text = (_FILES / source).read_text(encoding="utf-8").replace("\n", "\r\n")
        # Notepad of older systems knows UTF-8 by its mark; the command interpreter takes the mark for a command.
        data = text.encode("utf-8-sig" if source == _READ_ME[0] else "utf-8")
        found |= dict.fromkeys(names, data)
    return {f"{FOLDER}/{name}": data for name, data in found.items()}


def _of_wheel(path: Path) -> dict[str, bytes]:
    """The modules of a wheel, and its licences once more where a person finds them."""
    found: dict[str, bytes] = {}
    licences: dict[str, bytes] = {}
    part = "-".join(path.name.split("-")[:2])
    with zipfile.ZipFile(path) as wheel:
        for name in wheel.namelist():
            if name.endswith("/") or ".data/" in name:
                continue  # folders, and programs that nobody starts
            found[f"app/site/{name}"] = wheel.read(name)
            if licence := _LICENCE.fullmatch(name):
                licences[f"licences/{part}/{licence['name']}"] = wheel.read(name)
    if not licences:
        raise LicenceError(path.name)
    return found | licences


def _of_checkout(checkout: Path) -> Iterator[tuple[str, bytes]]:
    """The generator as an installed package has it: its themes inside."""
    for top in _OF_THE_CHECKOUT:
        for path in sorted((checkout / top).rglob("*")):
            inside = path.relative_to(checkout)
            if path.is_file() and not any(part == "__pycache__" or part.startswith(".") for part in inside.parts):
                name = inside.as_posix()
                yield f"app/src/{name if top == 'generator' else f'generator/{name}'}", path.read_bytes()
    yield "licences/prongsai/LICENSE", (checkout / "LICENSE").read_bytes()
    yield "licences/fonts/ofl.txt", (checkout / "themes/base/assets/fonts/ofl.txt").read_bytes()
