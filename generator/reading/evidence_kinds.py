"""Field kinds of evidence that are easily confused: a document path and a web address."""

import re

from generator.oit.evidence_format import FORMATS, suffix_of
from generator.reading.contact_kinds import WebAddress
from generator.reading.kinds import FilePath
from generator.reading.schema import SourceText
from generator.reading.yaml_text import plainest
from generator.reading.yamltree import Scalar

_DRIVE = re.compile(r"(?:file:/*)?[A-Za-z]:[\\/]|\\\\")
"""How a path of Windows begins: with a drive, or with the name of another machine."""
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
_IN_FOLDER = re.compile(r"(?:\.?[\\/])?files[\\/]", re.IGNORECASE)


class EvidencePath(FilePath):
    """The path of a document in the year's folder, with ``/`` between its parts."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if _ADDRESS.match(text) or (text.lower().startswith("www.") and suffix_of(text) not in FORMATS):
            address = text if _ADDRESS.match(text) else f"https://{text}"
            source.error("OIT322", node, value=text, suggestion=f"link: {plainest(address)}")
            return None
        if "\\" in text and ".." not in text and not _DRIVE.match(text):
            source.error("OIT321", node, value=text, suggestion=text.replace("\\", "/").lstrip("/").removeprefix("./"))
            return None
        return super().of(text, node, source)


class EvidenceLink(WebAddress):
    """The web address of a piece of evidence."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> str | None:
        if _is_document(text):
            name = text.replace("\\", "/")
            path = name if _IN_FOLDER.match(text) else f"files/{name.rpartition('/')[2]}"
            meant = path.lstrip("/").removeprefix("./")
            source.error("OIT220", node, value=text, suggestion=f"file: {plainest(meant)}")
            return None
        return super().of(text, node, source)


def _is_document(text: str) -> bool:
    """Whether a text names a document and not a web address: by its folder, its drive, or its ending alone."""
    if _IN_FOLDER.match(text) or _DRIVE.match(text):
        return True
    return "/" not in text and suffix_of(text) in FORMATS
