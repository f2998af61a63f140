"""The formats in which evidence may be published.

Only formats that a browser opens or saves without running anything in the site's name: no HTML,
SVG, XML or script, since evidence comes from many hands.
"""

FORMATS = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "doc": ("Word", "application/msword"),
    "odt": ("OpenDocument", "application/vnd.oasis.opendocument.text"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "xls": ("Excel", "application/vnd.ms-excel"),
    "ods": ("OpenDocument", "application/vnd.oasis.opendocument.spreadsheet"),
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "txt": ("TXT", "text/plain"),
    "pptx": ("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "ppt": ("PowerPoint", "application/vnd.ms-powerpoint"),
    "odp": ("OpenDocument", "application/vnd.oasis.opendocument.presentation"),
    "jpg": ("JPEG", "image/jpeg"),
    "jpeg": ("JPEG", "image/jpeg"),
    "png": ("PNG", "image/png"),
    "gif": ("GIF", "image/gif"),
    "webp": ("WebP", "image/webp"),
    "zip": ("ZIP", "application/zip"),
    "mp3": ("MP3", "audio/mpeg"),
    "mp4": ("MP4", "video/mp4"),
}
"""By file ending: the name shown and the media type."""

IMAGES = frozenset({"jpg", "jpeg", "png", "gif", "webp"})
"""Endings of the formats that a page may show in its text."""


def suffix_of(path: str) -> str:
    """The ending of a file name in small letters, without the dot; nothing when it has none."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def format_name(path: str) -> str:
    """The name of a file's format as shown to a reader; nothing for a format that is not published."""
    known = FORMATS.get(suffix_of(path))
    return known[0] if known is not None else ""
