"""The kinds of values that stand for places on the map."""

import re
from decimal import Decimal

from generator.oit.area import Bounds, Position
from generator.reading.kinds import OfScalar
from generator.reading.schema import SourceText
from generator.reading.spelling import arabic_digits
from generator.reading.yamltree import Scalar

_DEGREES = r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?"
POSITION = re.compile(rf"({_DEGREES})\s*,\s*({_DEGREES})")
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
        found = BOUNDS.fullmatch(arabic_digits(text))
        first = _position(found[1]) if found is not None else None
        last = _position(found[4]) if found is not None else None
        if first is None or last is None or first.latitude >= last.latitude or first.longitude >= last.longitude:
            source.error("OIT219", node, value=text)
            return None
        return Bounds(first, last)


def _position(text: str) -> Position | None:
    found = POSITION.fullmatch(text)
    if found is None:
        return None
    position = Position(Decimal(found[1]), Decimal(found[2]))
    there = abs(position.latitude) <= _MOST_NORTH and abs(position.longitude) <= _MOST_EAST
    return position if there else None
