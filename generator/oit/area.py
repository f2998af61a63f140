"""The area of an agency on the map, for data catalogues."""

from decimal import Decimal
from typing import NamedTuple


class Position(NamedTuple):
    """A point on the map in degrees of WGS 84: north of the equator, and east of Greenwich."""

    latitude: Decimal
    longitude: Decimal


class Bounds(NamedTuple):
    """The smallest rectangle of meridians and parallels around an area, by two of its corners."""

    south_west: Position
    north_east: Position


class Area(NamedTuple):
    """The area of an agency; unknown parts are absent."""

    centre: Position | None = None
    bounds: Bounds | None = None
