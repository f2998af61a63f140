"""The codes of messages as a page: a table of all of them, then what each means and how it looks wrong and right."""

import re

from generator.language import Language
from generator.messages.explain import FAMILIES, RIGHT, SEVERITIES, TO_FIX, WRONG
from generator.messages.filling import bare
from generator.messages.message import Message, messages

from .languages import Words, of, table

_INDEX: Words = ("ทุกรหัส", "All codes")
_HEADS: tuple[Words, ...] = (("รหัส", "code"), ("ระดับ", "severity"), ("ข้อความ", "message"))
_MARKS = re.compile(r"[\\`*_<\[\]]")
_IN_CELL = re.compile(r"[\\`*_<\[\]|]")


def codes(language: Language) -> str:
    """The table of all codes, then a section for each under the heading of its family."""
    found = list(messages().values())
    rows = [
        [
            f"[{one.code}](#{one.code.lower()})",
            SEVERITIES[one.severity][of(language)].split(":")[0],
            _IN_CELL.sub(r"\\\g<0>", bare(one.text[language])),
        ]
        for one in found
    ]
    parts = [f"## {_INDEX[of(language)]}", table(_HEADS, rows, language).rstrip()]
    for family, titles in FAMILIES.items():
        parts.append(f"## {family}xx {titles[of(language)]}")
        for message in found:
            if message.code.startswith(family):
                parts += _section(message, language)
    return "\n\n".join(parts) + "\n"


def _section(message: Message, language: Language) -> list[str]:
    text, fix = bare(message.text[language]), bare(message.fix[language])
    parts = [
        f"### {message.code}",
        f"{SEVERITIES[message.severity][of(language)].split(':')[0]} · **{_escaped(text)}**",
        _escaped(message.explanation[language]),
        f"*{TO_FIX[of(language)]}:* {_escaped(fix)}",
    ]
    for title, example in ((WRONG, message.wrong), (RIGHT, message.right)):
        if example:
            parts += [title[of(language)], f"```text\n{example}\n```"]
    return parts


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)
