"""The words of the program, Thai and English side by side.

What is said about content stands in ``messages.yaml`` under the permanent code of each diagnostic and
is read only when there is something to say. The few sentences of an ordinary run stand here, so that
a build in which nothing has changed reads no file for them.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from generator.diagnostics import Diagnostic, Report, Severity

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")
_PARAM = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_LONGEST = 500

SENTENCES: dict[str, tuple[str, str]] = {
    "built": (
        "สร้างเว็บไซต์แล้ว {pages} ของ {agencies} ใน {seconds} วินาที[[ {noticed}]] เปิดดูที่ {place}",
        "Built {pages} of {agencies} in {seconds} s[[, {noticed}]]. Open {place}",
    ),
    "unchanged": (
        "ไม่มีอะไรเปลี่ยน เว็บไซต์เป็นปัจจุบันแล้ว: {pages} ของ {agencies} ({seconds} วินาที)[[ {noticed}]] เปิดดูที่ {place}",
        "Nothing has changed, the site is up to date: {pages} of {agencies} ({seconds} s)[[, {noticed}]]. Open {place}",
    ),
    "checked": (
        "ตรวจแล้ว {pages} ของ {agencies} ใน {seconds} วินาที ไม่พบข้อผิดพลาด[[ {noticed}]] (ไม่ได้เขียนไฟล์ใด)",
        "Checked {pages} of {agencies} in {seconds} s: no errors[[, {noticed}]]. Nothing was written.",
    ),
    "failed": (
        "พบ{counts} จึงยังไม่เผยแพร่ เว็บไซต์เดิมคงอยู่ตามเดิม",
        "Found {counts}: nothing was published, the site stays as it was.",
    ),
    "strict": (
        "พบ{counts} และใช้ --strict จึงยังไม่เผยแพร่ เว็บไซต์เดิมคงอยู่ตามเดิม",
        "Found {counts} under --strict: nothing was published, the site stays as it was.",
    ),
    "blocked": ("เผยแพร่ไม่สำเร็จ เหตุอยู่ในข้อความข้างต้น", "Publishing did not succeed; the reason stands above."),
    "learn": ("อ่านคำอธิบายเพิ่มเติม: prongsai explain {code}", "To read more: prongsai explain {code}"),
    "more": (
        "{code}: ยังมีอีก {count} แห่ง (ใช้ --verbose เพื่อดูทั้งหมด)",
        "{code}: {count} more (--verbose shows all of them)",
    ),
    "suggestion": ("หมายถึง “{suggestion}” ใช่หรือไม่", "did you mean “{suggestion}”?"),
    "fix": ("วิธีแก้: {fix}", "to fix: {fix}"),
    "progress": ("{done} จาก {total} หน่วยงาน", "{done} of {total} agencies"),
    "not_a_project": (
        "ไม่พบโครงการใน {folder} (ต้องมีไฟล์ content/site.yaml) ให้เรียกคำสั่งในโฟลเดอร์โครงการ หรือระบุโฟลเดอร์ต่อท้ายคำสั่ง",
        "No project in {folder}: it has no content/site.yaml. Run this in a project's folder, or name the folder.",
    ),
    "preview_ready": (
        "แสดงตัวอย่างที่ {place} บันทึกไฟล์เมื่อใด หน้าเว็บเปลี่ยนตามทันที กด Ctrl+C เพื่อหยุด",
        "Preview at {place}. Pages follow every file you save. Ctrl+C stops it.",
    ),
    "preview_open_host": (
        "คำเตือน: เปิดให้เครื่องอื่นในเครือข่ายเข้าถึงได้ที่ {host} ใช้เฉพาะเครือข่ายที่ไว้ใจ",
        "Warning: other machines can reach this preview at {host}; use it only on a network you trust.",
    ),
    "preview_needs_names": (
        "หากเปิดที่ {host} ต้องระบุชื่อโฮสต์ที่ยอมรับด้วย --allow ชื่อ",
        "Listening on {host} needs the host names that are accepted: --allow NAME",
    ),
    "preview_stopped": ("หยุดแสดงตัวอย่างแล้ว", "The preview has stopped."),
    "port_taken": (
        "ใช้พอร์ต {port} ที่ {host} ไม่ได้ ({reason}) ลองพอร์ตอื่นด้วย --port หรือไม่ระบุเพื่อให้เลือกเอง",
        "Port {port} on {host} is not to be had ({reason}). Try another --port, or leave it out.",
    ),
    "remade": ("{what}; {pages} หน้า {milliseconds} มิลลิวินาที", "{what}; {pages} pages, {milliseconds} ms"),
    "reloaded": (
        "ค่าที่ใช้ร่วมกันเปลี่ยน สร้างใหม่ทั้งหมด {milliseconds} มิลลิวินาที",
        "shared settings changed; everything made anew, {milliseconds} ms",
    ),
    "mended": ("แก้ไขครบแล้ว ไม่มีข้อผิดพลาด", "All mended: nothing is wrong."),
    "overlay_title": ("มีข้อผิดพลาดในเนื้อหา", "Something in the content is wrong"),
    "overlay_note": (
        "หน้าที่เห็นด้านหลังเป็นฉบับล่าสุดที่ถูกต้อง แก้ไฟล์แล้วบันทึก ข้อความนี้จะหายไปเอง",
        "The page behind is the last good one. Mend the file and save it, and this goes away.",
    ),
    "overlay_open": ("เปิดไฟล์ที่", "Open"),
    "overlay_close": ("ปิด", "Close"),
    "interrupted": ("หยุดตามคำสั่ง เว็บไซต์เดิมคงอยู่ตามเดิม", "Stopped as asked; the site stays as it was."),
    "bug": (
        "โปรแกรมทำงานผิดพลาด ไม่ใช่ความผิดของเนื้อหา ({problem}) โปรดเรียกคำสั่งเดิมโดยเติม --verbose แล้วส่งข้อความที่ได้ให้ผู้พัฒนา",
        "The program failed; your content is not to blame ({problem}). Please run the command again with --verbose "
        "and report what it shows.",
    ),
    "no_such_code": (
        "ไม่มีรหัส {code}[[ หมายถึง {suggestion} ใช่หรือไม่]] (เรียก prongsai explain เพื่อดูรหัสทั้งหมด)",
        "There is no code {code}[[; did you mean {suggestion}?]] (prongsai explain lists all codes)",
    ),
}

_NOUNS: dict[str, tuple[str, str, str]] = {
    "page": ("{count} หน้า", "{count} page", "{count} pages"),
    "agency": ("{count} หน่วยงาน", "{count} agency", "{count} agencies"),
    "error": ("ข้อผิดพลาด {count} แห่ง", "{count} error", "{count} errors"),
    "warning": ("คำเตือน {count} แห่ง", "{count} warning", "{count} warnings"),
    "finding": ("ข้อสังเกต {count} แห่ง", "{count} finding", "{count} findings"),
}


class Message(NamedTuple):
    """What there is to say under one code; texts by language, ``words`` by parameter and what it may hold."""

    code: str
    severity: Severity
    text: dict[Language, str]
    fix: dict[Language, str]
    explanation: dict[Language, str]
    words: dict[str, dict[str, dict[Language, str]]]
    wrong: str
    right: str


class Told(NamedTuple):
    """One diagnostic in words: what is wrong, what was probably meant, and what to write instead."""

    message: str
    suggestion: str
    fix: str


def sentence(key: str, language: Language, **params: object) -> str:
    """One of the program's own sentences."""
    return fill(SENTENCES[key][LANGUAGES.index(language)], {name: str(value) for name, value in params.items()})


