"""The kinds of document that can be looked into, by the ending of the name: each with the module that reads it."""

from importlib.util import find_spec

READERS = {
    "pdf": "pdf_text",
    "docx": "word_text",
    "xlsx": "workbook_text",
    "jpg": "photograph",
    "jpeg": "photograph",
    "tif": "photograph",
    "tiff": "photograph",
    "heic": "photograph",
    "png": "photograph",
    "webp": "photograph",
}

NEEDED = ("pypdfium2", "docx", "openpyxl", "exifread")
"""The modules of the extra ``prongsai[evidence]``."""

PHOTOGRAPH = "photograph"


def ending(path: str) -> str:
    """The ending of a name in small letters, without its dot."""
    return path.rpartition(".")[2].lower()


def missing() -> tuple[str, ...]:
    """What of the extra is not installed. Nothing of it is loaded for that."""
    return tuple(name for name in NEEDED if find_spec(name) is None)
