"""The longer help for each code: what it means, what to do, and how it looks wrong and right.

``python -m generator.messages.explain > docs/diagnostics.md`` writes the same as a page.
"""

import re
import sys

from generator.diagnostics import Severity, closest
from generator.language import LANGUAGES, Language
from generator.messages.filling import bare
from generator.messages.message import Message, messages
from generator.reading.spelling import arabic_digits

_FAMILIES: dict[str, tuple[str, str]] = {
    "OIT1": ("ไฟล์และวิธีเขียน", "Files and how they are written"),
    "OIT2": ("ช่องข้อมูลและค่า", "Fields and their values"),
    "OIT3": ("หน่วยงาน ปี การเปิดเผยข้อมูล และหลักฐาน", "Agencies, years, disclosures and their evidence"),
    "OIT4": ("ผลการประเมิน มาตรการ และตัวเลข", "Results, measures and figures"),
    "OIT5": ("เนื้อหา Markdown", "The text in Markdown"),
    "OIT6": ("รายการข้อของแต่ละปี", "Catalogues, the lists of items of a year"),
    "OIT7": ("ธีม", "Themes"),
    "OIT8": ("การเผยแพร่", "Publishing"),
}
_SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("ข้อผิดพลาด: ยังไม่เผยแพร่จนกว่าจะแก้", "error: nothing is published until it is mended"),
    "warning": ("คำเตือน: เผยแพร่ได้ แต่ควรตรวจดู", "warning: published, but worth a look"),
    "finding": ("ข้อสังเกต: ตัวเลขหรือถ้อยคำที่รายงานไว้ไม่ตรงกัน", "finding: reported figures or statements disagree"),
}
_TO_FIX = ("วิธีแก้", "To fix it")
_WRONG = ("ผิด", "Wrong")
_RIGHT = ("ถูก", "Right")
_CODE = re.compile(r"(?:[O0]IT)?[ -]?([0-9O]{3})")
_MARKS = re.compile(r"[\\`*_<\[\]]")


def explanation(code: str, language: Language) -> str | None:
    """The help text of a code, written in any of its usual spellings; nothing when there is no such code."""
    message = messages().get(_normal(code))
    if message is None:
        return None
    of = LANGUAGES.index(language)
    parts = [
        f"{message.code}  {_SEVERITIES[message.severity][of]}",
        bare(message.text[language]),
        message.explanation[language],
        f"{_TO_FIX[of]}: {bare(message.fix[language])}",
    ]
    for title, example in ((_WRONG, message.wrong), (_RIGHT, message.right)):
        if example:
            parts.append(f"{title[of]}:\n" + "\n".join(f"    {line}".rstrip() for line in example.split("\n")))
    return "\n\n".join(parts)


def nearest(code: str) -> str:
    """The code that was probably meant, or nothing."""
    return closest(_normal(code), messages())


def overview(language: Language) -> str:
    """All codes with their sentences, by family."""
    of = LANGUAGES.index(language)
    lines: list[str] = []
    family = ""
    for message in messages().values():
        if message.code[:4] != family:
            family = message.code[:4]
            lines += ["", _FAMILIES[family][of]] if lines else [_FAMILIES[family][of]]
        lines.append(f"  {message.code}  {bare(message.text[language])}")
    return "\n".join(lines)


def page() -> str:
    """All of it in Markdown, Thai first."""
    found = messages().values()
    parts = [
        "# รหัสข้อความ · Diagnostics",
        "โปรแกรมแจ้งสิ่งที่ควรแก้พร้อมไฟล์ บรรทัด และตำแหน่ง แต่ละเรื่องมีรหัสถาวร อ่านคำอธิบายจากบรรทัดคำสั่งได้ด้วย "
        "`prongsai explain OIT203`",
        "Whatever is wrong is told with its file, line and column under a permanent code; "
        "`prongsai explain OIT203` shows the same help as this page. "
        "This page is made from `generator/messages/messages.yaml` by `python -m generator.messages.explain`.",
        "\n".join(f"- **{name}** {thai} · {english}" for name, (thai, english) in _SEVERITIES.items()),
    ]
    for family, (thai, english) in _FAMILIES.items():
        own = [message for message in found if message.code.startswith(family)]
        parts.append(f"## {family}xx {thai} · {english}")
        for message in own:
            parts += _section(message)
    return "\n\n".join(parts) + "\n"


def _section(message: Message) -> list[str]:
    parts = [f"### {message.code}", f"`{message.severity}`"]
    for of, language in enumerate(LANGUAGES):
        parts.append(
            f"**{_escaped(bare(message.text[language]))}** {_escaped(message.explanation[language])}"
            f" *{_TO_FIX[of]}:* {_escaped(bare(message.fix[language]))}"
        )
    for title, example in ((_WRONG, message.wrong), (_RIGHT, message.right)):
        if example:
            parts += [" · ".join(title), f"```text\n{example}\n```"]
    return parts


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _normal(code: str) -> str:
    """A code in its one form; its digits may be Thai, and the letter O among them is a zero."""
    code = arabic_digits(code.strip()).upper()
    match = _CODE.fullmatch(code)
    return code if match is None else "OIT" + match[1].replace("O", "0")


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())  # a file of the repository: the same bytes on every machine
