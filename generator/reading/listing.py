"""The files and folders in a folder of a project, without what systems leave behind."""

from typing import NamedTuple

from generator.diagnostics import Report, Span
from generator.oit.composed import normal
from generator.paths import address_in
from generator.reading.folder import Folder
from generator.reading.left_behind import is_left_behind, original_of

MAX_SEGMENT = 200
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_HIDDEN = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD)
_FORBIDDEN = frozenset('<>:"|?*\\').union(map(chr, _CONTROLS + _HIDDEN))
_PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""Names that Windows keeps for devices, whatever ending follows them."""


class Listing(NamedTuple):
    """The names in a folder, sorted, each with whether it is a folder; ``refused`` are those that were reported."""

    entries: list[tuple[str, bool]]
    refused: tuple[str, ...] = ()


def listing(opened: Folder, folder: str, report: Report, *, with_copies: bool = False) -> Listing:
    """What stands in a folder. Odd names and special files are reported.

    Left out are files that nobody wrote, and copies in conflict beside their originals unless asked for.
    """
    found: list[tuple[str, bool]] = []
    refused: list[str] = []
    for entry in opened.entries():
        name = entry.name
        if is_left_behind(name):
            continue
        if entry.is_dir(follow_symlinks=False):
            found.append((name, True))
        elif entry.is_file(follow_symlinks=False):
            found.append((name, False))
        else:
            report.error("OIT102", Span(shown(address_in(folder, name))))
            refused.append(normal(name))
    found.sort()
    forms: dict[str, str] = {}
    checked: list[tuple[str, bool]] = []
    there = {_form(name) for name, _ in found}
    for name, is_folder in found:
        path = address_in(folder, name)
        if not with_copies and _form(original_of(name)) in there:
            continue
        if not is_acceptable(name):
            report.error("OIT105", Span(shown(path)), name=shown(name))
        elif (form := _form(name)) in forms:
            report.error("OIT106", Span(path), name=name, other=forms[form])
        else:
            forms[form] = name
            checked.append((name, is_folder))
            continue
        refused += [normal(name), _meant(name)]
    return Listing(checked, tuple(refused))


def _meant(name: str) -> str:
    """A name as it is written where it is referred to: without what cannot be seen."""
    return normal("".join(character for character in name if ord(character) not in _HIDDEN)).strip(" ").rstrip(". ")


def _form(name: str) -> str:
    """The same for names that are one and the same on some system."""
    return name if name.isascii() and name.islower() else normal(name).casefold()


def is_acceptable(name: str) -> bool:
    """Whether a file or folder of this name can be kept on every system that content is edited on."""
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return False
    if size > MAX_SEGMENT or name[-1] in ". " or name[0] == " ":
        return False
    return _FORBIDDEN.isdisjoint(name) and name.partition(".")[0].rstrip(" ").lower() not in _DEVICES


def shown(name: str) -> str:
    """A name for a message; what is no text in it is written as an escape."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
