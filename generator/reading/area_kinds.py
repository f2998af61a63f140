"""Field kinds for points and areas on the map."""

import re
from decimal import Decimal

from generator.oit.area import Bounds, Position
from generator.reading.kinds import OfScalar
from generator.reading.schema import SourceText
from generator.reading.spelling import arabic_digits
from generator.reading.yamltree import Scalar

_DEGREES = r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?"
POSITION = re.compile(rf"{_DEGREES}\s*,\s*{_DEGREES}")
BOUNDS = re.compile(rf"({POSITION.pattern})\s*\.\.\s*({POSITION.pattern})")
_MOST_NORTH = 90
_MOST_EAST = 180


class PointOnMap(OfScalar[Position]):
    """Latitude and longitude in degrees, in the order in which maps on the web give them to copy."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Position | None:
        position = _position(arabic_digits(text))
        if position is None:
            source.error("OIT218", node, value=text)
        return position


class Corners(OfScalar[Bounds]):
    """The south-western and the north-eastern corner of an area, as two positions."""

    __slots__ = ()

    def of(self, text: str, node: Scalar, source: SourceText) -> Bounds | None:
        bounds = _bounds(arabic_digits(text))
        if bounds is None:
            source.error("OIT219", node, value=text)
        return bounds


def _position(text: str) -> Position | None:
    if not POSITION.fullmatch(text):
        return None
    position = Position(*map(Decimal, text.split(",")))
    there = abs(position.latitude) <= _MOST_NORTH and abs(position.longitude) <= _MOST_EAST
    return position if there else None


def _bounds(text: str) -> Bounds | None:
    found = BOUNDS.fullmatch(text)
    south_west, north_east = map(_position, found.groups()) if found is not None else (None, None)
    if south_west is None or north_east is None:
        return None
    apart = south_west.latitude < north_east.latitude and south_west.longitude < north_east.longitude
    return Bounds(south_west, north_east) if apart else None
