"""A freeze as a YAML file; ``freeze_file`` reads it back unchanged."""

import json
from collections.abc import Iterator

from generator.oit.freeze import Freeze, FrozenEvidence, FrozenItem, seal
from generator.reading.freeze_file import day_text

_HEAD = """\
# สิ่งที่เผยแพร่ในวันที่บันทึก เขียนโดย prongsai freeze ห้ามแก้ไข ค่า seal บอกว่าบันทึกยังครบถ้วน
# What was published on that day, written by prongsai freeze. Not to be edited: the seal tells.
"""


def freeze_text(freeze: Freeze) -> bytes:
    """The text of the file."""
    lines = [f"frozen: {day_text(freeze.day)}", f"year: {freeze.year}", "items:"]
    for item in freeze.items:
        lines += _item(item)
    return (_HEAD + "\n".join([*lines, f"seal: {seal(freeze)}"]) + "\n").encode("utf-8")


def _item(item: FrozenItem) -> Iterator[str]:
    yield f"  - item: {item.item}"
    yield f"    state: {item.state.value}"
    if item.elements:
        marks = ", ".join(f"{number}: {'present' if present else 'absent'}" for number, present in item.elements)
        yield f"    elements: {{{marks}}}"
    if item.words:
        yield f"    words: {item.words}"
    if item.evidence:
        yield "    evidence:"
    for one in item.evidence:
        yield from _evidence(one)


def _evidence(one: FrozenEvidence) -> Iterator[str]:
    yield f"      - {one.kind.value}: {_quoted(one.target)}"
    if one.title != one.target:
        yield f"        title: {_quoted(one.title)}"
    if one.sha256:
        yield f"        size: {one.size}"
        yield f"        sha256: {one.sha256}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