def counted(noun: str, count: int, language: Language) -> str:
    """A number of things: ``3 หน้า``, ``1 page``."""
    thai, one, many = _NOUNS[noun]
    return (thai if language == "th" else one if count == 1 else many).format(count=f"{count:,}")


def fill(template: str, params: Mapping[str, str]) -> str:
    """A template with its parameters. A part in double brackets is left out unless all of its parameters are there."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(params.get(name) for name in _PARAM.findall(match[1])) else ""

    return _PARAM.sub(lambda match: _short(params.get(match[1], "")), _OPTIONAL.sub(optional, template))


def bare(template: str) -> str:
    """A template without particular values: each is shown as an ellipsis, and what is optional left out."""
    return _PARAM.sub("…", _OPTIONAL.sub("", template)).replace("….", "…")


def told(diagnostic: Diagnostic, language: Language) -> Told:
    """A diagnostic in words."""
    message = messages()[diagnostic.code]
    params = {name: message.words.get(name, {}).get(text, {}).get(language, text) for name, text in diagnostic.params}
    suggestion = sentence("suggestion", language, suggestion=params["suggestion"]) if "suggestion" in params else ""
    return Told(fill(message.text[language], params), suggestion, fill(message.fix[language], params))


@cache
def messages() -> dict[str, Message]:
    """Everything that can be said about content, by code, in the order of the codes."""
    from generator.reading import yamltree

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "messages.yaml")
    with open(path, encoding="utf-8") as file:
        report = Report()
        tree = yamltree.parse(file.read(), "generator/messages.yaml", report)
    if not isinstance(tree, yamltree.Mapping) or report.diagnostics:
        raise ValueError(f"messages.yaml: {report.diagnostics}")
    return {code: _message(code, _plain(node)) for code, (_, node) in tree.entries.items()}


def _message(code: str, fields: dict[str, Any]) -> Message:
    def both(prefix: str) -> dict[Language, str]:
        return {language: fields.get(prefix + language, "").strip() for language in LANGUAGES}

    return Message(
        code=code,
        severity=fields["severity"],
        text=both(""),
        fix=both("fix_"),
        explanation=both("explain_"),
        words=fields.get("words", {}),
        wrong=fields.get("wrong", "").rstrip("\n"),
        right=fields.get("right", "").rstrip("\n"),
    )


def _plain(node: Any) -> Any:
    """A tree of the file as dictionaries and texts."""
    return node.text if hasattr(node, "text") else {name: _plain(value) for name, (_, value) in node.entries.items()}


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
