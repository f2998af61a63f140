"""What can be told of a document by its size and its first bytes."""

from enum import Enum

from generator.oit.evidence_format import suffix_of

_OFFICE = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = (b"\xd0\xcf\x11\xe0",)
_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"), _OFFICE),
    **dict.fromkeys(("doc", "xls", "ppt"), _OLD_OFFICE),
    **dict.fromkeys(("jpg", "jpeg"), (b"\xff\xd8\xff",)),
    "png": (b"\x89PNG",),
    "gif": (b"GIF8",),
    "webp": (b"RIFF",),
}
_PDF = b"%PDF"
_FOREIGN = (_PDF, b"MZ", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")
_TEXTS = frozenset({"csv", "json", "txt"})
HEAD = 1024
"""Bytes from the beginning that are looked at: a PDF may begin with as much of something else."""


class FileFault(Enum):
    """Why a document cannot be what its name says."""

    EMPTY = "empty"
    MISLABELLED = "mislabelled"


def file_fault(name: str, size: int, head: bytes) -> FileFault | None:
    """The fault of a document by its first bytes; nothing where none is seen, or the format is not known."""
    if size == 0:
        return FileFault.EMPTY
    suffix = suffix_of(name)
    if suffix == "pdf":
        return None if _PDF in head[:HEAD] else FileFault.MISLABELLED
    if suffix in _TEXTS:
        return FileFault.MISLABELLED if head.startswith(_FOREIGN) else None
    known = _SIGNATURES.get(suffix)
    return None if known is None or head.startswith(known) else FileFault.MISLABELLED
