"""Whether a photograph tells where it was taken. Loaded in the child process only."""

from io import BytesIO

import exifread

from generator.examining.extract import Extract

_PLACE = ("GPS GPSLatitude", "GPS GPSLongitude")


def read(data: bytes) -> Extract:
    """A photograph has no text; only what its camera wrote into it is looked at."""
    return Extract(pages=1, blank=1, place=has_place(data))


def has_place(data: bytes) -> bool:
    """Whether latitude and longitude are among what the camera wrote."""
    try:
        tags = exifread.process_file(BytesIO(data), details=False)
    except Exception:  # the library raises whatever a damaged file makes it stumble over
        return False
    return all(name in tags for name in _PLACE)
