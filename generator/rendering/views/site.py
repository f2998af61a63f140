"""The portal, the method and the accessibility statement."""

from typing import NamedTuple

from generator.rendering.views.frame import Crumb, YearLink
from generator.rendering.views.index import IndexRow, StateCount


class BarriersView(NamedTuple):
    """What an agency publishes that may be hard to reach for some readers, in numbers. ``any`` when it is not nothing.

    ``contact`` tells whether the content names a way to reach the agency.
    """

    documents: int
    formats: tuple[tuple[str, int], ...]
    unstated: int
    wordless: int
    links: int
    any: bool
    contact: bool


class AgencyRow(NamedTuple):
    """One agency on a portal, with its latest year."""

    slug: str
    name: str
    other_name: str
    district: str
    province: str
    place: str
    address: str
    year: str
    year_address: str
    years: tuple[YearLink, ...]
    complete: str
    reported: str
    official: str
    rating: str
    total: str
    states: tuple[StateCount, ...]
    example: bool
    barriers: BarriersView


class RatingView(NamedTuple):
    """One rating with its rule in words; ``each`` is the least score of every instrument, or empty."""

    label: str
    at_least: str
    each: str


class WeightView(NamedTuple):
    """One instrument with its weight in per cent and its indicators as (number, title, items or questions)."""

    code: str
    title: str
    weight: str
    indicators: tuple[tuple[str, str, str], ...]


class BasisView(NamedTuple):
    """How well one part of the catalogue is supported. ``basis``: rule, likely or guidance."""

    part: str
    basis: str
    note: str


class CalendarView(NamedTuple):
    """One step of the assessment year, with its dates in words."""

    step: str
    dates: str


class WorthRow(NamedTuple):
    """What one item of a sub-indicator is worth, in points of the total."""

    number: str
    title: str
    items: str
    worth: str


class MethodView(NamedTuple):
    """How the score of one fiscal year is made, from its catalogue. ``crosswalks`` compare its list with others."""

    year: str
    title: str
    regulator: str
    address: str
    instruments: tuple[WeightView, ...]
    ratings: tuple[RatingView, ...]
    pass_line: str
    met: str
    unmet: str
    rounding: tuple[tuple[str, str], ...]
    worths: tuple[WorthRow, ...]
    bases: tuple[BasisView, ...]
    calendar: tuple[CalendarView, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    items: tuple[IndexRow, ...]
    crosswalks: tuple[Crumb, ...]


class AccessibilityView(NamedTuple):
    """The accessibility statement. ``checked`` and the ways to reach someone are empty when the settings give none.

    ``agencies`` are those of which there is something to say, ``others`` counts the rest, ``reachable`` those of both
    with a way to reach them, and ``total`` is the sum of all.
    ``theme`` is the name of the theme unless it is the base theme; ``example`` tells that all agencies are invented.
    """

    checked: str
    phone: str
    email: str
    website: str
    contact_address: str
    map: str
    theme: str
    agencies: tuple[AgencyRow, ...]
    others: int
    reachable: int
    total: BarriersView
    example: bool
