"""The text of a Word document. Loaded in the child process only."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

from generator.examining.extract import MOST_TEXT, Extract
from generator.examining.photograph import has_place

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}{name}": text for name, text in (("p", "\n"), ("br", "\n"), ("tab", "\t"), ("tr", "\n"))}
_CELL = f"{_WORD}tc"
_PHOTOGRAPHS = (".jpg", ".jpeg", ".tif", ".tiff")


def read(data: bytes) -> Extract:
    """All text: that of tables, text boxes, headers and footers too."""
    try:
        document = docx.Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        return Extract(fault="broken")
    parts = [document.element.body]
    for section in document.sections:
        parts += [part._element for part in (section.header, section.footer) if not part.is_linked_to_previous]
    text = "".join(piece for part in parts for piece in _pieces(part))[:MOST_TEXT]
    return Extract(text, 1, int(not text.strip()), len(text) < MOST_TEXT, _has_place(data))


def _pieces(part: Any) -> Iterator[str]:
    for node in part.iter():
        if node.tag == f"{_WORD}t":
            yield node.text or ""
        elif node.tag == _CELL:
            yield "\t"
        elif node.tag in _BREAKS and node.getparent().tag != _CELL:
            yield _BREAKS[node.tag]


def _has_place(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(_PHOTOGRAPHS)]
        return any(has_place(archive.read(name)) for name in names)
