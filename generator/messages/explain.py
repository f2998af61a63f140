"""The help text of each code: meaning, fix, and a wrong and a right example."""

import re

from generator.diagnostics import Severity, closest
from generator.language import LANGUAGES, Language
from generator.messages.filling import bare
from generator.messages.message import messages
from generator.reading.spelling import arabic_digits

FAMILIES: dict[str, tuple[str, str]] = {
    "OIT1": ("ไฟล์และวิธีเขียน", "Files and how they are written"),
    "OIT2": ("ช่องข้อมูลและค่า", "Fields and their values"),
    "OIT3": ("หน่วยงาน ปี การเปิดเผยข้อมูล และหลักฐาน", "Agencies, years, disclosures and their evidence"),
    "OIT4": ("ผลการประเมิน มาตรการ และตัวเลข", "Results, measures and figures"),
    "OIT5": ("เนื้อหา Markdown เอกสาร และลิงก์", "The text in Markdown, documents and links"),
    "OIT6": ("รายการข้อของแต่ละปี", "Catalogues, the lists of items of a year"),
    "OIT7": ("ธีม", "Themes"),
    "OIT8": ("การเผยแพร่", "Publishing"),
}
SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("ข้อผิดพลาด: ยังไม่เผยแพร่จนกว่าจะแก้", "error: nothing is published until it is fixed"),
    "warning": ("คำเตือน: เผยแพร่ได้ แต่ควรตรวจดู", "warning: published, but worth a look"),
    "finding": (
        "ข้อสังเกต: ตัวเลขหรือถ้อยคำที่รายงานไว้ไม่ตรงกัน หรือสิ่งที่พบในเอกสาร",
        "finding: reported figures or statements disagree, or something was seen in a document",
    ),
}
TO_FIX = ("วิธีแก้", "To fix it")
WRONG = ("ผิด", "Wrong")
RIGHT = ("ถูก", "Right")
_CODE = re.compile(r"(?:[O0]IT)?[ -]?([0-9O]{3})")


def explanation(code: str, language: Language) -> str | None:
    """The help text of a code, written in any of its usual spellings; nothing when there is no such code."""
    message = messages().get(_normal(code))
    if message is None:
        return None
    of = LANGUAGES.index(language)
    parts = [
        f"{message.code}  {SEVERITIES[message.severity][of]}",
        bare(message.text[language]),
        message.explanation[language],
        f"{TO_FIX[of]}: {bare(message.fix[language])}",
    ]
    for title, example in ((WRONG, message.wrong), (RIGHT, message.right)):
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
            lines += ["", FAMILIES[family][of]] if lines else [FAMILIES[family][of]]
        lines.append(f"  {message.code}  {bare(message.text[language])}")
    return "\n".join(lines)


def _normal(code: str) -> str:
    """A code in its one form; its digits may be Thai, and the letter O among them is a zero."""
    code = arabic_digits(code.strip()).upper()
    match = _CODE.fullmatch(code)
    return code if match is None else "OIT" + match[1].replace("O", "0")
