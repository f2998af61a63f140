"""A reproducible ZIP file: fixed times and attributes, no compression.

Compressed bytes differ between library versions; a site must be the same wherever it is built.
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
