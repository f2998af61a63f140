"""Which bytes of a file a request asks for (RFC 9110, section 14)."""

import re

from generator.preview.request import Refused, Request

_SPEC = re.compile(r"([0-9]*)-([0-9]*)")
_DIGITS = 18
"""No file has a size of more digits; longer numbers all mean beyond its end."""


def byte_range(request: Request, size: int, tag: str) -> tuple[int, int] | None:
    """The first and last byte asked for, or nothing when the whole file is the answer.

    Whole is what a request without a range gets, one whose ``If-Range`` is not the file's ``tag``, one whose range
    is not well-formed, and one for several ranges. Raises ``Refused`` when no byte of the file is in the range.
    """
    given = request.all("range")
    if request.method != "GET" or len(given) != 1 or request.all("if-range") not in ([], [tag]):
        return None
    unit, _, specs = given[0].partition("=")
    if unit.strip().lower() != "bytes":
        return None
    matches = [_SPEC.fullmatch(spec.strip()) for spec in specs.split(",")]
    ranges = [_range(match[1], match[2], size) for match in matches if match is not None]
    if len(ranges) < len(matches) or None in ranges:
        return None
    inside = [one for one in ranges if one is not None and one[0] <= one[1]]
    if not inside:
        raise Refused(416, "no such bytes", (("Content-Range", f"bytes */{size}"),))
    return inside[0] if len(ranges) == 1 else None


def _range(first: str, last: str, size: int) -> tuple[int, int] | None:
    """First and last byte, an empty range where the file has none of them; nothing for what is not a range."""
    if not first:
        return (max(0, size - _number(last)), size - 1) if last else None
    if last and _number(last) < _number(first):
        return None
    return _number(first), min(_number(last), size - 1) if last else size - 1


def _number(digits: str) -> int:
    short = digits.lstrip("0")
    return int(short or "0") if len(short) <= _DIGITS else 10**_DIGITS
