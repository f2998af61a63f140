"""Suggestions for values that a field does not accept.

Suggestions are only shown to the officer, never used as values.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from generator.diagnostics import closest
from generator.reading.spelling import INVISIBLE, arabic_digits

_AROUND = "\"'“”‘’«»`.,;:*_ \t\u00a0\u202f\u3000"
"""What people put around a word without meaning a part of it."""
_ITEM = re.compile(r"(?<![0-9])0*([1-9][0-9]?)(?![0-9])")
_FILE_OF_ITEM = re.compile(r"(?:^|/)o0*([1-9][0-9]?)\.md$")
_SCORE = re.compile(r"(?<![0-9.,])(?:100|[0-9]{1,2})(?:[.,][0-9]+)?(?![0-9.,])")
_PHONE = re.compile(r"\+?[0-9(][0-9() ,.-]{1,40}[0-9](?:\s*ต่อ\s*[0-9]+)?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_AT = re.compile(r"\s*(?:\(at\)|\[at\]|＠|@|\bat\b)\s*", re.IGNORECASE)
_SCHEME = re.compile(r"\s*(?:h?t+ps?|ftp|file)\s*(?:[:;.]\s*[/\\]*|[/\\]+:?)\s*", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w\u0e00-\u0e7f-]+\.)+[\w\u0e00-\u0e7f-]+(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)
_SUB_INDICATOR = re.compile(r"(?<![0-9])([1-9][0-9]?\.[1-9][0-9]?)(?![0-9.])")
_QUESTION = re.compile(r"\b([ie])[ -]*0*([1-9][0-9]?)\b", re.IGNORECASE)
_SYNONYMS = {
    "เสร็จ": "done", "เสร็จแล้ว": "done", "เสร็จสิ้น": "done", "แล้วเสร็จ": "done", "เรียบร้อย": "done",
    "ทำแล้ว": "done", "ครบถ้วน": "done", "finished": "done", "complete": "done", "completed": "done", "ok": "done",
    "กำลังทำ": "in-progress", "กำลังดำเนินการ": "in-progress", "ระหว่างดำเนินการ": "in-progress",
    "ongoing": "in-progress", "started": "in-progress", "doing": "in-progress", "wip": "in-progress",
    "ยังไม่ทำ": "not-started", "ยังไม่เริ่ม": "not-started", "ไม่ได้ดำเนินการ": "not-started",
    "todo": "not-started", "none": "absent", "ครบ": "present", "x": "present", "✓": "present", "ขาด": "absent",
    "missing": "absent", "ผ่าน": "pass", "ไม่ผ่าน": "fail", "passed": "pass", "failed": "fail",
}  # fmt: skip
"""What people say for a choice that is called otherwise."""


def near_choice(text: str, choices: Iterable[str]) -> str:
    """The choice that was probably meant, or nothing."""
    known = list(choices)
    plain = INVISIBLE.sub("", text).strip(_AROUND)
    for one in (plain, "-".join(re.split(r"[\s_]+", plain)), "".join(plain.split())):
        if one.casefold() in (name.casefold() for name in known):
            return closest(one, known)
    synonym = _SYNONYMS.get(plain.casefold(), "")
    return synonym if synonym in known else closest(plain, known)


def near_field(name: str, labels: Mapping[str, str]) -> str:
    """The field that was probably meant by a name, in English or in Thai, of those with these labels."""
    plain = INVISIBLE.sub("", name).strip(_AROUND)
    if plain.isascii():
        return closest(plain, labels)
    by_word = _FIELD_WORDS.get(plain, ())
    for field in by_word:
        if field in labels:
            return field
    begun = [field for field, label in labels.items() if label.startswith(plain)]
    within = [field for field, label in labels.items() if len(plain) >= 4 and plain in label]
    if begun or within:
        return (begun or within)[0]
    thai = {label.partition(" ")[0]: field for field, label in labels.items()} | {
        word: field for word, fields in _FIELD_WORDS.items() for field in fields if field in labels
    }
    return thai.get(closest(plain, thai), "") or closest(plain, labels)


_FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "ข้อ": ("item", "no"), "เลขข้อ": ("item",), "ชื่อ": ("title", "name"), "ชื่อเรื่อง": ("title",), "เรื่อง": ("title",),
    "ลิงก์": ("link", "website"), "ลิงค์": ("link", "website"), "เว็บ": ("link", "website"), "เว็บไซต์": ("website", "link"),
    "ผู้รับผิดชอบ": ("office", "owner"), "หน่วยงาน": ("office", "owner", "agency", "name"), "กอง": ("office", "owner"),
    "วันที่": ("date", "updated", "issued", "from"), "ปรับปรุง": ("updated",), "ปรับปรุงล่าสุด": ("updated",),
    "ไม่มี": ("nil",), "หัวข้อ": ("section", "title"), "ช่วงเวลา": ("covers", "period"), "ปี": ("covers", "year"),
    "ปีงบประมาณ": ("year", "for_year", "covers"), "สถานะ": ("state", "progress"), "ภาษา": ("language", "languages"),
    "องค์ประกอบ": ("elements", "shows"), "แสดง": ("shows",), "เส้นทาง": ("path",),
    "ธีม": ("theme",), "ตัวเลข": ("numerals",),
    "ที่อยู่": ("address",), "โทรศัพท์": ("phone",), "โทร": ("phone",), "เบอร์โทร": ("phone",), "อีเมล": ("email",),
    "อีเมล์": ("email",), "แผนที่": ("map",), "ติดต่อ": ("contact",), "ช่องทาง": ("channels",), "คะแนน": ("score",),
    "ระดับ": ("rating",), "ที่มา": ("source",), "มาตรการ": ("measures", "title"), "ตัวชี้วัด": ("indicator", "indicators"),
    "เริ่ม": ("from",), "สิ้นสุด": ("until",), "เอกสาร": ("documents", "file"),
    "อำเภอ": ("district",), "จังหวัด": ("province",),
}  # fmt: skip
"""Short Thai names of fields, each with the fields it may mean, the likeliest first."""


def near_item(text: str, path: str) -> str:
    """The item that a text names beside other words, else the one that the file is called after."""
    numbers = {match[1] for match in _ITEM.finditer(arabic_digits(text))}
    if len(numbers) == 1:
        return f"O{numbers.pop()}"
    named = _FILE_OF_ITEM.search(path)
    return f"O{named[1]}" if named is not None else ""


def near_score(text: str) -> str:
    """The one score in a text, with a decimal point."""
    found = _SCORE.findall(arabic_digits(text))
    return found[0].replace(",", ".") if len(found) == 1 else ""


def near_phone(text: str) -> str:
    """The telephone number without the words around it."""
    found = _PHONE.search(arabic_digits(text))
    return found[0].strip() if found is not None else ""


def near_email(text: str) -> str:
    """The address that a text holds or spells out."""
    found = _EMAIL.search(_AT.sub("@", INVISIBLE.sub("", text)))
    return found[0] if found is not None else ""


def near_web_address(text: str) -> str:
    """The web address with its beginning spelled right and what an address may not hold written as ``%20``."""
    plain = INVISIBLE.sub("", text).strip(_AROUND.replace("*", "").replace("_", ""))
    begun = _SCHEME.match(plain)
    rest = plain[begun.end() :] if begun is not None else plain
    scheme = "http" if begun is not None and re.match(r"http\b", begun[0], re.IGNORECASE) else "https"
    rest = rest.replace("\\", "/")
    host, slash, way = rest.partition("/")
    if begun is not None:
        host = host.rpartition("@")[2]
    if _HOST.fullmatch(f"{host}{slash}{way}") is None:
        return ""
    written = "".join(quote(letter) if letter in ' "<>^`{|}' or letter.isspace() else letter for letter in way)
    return f"{scheme}://{host}{slash}{written}"


def near_slug(text: str) -> str:
    """The text in small letters, digits and hyphens; nothing where no letter of it can stand in an address."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def near_reference(text: str) -> str:
    """The reference as it is written, from the number in a text and the words beside it."""
    digits = arabic_digits(text)
    if sub := _SUB_INDICATOR.search(digits):
        return f"sub-indicator {sub[1]}"
    if question := _QUESTION.search(digits):
        return f"{question[1].lower()}{question[2]}"
    if instrument := re.search(r"\b(IIT|EIT|OIT)\b", digits, re.IGNORECASE):
        return f"instrument {instrument[1].upper()}"
    numbers = _ITEM.findall(digits)
    if len(numbers) == 1:
        return f"indicator {numbers[0]}" if "ตัวชี้วัด" in digits or "indicator" in digits.lower() else f"O{numbers[0]}"
    return "total" if "รวม" in digits else ""
