"""Why a file cannot be written, in plain words."""

from generator.language import LANGUAGES, Language

REASONS: dict[str, tuple[str, str]] = {
    "a folder": ("เป็นโฟลเดอร์", "it is a folder"),
    "a link": ("เป็นลิงก์", "it is a link"),
    "a special file": ("ไม่ใช่ไฟล์ธรรมดา", "it is no ordinary file"),
    "a file of another kind": ("มีไฟล์ชนิดอื่นชื่อนี้อยู่แล้ว", "a file of another kind has that name"),
    "No space left on device": ("ดิสก์เต็ม", "No space left on device"),
    "Read-only file system": ("ดิสก์นี้เขียนไม่ได้", "Read-only file system"),
    "Permission denied": ("ไม่มีสิทธิ์เขียน", "Permission denied"),
    "No such file or directory": ("ไม่มีโฟลเดอร์นี้", "No such file or directory"),
    "Bad file descriptor": ("ช่องทางแสดงข้อความถูกปิด", "the stream is closed"),
    "Not a directory": ("ไม่ใช่โฟลเดอร์", "Not a directory"),
}
"""Plain words by system or program error."""


def reason_of(error: OSError, language: Language) -> str:
    """The cause of a system error in plain words, or else in the words of the system."""
    known = REASONS.get(error.strerror or "")
    return known[LANGUAGES.index(language)] if known is not None else error.strerror or str(error)
