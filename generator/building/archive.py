"""The published site as one reproducible ZIP, for hosts with manual upload.

Entries are in the order of their names, with one time and one mode for all. It is complete before it
takes the place of the one before.
"""

import os
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from generator.building.result import Outcome
from generator.diagnostics import Report, Span
from generator.paths import address_in, path_of
from generator.writing.state import MARKER
from generator.writing.whole_file import replace_file

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows."""

_MODE = 0o100644 << 16
_UNIX = 3
_CHUNK = 1 << 20
_PACKED = (
    ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip", ".pdf", ".woff2", ".jpg", ".jpeg", ".png", ".gif",
    ".webp", ".mp3", ".mp4",
)  # fmt: skip
"""Endings of formats that are compressed already."""


def archived(done: Outcome, site: str, path: str) -> Outcome:
    """A build with its site written as a ZIP too; one that cannot be written is reported, and the site stands."""
    try:
        write_archive(site, path)
    except OSError as error:
        report = Report(done.diagnostics)
        report.obstacle("OIT807", Span(path), detail=error.strerror)
        return done._replace(diagnostics=tuple(report.sorted()), blocked=True)
    return done


def write_archive(site: str, path: str) -> None:
    """Write the files of a published site into a new ZIP in the place of a former one. Raises ``OSError``."""
    replace_file(path, partial(_write, site), begins=(b"PK\3\4", b"PK\5\6"))


def _write(site: str, file: BinaryIO) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(_names(site)):
            with open(path_of(site, name), "rb") as source:
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.create_system = _UNIX
                entry.external_attr = _MODE
                entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
                entry.file_size = os.fstat(source.fileno()).st_size
                with archive.open(entry, "w") as target:
                    while piece := source.read(_CHUNK):
                        target.write(piece)


def _names(site: str) -> Iterator[str]:
    """Every file of the site by its address. The mark of the folder is no part of it."""
    pending = [""]
    while pending:
        below = pending.pop()
        with os.scandir(path_of(site, below)) as entries:
            for entry in entries:
                name = address_in(below, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    pending.append(name)
                elif name != MARKER:
                    yield name
