"""Syntax faults of single lines: a missing space, or a character that only looks like the one YAML needs.

YAML takes such a line for part of a text and then misses something elsewhere: a field, a list, the
rest of the file. So when a file cannot be read, its lines are looked at the way an officer sees them,
and what is wrong with a line is told instead of what follows from it.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.reading.yaml_text import plainest

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that YAML takes for letters; they come with text copied from Word, LINE or a web page."""
ODD = BLANKS + "\u200b-\u200f\u2060\u00ad\ufeff\u202a-\u202e\u2066-\u2069\u061c"
"""Characters that nobody can tell from a blank, or cannot see at all."""
_ODD_LETTERS = "".join(
    chr(code) for first, last in re.findall("(.)(?:-(.))?", ODD) for code in range(ord(first), ord(last or first) + 1)
)
"""The characters of ``ODD`` one by one."""
_COLONS = "：﹕︓∶꞉ː׃;=ะ"
"""What is written for a colon: it looks like one, or lies beside it on the keyboard."""
_DASHES = "‐‑‒–—―−•·●▪*"
"""What is written for the hyphen of a list, mostly by a program that corrects while typing."""

_ODD = re.compile(f"[{ODD}]")
_LINE = re.compile(rf"(?P<lead>[ \t{ODD}]*)(?P<marks>(?:[-{_DASHES}][ \t{ODD}]*)*)(?P<rest>.*)")
_FIELD = re.compile(
    rf"(?P<quote>[\"'“”]?)(?P<name>[\w\u0e00-\u0e2f\u0e31-\u0e7f{ODD}-]+?)(?P=quote)"
    rf"(?P<gap>[ \t{ODD}]*)(?P<colon>[:{_COLONS}])(?P<after>.*)"
)
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s\"'\[{][^:]*:(?:\s+|$))?")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}


class Fault(NamedTuple):
    """What is wrong with a line. Lines and columns count from 0; ``end`` is the column after the last."""

    code: str
    line: int
    column: int
    end: int
    params: dict[str, str]


def line_faults(text: str, names: Collection[str]) -> list[Fault]:
    """The faults of the lines of a YAML text, one of a line. ``names`` are the fields that a file of this kind has."""
    lines = text.split("\n")
    found: list[Fault] = []
    before = ""
    for number in _structural(lines, names):
        fault = _fault(number, lines[number], before, names)
        if fault is not None:
            found.append(fault)
        before = lines[number].strip()
    return found


def _structural(lines: list[str], names: Collection[str]) -> Iterator[int]:
    """The lines that hold fields and entries of lists: no comments, and nothing inside a text of several lines."""
    inside: int | None = None  # the indentation of the field whose text is written below it
    quote = ""
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if quote and not _begins_field(line, names):
            if _CLOSED[quote].match(quote + line):
                quote = ""
            continue
        quote = ""
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if inside is not None and indent > inside:
            continue
        inside = None
        yield number
        begin = _VALUE.match(line)
        value = line[begin.end() :] if begin is not None else ""
        if _BLOCK.fullmatch(value):
            inside = len(line) - len(line.lstrip(" -"))
        elif value[:1] in _CLOSED and not _CLOSED[value[:1]].match(value):
            quote = value[:1]


def _begins_field(line: str, names: Collection[str]) -> bool:
    found = _FIELD.match(line.lstrip(" -"))
    return found is not None and found["name"] in names and found["after"][:1] in ("", " ")


def _fault(number: int, line: str, before: str, names: Collection[str]) -> Fault | None:
    """The fault of one line; ``before`` is the line above it, by which an entry of a list is known."""
    parts = _LINE.match(line)
    assert parts is not None  # every part of it may be empty
    found = _FIELD.fullmatch(parts["rest"])
    name = _ODD.sub("", found["name"]) if found is not None else ""
    known = found is not None and (name in names or _is_number(name, found))
    marks, rest = parts["marks"], parts["rest"]
    if not (known or marks) or not rest:
        return None
    value = found["after"].strip(f" \t{_ODD_LETTERS}") if found is not None and known else rest
    meant = "- " * len(re.sub(rf"[ \t{ODD}]", "", marks)) + (_written(name, value) if known else rest)

    def fault(code: str, at: int, **params: str) -> Fault:
        return Fault(code, number, at, at + 1, {**params, "suggestion": meant})

    begin = parts.start("rest")
    to_value = begin + found.start("after") + 1 if found is not None and known else begin
    odd = _ODD.search(line, 0, to_value)
    if odd is not None:
        return fault("OIT136", odd.start(), character=f"U+{ord(odd[0]):04X}")
    mark = re.search(f"[{_DASHES}]", marks)
    in_list = before.endswith(":") or before[:1] == marks[:1] or before[:1] == "-"
    if mark is not None and (known or (in_list and marks[mark.end() :].startswith(" "))):
        return fault("OIT137", parts.start("marks") + mark.start(), character=mark[0])
    if marks.endswith("-") and (known or (in_list and len(marks) == 1 and not rest[0].isdigit())):
        return fault("OIT135", begin - 1, mark="-")
    if found is None or not known:
        return None
    colon = begin + found.start("colon")
    if found["colon"] != ":":
        return fault("OIT112", colon)
    if found["after"] and found["after"][0] not in " \t" and not found["after"].startswith("//"):
        return fault("OIT135", colon, mark=":")
    return None


def _is_number(name: str, found: re.Match[str]) -> bool:
    """Whether a field is the number of an element (``1:present``), and not a time (``10:30``)."""
    return name.isdecimal() and not found["after"][:1].isdecimal()


def _written(name: str, value: str) -> str:
    """The field as it should be written. A value that brings its own quotation marks or brackets stays as it is."""
    if value[:1] in ("", *"\"'[{|>"):
        return f"{name}: {value}".rstrip()
    return f"{name}: {plainest(value)}"
