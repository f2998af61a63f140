"""A ZIP file whose bytes depend on its members alone: no times, no system, and no compression.

What a compressor writes differs from one version of its library to the next; a site is the same wherever it is built.
"""

from collections.abc import Iterable
from io import BytesIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def stored_zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The members by their names, in the order given."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, data in members:
            info = ZipInfo(name, _FIRST_DAY)
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, data)
    return target.getvalue()
